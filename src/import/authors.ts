/**
 * In: the properties that a program writes into a file.
 * Out: the names of people in them. They are no part of a table, but go public with the original.
 */
import type { Bytes } from './bytes.ts';
import { must } from '../record/must.ts';
import type { Container } from './open-container.ts';
import { quote } from './quote.ts';
import { eachElement, textIn } from './read-xml.ts';

/** Names of programs, and those that they give to nobody. */
const NOBODY =
  /^(?:administrator|admin|user|owner|pc|dell|hp|lenovo|windows用户|微软用户|用户|未知|openpyxl|xlsxwriter|sheetjs|python-docx|apache poi|libreoffice.*|microsoft.*|wps.*|un-?named)$/i;
/** Elements with names in the properties of a new file: of Office, of OpenDocument. */
const PROPERTIES = [
  ['docProps/core.xml', ['creator', 'lastModifiedBy']],
  ['meta.xml', ['initial-creator', 'creator']],
] as const;
/** Properties of an old file: the encoding of its texts, author, last author. */
const [CODE_PAGE, AUTHOR, LAST_AUTHOR] = [1, 4, 8];
/** Types of texts: in bytes of the encoding, in UTF-16. */
const [TEXT, WIDE_TEXT] = [30, 31];
/** By number; others are as the system's of an office in China. */
const ENCODINGS: Record<number, string> = { 1200: 'utf-16le', 65_001: 'utf-8', 1252: 'windows-1252' };

/** What to tell of names, as a remark. None: there are no names. */
export function describeAuthors(names: readonly string[]): string[] {
  const people = [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name !== '' && !NOBODY.test(name),
  );
  if (people.length === 0) return [];
  return [
    `文件属性里有作者或修改者的名字（${people.map((name) => `“${quote(name)}”`).join('、')}），没有读入`,
  ];
}

/** Of a .xlsx, .docx, .ods or .odt. @param parts Its XML parts by name. */
export function authorsOfParts(parts: ReadonlyMap<string, string>): string[] {
  const names: string[] = [];
  for (const [part, elements] of PROPERTIES)
    for (const element of elements) {
      const xml = parts.get(part) ?? '';
      if (xml !== '') eachElement(xml, element, (found) => names.push(textIn(found)));
    }
  return names;
}

/**
 * Of a file of Office 97.
 *
 * @see https://learn.microsoft.com/openspecs/windows_protocols/ms-oleps
 */
export function authorsOfContainer(container: Container): string[] {
  const stream = container.stream('\u0005SummaryInformation');
  try {
    return stream ? readNames(stream) : [];
  } catch (error) {
    // The stream is broken, or ends before its values.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function readNames(stream: Bytes): string[] {
  const start = stream.readUInt32LE(44);
  const count = Math.min(stream.readUInt32LE(start + 4), 100);
  const places = new Map(
    Array.from({ length: count }, (_, index): [number, number] => {
      const entry = start + 8 + index * 8;
      return [stream.readUInt32LE(entry), start + stream.readUInt32LE(entry + 4)];
    }),
  );
  const codePage = places.get(CODE_PAGE);
  const encoding = ENCODINGS[codePage === undefined ? 0 : stream.readUInt16LE(codePage + 4)] ?? 'gb18030';
  return [AUTHOR, LAST_AUTHOR].flatMap((property) => {
    const place = places.get(property);
    if (place === undefined) return [];
    const type = stream.readUInt32LE(place);
    if (type !== TEXT && type !== WIDE_TEXT) return [];
    const isWide = type === WIDE_TEXT;
    const length = stream.readUInt32LE(place + 4) * (isWide ? 2 : 1);
    const text = new TextDecoder(isWide ? 'utf-16le' : encoding).decode(
      stream.subarray(place + 8, place + 8 + length),
    );
    return must(text.split('\0')[0]);
  });
}
