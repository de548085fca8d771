import { expect, test } from 'vitest';
import { readElement } from '../../../../src/import/read-xml.ts';
import { readMath } from '../../../../src/import/word/read-math.ts';
import { must } from '../../../../src/record/must.ts';

const read = (content: string) =>
  readMath(must(readElement(`<m:oMath xmlns:m="m" xmlns:w="w">${content}</m:oMath>`, 'oMath') ?? undefined));
const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const e = (content: string) => `<m:e>${content}</m:e>`;
const sup = (small: string) => `<m:sSup>${e(r('10'))}<m:sup>${small}</m:sup></m:sSup>`;
const sub = (small: string) => `<m:sSub>${e(r('CO'))}<m:sub>${small}</m:sub></m:sSub>`;
const FRACTION = `<m:f><m:num>${r('1')}</m:num><m:den>${r('2')}</m:den></m:f>`;

test.each([
  [r('≥60'), '≥60'],
  [sup(r('3')) + r('次'), '10³次'],
  [sub(r('2')), 'CO₂'],
  ['<m:sSup/>', ''],
  [sup(r('n')), null],
  [sup(FRACTION), null],
  [`<m:sSup>${e(FRACTION)}<m:sup>${r('2')}</m:sup></m:sSup>`, null],
  [`<m:d>${e(r('1'))}${e(r('2'))}</m:d>`, '(1|2)'],
  [
    `<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=","/><m:endChr m:val=""/></m:dPr>${e(r('1'))}${e(r('2'))}</m:d>`,
    '[1,2',
  ],
  [`<m:d>${e(FRACTION)}</m:d>`, null],
  [`<m:func><m:fName>${r('max')}</m:fName>${e(r('3'))}</m:func>`, 'max3'],
  [`<m:box><m:boxPr><m:t>无</m:t></m:boxPr>${e(r('3'))}</m:box>`, '3'],
  [`<m:borderBox>${e(r('3'))}</m:borderBox><m:ins>${r('4')}</m:ins>`, '34'],
  [`<m:r><w:rPr><w:b/></w:rPr><m:rPr/><m:t>3</m:t></m:r><m:del>${r('4')}</m:del>`, '3'],
  [FRACTION, null],
  [r('3') + FRACTION, null],
])('%s is %s', (content, text) => {
  expect(read(content)).toBe(text);
});
