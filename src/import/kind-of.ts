/** What the bytes of a file are, whatever its name says. */
export type FileKind = 'container' | 'zip' | 'pdf' | 'program' | 'image' | 'rar' | 'rtf' | 'text';

/** First bytes of files, in latin1. */
const MAGIC: readonly (readonly [start: string, kind: FileKind])[] = [
  ['PK', 'zip'],
  ['\xd0\xcf\x11\xe0', 'container'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['%PDF', 'pdf'],
  ['Rar!', 'rar'],
  ['7z\xbc\xaf', 'rar'],
  ['\x1f\x8b', 'rar'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
];

export function kindOf(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  // These names of formats are behind the length of the file.
  if (/^RIFF....WEBP|^BM.{4}\0{4}|^.{4}ftyp(?:heic|mif1|avif)/s.test(start)) return 'image';
  return MAGIC.find(([mark]) => start.startsWith(mark))?.[1] ?? 'text';
}
