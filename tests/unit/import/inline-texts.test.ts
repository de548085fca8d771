import { expect, test } from 'vitest';
import { inlineTexts } from '../../../src/import/inline-texts.ts';

test('finds cells with formats of their own by sheet and address', () => {
  const rich = '<r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r>';
  const parts = new Map([
    ['xl/workbook.xml', '<sheets><sheet name="表一" sheetId="1" r:id="rId7"/></sheets>'],
    ['xl/_rels/workbook.xml.rels', '<Relationship Id="rId7" Target="worksheets/sheet1.xml"/>'],
    [
      'xl/worksheets/sheet1.xml',
      `<c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is>${rich}</is></c><c r="C1"><v>1</v></c>`,
    ],
  ]);
  expect([...inlineTexts(parts)]).toEqual([['表一!B1', rich]]);
  expect(inlineTexts(new Map()).size).toBe(0);
});
