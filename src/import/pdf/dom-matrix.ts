/**
 * pdf.js calculates with the matrices of browsers where the letters of a font are pictures, and Node has none. It would take them
 * from a library for drawing, of 36 MB, which `overrides` in package.json leaves out: nothing is drawn here.
 */
import CSSMatrix from '@thednp/dommatrix';

Object.assign(globalThis, { DOMMatrix: CSSMatrix });
