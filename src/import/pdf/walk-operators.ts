import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY, multiply, type Matrix } from './matrix.ts';

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
}

type State = Omit<Step, 'operator' | 'args'>;

/** The operators of a page with their state. @param toPage From the coordinates of the file to those of the page. */
export function* walkOperators({ fnArray, argsArray }: OperatorList, toPage: Matrix): Generator<Step> {
  let state: State = { matrix: toPage, strokesWhite: false, fillsWhite: false };
  const stack: State[] = [];
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
    }
    yield { operator, args, ...state };
  }
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
