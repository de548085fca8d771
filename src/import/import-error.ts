import type { DisclosureReading } from '../content/read-disclosure.ts';

/** A source that is not written, under the path that it would have. */
export interface RefusedSource {
  path: string;
  disclosure: DisclosureReading;
}

/** A file can't be imported. The message is Chinese, for staff: what is wrong, and what to do. */
export class ImportError extends Error {
  /** What was read of an original that is refused for its errors; null: nothing was. */
  readonly refused: RefusedSource | null;

  constructor(message: string, refused: RefusedSource | null = null) {
    super(message);
    this.refused = refused;
    this.name = 'ImportError';
  }
}
