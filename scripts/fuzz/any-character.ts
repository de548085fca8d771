import fc from 'fast-check';

/** Any code point but the halves of pairs. The library's unit `binary` is the same, and takes a second to list them all. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ff_ff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
