/** A table of results is read alike from every format that an office sends. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { importOriginals } from '../../../src/import/import-originals.ts';
import { must } from '../../../src/record/must.ts';
import { makeCsv, makeWord } from '../../helpers/make-originals.ts';
import { toHtml, toPasted, toWorkbook, withLines } from '../../helpers/office-files.ts';
import { ministryForm } from '../../helpers/result-forms.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const tables = [ministryForm()];

/** What an import prints, and the source that it writes. */
async function importFile(name: string, content: string | Buffer, as: string | null = 'water') {
  const [folder, inbox] = [newFolder(), newFolder()];
  const file = join(inbox, name);
  writeFileSync(file, content);
  const printed: string[] = [];
  await importOriginals(
    [file],
    { folder, ...(as !== null && { as }), force: false, withhold: false },
    { print: (line: string) => printed.push(line), progress: () => undefined },
  );
  const [path = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /(?<!original)\.md$/.test(each),
  );
  return { path, printed, ...readDisclosure(new VFile({ path, value: readFileSync(join(folder, path)) })) };
}

test.each([
  ['xlsx', () => toWorkbook(tables)],
  ['xls', () => toWorkbook(tables, 'biff8')],
  ['docx', () => makeWord(tables.map(withLines))],
  ['csv', () => makeCsv(tables.map(withLines))],
  ['html', () => toHtml(tables)],
  ['txt', () => toPasted(tables)],
])('%s', async (format, make) => {
  const { printed, results, notices } = await importFile(`青溪县水务局.${format}`, make());
  expect(notices).toEqual([]);
  expect(results).toMatchObject([
    {
      year: 2025,
      name: '老旧供水管网改造',
      department: '青溪县水务局',
      spendingUnit: '青溪县供水站',
      funds: {
        total: {
          label: '年度资金总额',
          initial: { yuan: '18600000.00' },
          revised: { yuan: '18125000.00' },
          spent: { yuan: '17683600.00' },
          weight: { value: '10' },
          rate: { value: '97.57' },
          score: { value: '9.76' },
        },
        sources: [{ label: '其中：当年财政拨款' }, { label: '其他资金' }],
      },
      total: { weight: { value: '100' }, score: { value: '98.76' } },
      otherFields: [],
    },
  ]);
  const { goals, indicators } = must(results[0]);
  expect(goals.actual).toBe('更换老旧管网 40.5 公里，漏损率 9.4%。');
  expect(indicators.map(({ subcategory, name, actual }) => [subcategory, name, actual?.text])).toEqual([
    ['数量指标', '更换管网长度', '40.5公里'],
    ['数量指标', '新装水表', '6,120块'],
    ['质量指标', '管道试压合格率', '100%'],
    ['社会效益指标', '受益居民', '1.83万户'],
    ['服务对象满意度指标', '用水居民满意度', '93%'],
  ]);
  expect(printed.slice(0, 2)).toEqual([
    expect.stringMatching(/^已导入 1 张自评表：.*disclosures\/results\/2025\/water\.md，原件存在它旁边$/),
    '  老旧供水管网改造  2025 年自评  总分 98.76  5 项指标',
  ]);
});

const results = toPasted(tables);

test('results of the year before are in the folder of the targets, and keep their year', async () => {
  const {
    printed,
    projects,
    results: read,
  } = await importFile('a.txt', `${fixtureSource('a-plain-table')}\n\n${results}`);
  expect(projects).toMatchObject([{ year: 2026 }]);
  expect(read).toMatchObject([{ year: 2025, source: { path: 'disclosures/2026/water.md' } }]);
  expect(printed).toContainEqual(expect.stringMatching(/^已导入 1 个项目、1 张自评表：/));
});

test('targets that name no year are not of the year of the results', async () => {
  const targets = fixtureSource('a-plain-table').replaceAll(/20\d\d年度?/g, '');
  const both = `${targets}\n\n${results}`;
  await expect(importFile('a.txt', both)).rejects.toThrow('看不出是哪一年的预算');
  const { projects } = await importFile('a2026.txt', both);
  expect(projects).toMatchObject([{ year: 2026 }]);
});

test('a table without a total says so', async () => {
  const { printed } = await importFile('a.txt', results.replace(/^总分.*$/m, ''));
  expect(printed).toContain('  老旧供水管网改造  2025 年自评  表上没有总分  5 项指标');
});

test('results with a notice are of the year that they name', async () => {
  const { path, notices } = await importFile('a.txt', results.replace('98.76', '97.76'));
  expect(notices.map(({ rule }) => rule)).toEqual(['result/scores-differ']);
  expect(path).toBe('disclosures/results/2025/water.md');
});

test('results of several years are in the folder of the newest', async () => {
  const both = `${results}\n\n${results.replace('（2025年度）', '（2023年度）')}`;
  const { results: read } = await importFile('a.txt', both);
  expect(read).toMatchObject([
    { year: 2025, source: { path: 'disclosures/results/2025/water.md' } },
    { year: 2023, source: { path: 'disclosures/results/2025/water.md' } },
  ]);
});

test('results do not replace the targets of the office, whose name is in the name of the file', async () => {
  const { path } = await importFile('青溪县水务局2025年项目支出绩效自评表.txt', results, null);
  expect(path).toBe('disclosures/results/2025/qing-xi-xian-shui-wu-ju.md');
});
