/**
 * In: the bytes of a source file.
 * Out: its text, or the position where it stops being text.
 */
import { must } from '../record/must.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { findControlCharacter } from '../table/control-character.ts';
import type { Position } from '../table/grid.ts';
import { endOf } from './end-of.ts';

/** 2 MiB: a hundred times the largest real file; a guard against a wrong file, not a limit anybody meets. */
const LARGEST = 2 * 1024 * 1024;

/** Why bytes can't be read. */
interface Failure extends Position {
  rule: RuleId;
  message: string;
}

/** The text without a byte order mark, or why there is none. */
export function decodeSource(bytes: Uint8Array): string | Failure {
  if (bytes.length > LARGEST) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    const message = `文件有 ${size} MB，上限是 2 MB；请按单位分成几个文件`;
    return { rule: 'file/too-large', line: 1, column: 1, message };
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    const message = `从这里起不是 UTF-8 编码的文字${guessEncoding(bytes)}；请用编辑器另存为 UTF-8`;
    return { rule: 'file/not-utf-8', ...endOf(decodeStart(bytes)), message };
  }
  const control = findControlCharacter(text);
  if (control) {
    const message = `这里有看不见的控制字符 ${control.code}，网页不能显示；请删去`;
    return { rule: 'file/control-character', ...endOf(text.slice(0, control.at)), message };
  }
  return text;
}

function decodeUtf8(bytes: Uint8Array, stream = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** The text before the first byte that is no UTF-8, found by halving. */
function decodeStart(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodeUtf8(bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return must(decodeUtf8(bytes.subarray(0, good), true));
}

function guessEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return '，看起来是 UTF-16';
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return '，看起来是 GBK（GB18030）';
  } catch {
    return '';
  }
}
