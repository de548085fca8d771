/**
 * In: a page of a PDF.
 * Out: the characters and the straight lines that it draws, in points from its top left corner as most of its text is read.
 */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  apply,
  extentOf,
  IDENTITY,
  move,
  multiply,
  toDirection,
  toLine,
  TURNS,
  type Box,
  type Line,
  type Matrix,
  type Point,
} from './geometry.ts';

export interface Drawing {
  glyphs: Glyph[];
  lines: Line[];
}

/** A drawn character. Text askew, as of a watermark, is none. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  /** The middle of its height. */
  y: number;
  size: number;
  /** Null: it can be seen. Else y of the middle of what can be seen of its cell. */
  hiddenAt: number | null;
}

/** What operators set, save and restore. */
interface State {
  matrix: Matrix;
  font: { vertical?: boolean; fontMatrix?: Matrix };
  size: number;
  spacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  /** Where the line of text begins, and where the next character is. */
  line: Matrix;
  pen: Matrix;
  strokesWhite: boolean;
  fillsWhite: boolean;
  /** Outside of it nothing can be seen. */
  clip: Box;
}

/** A character as pdf.js gives it. Widths are thousandths of the font's size. */
interface Shape {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: readonly [advance: number, x: number, y: number];
}

/** The middle of a character above its foot, by size. */
const MIDDLE = 0.35;
/** A filled area that is this narrow is a line; points. */
const THICKEST = 3;
/** A filled area with more is no line. */
const MOST_CORNERS = 100;
/** Numbers of a path's commands: move, line, curve, quadratic curve, close. */
const SIZES: readonly number[] = [2, 2, 6, 4, 0];
const SAVES: readonly number[] = [OPS.save, OPS.beginGroup, OPS.paintFormXObjectBegin, OPS.beginAnnotation];
const RESTORES: readonly number[] = [OPS.restore, OPS.endGroup, OPS.paintFormXObjectEnd, OPS.endAnnotation];
const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = OPS;
const STROKES: readonly number[] = [stroke, closeStroke, fillStroke, eoFillStroke].concat(
  closeFillStroke,
  closeEOFillStroke,
);

/** What operators change before anything is drawn. */
const CHANGES: Readonly<Record<number, (state: State, args: readonly unknown[]) => Partial<State>>> = {
  [OPS.transform]: ({ matrix }, args) => ({ matrix: multiply(matrix, args as Matrix) }),
  [OPS.paintFormXObjectBegin]: ({ matrix }, [own]) => ({
    matrix: multiply(matrix, (own ?? IDENTITY) as Matrix),
  }),
  [OPS.setStrokeRGBColor]: (_, [color]) => ({ strokesWhite: color === '#ffffff' }),
  [OPS.setFillRGBColor]: (_, [color]) => ({ fillsWhite: color === '#ffffff' }),
  [OPS.setFillColorN]: () => ({ fillsWhite: false }),
  [OPS.setCharSpacing]: (_, [spacing]) => ({ spacing: Number(spacing) }),
  [OPS.setWordSpacing]: (_, [spacing]) => ({ wordSpacing: Number(spacing) }),
  [OPS.setHScale]: (_, [percent]) => ({ stretch: Number(percent) / 100 }),
  [OPS.setTextRise]: (_, [rise]) => ({ rise: Number(rise) }),
  [OPS.setLeading]: (_, [leading]) => ({ leading: Number(leading) }),
  [OPS.beginText]: () => ({ line: IDENTITY, pen: IDENTITY }),
  [OPS.setTextMatrix]: (_, [matrix]) => ({ line: matrix as Matrix, pen: matrix as Matrix }),
  [OPS.moveText]: (state, [x, y]) => moveLine(state, Number(x), Number(y)),
  [OPS.setLeadingMoveText]: (state, [x, y]) => ({
    ...moveLine(state, Number(x), Number(y)),
    leading: -Number(y),
  }),
  [OPS.nextLine]: (state) => moveLine(state, 0, -state.leading),
};

export async function readDrawing(page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const reader = new DrawingReader(page);
  for (const [index, operator] of fnArray.entries())
    reader.follow(operator, (argsArray[index] ?? []) as unknown[]);
  return reader.finish();
}

class DrawingReader {
  readonly #page: PDFPageProxy;
  readonly #base: Matrix;
  readonly #glyphs: { text: string; box: Box; middle: Point; size: number; clip: Box }[] = [];
  readonly #strokes: Box[] = [];
  /** Characters by the direction of their text: right, down, left, up. */
  readonly #directions = [0, 0, 0, 0];
  readonly #stack: State[] = [];
  #state: State;
  #clips = false;

  constructor(page: PDFPageProxy) {
    this.#page = page;
    this.#base = page.getViewport({ scale: 1 }).transform;
    const text = { size: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 };
    const clip: Box = [
      [-1e6, -1e6],
      [1e6, 1e6],
    ];
    const places = { matrix: this.#base, line: IDENTITY, pen: IDENTITY, clip };
    this.#state = { ...text, ...places, font: {}, strokesWhite: false, fillsWhite: false };
  }

  follow(operator: number, args: readonly unknown[]): void {
    const [first, second, third, fourth] = args;
    if (SAVES.includes(operator)) this.#stack.push(this.#state);
    if (RESTORES.includes(operator)) this.#state = this.#stack.pop() ?? this.#state;
    this.#set(CHANGES[operator]?.(this.#state, args) ?? {});
    switch (operator) {
      case OPS.beginAnnotation:
        this.#set({ matrix: multiply(multiply(this.#base, third as Matrix), fourth as Matrix) });
        break;
      case OPS.setFont:
        this.#set({ font: this.#findFont(String(first)), size: Number(second) });
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clips = true;
        break;
      case OPS.constructPath:
        this.#draw(Number(first), (second as [Float32Array | null])[0], third as Float32Array | null);
        break;
      case OPS.paintSolidColorImageMask:
        this.#fill([this.#apply(0, 0), this.#apply(1, 1)]);
        break;
      case OPS.showText:
        for (const shape of first as (Shape | number)[])
          if (typeof shape === 'number') this.#advance((-shape * this.#state.size) / 1000);
          else this.#show(shape);
        break;
    }
  }

  finish(): Drawing {
    const turn = TURNS[this.#directions.indexOf(Math.max(...this.#directions))] ?? ((point) => point);
    const glyphs = this.#glyphs.map(({ text, box, middle, size, clip }): Glyph => {
      const { left, right } = extentOf(box.map(turn));
      const [x, y] = turn(middle);
      const half = (right - left) / 2;
      const { top, bottom } = extentOf(clip.map(turn));
      return {
        text,
        left: x - half,
        right: x + half,
        y,
        size,
        hiddenAt: y < top || y > bottom ? (top + bottom) / 2 : null,
      };
    });
    return { glyphs, lines: this.#strokes.flatMap(([start, end]) => toLine(turn(start), turn(end))) };
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #apply(x = 0, y = 0, matrix = this.#state.matrix): Point {
    return apply(matrix, x, y);
  }

  #findFont(name: string): State['font'] {
    const fonts = this.#page.commonObjs;
    return fonts.has(name) ? (fonts.get(name) as State['font']) : {};
  }

  /** Along the text, before it is stretched. */
  #advance(length: number): void {
    const { font, stretch, pen } = this.#state;
    this.#set({ pen: font.vertical ? move(pen, 0, length) : move(pen, length * stretch, 0) });
  }

  #show({ unicode, width, isSpace, vmetric: [down, across, up] = [-1000, width / 2, 880] }: Shape): void {
    const { font, size, spacing, wordSpacing, stretch, rise, matrix, pen, clip } = this.#state;
    const scale = size * (font.fontMatrix?.[0] ?? 0.001);
    const toPage = multiply(matrix, pen);
    const [x, y] = font.vertical ? [-across * scale, rise - up * scale] : [0, rise];
    const end = x + width * scale * stretch;
    const box: Box = [this.#apply(x, y, toPage), this.#apply(end, y, toPage)];
    const middle = this.#apply((x + end) / 2, y + size * MIDDLE, toPage);
    const [start, right, above] = [[0, 0], [size, 0], [0, size]].map(([u, v]) => this.#apply(u, v, toPage)); // prettier-ignore
    const direction = start && right ? toDirection(right[0] - start[0], right[1] - start[1]) : -1;
    if (unicode.trim() !== '' && size !== 0 && start && above && direction >= 0) {
      this.#directions[direction] = (this.#directions[direction] ?? 0) + 1;
      const height = Math.hypot(above[0] - start[0], above[1] - start[1]);
      this.#glyphs.push({ text: unicode, box, middle, size: height, clip });
    }
    const gap = spacing + (isSpace ? wordSpacing : 0);
    this.#advance(font.vertical ? down * scale - gap : width * scale + gap);
  }

  /** @param extent The path's smallest x and y, and its largest. */
  #draw(paint: number, path: Float32Array | null, extent: Float32Array | null): void {
    const outlines = this.#toOutlines(path ?? new Float32Array());
    if (STROKES.includes(paint) && !this.#state.strokesWhite)
      for (const outline of outlines)
        for (const [index, end] of outline.slice(1).entries())
          this.#strokes.push([outline[index] ?? end, end]);
    if (paint === OPS.fill || paint === OPS.eoFill) for (const outline of outlines) this.#fill(outline);
    if (this.#clips && extent) {
      const [x1, y1, x2, y2] = extent;
      const own = extentOf([this.#apply(x1, y1), this.#apply(x2, y2)]);
      const [[left, top], [right, bottom]] = this.#state.clip;
      const corner: Point = [Math.max(left, own.left), Math.max(top, own.top)];
      this.#set({ clip: [corner, [Math.min(right, own.right), Math.min(bottom, own.bottom)]] });
    }
    this.#clips = false;
  }

  #fill(outline: readonly Point[]): void {
    if (outline.length > MOST_CORNERS) return;
    const { left, right, top, bottom } = extentOf(outline);
    if (this.#state.fillsWhite || Math.min(right - left, bottom - top) > THICKEST) return;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    this.#strokes.push(right - left > bottom - top ? [[left, y], [right, y]] : [[x, top], [x, bottom]]); // prettier-ignore
  }

  /** The corners of each part of a path. */
  #toOutlines(path: Float32Array): Point[][] {
    const outlines: Point[][] = [];
    for (let at = 0; at < path.length;) {
      const size = SIZES[path[at] ?? 4] ?? 0;
      const end = this.#apply(path[at + size - 1], path[at + size]);
      const outline = outlines.at(-1);
      if (path[at] === 0 || !outline) outlines.push([end]);
      else outline.push(size > 0 ? end : (outline[0] ?? end));
      at += size + 1;
    }
    return outlines;
  }
}

function moveLine({ line }: State, x: number, y: number): Pick<State, 'line' | 'pen'> {
  const moved = move(line, x, y);
  return { line: moved, pen: moved };
}
