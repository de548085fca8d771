/** A file can't be imported. The message is Chinese, for staff: what is wrong, and what to do. */
export class ImportError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportError';
  }
}
