import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, IDENTITY, multiply, turn, type Matrix } from './matrix.ts';
import { toIdeographs } from './to-ideographs.ts';
import { toMatrix, type Box, type Step } from './walk-operators.ts';

/** One drawn character, in points from the page's top left corner. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  /** y of the middle of a character's height. */
  middle: number;
  size: number;
  /** 0: to the right, 1: down, 2: to the left, 3: up. null: askew. */
  direction: 0 | 1 | 2 | 3 | null;
  /** Number of the piece of text that it is drawn in: one font, one cell. */
  run: number;
  /** The part of the page that it is drawn above or below of, so that it can't be seen. Null: it can. */
  hiddenBy: Box | null;
}

/** What pdf.js says about a glyph. Widths are thousandths of the font's size. */
interface FontGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly number[];
}
interface Font {
  vertical?: boolean;
  fontMatrix?: readonly number[];
}

/** The middle of a Chinese character above its baseline, by size. */
const MIDDLE = 0.35;

/** Operators between two pieces of text. Programs put them around what they draw for one cell. */
const BREAKS: readonly number[] = [
  OPS.save,
  OPS.restore,
  OPS.setFont,
  OPS.constructPath,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
];

interface TextState {
  font: Font;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1: as wide as the font is. */
  stretch: number;
  leading: number;
  rise: number;
}

/** Reads the characters of a page, operator by operator. @param findFont By the name that operators give. */
export class TextReader {
  readonly glyphs: Glyph[] = [];
  readonly #findFont: (name: string) => Font;
  readonly #stack: TextState[] = [];
  #state: TextState = {
    font: {},
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  #run = 0;
  #matrix: Matrix = IDENTITY;
  #line = { x: 0, y: 0 };
  #pen = { x: 0, y: 0 };

  constructor(findFont: (name: string) => Font) {
    this.#findFont = findFont;
  }

  read({ operator, args, matrix, clip }: Step): void {
    const [first, second] = args;
    const state = this.#state;
    if (BREAKS.includes(operator)) this.#run += 1;
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
      case OPS.beginAnnotation:
      case OPS.beginGroup:
        this.#stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
      case OPS.endGroup:
        this.#state = this.#stack.pop() ?? state;
        break;
      case OPS.beginText:
        this.#startAt(IDENTITY);
        break;
      case OPS.setTextMatrix:
        this.#startAt(toMatrix(first));
        break;
      case OPS.setFont:
        state.font = this.#findFont(String(first));
        state.size = Number(second);
        break;
      case OPS.setCharSpacing:
        state.characterSpacing = Number(first);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = Number(first);
        break;
      case OPS.setHScale:
        state.stretch = Number(first) / 100;
        break;
      case OPS.setLeading:
        state.leading = Number(first);
        break;
      case OPS.setTextRise:
        state.rise = Number(first);
        break;
      case OPS.moveText:
        this.#moveLine(Number(first), Number(second));
        break;
      case OPS.setLeadingMoveText:
        state.leading = -Number(second);
        this.#moveLine(Number(first), Number(second));
        break;
      case OPS.nextLine:
        this.#moveLine(0, -state.leading);
        break;
      case OPS.showText:
        if (Array.isArray(first)) this.#show(first as (FontGlyph | number)[], matrix, clip);
        break;
    }
  }

  #startAt(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = { x: 0, y: 0 };
    this.#pen = { x: 0, y: 0 };
  }

  #moveLine(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#pen = { ...this.#line };
  }

  #show(glyphs: readonly (FontGlyph | number)[], matrix: Matrix, clip: Box): void {
    const { font, size, characterSpacing, wordSpacing, stretch } = this.#state;
    const scale = size * (font.fontMatrix?.[0] ?? 0.001);
    const toPage = multiply(matrix, this.#matrix);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (glyph * size) / 1000;
        if (font.vertical) this.#pen.y -= shift;
        else this.#pen.x -= shift * stretch;
        continue;
      }
      this.#draw(glyph, scale, toPage, clip);
      const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) this.#pen.y += (glyph.vmetric?.[0] ?? -1000) * scale - spacing;
      else this.#pen.x += (glyph.width * scale + spacing) * stretch;
    }
  }

  #draw({ unicode, width, vmetric }: FontGlyph, scale: number, toPage: Matrix, clip: Box): void {
    const { font, size, rise, stretch } = this.#state;
    if (unicode.trim() === '' || size === 0) return;
    const shiftX = font.vertical ? (vmetric?.[1] ?? width / 2) * scale : 0;
    const shiftY = font.vertical ? (vmetric?.[2] ?? 880) * scale : 0;
    const x = this.#pen.x - shiftX;
    const y = this.#pen.y + rise - shiftY;
    const advance = width * scale * stretch;
    const [startX] = apply(toPage, x, y);
    const [endX] = apply(toPage, x + advance, y);
    const [middleX, middleY] = apply(toPage, x + advance / 2, y + size * MIDDLE);
    const direction = toDirection(turn(toPage, Math.sign(size), 0));
    const height = Math.hypot(...turn(toPage, 0, size));
    const isLevel = direction === 0 || direction === 2;
    this.glyphs.push({
      text: toIdeographs(unicode),
      left: isLevel ? Math.min(startX, endX) : middleX - height / 2,
      right: isLevel ? Math.max(startX, endX) : middleX + height / 2,
      middle: middleY,
      size: height,
      direction,
      run: this.#run,
      hiddenBy: middleY < clip.top || middleY > clip.bottom ? clip : null,
    });
  }
}

function toDirection([x, y]: readonly [number, number]): Glyph['direction'] {
  if (Math.abs(y) < Math.abs(x) / 10) return x > 0 ? 0 : 2;
  if (Math.abs(x) < Math.abs(y) / 10) return y > 0 ? 1 : 3;
  return null;
}
