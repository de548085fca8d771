/** What each rule says, and what it leaves unsaid, of tables that differ from a right one in a cell. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { rules } from '../../../src/record/check-project.ts';
import { ruleTexts } from '../../../src/record/rules/rule-texts.ts';

interface Table {
  name?: string;
  budget?: string;
  /** Rows between the budget and the goals. */
  head?: string[];
  periodGoal?: string;
  annualGoal?: string;
  period?: string;
  /** 一级, 二级, 三级指标, 周期值, 年度值, 备注: the rows of indicators. */
  rows?: string[];
}

/** `line:column message` of what a rule says. */
function saidBy(rule: string, { name, budget, head, period, periodGoal, annualGoal, rows }: Table): string[] {
  const lines = [
    `项目名称\t${name ?? '河道清淤'}`,
    `2026年预算金额(元)\t${budget ?? '30,000.00'}`,
    `实施周期\t${period ?? '2026年-2028年'}`,
    `总体绩效目标\t实施周期总目标\t年度目标`,
    `\t${periodGoal ?? '三年清淤'}\t${annualGoal ?? '今年清淤'}`,
    ...(head ?? []),
    `绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值\t备注`,
    ...(rows ?? ['产出指标|数量指标|清淤长度|9公里|3公里']).map((row) => `\t${row.replaceAll('|', '\t')}`),
  ];
  const file = new VFile({ path: 'disclosures/2026/a.md', value: `${lines.join('\n')}\n` });
  const { projects, notices } = readDisclosure(file);
  expect(projects).toHaveLength(1);
  return notices
    .filter((notice) => notice.rule === rule)
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** The place of the one thing that a rule says; undefined: it says nothing. */
const placeOf = (rule: string, table: Table) => saidBy(rule, table)[0]?.split(' ')[0];

describe('numbers of persons are found', () => {
  test.each<[string, Table, string]>([
    ['in the name', { name: '清淤13800138000' }, '1:6'],
    ['in the goal of the period', { periodGoal: '电话13800138000' }, '5:2'],
    ['in the goal of the year', { annualGoal: '电话0769-22223333' }, '5:7'],
    ['in a field of the office', { head: ['联系人\t张三13800138000'] }, '6:5'],
    ['in an indicator', { rows: ['产出指标|数量指标|问13800138000|9公里|3公里'] }, '7:12'],
    ['in the target of the period', { rows: ['产出指标|数量指标|清淤|问13800138000|3公里'] }, '7:15'],
    ['in the target of the year', { rows: ['产出指标|数量指标|清淤|9公里|问13800138000'] }, '7:19'],
    ['in a column of the office', { rows: ['产出指标|数量指标|清淤|9公里|3公里|问13800138000'] }, '7:23'],
  ])('%s', (_, table, place) => {
    expect(placeOf('cell/phone-number', table)).toBe(place);
    expect(saidBy('cell/identity-number', table)).toEqual([]);
  });

  test('by their first digits, whatever their width', () => {
    expect(saidBy('cell/phone-number', { name: '清淤１３８００１３８０００' })).toEqual([
      '1:6 这里有电话号码 138…，网页、搜索和数据文件里已遮住，但在可下载的原件和 source.txt 里仍能读到；公开前请确认，不应公开的从原件中删去，再导入一次',
    ]);
    expect(saidBy('cell/identity-number', { name: '清淤11010519491231002X' })).toEqual([
      '1:6 这里有像身份证号的数字 110…；请从原件中删去，再导入一次。确要公开的，在文件头写 acceptedNumbers: ["110105…002X"]',
    ]);
  });
});

describe('the year’s costs are the budget', () => {
  const costs = (...targets: string[]) => ({
    rows: targets.map((target, index) => `成本指标|经济成本指标|费用${index}||${target}`),
  });
  test.each<[string, Table]>([
    ['where one of them is', costs('2万元', '3万元')],
    ['where they are together', costs('2万元', '10,000.00元')],
    ['where one is a range', costs('2-3万元')],
    ['where the cost stands under 产出指标', { rows: ['产出指标|成本指标|费用||3万元'] }],
    ['where the sum is no cost', { rows: ['效益指标|经济效益|收益||5万元'] }],
  ])('%s', (_, table) => {
    expect(saidBy('budget/cost-mismatch', table)).toEqual([]);
  });

  test.each<[string, string]>([
    ['30,000.00 元', '30,000.00 元'],
    ['30,000.00', '30,000.00 元'],
  ])('and a difference is told beside the budget as written, %s', (budget, told) => {
    const [said] = saidBy('budget/cost-mismatch', { budget, ...costs('2.5万元') });
    expect(said).toBe(
      `7:17 成本指标“费用0”年度值 2.5万元，预算金额（第 2 行）${told}，相差 5,000.00 元`.replace(
        '7:17',
        said?.split(' ')[0] ?? '',
      ),
    );
  });
});

describe('a cost is compared where it is all of the project’s', () => {
  const cost = (name: string, target: string) => `成本指标|经济成本|${name}||${target}`;
  test.each<[string, string[]]>([
    ['a limit that the budget keeps', [cost('项目总成本', '≤5万元')]],
    ['a limit that is the budget', [cost('财政投入控制数', '≤3万元'), cost('印刷费', '≤1万元')]],
    ['a part of the costs', [cost('印刷费', '≤1万元')]],
    ['the price of one', [cost('人均标准', '710元'), cost('每册成本', '12元')]],
    ['a rate', [cost('成本控制率', '≤100%')]],
    ['a total within rounding', [cost('费用总额', '3.0万元')]],
    ['a least total', [cost('项目支出费用', '≥2万元')]],
    ['a least total that is the budget', [cost('项目总成本', '≥3万元'), cost('印刷费', '1万元')]],
    ['a total of a part', [cost('宣传片总成本', '≤1万元')]],
  ])('so %s is not told', (_name, rows) => {
    expect(saidBy('budget/cost-mismatch', { rows })).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['a limit that the budget breaks', [cost('项目总成本', '≤2.5万元')]],
    ['a least total that the budget is below', [cost('项目总成本', '≥5万元')]],
    ['another total', [cost('预算控制数', '2.5万元'), cost('印刷费', '1万元')]],
    ['exact sums that are another together', [cost('印刷费', '1万元'), cost('设计费', '1.5万元')]],
  ])('so %s is told', (_name, rows) => {
    expect(saidBy('budget/cost-mismatch', { rows })).toHaveLength(1);
  });
});

describe('a project ends after it starts', () => {
  test.each([
    ['2026年-2025年', ['3:6 到期年度 2025 早于起始年度 2026']],
    ['2026年-2026年', []],
    ['2026年-2099年', []],
  ])('%s', (period, said) => {
    expect(saidBy('period/end-before-start', { period })).toEqual(said);
  });
});

describe('each indicator has its targets', () => {
  test.each<[string, string[], string[]]>([
    [
      'of period and year',
      ['产出指标|数量指标|甲|1个|1个', '产出指标|数量指标|乙'],
      ['8:12 “乙”没有实施周期指标值和年度指标值'],
    ],
    [
      'of the period',
      ['产出指标|数量指标|甲|1个|', '产出指标|数量指标|乙|'],
      ['8:12 “乙”没有实施周期指标值'],
    ],
    ['of the year', ['产出指标|数量指标|甲||1个', '产出指标|数量指标|乙|'], ['8:12 “乙”没有年度指标值']],
    [
      'at all',
      ['产出指标|数量指标|甲', '产出指标|数量指标|乙'],
      ['7:12 “甲”没有指标值', '8:12 “乙”没有指标值'],
    ],
    ['and so nothing is said', ['产出指标|数量指标|甲|1个|1个', '产出指标|数量指标|乙|2个|2个'], []],
  ])('%s', (_, rows, said) => {
    expect(saidBy('target/missing', { rows })).toEqual(said);
  });
});

describe('an indicator stands once', () => {
  test.each<[string, string[], string[]]>([
    [
      'whatever its spaces',
      ['产出指标|数量指标|甲 乙　丙|1个|1个', '产出 指标|数量指标|甲乙丙|2个|2个'],
      ['8:13 “甲乙丙”在第 7 行已有，一级、二级、三级指标都相同'],
    ],
    ['under each subcategory', ['产出指标|数量指标|甲|1个|1个', '产出指标|质量指标|甲|1个|1个'], []],
    ['and one word is not two', ['产出指标|数量指标|甲|1个|1个', '产出指标|数量|指标甲|1个|1个'], []],
  ])('%s', (_, rows, said) => {
    expect(saidBy('indicator/duplicate', { rows })).toEqual(said);
  });
});

describe('an indicator stands under one of four categories', () => {
  test.each<[string, string, string[]]>([
    ['with spaces', '产 出  指标|数量指标|甲|1个|1个', []],
    ['with more behind it', '满意度指标（10分）|服务对象满意度|甲|1个|1个', []],
    [
      'and in no other',
      '其他产出指标|数量指标|甲|1个|1个',
      ['7:14 “甲”的一级指标是“其他产出指标”，不是产出、效益、满意度、成本指标之一；请看这一行是否移了列'],
    ],
    [
      'that its subcategory can be of',
      '产出指标|社会效益指标|甲|1个|1个',
      ['7:14 “甲”的二级指标“社会效益指标”不属于一级指标“产出指标”，照原文列出'],
    ],
    ['and has a subcategory', '产出指标||甲|1个|1个', ['7:8 “甲”没有二级指标']],
  ])('%s', (_, row, said) => {
    expect(saidBy('indicator/unknown-category', { rows: [row] })).toEqual(said);
  });

  const [first, second] = ['产出指标|数量指标|清淤长度|9公里|3公里|20', '|质量指标|合格率|95%|95%|10'];
  test.each([
    // The cell of 时效指标 was dropped.
    [[first, second, '|办结情况|按时办结|6月|6月|'], 1],
    [[first, second, '|办结情况|按时办结|6月|6月|10'], 0],
    [[first, second, '|时效指标|办结情况|6月|6月|'], 0],
    [[first, second, '|办结情况|按时办结|6月|6月|', '|自有指标|办结率|95%|95%|10'], 0],
    [[first, second.replace('10', ''), '|办结情况|按时办结|6月|6月|'], 0],
    [[first, '|办结情况|按时办结|6月|6月|'], 0],
  ])('a row of %j that lost a cell: %i', (rows, count) => {
    const said = saidBy('indicator/unknown-category', { rows });
    expect(
      said.filter((message) => message.endsWith('“备注”一列又是空的；请看这一行是否少了一格')),
    ).toHaveLength(count);
  });
});

describe('a header that is not above its columns', () => {
  const rows = (target: string, remarks: readonly string[]) =>
    remarks.map((remark, index) => `产出指标|数量指标|甲${index}|${target}|${target}|${remark}`);
  test.each([
    [rows('按标准评分', ['3个', '95%', '18公里', '']), 1],
    [rows('按标准评分', ['3个', '', '', '18公里']), 0],
    [rows('按标准评分', ['3个', '95%', '18公里']), 0],
    [rows('100%', ['3个', '95%', '18公里', '2次']), 0],
    [rows('', ['3个', '95%', '18公里', '2次']), 0],
    [[...rows('按标准评分', ['3个', '95%', '18公里', '2次']), '产出指标|数量指标|乙|||5个'], 0],
    [
      rows('按标准评分', ['3个', '95%', '18公里', '2次']).map((row) =>
        row.replace(/按标准评分\|(?=[^|]*$)/, '|'),
      ),
      1,
    ],
    [[...rows('按标准评分', ['3个', '95%', '18公里', '2次']), '产出指标|数量指标|乙|5个|5个|'], 0],
  ])('%j: %i', (given, count) => {
    const said = saidBy('indicator/unknown-category', { rows: given });
    expect(said.filter((message) => message.endsWith('“备注”一列却是数量；请看表头是否移了列'))).toHaveLength(
      count,
    );
  });
});

describe('a day that lost its format', () => {
  const row = (name: string, target: string) => ({ rows: [`产出指标|数量指标|${name}|12月底前|${target}`] });
  test.each<[string, string, string | undefined]>([
    ['完成时间', '36526', '2000-01-01'],
    ['完成时间', '55153', '2050-12-31'],
    ['完成时间', '36525', undefined],
    ['完成时间', '55154', undefined],
    ['完成时间', '44561.5', undefined],
    ['完成时间', '44561天', undefined],
    ['清淤土方', '44561', undefined],
  ])('%s %s', (name, target, day) => {
    const [said] = saidBy('target/date-serial', row(name, target));
    expect(/（(.*)）/.exec(said ?? '')?.[1]).toBe(day);
  });
});

describe('a ≥ that was taken for a 2', () => {
  test.each([
    ['292%', '92%'],
    ['292.55%', '92.55%'],
    ['2100%', '100%'],
    ['250%', '50%'],
    ['249%', undefined],
    ['292次', undefined],
    ['≥292%', undefined],
    ['292-295%', undefined],
    ['1292%', undefined],
    ['2920%', undefined],
    ['21000%', undefined],
    ['92%', undefined],
  ])('%s', (target, likely) => {
    const [said] = saidBy('target/likely-slip', { rows: [`产出指标|质量指标|合格率||${target}`] });
    expect(/≥(.*)，/.exec(said ?? '')?.[1]).toBe(likely);
  });
});

describe('the period’s target is no lower than the year’s', () => {
  test.each([
    ['3公里', '9公里', true],
    ['9公里', '3公里', false],
    ['9公里', '9公里', false],
    ['≥3公里', '9公里', false],
    ['≥3公里', '≥9公里', true],
    ['3公里', '9里', false],
    ['3公里', '9', false],
    ['3-4公里', '9公里', false],
    ['3公里', '5-9公里', false],
    ['3万元', '20,000.00元', false],
    ['1万元', '20,000.00元', true],
    ['3万元', '9公里', false],
    ['满意', '9公里', false],
    ['3公里', '满意', false],
  ])('%s in the period, %s in the year', (period, annual, isLower) => {
    const said = saidBy('target/period-below-annual', { rows: [`产出指标|数量指标|甲|${period}|${annual}`] });
    expect(said).toEqual(
      isLower ? [expect.stringContaining(`“甲”的周期指标值 ${period} 低于年度指标值 ${annual}`)] : [],
    );
  });
});

describe('period and year count in one unit', () => {
  test.each([
    ['9公里', '3里', '以“公里”计，以“里”计'],
    ['9', '3里', '没有单位，以“里”计'],
    ['9公里', '3', '以“公里”计，没有单位'],
    ['9万元', '30,000.00元', ''],
    ['9万元', '3公里', '以“万元”计，以“公里”计'],
    ['9公里', '3公里', ''],
    ['满意', '3公里', ''],
    ['9公里', '满意', ''],
  ])('%s and %s', (period, annual, units) => {
    const said = saidBy('target/unit-mismatch', { rows: [`产出指标|数量指标|甲|${period}|${annual}`] });
    expect(said.flatMap((text) => text.match(/没有单位|以“[^”]+”计/g)).join('，')).toBe(units);
  });
});

describe('sources add up to the budget', () => {
  const sources = (...texts: string[]) => ({ head: texts.map((text) => text.replace('|', '\t')) });
  test.each<[string, Table, string[]]>([
    [
      'when there are two',
      sources('财政拨款：|20,000.00元', '其他资金|5,000.00元'),
      [
        '6:7 资金来源（财政拨款 20,000.00元、其他资金 5,000.00元）合计 25,000.00 元，预算金额 30,000.00 元，相差 5,000.00 元',
      ],
    ],
    ['and one may be one of several', sources('财政拨款|20,000.00元'), []],
    ['and none is no source', {}, []],
    ['to the fen', sources('财政拨款|29,999.99元', '其他资金|0.01元'), []],
  ])('%s', (_, table, said) => {
    expect(saidBy('budget/sources-differ', table)).toEqual(said);
  });
});

describe('goals and targets speak of the same years', () => {
  const rows = (target: string) => [`产出指标|时效指标|甲||${target}`, '产出指标|时效指标|乙||满意'];
  test.each<[string, Table, number]>([
    ['other years', { periodGoal: '2024年至2026年清淤', rows: rows('2025-2027年') }, 1],
    ['the same years', { periodGoal: '2024年至2026年清淤', rows: rows('2024—2026') }, 0],
    [
      'the same years, written with two dashes',
      { periodGoal: '2024--2026年清淤', rows: rows('2024——2026') },
      0,
    ],
    [
      'the same years among others',
      { periodGoal: '2021-2023年、2024-2026年', rows: rows('2024至2026年、2027-2029年') },
      0,
    ],
    [
      'years in the title of a document',
      { periodGoal: '按《2021-2025规划》清淤', rows: rows('2024—2026') },
      0,
    ],
    [
      'years in the title of a document, for the year',
      { annualGoal: '按《2021-2025规划》清淤', rows: rows('2024—2026') },
      0,
    ],
    [
      'other years in the goal of the year',
      { annualGoal: '2024年至2026年清淤', rows: rows('2025-2027年') },
      1,
    ],
    [
      'years before a title of a document',
      { annualGoal: '2024-2026年按《规划》清淤', rows: rows('2025-2027年') },
      1,
    ],
    ['longer numbers', { periodGoal: '2024-20261', rows: rows('2025-2027') }, 0],
    ['no years in targets', { periodGoal: '2024年至2026年清淤', rows: rows('满意') }, 0],
    ['no years in goals', { rows: rows('2025-2027年') }, 0],
  ])('%s', (_, table, count) => {
    expect(saidBy('goal/years-differ', table)).toHaveLength(count);
  });

  test('the goal is named with the target, once', () => {
    expect(
      saidBy('goal/years-differ', { periodGoal: '2024年至2026年清淤', rows: rows('2025-2027年') }),
    ).toEqual(['5:2 目标写“2024年至2026年”，指标“甲”（第 7 行）写“2025-2027年”']);
  });
});

test.each([
  ['满意', ['7:17 “甲”的指标值“满意”是文字，没有数字']],
  ['一流', []],
  ['9成', []],
  ['', []],
])('a target of words alone is told: %s', (target, said) => {
  expect(
    saidBy('target/words-only', { rows: [`产出指标|质量指标|甲|${target}|${target}`] }).map((text) =>
      text.replace(/^7:\d+/, '7:17'),
    ),
  ).toEqual(said);
});

test('each rule has an id of its own, noun/finding', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
});

/** `rules/rule-texts.test.ts` reads the examples: each rule reports its own. */
test('each rule has an example that can be read', () => {
  expect(rules.filter(({ id }) => ruleTexts[id].inWords)).toEqual([]);
});
