import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, IDENTITY, multiply, type Matrix } from './matrix.ts';

/** A part of a page, in points from its top left corner. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a page draws, as pdf.js gives it. */
export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** One drawing operator and the state that it is drawn in. */
export interface Step {
  operator: number;
  args: readonly unknown[];
  /** From the operator's coordinates to those of the page. */
  matrix: Matrix;
  strokesWhite: boolean;
  fillsWhite: boolean;
  /** What is drawn outside of it can't be seen. */
  clip: Box;
}

type State = Omit<Step, 'operator' | 'args'>;

/** The operators of a page with their state. @param toPage From the coordinates of the file to those of the page. */
export function* walkOperators({ fnArray, argsArray }: OperatorList, toPage: Matrix): Generator<Step> {
  let state: State = { matrix: toPage, strokesWhite: false, fillsWhite: false, clip: EVERYWHERE };
  const stack: State[] = [];
  let clips = false;
  for (const [index, operator] of fnArray.entries()) {
    const args = toArray(argsArray[index]);
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        stack.push(state);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args[0])) };
        break;
      case OPS.beginAnnotation:
        stack.push(state);
        state = { ...state, matrix: multiply(multiply(toPage, toMatrix(args[2])), toMatrix(args[3])) };
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
      case OPS.endAnnotation:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args)) };
        break;
      case OPS.setStrokeRGBColor:
        state = { ...state, strokesWhite: args[0] === '#ffffff' };
        break;
      case OPS.setFillRGBColor:
        state = { ...state, fillsWhite: args[0] === '#ffffff' };
        break;
      case OPS.setFillColorN:
        state = { ...state, fillsWhite: false };
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
    }
    yield { operator, args, ...state };
    // The path that follows is drawn, then clips.
    if (clips && operator === OPS.constructPath) {
      state = { ...state, clip: intersect(state.clip, toBox(args[2], state.matrix)) };
      clips = false;
    }
  }
}

const EVERYWHERE: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** The area of a path, from its smallest and largest x and y. */
function toBox(value: unknown, matrix: Matrix): Box {
  const [x1, y1, x2, y2] = ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return EVERYWHERE;
  const [from, to] = [apply(matrix, x1, y1), apply(matrix, x2, y2)];
  return {
    left: Math.min(from[0], to[0]),
    right: Math.max(from[0], to[0]),
    top: Math.min(from[1], to[1]),
    bottom: Math.max(from[1], to[1]),
  };
}

function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Six numbers in an array of any kind; else nothing is moved. */
export function toMatrix(value: unknown): Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return IDENTITY;
  const numbers = Array.from(value as ArrayLike<unknown>, Number);
  return numbers.length === 6 && numbers.every((number) => Number.isFinite(number)) ? numbers : IDENTITY;
}
