import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { countTables } from '../../../src/desk/count-tables.ts';
import { toPasted } from '../../helpers/office-files.ts';
import { ministryForm } from '../../helpers/result-forms.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const targets = fixtureSource('a-plain-table');
const results = toPasted([ministryForm()]);

test.each([
  ['targets', targets, '1 个项目'],
  ['targets and results', `${targets}\n\n${results}`, '1 个项目、1 张自评表'],
  ['results', results, '1 张自评表'],
  ['nothing', '甲', '0 个项目'],
])('counts %s', (_what, value, words) => {
  expect(countTables(readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value })))).toBe(words);
});
