/** The examples of the guide: each rule reports its bad example and not its good one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openContent } from '../../../../src/content/open-content.ts';
import { catalogue, type RuleId } from '../../../../src/record/rules/catalogue.ts';
import { ruleAnchor, ruleTexts } from '../../../../src/record/rules/rule-texts.ts';

/** A table without a problem. Row examples replace a row of it. */
const TABLE = `## 项目绩效目标表

项目名称		河道清淤
主管部门		青溪县水务局
实施周期		起始年度	2024	到期年度	2026
2026年预算金额(元)		30,000.00
总体绩效目标		实施周期总目标
		2024-2026年清淤九公里。
		2026年度目标
		清淤三公里。
绩效指标	一级指标	二级指标	三级指标	实施周期指标值	年度指标值
	产出指标	数量指标	清淤长度	9公里	3公里
	效益指标	社会效益	受益村庄	≥12个	≥12个
	满意度指标	服务对象满意度	沿岸居民满意度	≥90%	≥90%
	成本指标	经济成本指标	费用总额	9万元	3万元
`;

/** A table of results without a problem. */
const RESULTS = `## 项目支出绩效自评表

（2026年度）

项目名称		河道清淤
主管部门		青溪县水务局	实施单位	青溪县水务局
项目资金（万元）		年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额	3.00	3.00	2.70	10	90.00%	9
	其中：当年财政拨款	3.00	3.00	2.70	—	90.00%	—
年度总体目标	预期目标		实际完成情况
	清淤三公里。		清淤三公里。
绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
	产出指标	数量指标	清淤长度	≥3公里	3公里	50	50
	效益指标	社会效益指标	受益村庄	≥12个	12个	30	30
	满意度指标	服务对象满意度指标	沿岸居民满意度	≥90%	95%	10	10
总分						100	99
`;

/** The table of a whole office, behind that of a project. */
const OVERALL = `${TABLE}
## 部门整体支出绩效目标表

单位：万元

部门名称	青溪县水务局
年度主要任务	任务名称	主要内容	预算金额
	河道管护	清淤三公里。	3.00
	管网养护	换管一公里。	2.00
	金额合计		5.00
年度总体目标	完成水利任务
绩效指标	一级指标	二级指标	三级指标	指标值
	产出指标	数量指标	清淤长度	≥3公里
`;

/** Rules whose examples are described in words: no short source text can show them. */
const IN_WORDS: Partial<Record<RuleId, string>> = {
  'file/unreadable': 'the file does not exist',
  'file/too-large': 'the file has more than 2 MB',
  'file/not-utf-8': 'the bytes are not text',
  'file/control-character': 'the character is invisible',
  'file/same-original': 'two files name the same hash',
  'file/original-missing': 'a file next to the source is missing',
  'file/original-altered': 'a file next to the source was altered',
  'file/may-be-cut': 'the end of the file is missing',
  'file/projects-missing': 'permalinks.json lists the project',
  'file/no-line-end': 'the last line end is missing',
  'project/duplicate': 'ids differ by unit and content',
  'permalink/unreadable': 'permalinks.json is broken',
  'permalink/vanished': 'permalinks.json lists the URL',
  'budget/no-year': 'the folder is not a year',
  'result/no-year': 'the folder is not a year',
  'cell/accepted-number': 'the front matter accepts the number',
  'cell/direction-mark': 'the character is invisible',
};

const rules = Object.keys(catalogue) as RuleId[];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-rules-'));
});
afterEach(() => {
  for (const part of ['disclosures', 'guide', 'site.json'])
    rmSync(join(folder, part), { recursive: true, force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Rules that report an example. */
async function rulesOf(id: RuleId, example: string): Promise<string[]> {
  // A guide of one page: the project's takes longer to read than any example.
  write('guide/ban-li.mdx', pageOf(''));
  for (const [path, text] of filesOf(id, example)) write(path, text);
  const { sources, notices, errors } = await openContent({ root: '.', folder });
  return [...sources.flatMap(({ disclosure }) => disclosure.notices), ...notices, ...errors].map(
    ({ rule }) => rule,
  );
}

/** The content folder of an example: text by path. */
function filesOf(id: RuleId, example: string): [path: string, text: string][] {
  const [subject] = id.split('/');
  if (example.startsWith('disclosures/')) return example.split('\n').map((path) => [path, TABLE]);
  if (subject === 'site') return [['site.json', example]];
  const page = example.startsWith('---') ? example : pageOf(example);
  if (example.startsWith('guide/')) return [[example, page.replace(example, '')]];
  if (subject === 'guide') return [['guide/ban-shi.mdx', page]];
  const { row } = ruleTexts[id];
  const lines = (subject === 'result' ? RESULTS : subject === 'overall' ? OVERALL : TABLE).split('\n');
  const rest = lines.slice(3, -1).join('\n');
  const text =
    row === undefined
      ? `${example.replaceAll('…', rest)}\n`
      : lines.map((line) => (line.split('\t').includes(row) ? example : line)).join('\n');
  return [['disclosures/2026/shuiwuju.md', text]];
}

/** A page of the guide. */
function pageOf(text: string): string {
  return `---\ntitle: 办事\nsummary: 怎样办\norder: 1\n---\n\n${text}\n`;
}

test.each([TABLE, RESULTS])('a table of the examples has no problem', async (table) => {
  write('disclosures/2026/shuiwuju.md', table);
  const { sources, notices, errors } = await openContent({ root: '.', folder });
  expect([...sources.flatMap(({ disclosure }) => disclosure.notices), ...notices, ...errors]).toEqual([]);
});

test('only the listed rules have their examples in words', () => {
  expect(rules.filter((id) => ruleTexts[id].inWords)).toEqual(rules.filter((id) => id in IN_WORDS));
});

test.each(rules)('%s has a text', (id) => {
  const { title, means, english, advice, bad, good } = ruleTexts[id];
  expect(english).toMatch(/^[A-Z]\P{Script=Han}+\.$/u);
  expect(title.length).toBeLessThan(20);
  for (const text of [means, advice]) expect(text).toMatch(/[。！；]$/);
  expect(bad).not.toBe(good);
  expect(ruleAnchor(id)).toMatch(/^rule-[a-z\d-]+$/);
});

test.each(rules.filter((id) => !(id in IN_WORDS)))('%s reports its bad example only', async (id) => {
  const { bad, good } = ruleTexts[id];
  expect(await rulesOf(id, bad)).toContain(id);
  for (const part of ['disclosures', 'guide', 'site.json'])
    rmSync(join(folder, part), { recursive: true, force: true });
  expect(await rulesOf(id, good)).not.toContain(id);
});
