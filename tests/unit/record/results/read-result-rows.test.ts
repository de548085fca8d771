import { describe, expect, test } from 'vitest';
import { readTable, saidOf } from './read-table.ts';

const ROW = '|产出指标|数量指标|清淤长度|≥3公里|3公里|50|50|';
const read = (rows: string[], header?: string) => {
  const { result, said } = readTable({ rows, foot: [], ...(header !== undefined && { header }) });
  return {
    indicators: result?.indicators ?? [],
    unread: said.filter((each) => /unread|blank-row|total-row|shifted/.test(each)),
  };
};
const namesOf = (...rows: string[]) =>
  read(rows).indicators.map(({ category, subcategory, name }) => [category, subcategory, name]);

test('a row has its target, what was reached, its points and the reason', () => {
  expect(read(['|产出指标|数量指标|清淤长度|≥3公里|2公里|50|33|汛期停工']).indicators).toEqual([
    {
      category: '产出指标',
      subcategory: '数量指标',
      name: '清淤长度',
      target: { text: '≥3公里', comparator: '≥', value: '3', upper: null, unit: '公里' },
      actual: { text: '2公里', comparator: null, value: '2', upper: null, unit: '公里' },
      weight: { text: '50', value: '50' },
      score: { text: '33', value: '33' },
      reason: '汛期停工',
      details: [],
      line: 10,
    },
  ]);
});

test('blank cells are null', () => {
  expect(read(['|产出指标|数量指标|清淤长度|||||', ROW]).indicators[0]).toMatchObject({
    ...{ target: null, actual: null, weight: null, score: null, reason: null },
  });
});

test('merged cells are filled down', () => {
  expect(namesOf(ROW, '|||清淤次数|9次|9次|1|1|', '||质量指标|合格率|98%|98%|1|1|')).toEqual([
    ['产出指标', '数量指标', '清淤长度'],
    ['产出指标', '数量指标', '清淤次数'],
    ['产出指标', '质量指标', '合格率'],
  ]);
});

test('points in the label of a category are kept', () => {
  expect(read([ROW.replace('产出指标', '产出指标（50分）')]).indicators[0]).toMatchObject({
    category: '产出指标',
    details: [{ label: '一级指标', value: '产出指标（50分）' }],
  });
});

describe('the columns of direction and unit', () => {
  const HEADER = '|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分';
  const rowOf = (...cells: string[]) =>
    read([`|产出指标|数量指标|清淤|${cells.join('|')}|50|50`], HEADER).indicators[0];

  test('are read into the target, and the unit into what was reached', () => {
    expect(rowOf('≥', '95', '%', '96')).toMatchObject({
      target: { text: '95', comparator: '≥', value: '95', unit: '%' },
      actual: { text: '96', comparator: null, value: '96', unit: '%' },
      details: [
        { label: '指标性质', value: '≥' },
        { label: '度量单位', value: '%' },
      ],
    });
  });

  test('leave a unit in the cell, and words, as they are', () => {
    expect(rowOf('≥', '95', '%', '96人')?.actual).toMatchObject({ value: '96', unit: '人' });
    expect(rowOf('≥', '95', '%', '完成')?.actual).toEqual({
      ...{ text: '完成', comparator: null, value: null, upper: null, unit: null },
    });
    expect(rowOf('≥', '95', '', '96')?.actual).toMatchObject({ value: '96', unit: null });
  });
});

describe('the columns', () => {
  const headed = (header: string, row: string) => read([row], header).indicators[0];

  test('without a field are details', () => {
    expect(
      headed(
        '一级指标|二级指标|三级指标|指标值|完成值|得分|佐证',
        '产出指标|数量指标|清淤|3公里|3公里|9|台账',
      ),
    ).toMatchObject({
      details: [{ label: '佐证', value: '台账' }],
    });
  });

  test('left of the indicators are details too, but for the form’s words', () => {
    expect(
      headed('序号|一级指标|二级指标|三级指标|完成值|得分', '1|产出指标|数量指标|清淤|3公里|9'),
    ).toMatchObject({
      name: '清淤',
      details: [{ label: '序号', value: '1' }],
    });
  });

  test('of one meaning: the first is the field', () => {
    expect(
      headed(
        '|一级指标|二级指标|三级指标|实施期指标值|指标值|年度指标值|完成值|得分|复核得分|得分',
        '|产出指标|数量指标|清淤|9公里|4公里|3公里|2公里|9|8|7',
      ),
    ).toMatchObject({
      target: { text: '3公里' },
      score: { text: '9' },
      details: [
        { label: '复核得分', value: '8' },
        { label: '得分', value: '7' },
        { label: '指标值', value: '4公里' },
        { label: '实施期指标值', value: '9公里' },
      ],
    });
  });

  test('of targets: a lone one is the field, whatever its period', () => {
    expect(
      headed('|一级指标|二级指标|三级指标|实施期指标值|完成值|得分', '|产出指标|数量指标|清淤|9公里|2公里|9'),
    ).toMatchObject({ target: { text: '9公里' }, details: [] });
    expect(
      headed('|一级指标|二级指标|三级指标|完成值|得分', '|产出指标|数量指标|清淤|2公里|9'),
    ).toMatchObject({ target: null, actual: { text: '2公里' }, details: [] });
  });

  test('in two rows, the lower right of the names', () => {
    const { result, said } = readTable({
      header: '一级指标|二级指标|三级指标|指标值|完成情况|||备注',
      rows: ['||||完成值|分值|得分|', '产出指标|数量指标|清淤|≥3公里|3公里|90|90|无'],
      foot: [],
    });
    expect(said).toEqual([]);
    expect(result?.indicators).toMatchObject([
      { actual: { text: '3公里' }, weight: { text: '90' }, details: [{ label: '备注', value: '无' }] },
    ]);
  });
});

describe('a name that is merged over all columns', () => {
  test('is its own category', () => {
    expect(namesOf(ROW, '预算执行率||||≥95%|96%|10|10|')).toEqual([
      ['产出指标', '数量指标', '清淤长度'],
      ['预算执行率', '', '预算执行率'],
    ]);
    expect(namesOf(ROW, '||预算执行率||≥95%|96%|10|10|')[1]).toEqual(['预算执行率', '', '预算执行率']);
    expect(read([ROW, '|预算执行率||||||10|']).unread).toEqual([]);
  });

  test.each([
    ['a category', '|效益指标|||≥95%|96%|10|10|'],
    ['a subcategory', '||质量指标||≥95%|96%|10|10|'],
    ['one of two words', '|甲|乙||≥95%|96%|10|10|'],
  ])('is not %s', (_what, row) => {
    expect(namesOf(ROW, row)).toHaveLength(1);
    expect(read([ROW, row]).unread).toHaveLength(1);
  });

  test('is none without values', () => {
    expect(read([ROW, '|预算执行率|||||||']).unread).toEqual([
      expect.stringMatching(/^11:2 result\/unread-cells .*“预算执行率”$/),
    ]);
  });
});

describe('rows that are no indicators are named', () => {
  test.each([
    ['a cell without a header', `${ROW}|另附`, /^11:2 result\/unread-cells .*“清淤长度”.*“另附”$/],
    ['a row without a name', '||||≥9次|9次|5|5|', /^11:5 result\/unread-cells .*“≥9次”、“9次”、“5”、“5”$/],
    [
      'words of the form',
      '|效益指标|社会效益指标||||||',
      /^11:2 indicator\/blank-row .*“效益指标”、“社会效益指标”/,
    ],
    ['what stands for nothing', '||……||||||', /^11:3 indicator\/blank-row /],
    ['a name that stands for nothing', '|||……|—||||', /^11:4 indicator\/blank-row /],
    ['a sum of some rows', '|小计|||||50|50|', /^11:2 ledger\/total-row .*“小计”、“50”、“50”$/],
    ['the number of a page', '|3|||||||', /^11:2 indicator\/blank-row /],
    [
      'another header',
      '|一级指标|二级指标|三级指标|指标值|完成值|得分',
      /^11:2 result\/unread-cells .*“一级指标”/,
    ],
    [
      'a label left of the columns',
      '甲|效益指标|社会效益指标|受益村|1个|1个|1|1|',
      /^11:1 result\/unread-cells .*：“甲”$/,
    ],
  ])('%s', (_what, row, said) => {
    expect(read([ROW, row]).unread).toEqual([expect.stringMatching(said)]);
  });

  test('a name that stands for nothing next to points is a name', () => {
    expect(namesOf(ROW, '|||—|—|—|10|10|')[1]).toEqual(['产出指标', '数量指标', '—']);
  });

  test('a row next to its columns is moved', () => {
    expect(read(['产出指标|数量指标|清淤长度|≥3公里|3公里|50|50|']).unread).toEqual([
      '10:1 table/shifted-row 这一行比表头靠左一列，已按列对齐，文字未改',
    ]);
  });

  test('a row that can’t be moved is named, and the others are read', () => {
    const { indicators, unread } = read([ROW, '数量指标|清淤次数|≥9次|9次|5|5|汛期停工|||无']);
    expect(indicators).toHaveLength(1);
    expect(unread).toEqual([expect.stringMatching(/^11:1 result\/unread-cells .*“清淤次数”/)]);
  });

  test('nothing is added up where a row is not read', () => {
    const foot = ['总分||||||100|12'];
    expect(saidOf({ rows: [`${ROW}|另附`, '|||清淤次数|9次|9次|9|9|'], foot })).toEqual([
      '10:2 result/unread-cells',
    ]);
  });
});

test('a header that a page says again, its title and 绩效指标 on each row are layout', () => {
  const header = '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因';
  expect(
    read([ROW, '项目支出绩效自评表||||||||', header, `绩效指标${ROW.replace('清淤长度', '清淤次数')}`]),
  ).toMatchObject({ indicators: [{}, { name: '清淤次数' }], unread: [] });
  expect(read([ROW, '绩效指标||||||||'])).toMatchObject({ indicators: [{}], unread: [] });
});

test.each([
  [
    '一级指标',
    '绩效指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '|数量指标|清淤长度|≥3公里|3公里|90|90',
  ],
  [
    '二级指标',
    '绩效指标|一级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '|产出指标|清淤长度|≥3公里|3公里|90|90',
  ],
])('a form without %s has none', (_, header, row) => {
  const { result } = readTable({ header, rows: [row], foot: ['总分||||||99'] });
  expect(result?.indicators).toMatchObject([{ name: '清淤长度', actual: { text: '3公里' } }]);
  expect([result?.indicators[0]?.category, result?.indicators[0]?.subcategory]).toContain('');
});
