import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readIndicators } from '../../../src/record/read-indicators.ts';
import { toRow } from './to-grid.ts';

/** The indicators of rows under a header, and what was said of them. */
function read(header: string[], ...rows: string[][]) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const notices = new Notices('a.md');
  const indicators = readIndicators(
    toRow(header),
    rows.map((cells, index) => toRow(cells, index + 2)),
    new Map(),
    new Context(form, notices),
  );
  const said = notices.all.map(({ rule, line, column, message }) => `${line}:${column} ${rule} ${message}`);
  return { indicators, said };
}

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'];

describe('an indicator of a table', () => {
  test('without categories has none', () => {
    const { indicators, said } = read(['二级指标', '三级指标', '指标值'], ['数量指标', '清淤长度', '3公里']);
    expect(indicators).toMatchObject([{ category: '', subcategory: '数量指标', name: '清淤长度' }]);
    expect(said).toEqual([]);
  });

  test('without subcategories has none', () => {
    const { indicators } = read(['一级指标', '三级指标', '指标值'], ['产出指标', '清淤长度', '3公里']);
    expect(indicators).toMatchObject([{ category: '产出指标', subcategory: '', name: '清淤长度' }]);
  });

  test('that has a period and a year side is one, where both name the same and have no subcategory', () => {
    const { indicators } = read(
      ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
      ['产出指标', '', '清淤长度', '9公里', '', '清淤长度', '3公里'],
    );
    expect(indicators).toMatchObject([
      { name: '清淤长度', periodTarget: { text: '9公里' }, annualTarget: { text: '3公里' } },
    ]);
  });

  test('that has a period and a year side is two, where only one side has a subcategory', () => {
    const { indicators } = read(
      ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
      ['产出指标', '', '清淤长度', '9公里', '数量指标', '清淤长度', '3公里'],
    );
    expect(indicators).toMatchObject([
      { subcategory: '', periodTarget: { text: '9公里' }, annualTarget: null },
      { subcategory: '数量指标', periodTarget: null, annualTarget: { text: '3公里' } },
    ]);
  });

  test('is each of two sides that both have the year’s target, and each of three', () => {
    const side = ['二级指标', '三级指标', '年度指标值'];
    const row = ['', '清淤长度', '3公里'];
    for (const count of [2, 3]) {
      const repeat = (cells: string[]) => Array.from({ length: count }, () => cells).flat();
      const { indicators } = read(['一级指标', ...repeat(side)], ['产出指标', ...repeat(row)]);
      expect(indicators.map(({ annualTarget }) => annualTarget?.text)).toEqual(repeat(['3公里']));
    }
  });
});

test('a score behind a category or subcategory of the form is kept as a detail', () => {
  const { indicators } = read(HEADER, ['产出指标(50分)', '数量指标（20分）', '清淤长度', '3公里']);
  expect(indicators).toMatchObject([
    {
      category: '产出指标',
      subcategory: '数量指标',
      details: [
        { label: '一级指标', value: '产出指标(50分)' },
        { label: '二级指标', value: '数量指标（20分）' },
      ],
    },
  ]);
});

test('a category that the form does not know stays as written', () => {
  const { indicators } = read(HEADER, ['创新 指标(50分)', '其他(甲)', '清淤长度', '3公里']);
  expect(indicators).toMatchObject([{ category: '创新 指标(50分)', subcategory: '其他(甲)', details: [] }]);
});

test.each([
  [
    'only a category',
    ['产出指标', '', '', ''],
    '2:1 indicator/blank-row 这一行只有“产出指标”，没有三级指标和指标值，没有当作指标',
  ],
  [
    'what stands for nothing',
    ['产出指标', '数量指标', '……', '/'],
    '2:1 indicator/blank-row 这一行只有“产出指标”、“数量指标”、“……”、“/”，没有三级指标和指标值，没有当作指标',
  ],
  ['only a target', ['', '', '', '3公里'], '2:4 indicator/no-name 这一行有“3公里”，却没有三级指标的名称'],
])('a row with %s is no indicator', (_name, cells, notice) => {
  expect(read(HEADER, cells)).toEqual({ indicators: [], said: [notice] });
});

test('a row with the section alone is nothing', () => {
  const { indicators, said } = read(
    ['', ...HEADER],
    ['绩效指标', '产出指标', '数量指标', '清淤长度', '3公里'],
    ['绩效指标', '', '', '', ''],
  );
  expect(indicators).toHaveLength(1);
  expect(said).toEqual([]);
});

describe('of a period and a year side', () => {
  const SIDES = [
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值',
    '权重',
    '二级指标',
    '三级指标',
    '指标值',
    '权重',
  ];

  test('a row that nobody filled in is named once', () => {
    const { indicators, said } = read(SIDES, [
      '产出指标',
      '数量指标',
      '……',
      '/',
      '',
      '数量指标',
      '……',
      '/',
      '',
    ]);
    expect(indicators).toEqual([]);
    expect(said).toEqual([
      '2:1 indicator/blank-row 这一行只有“产出指标”、“数量指标”、“……”、“/”、“数量指标”、“……”、“/”，没有三级指标和指标值，没有当作指标',
    ]);
  });

  test.each([
    ['target', ['3公里', ''], '2:8 indicator/no-name 这一行有“3公里”，却没有三级指标的名称'],
    ['detail', ['', '20'], '2:9 indicator/no-name 这一行有“20”，却没有三级指标的名称'],
  ])('the one without a name is an error at its %s', (_what, cells, notice) => {
    const { indicators, said } = read(SIDES, [
      '产出指标',
      '数量指标',
      '清淤长度',
      '9公里',
      '',
      '',
      '',
      ...cells,
    ]);
    expect(indicators).toMatchObject([{ name: '清淤长度' }]);
    expect(said).toEqual([notice]);
  });

  test('the one that is blank is none', () => {
    const { indicators, said } = read(SIDES, [
      '产出指标',
      '数量指标',
      '清淤长度',
      '9公里',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(indicators).toHaveLength(1);
    expect(said).toEqual([]);
  });
});
