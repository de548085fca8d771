import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { ProjectSchema, type Project } from '../../../src/record/disclosure-schema.ts';
import { toPublishedProject } from '../../../src/record/published-disclosure.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const fixtures = fileURLToPath(new URL('../record/fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () => readSource(readFileSync(join(fixtures, name, 'source.md')));

  test('gives the record', async () => {
    const { projects } = read();
    for (const project of projects) ProjectSchema.parse(project);
    await expect(`${JSON.stringify(projects.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'record.json'),
    );
  });

  test('says what there is to say', async () => {
    const { notices } = read();
    await expect(`${formatNotices(notices)}\n`).toMatchFileSnapshot(join(fixtures, name, 'notices.txt'));
  });
});

function readSource(value: Uint8Array) {
  return readDisclosure(new VFile({ path: 'disclosures/2026/source.md', value }));
}

/** The record without what every case shares. */
function brief(project: Project) {
  const { source, ...published } = toPublishedProject(project);
  return { ...published, lines: [source.startLine, source.endLine] };
}

/** What a table reads as whose title, label of the budget and label of the goal are these. */
function readYear(path: string, title: string, budget: string, goal: string) {
  const rows = [
    `项目名称\t河道清淤`,
    `${budget}\t30,000.00`,
    `总体绩效目标\t${goal}`,
    `\t清淤三公里`,
    `绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值`,
    `\t产出指标\t数量指标\t清淤长度\t3公里`,
    `\t效益指标\t社会效益\t受益村庄\t≥12个`,
    `\t满意度指标\t服务对象满意度\t沿岸居民满意度\t≥90%`,
  ];
  const value = `## ${title}\n\n${rows.join('\n')}\n`;
  const { projects, notices } = readDisclosure(new VFile({ path, value }));
  return [projects[0]?.year ?? null, ...notices.map(({ rule, line, column }) => `${line}:${column} ${rule}`)];
}

const title = '项目绩效目标表';
const cost = '1:4 indicator/missing-category';

test.each([
  ['the label of the budget', 'a.md', title, '2019年预算金额(元)', '年度目标', [2019]],
  ['the folder', 'disclosures/2019/a.md', title, '预算金额(元)', '年度目标', [2019]],
  ['the name of the file', 'disclosures/qing-xi-2019.md', title, '预算金额(元)', '年度目标', [2019]],
  ['the title', 'a.md', `2019年度${title}`, '预算金额(元)', '年度目标', [2019]],
  ['the label of the goal', 'a.md', title, '预算金额(元)', '2019年度目标', [2019]],
  [
    'the title before that of the goal',
    'a.md',
    `2019年${title}`,
    '预算金额(元)',
    '2018年度目标',
    [2019, '5:8 year/goal-differs'],
  ],
  [
    'the label of the budget before the title',
    'a.md',
    `2019年${title}`,
    '2018年预算金额(元)',
    '年度目标',
    [2018, '4:14 year/title-differs'],
  ],
  [
    'none of two in the title',
    'a.md',
    `2018年、2019年${title}`,
    '预算金额(元)',
    '年度目标',
    [null, '4:9 budget/no-year'],
  ],
  ['none', 'a.md', title, '预算金额(元)', '年度目标', [null, '4:9 budget/no-year']],
  [
    'none of two that differ',
    'disclosures/2019/a.md',
    title,
    '2018年预算金额(元)',
    '年度目标',
    [null, '4:14 budget/other-year'],
  ],
])('the year of a budget is read from %s', (_, path, heading, budget, goal, expected) => {
  expect(readYear(path, heading, budget, goal)).toEqual(expected);
});

test('asks for cost indicators since the budgets of 2021', () => {
  expect(readYear('a.md', title, '2020年预算金额(元)', '年度目标')).toEqual([2020]);
  expect(readYear('a.md', title, '2021年预算金额(元)', '年度目标')).toEqual([2021, cost]);
});

describe('what is not where it belongs is an error or a warning at its cell', () => {
  const SHEET = [
    '项目名称\t\t河道清淤',
    '主管部门\t\t云州市水务局',
    '年度资金总额（万元）\t\t3.00',
    '年度目标\t清淤三公里。',
    '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t权重',
    '\t产出指标\t数量指标\t清淤长度\t≥3公里\t20',
    '\t\t\t清淤船次\t≥9次\t20',
    '\t效益指标\t社会效益指标\t受益村庄\t≥4个\t20',
  ];
  const LEDGER = [
    '单位名称\t项目名称\t预算数（万元）\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值',
    '云州市水务局\t河道清淤\t3.00\t清淤。\t产出指标\t数量指标\t清淤长度\t≥3公里',
    '\t堤岸修补\t2.00\t修补。\t产出指标\t数量指标\t修补长度\t≥2公里',
    '\t\t\t\t效益指标\t社会效益指标\t受益村庄\t≥4个',
  ];
  const readLines = (lines: readonly string[]) =>
    readDisclosure(
      new VFile({ path: 'disclosures/2026/a.md', value: `## 项目绩效目标表\n\n${lines.join('\n')}\n` }),
    );
  const saidOf = (lines: readonly string[]) =>
    readLines(lines).notices.map(({ line, column, rule }) => `${line - 2}:${column} ${rule}`);
  /** The lines with some taken out and others put in, from 1. */
  const put = (lines: readonly string[], at: number, remove: number, ...more: string[]) =>
    lines.toSpliced(at - 1, remove, ...more);

  test.each([
    [
      'a header that is not the one above',
      put(SHEET, 7, 0, '\t一级指标\t二级指标\t三级指标\t目标值'),
      '7:2 table/misplaced-row',
    ],
    [
      'such a header in a ledger',
      put(LEDGER, 3, 0, '\t\t\t\t一级指标\t二级指标\t三级指标\t目标值'),
      '3:5 table/misplaced-row',
    ],
    [
      'a header that is below its indicators',
      [...put(SHEET, 5, 1), SHEET[4] ?? '', SHEET[7] ?? ''],
      '5:2 table/misplaced-row',
    ],
    [
      'a category in a column of the project',
      put(LEDGER, 2, 1, '云州市水务局\t河道清淤\t3.00\t产出指标\t数量指标\t清淤长度\t≥3公里'),
      '2:18 table/misplaced-row',
    ],
    [
      'a goal that is not the first of its row',
      put(SHEET, 4, 1, '1\t年度目标\t清淤三公里。'),
      '4:3 table/misplaced-row',
    ],
    [
      'a label of another field for a goal',
      put(SHEET, 2, 1, '年度总体目标\t主管部门\t云州市水务局'),
      '2:8 table/misplaced-row',
    ],
    [
      'a row behind one that was moved',
      put(SHEET, 6, 2, '产出指标\t数量指标\t清淤长度\t≥3公里\t20', '\t\t清淤船次\t≥9次\t20'),
      '7:3 table/misplaced-row',
    ],
    [
      'two columns of targets',
      put(
        SHEET,
        5,
        2,
        '\t一级指标\t二级指标\t三级指标\t指标值\t指标值',
        '\t产出指标\t数量指标\t清淤长度\t≥3公里\t≥9公里',
      ),
      '5:21 field/repeated',
    ],
    [
      'two columns of subcategories',
      put(SHEET, 5, 1, '\t一级指标\t二级指标\t二级绩效指标\t三级指标\t指标值'),
      '5:12 field/repeated',
    ],
    ['a goal said twice', put(SHEET, 8, 1, '年度目标\t清淤三公里。'), '8:1 field/repeated'],
    [
      'indicators without a header',
      [...SHEET, '', '\t满意度指标\t服务对象满意度指标\t村民满意度\t≥90%'],
      '10:2 table/unknown',
    ],
    [
      'a target for a name',
      put(SHEET, 8, 1, '\t效益指标\t受益村庄\t≥4个\t20'),
      '8:12 indicator/unknown-category',
    ],
    [
      'a figure for a name',
      put(SHEET, 8, 1, '\t效益指标\t受益村庄\t4个\t20'),
      '8:12 indicator/unknown-category',
    ],
    [
      'a category for a subcategory',
      put(SHEET, 7, 1, '\t\t产出指标\t清淤船次\t≥9次\t20'),
      '7:8 indicator/unknown-category',
    ],
    [
      'a weight for a target',
      put(
        SHEET,
        5,
        2,
        '\t一级指标\t二级指标\t三级指标\t说明\t指标值',
        '\t产出指标\t数量指标\t清淤长度\t≥3公里\t20',
      ),
      '6:12 indicator/unknown-category',
    ],
    [
      'a target that is joined',
      put(SHEET, 6, 1, '\t产出指标\t数量指标\t清淤长度\t完成全年\t20', '\t\t\t\t任务'),
      '7:5 target/joined',
    ],
    ['a target without a name below another', put(SHEET, 7, 1, '\t\t\t\t≥9次'), '7:5 indicator/no-name'],
  ])('%s', (_name, lines, said) => {
    expect(saidOf(lines)).toContain(said);
  });

  test('a title that a page repeats is in no goal, in no project of a ledger', () => {
    const title = '云州市项目绩效目标表';
    expect(readLines(put(SHEET, 5, 0, `${title}\t`)).projects[0]?.goals.annual).toBe('清淤三公里。');
    const units = readLines(put(LEDGER, 3, 0, `${title}\t`, '附件2\t')).projects.map(
      ({ spendingUnit }) => spendingUnit,
    );
    expect(units).toEqual(['云州市水务局', '云州市水务局']);
  });

  test('a goal below the header, and a note below a goal', () => {
    const header = SHEET[4] ?? '';
    expect(readLines(put(SHEET, 4, 0, header)).projects[0]?.goals.annual).toBe('清淤三公里。');
    const [project] = readLines(put(SHEET, 5, 0, '注：不含支渠。\t')).projects;
    expect(project?.goals.annual).toBe('清淤三公里。');
    expect(project?.otherFields).toMatchObject([{ label: '注：不含支渠。', value: '' }]);
  });

  test('a row that slipped under columns with headers is moved back', () => {
    const [project] = readLines(put(SHEET, 6, 1, '\t\t产出指标\t数量指标\t清淤长度\t≥3公里')).projects;
    expect(project?.indicators[0]).toMatchObject({ category: '产出指标', name: '清淤长度' });
  });

  test('what stands for nothing in a blank row is not that of the rows below', () => {
    const [project] = readLines(put(SHEET, 7, 0, '\t\t……')).projects;
    expect(project?.indicators[1]).toMatchObject({ subcategory: '数量指标', name: '清淤船次' });
  });

  test('a total row, and an indicator whose category is 小计', () => {
    expect(saidOf(put(SHEET, 7, 0, '\t小计\t\t\t\t20'))).toContain('7:2 ledger/total-row');
    const [project] = readLines(put(SHEET, 7, 0, '\t小计\t质量指标\t合格率\t≥98%')).projects;
    expect(project?.indicators[1]).toMatchObject({ category: '小计', name: '合格率' });
  });

  test('a label of the form in the column of categories begins no field', () => {
    const [project] = readLines(put(SHEET, 8, 1, '\t项目类型\t社会效益指标\t受益村庄\t≥4个\t20')).projects;
    expect(project).toMatchObject({
      type: null,
      indicators: [{}, {}, { category: '项目类型', name: '受益村庄' }],
    });
  });
});

describe('a file without a line end', () => {
  const table = fixtureSource('a-plain-table');
  const [lines, last] = [table.split('\n').length, '\t成本指标\t经济成本指标\t费用总额\t'];
  /** What is said of the end, where the last row ends with this. */
  const saidOf = (end: string) =>
    readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: `${table}${last}${end}` }))
      .notices.filter(({ rule }) => rule.startsWith('file/'))
      .map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`);
  const column = last.length + 1;
  const at = (before: string) => `${lines}:${column + before.length + 1}`;

  test.each([
    ['the same as before', '9公里', '9公里'],
    ['another figure', '9公里', '3公里'],
    ['words that are short', '按期', '一二三四五六七八九十一二'],
    ['a unit of five characters', '9', '3公里河道岸'],
    ['a unit of five characters a year', '9', '3公里河道岸/每年度'],
  ])('is whole where its last cell is %s', (_, before, cell) => {
    expect(saidOf(`${before}\t${cell}`)).toEqual([`${at(before)} info file/no-line-end`]);
  });

  test.each([
    ['the beginning of the one before', '9公里', '9公'],
    ['a sentence', '按期', '一二三四五六七八九十一二三'],
    ['a figure with a sentence behind it', '9', '3公里河道岸线'],
  ])('may be cut where its last cell is %s', (_, before, cell) => {
    expect(saidOf(`${before}\t${cell}`)).toEqual([
      `${at(before)} info file/no-line-end`,
      `${at(before)} warning file/may-be-cut`,
    ]);
  });

  test.each(['9公里\t9公\n', '9公里\t9公 ', '9公里\t9公\r\n'])('is none with %j', (end) => {
    expect(saidOf(end)).toEqual([]);
  });

  test('is not cut in a table where other text follows it', () => {
    expect(saidOf('9公里\t3公里\n\n填表人：某某')).toEqual([]);
  });

  test('that holds no table has no last cell', () => {
    const { notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: '没有表' }));
    expect(notices.filter(({ rule }) => rule.startsWith('file/'))).toEqual([]);
  });
});
