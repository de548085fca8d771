import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { toDisclosureEntry } from '../../../src/collection/to-disclosure-entry.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { Notice } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const table = fixtureSource('a-plain-table');
const UNIT = '青溪县河道管理所';
const DEPARTMENT = '青溪县水务局';

function sourceOf(text: string) {
  const path = 'disclosures/2026/qingxi.md';
  const bytes = Buffer.from(text);
  const disclosure = readDisclosure(new VFile({ path, value: bytes }));
  return { path, bytes, parsed: disclosure, disclosure };
}
const entryOf = (text: string) => must(toDisclosureEntry(sourceOf(text)));
/** Two projects, the second with other words. */
const two = (...others: [from: string, to: string][]) =>
  `${table}\n${others.reduce((text, [from, to]) => text.replaceAll(from, to), table.replaceAll('河道清淤', '堤岸修补'))}`;

test.each([
  ['the one that the file states', `---\npublisher: 青溪县财政局\n---\n\n${table}`, '青溪县财政局'],
  ['the unit of all projects', two(), UNIT],
  ['else the department of all projects', two([UNIT, '青溪县堤防所']), DEPARTMENT],
  ['else the name of the file', two([UNIT, '青溪县堤防所'], [DEPARTMENT, '青溪县农业局']), 'qingxi'],
  [
    'the name of the file where no project names anyone',
    table.replaceAll(/^(?:主管部门|用款单位).*\n/gm, ''),
    'qingxi',
  ],
])('the publisher is %s', (_, text, publisher) => {
  const entry = entryOf(text);
  expect([entry.publisher, entry.data().publisher]).toEqual([publisher, publisher]);
});

test('a file without projects is no entry', () => {
  expect(toDisclosureEntry(sourceOf('没有表格\n'))).toBeNull();
});

test('an entry has the projects in the order of the file', () => {
  expect(entryOf(two())).toMatchObject({ id: '2026/qingxi' });
  expect(entryOf(two()).data()).toMatchObject({
    year: 2026,
    path: 'disclosures/2026/qingxi.md',
    bytes: Buffer.byteLength(two()),
    projectIds: ['2026/qingxi/he-dao-qing-yu', '2026/qingxi/di-an-xiu-bu'],
    maskedLines: [],
  });
});

test('notices for staff alone are not published', () => {
  const source = sourceOf(table.trimEnd());
  const rulesOf = (notices: readonly Notice[]) => notices.map(({ rule }) => rule);
  expect(rulesOf(source.disclosure.notices)).toContain('file/no-line-end');
  expect(rulesOf(must(toDisclosureEntry(source)).data().notices)).toEqual(
    rulesOf(source.disclosure.notices).filter((rule) => rule !== 'file/no-line-end'),
  );
});

test('numbers of persons are masked in the text, the sheets, the notices and the name of the publisher', () => {
  const source = sourceOf(table.replaceAll(UNIT, `${UNIT}13912345678`));
  const [notice] = source.disclosure.notices;
  const row = { line: 3, part: null, row: 1 };
  const sheet = { file: 'a.xlsx', rows: [{ ...row, cells: ['电话 13912345678', '3公里'] }], merges: [] };
  const disclosure = {
    ...source.disclosure,
    notices: [{ ...must(notice), message: '“13912345678”' }],
    sheets: [{ ...sheet, above: [{ line: 1, text: '联系人 13912345678' }] }],
  };
  const { publisher, text, maskedLines, sheets, notices } = must(
    toDisclosureEntry({ ...source, disclosure }),
  ).data();
  expect(publisher).toBe(`${UNIT}139********`);
  expect(text).toBe(table.replaceAll(UNIT, `${UNIT}139********`));
  expect(maskedLines).toEqual([7]);
  expect(notices.map(({ message }) => message)).toEqual(['“139********”']);
  expect(sheets).toEqual([
    {
      ...sheet,
      above: [{ line: 1, text: '联系人 139********' }],
      rows: [{ ...row, cells: ['电话 139********', '3公里'] }],
    },
  ]);
});

test('corrections are published with their numbers masked', () => {
  const corrections = [
    '  - date: 2026-03-05',
    '    project: 河道清淤',
    '    text: 联系电话更正为 13800138000',
    '  - date: 2026-03-06',
    '    text: 改正错别字',
  ];
  const { publication } = entryOf(`---\ncorrections:\n${corrections.join('\n')}\n---\n\n${table}`).data();
  expect(publication.corrections).toEqual([
    { date: '2026-03-05', project: '河道清淤', text: '联系电话更正为 138********' },
    { date: '2026-03-06', text: '改正错别字' },
  ]);
  expect(entryOf(table).data().publication).toEqual({});
});
