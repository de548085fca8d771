import type { Bytes } from '../bytes.ts';
import { quote } from '../quote.ts';
import { canShift, lower, raise } from '../shift-digits.ts';
import { symbolCharacter } from '../symbol-characters.ts';
import type { OldDocument } from './open-document.ts';
import { runAt, type PropertyRun } from './read-properties.ts';
import { isOn, readSprms, SPRM, valueOf, type Sprm } from './sprms.ts';

/** A paragraph, or what of a cell ends with a mark. */
export interface OldParagraph {
  /** As printed. Lines end with `\n`. */
  text: string;
  /** Whether it ends a cell or a row; else it is one of several in its cell, or outside of tables. */
  endsCell: boolean;
  sprms: readonly Sprm[];
  style: number;
  remarks: string[];
  faults: string[];
}

/** Characters that stand for something else ([MS-DOC] 2.4.1). */
const MARK = {
  picture: '\u0001',
  footnote: '\u0002',
  cell: '\u0007',
  drawing: '\u0008',
  lineBreak: '\v',
  pageBreak: '\f',
  paragraph: '\r',
  fieldBegin: '\u0013',
  fieldMiddle: '\u0014',
  fieldEnd: '\u0015',
  hyphen: '\u001e',
  symbol: '(',
} as const;
/** Fields that show a box or draw their text: nothing of it is in the document. */
const DRAWN = /^\s*(?:EQ|FORMCHECKBOX)\b/i;

interface Run {
  text: string;
  sprms: readonly Sprm[];
}

/** The paragraphs of the main text, in their order. */
export function readParagraphs(document: OldDocument): OldParagraph[] {
  const paragraphs: OldParagraph[] = [];
  let runs: Run[] = [];
  for (const { text, start, width } of document.pieces) {
    let properties: PropertyRun | undefined;
    for (let index = 0; index < text.length; index += 1) {
      const offset = start + index * width;
      const character = text.charAt(index);
      if (!properties || offset >= properties.end || offset < properties.start)
        properties = runAt(document.characters, offset);
      const sprms = properties?.sprms ?? [];
      const isEnd = [MARK.cell, MARK.paragraph, MARK.pageBreak].some((mark) => mark === character);
      if (isEnd) {
        const own = runAt(document.paragraphs, offset);
        paragraphs.push({
          ...toText(runs),
          endsCell: character === MARK.cell,
          sprms: withHuge(own?.sprms ?? [], document.data),
          style: own?.style ?? 0,
        });
        runs = [];
        continue;
      }
      const last = runs.at(-1);
      if (last?.sprms === sprms) last.text += character;
      else runs.push({ text: character, sprms });
    }
  }
  return paragraphs;
}

/** Properties that are too long for their page are in the stream `Data`. */
function withHuge(sprms: readonly Sprm[], data: Bytes): readonly Sprm[] {
  const place = valueOf(sprms, SPRM.PHugePapx);
  if (place === undefined || place + 2 > data.length) return sprms;
  return [...sprms, ...readSprms(data.subarray(place + 2, place + 2 + data.readUInt16LE(place)))];
}

function toText(runs: readonly Run[]): Pick<OldParagraph, 'text' | 'remarks' | 'faults'> {
  const remarks: string[] = [];
  const faults: string[] = [];
  /** Instructions of open fields; null: its result is being read. */
  const fields: (string | null)[] = [];
  const left = { struck: '', hidden: '' };
  let text = '';
  const add = (shown: string, sprms: readonly Sprm[]) => {
    if (fields.some((instruction) => instruction !== null)) {
      const at = fields.findLastIndex((instruction) => instruction !== null);
      fields[at] = `${fields[at] ?? ''}${shown}`;
    } else if (isOn(sprms, SPRM.CFRMarkDel)) return;
    else if (isOn(sprms, SPRM.CFVanish)) left.hidden += shown;
    else if (isOn(sprms, SPRM.CFStrike) || isOn(sprms, SPRM.CFDStrike)) left.struck += shown;
    else text += placed(shown, valueOf(sprms, SPRM.CIss) ?? 0, remarks);
  };
  for (const run of runs) {
    let plain = '';
    for (const character of run.text) {
      const symbol = character === MARK.symbol ? valueOf(run.sprms, SPRM.CSymbol) : undefined;
      if (symbol !== undefined) plain += symbolOf(symbol, faults);
      else if (character === MARK.lineBreak) plain += '\n';
      else if (character === MARK.hyphen) plain += '-';
      else if (character === MARK.picture) faults.push('有一张图片或一个公式，读不出；请在 Word 里改成文字');
      else if (character === MARK.drawing) remarks.push('有图片或文本框，没有读入');
      else if (character === MARK.footnote) remarks.push('有脚注或尾注，没有读入');
      else if (/[\u{f000}-\u{f0ff}]/u.test(character))
        plain += symbolOf(character.charCodeAt(0) * 0x10000, faults);
      else if (
        character === MARK.fieldBegin ||
        character === MARK.fieldMiddle ||
        character === MARK.fieldEnd
      ) {
        add(plain, run.sprms);
        plain = '';
        if (character === MARK.fieldBegin) fields.push('');
        else {
          const instruction = fields.pop();
          if (instruction && DRAWN.test(instruction))
            faults.push(`域“${quote(instruction)}”画出的字符读不出；请在 Word 里改成文字`);
          if (character === MARK.fieldMiddle) fields.push(null);
        }
      } else if (!/(?![\t\n])\p{Cc}/u.test(character)) plain += character;
    }
    add(plain, run.sprms);
  }
  if (left.struck.trim() !== '') remarks.push(`有删除线的文字没有读入：“${quote(left.struck)}”`);
  if (left.hidden.trim() !== '') remarks.push(`隐藏的文字没有读入：“${quote(left.hidden)}”`);
  return { text, remarks, faults };
}

/** @param place 1: raised, 2: lowered. */
function placed(text: string, place: number, remarks: string[]): string {
  if (place !== 1 && place !== 2) return text;
  if (!canShift(text)) remarks.push(`上标或下标“${quote(text)}”按普通文字读入，请对照原件`);
  return place === 1 ? raise(text) : lower(text);
}

/** @param symbol Number of the font and, above it, the character. The names of fonts are not read: most are Symbol. */
function symbolOf(symbol: number, faults: string[]): string {
  const code = Math.floor(symbol / 0x10000);
  const character = code >= 0x100 && code < 0xf000 ? symbolCharacter('', code) : null;
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  if (character === null) faults.push(`有一个符号（${name}）读不出；请在 Word 里改成普通文字`);
  return character ?? '';
}
