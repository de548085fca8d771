import { parseDocument } from 'yaml';

/** A correction that an office made after publication. */
export interface Correction {
  date: string;
  project?: string;
  text: string;
}

/** What a source says before its text. */
export interface FrontMatter {
  publisher?: string;
  published?: string;
  /** Day of the import. */
  imported?: string;
  /** The first day whose changes are shown. */
  changesSince?: string;
  documentNumber?: string;
  licence?: string;
  /** Address of the office's page. */
  page?: string;
  corrections?: Correction[];
  /** The files that it was imported from. */
  originals?: { name: string; file: string; sha256: string; parts: string[]; withheld?: boolean }[];
  /** Where the rows of its tables are in the originals. */
  tables?: { file: string; rows: { part: string | null; from: number; to: number }[] }[];
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const fits = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(String(value));
const SHAPES: Record<keyof FrontMatter, (value: unknown) => boolean> = {
  publisher: isText,
  published: fits(/^\d{4}-\d\d-\d\d$/),
  imported: fits(/^\d{4}-\d\d-\d\d$/),
  changesSince: fits(/^\d{4}-\d\d-\d\d$/),
  documentNumber: isText,
  licence: isText,
  page: fits(/^https?:\/\//),
  corrections: Array.isArray,
  originals: Array.isArray,
  tables: Array.isArray,
};

/** The lines of a source, without a byte order mark. */
export function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
}

/** Without what can't be read, which a warning names. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const text = lines.slice(1, Math.max(1, endOfFrontMatter(lines) - 1)).join('\n');
  const values = readYaml(text);
  return Object.fromEntries(
    Object.entries(SHAPES).flatMap(([key, isRight]) => {
      const value = values[key];
      return isRight(value) ? [[key, value]] : [];
    }),
  );
}

/** Nothing where it can't be read, as of aliases that multiply. */
function readYaml(text: string): Record<string, unknown> {
  try {
    const document = parseDocument(text);
    return (document.errors.length > 0 ? {} : Object(document.toJS())) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The index of the first line behind `---`, …, `---`. */
export function endOfFrontMatter(lines: readonly string[]): number {
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  return lines[0]?.trimEnd() === '---' ? end + 1 : 0;
}
