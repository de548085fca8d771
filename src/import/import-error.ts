import type { DisclosureReading } from '../content/read-disclosure.ts';

/** A source that is not written, under the path that it would have. */
export interface RefusedSource {
  path: string;
  disclosure: DisclosureReading;
}

/** Why no table can be read: the file asks for a password, or is a picture of paper. */
export type Unreadable = 'locked' | 'scan';

/** A file can't be imported. The message is Chinese, for staff: what is wrong, and what to do. */
export class ImportError extends Error {
  /** What was read of an original that is refused for its errors; null: nothing was. */
  readonly refused: RefusedSource | null;

  /** Null: another one, which the message alone says. */
  readonly reason: Unreadable | null;

  constructor(
    message: string,
    { refused = null, reason = null }: { refused?: RefusedSource | null; reason?: Unreadable | null } = {},
  ) {
    super(message);
    this.refused = refused;
    this.reason = reason;
    this.name = 'ImportError';
  }
}
