import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { maskNumbers } from '../record/mask-numbers.ts';
import { findControlCharacter } from '../table/control-character.ts';
import { ImportError } from './import-error.ts';
import type { ImportedPiece, PageLayout } from './imported.ts';
import { keepCaptions } from './keep-captions.ts';
import { readSafely } from './read-safely.ts';

/** A file over 1 GB is not even read. The limit of what can be imported is far below. */
const LARGEST = 1024 ** 3;

/** What a remark says of a content that is in the original and not on the page. */
const LEFT_OUT = /隐藏|批注|修订|没有读入/;

/** Where the import writes to. */
export interface ImportEffects {
  /** A line of the result, for staff. */
  print: (line: string) => void;
  /** What is being read now, for staff. */
  progress: (line: string) => void;
}

/** An original that has been read. */
export interface Original {
  /** The file's name. */
  name: string;
  bytes: Buffer;
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: string;
  pieces: readonly ImportedPiece[];
  /** Its tables: `工作表“Sheet1”`. At least one. */
  parts: string[];
  /** How many pages it has. Undefined: it has none. */
  pages: number | undefined;
  /** Of a PDF, the pages that were read. */
  layouts: readonly PageLayout[];
  /** Whether something in it is hidden, or was not read. */
  hasMore: boolean;
}

/** Reads a file and prints what was left out. Throws an {@link ImportError} whose message begins with the file's name. */
export function openOriginal(file: string, effects: ImportEffects): Promise<Original> {
  return openNamed(basename(file), () => readBytes(file), effects);
}

/** The same for a file that was sent under a name. */
export async function openNamed(
  name: string,
  read: () => Buffer,
  { print, progress }: ImportEffects,
): Promise<Original> {
  if (maskNumbers(name) !== name)
    throw new ImportError(
      `${maskNumbers(name)}：文件名里有电话或证件号码，会出现在网页上；请改一个文件名再导入`,
    );
  const control = findControlCharacter(name);
  if (control)
    throw new ImportError(
      `${name.replaceAll(/\p{C}/gu, '�')}：文件名里有看不见的字符 ${control.code}；请改一个文件名再导入`,
    );
  try {
    const bytes = read();
    progress(`正在读 ${name}……`);
    const {
      pieces,
      remarks,
      pages,
      layouts = [],
      isPage,
    } = await readSafely(name, bytes, (sheet) => {
      progress(`  工作表“${sheet}”`);
    });
    const parts = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.part] : []));
    for (const remark of remarks) print(`${name} ${remark}`);
    if (parts.length === 0) throw new ImportError('里面没有表格');
    for (const row of pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : [])))
      row.faults = row.faults?.map((fault) => `${name} ${fault}`) ?? [];
    const { kept, remark } = isPage ? keepCaptions(pieces) : { kept: pieces, remark: null };
    if (remark !== null) print(`${name} ${remark}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const hasMore = remarks.some((remark) => LEFT_OUT.test(remark));
    return { name, bytes, sha256, pieces: kept, parts, pages, layouts, hasMore };
  } catch (error) {
    throw error instanceof ImportError ? new ImportError(`${name}：${error.message}`, error) : error;
  }
}

function readBytes(file: string): Buffer {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isFile()) throw new ImportError('没有这个文件');
  if (status.size > LARGEST) throw new ImportError('文件超过 1 GB，上限是 20 MB');
  return readFileSync(file);
}
