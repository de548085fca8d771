/** A portable folder that can't be written. */
export class PortableError extends Error {
  override name = 'PortableError';
}
