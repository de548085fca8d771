import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../../src/content/format-notices.ts';
import { parseDisclosure } from '../../../../src/content/read-disclosure.ts';
import { ParsedOverallSchema, type ParsedOverall } from '../../../../src/record/overall-schema.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () =>
    parseDisclosure(
      new VFile({
        path: 'disclosures/2026/source.md',
        value: readFileSync(join(fixtures, name, 'source.md')),
      }),
    );

  test('gives the targets of the whole office', async () => {
    const { overall } = read();
    for (const each of overall) ParsedOverallSchema.parse(each);
    await expect(`${JSON.stringify(overall.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'overall.json'),
    );
  });

  test('says what there is to say', async () => {
    await expect(`${formatNotices(read().notices)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'notices.txt'),
    );
  });
});

const PROJECT = readFileSync(
  join(fixtures, 'ministry-form-with-tasks-of-three-sums', 'source.md'),
  'utf8',
).split('## 部门')[0];
const OFFICE = '部门名称\t水务局\n年度总体目标\t通水\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n';

/** What a file says of whole offices, and the rules of its notices on their lines. */
function readFile(text: string, path = 'disclosures/2026/source.md') {
  const { overall, notices } = parseDisclosure(new VFile({ path, value: text }));
  const said = notices.filter(({ message }) => message.includes('整体'));
  return { overall, said: said.map(({ rule, message }) => `${rule} ${message}`) };
}

test('a table of another year than its file is named', () => {
  const { overall, said } = readFile(`${PROJECT}## 部门整体支出绩效目标表（2025年度）\n\n${OFFICE}`);
  expect(overall).toEqual([]);
  expect(said).toEqual([
    'table/other-kind 这是部门（单位）整体绩效目标表，写的是 2025 年，文件在 2026 文件夹里，没有公开',
  ]);
});

test('a table without a year in a file without one is named', () => {
  const text = `${String(PROJECT)}## 部门整体支出绩效目标表\n\n${OFFICE}`;
  const { overall, said } = readFile(text, 'source.md');
  expect(overall).toEqual([]);
  expect(said).toEqual(['table/other-kind 这是部门（单位）整体绩效目标表，没有写年度，没有公开']);
});

test('a file without a project has no page for it', () => {
  const { overall, said } = readFile(`## 部门整体支出绩效目标表\n\n${OFFICE}\t产出\t数量指标\t清淤\t3公里\n`);
  expect(overall).toEqual([]);
  expect(said[0]).toMatch(/^table\/no-targets|^table\/other-kind/);
});

test('rows that add points up are named', () => {
  const rows = '\t产出指标\t数量指标\t清淤\t3公里\n总分\t\t\t\t100\n';
  const { overall, said } = readFile(`${PROJECT}## 部门整体支出绩效目标表\n\n${OFFICE}${rows}`);
  expect(overall).toMatchObject([{ goal: '通水', tasks: [], total: null, indicators: [{ name: '清淤' }] }]);
  expect(said).toEqual(['overall/unread-cells 没读懂这一行的这些格，整体绩效目标里没有它们：“总分”、“100”']);
});

/** The record without what every case shares. */
function brief(overall: ParsedOverall) {
  const { source, ...record } = overall;
  return { ...record, lines: [source.startLine, source.endLine] };
}
