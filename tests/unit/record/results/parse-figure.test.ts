import { expect, test } from 'vitest';
import { parseFigure } from '../../../../src/record/results/parse-figure.ts';

test.each([
  ['10', '10'],
  ['9.760', '9.760'],
  ['97.57%', '97.57'],
  ['９７．５％', '97.5'],
  ['9.76 分', '9.76'],
  ['5‰', '5'],
  ['1,024', '1024'],
  ['-3.5', '-3.5'],
  ['0', '0'],
  ['\u200B8', '8'],
])('%s is %s', (text, value) => {
  expect(parseFigure(text)).toEqual({ text, value });
});

test.each(['', '—', '/', '10/9', '9-10', '10,24', '优', '约9', '9分半', '1.2.3', '.5', '9%分', '20项'])(
  '%j is no figure',
  (text) => {
    expect(parseFigure(text)).toEqual({ text, value: null });
  },
);
