import { parse } from 'node-html-parser';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { explainTables } from '../../../../src/desk/explain-tables.ts';
import { readingSide } from '../../../../src/desk/views/reading-side.ts';
import { forms } from '../../../../src/record/forms/forms.ts';
import { must } from '../../../../src/record/must.ts';
import { toPasted } from '../../../helpers/office-files.ts';
import { ministryForm } from '../../../helpers/result-forms.ts';

const results = toPasted([ministryForm()]);

/** The side of the first table of a text. */
async function sideOf(value: string) {
  const reading = readDisclosure(new VFile({ path: 'disclosures/2025/a.md', value }));
  const table = must(explainTables(reading, forms)[0]);
  const side = parse(String(await readingSide(table, null, '2025')));
  return {
    kind: table.kind,
    textsOf: (selector: string) => side.querySelectorAll(selector).map(({ text }) => text.trim()),
  };
}

test('a table of results is shown with what was promised, reached and scored', async () => {
  const { kind, textsOf } = await sideOf(results);
  expect(kind).toBe('target');
  expect(textsOf('.name')).toEqual(['老旧供水管网改造']);
  expect(textsOf('dd')).toEqual([
    ...['2025年', '1,768.36', '97.57%', '98.76'],
    ...['更换老旧管网 42 公里，漏损率降到 9% 以下。', '更换老旧管网 40.5 公里，漏损率 9.4%。'],
  ]);
  expect(textsOf('tbody tr:first-child > *')).toEqual(['更换管网长度', '42公里', '40.5公里', '19']);
  expect(textsOf('.missing')).toEqual([]);
});

test('one that lacks its name is shown in part', async () => {
  const { textsOf } = await sideOf(results.replace('老旧供水管网改造', ''));
  expect(textsOf('.missing')).toEqual(['改好以后才读得全。已经读懂的：']);
});
