import type { Glyph } from './read-texts.ts';

/** Characters that follow each other without a gap: what is drawn in one piece. */
export type Word = Pick<Glyph, 'text' | 'left' | 'right' | 'middle' | 'size' | 'hiddenBy'>;

/** Words on one line, from left to right. */
export interface Line {
  words: Word[];
  left: number;
  right: number;
  middle: number;
  size: number;
}

/** Gaps by size. Between characters of a word; from one that is two pieces of a line; that is a space between letters, or between any. */
const WORD_GAP = 0.15;
const LETTER_SPACE = 0.2;
const WIDE_SPACE = 1;
/** Distance of two middles on one line, by size: figures of another font are a little higher. */
const SAME_LINE = 0.5;
/** A character drawn twice, to look bold: distance by size. */
const TWICE = 0.15;
/** Height in points of a band of the page in which doubles are looked for. */
const BAND = 8;

/** The words of a page, in the order they are drawn in. A character drawn twice counts once. */
export function toWords(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let lastRun: number | undefined;
  for (const { text, left, right, middle, size, run, hiddenBy } of withoutDoubles(glyphs)) {
    const last = words.at(-1);
    const gap = last ? left - last.right : 0;
    if (
      last &&
      run === lastRun &&
      Math.abs(middle - last.middle) < size * TWICE &&
      Math.abs(size - last.size) < size / 4 &&
      gap < size * WORD_GAP &&
      gap > -size / 3
    ) {
      last.text += text;
      last.right = Math.max(right, last.right);
    } else words.push({ text, left, right, middle, size, hiddenBy });
    lastRun = run;
  }
  return words;
}

function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  /** By text and height on the page. */
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const { text, left, middle, size } = glyph;
    const band = Math.floor(middle / BAND);
    const others = [band - 1, band, band + 1].flatMap((at) => seen.get(`${text} ${at}`) ?? []);
    const isDouble = others.some(
      (other) => Math.abs(other.left - left) < size * TWICE && Math.abs(other.middle - middle) < size * TWICE,
    );
    if (!isDouble) seen.set(`${text} ${band}`, [...(seen.get(`${text} ${band}`) ?? []), glyph]);
    return !isDouble;
  });
}

/** Words as lines, from the top. */
export function toLines(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  for (const word of [...words].sort((a, b) => a.middle - b.middle)) {
    const line = lines.find(
      ({ middle, size }) => Math.abs(word.middle - middle) < Math.max(word.size, size) * SAME_LINE,
    );
    if (line) line.words.push(word);
    else lines.push({ words: [word], left: 0, right: 0, middle: word.middle, size: word.size });
  }
  for (const line of lines) {
    line.words.sort((a, b) => a.left - b.left);
    line.left = Math.min(...line.words.map(({ left }) => left));
    line.right = Math.max(...line.words.map(({ right }) => right));
    line.size = Math.max(...line.words.map(({ size }) => size));
  }
  return lines.sort((a, b) => a.middle - b.middle);
}

/** Pieces of a line: with a wide gap between them, as 部门名称：… and 单位：万元, or one drawn over the other. */
export function splitLine(line: Line): Line[] {
  const pieces: Line[] = [];
  for (const word of line.words) {
    const last = pieces.at(-1);
    if (last && word.left - last.right < line.size * WIDE_SPACE && word.left > last.right - line.size) {
      last.words.push(word);
      last.right = Math.max(last.right, word.right);
    } else pieces.push({ ...line, words: [word], left: word.left, right: word.right });
  }
  return pieces;
}

/** The text of a line. */
export function formatLine({ words }: Pick<Line, 'words'>): string {
  return words
    .map(({ text, left, size }, index) => {
      const before = words[index - 1];
      const gap = before ? left - before.right : 0;
      const isSpace =
        gap > size * WIDE_SPACE || (gap > size * LETTER_SPACE && isLatin(before?.text ?? '', text));
      return `${isSpace ? ' ' : ''}${text}`;
    })
    .join('')
    .trim();
}
/** Width of a cell, by the size of its text, from which its text may have paragraphs. */
const PARAGRAPHS_FROM = 10;
/** What a line that ends a paragraph leaves free at its right, by size. */
const FREE = 2.5;
/** Indent of a paragraph, by size. */
const INDENT = 2.6;

/** The text of a cell. Its lines are joined; a line that begins at the left and ends well before the right edge ends a paragraph. */
export function joinLines(lines: readonly Line[], { left, right }: { left: number; right: number }): string {
  const start = Math.min(...lines.map((line) => line.left));
  const isAligned = lines.every((line) => line.left - start < line.size * INDENT);
  const first = lines[0];
  const hasParagraphs =
    first && isAligned && right - left > first.size * PARAGRAPHS_FROM && start - left < first.size * 2;
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (!next) return formatLine(line);
      if (hasParagraphs && right - line.right > line.size * FREE) return `${formatLine(line)}\n`;
      const [end, begin] = [formatLine(line), formatLine(next)];
      return isLatin(end, begin) ? `${end} ` : end;
    })
    .join('');
}

/** Whether two pieces are words of a language that puts spaces between them: `Windows` and `11`, not `20` and `26`. */
function isLatin(before: string, after: string): boolean {
  return (
    /[A-Za-z\d]$/.test(before) &&
    /^[A-Za-z\d]/.test(after) &&
    /[A-Za-z]/.test(before.slice(-1) + after.slice(0, 1))
  );
}
