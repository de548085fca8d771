import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../src/import/pdf/join-lines.ts';
import { joinPages } from '../../../../src/import/pdf/join-pages.ts';
import type { Page, PageTable } from '../../../../src/import/pdf/read-page.ts';

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'];
const HEAD = ['项目名称', '河道保洁', '主管部门', '云州市水务局'];
const ROW = ['产出指标', '数量指标', '打捞水草', '≥9吨'];
const REST = ['产出指标', '质量指标', '合格率', '≥95%'];

function toLine(text: string, middle: number, left = 200): Line {
  const word = { text, left, right: left + text.length * 10, middle, size: 10, hiddenBy: null };
  return { words: [word], left, right: word.right, middle, size: 10 };
}

/** A table of columns of 100 points and rows of 20. `^` before a text: open above; `v` behind it: open below. */
function toTable(rows: readonly (readonly string[])[], { left = 50, top = 100 } = {}): PageTable {
  const width = rows[0]?.length ?? 0;
  return {
    xs: Array.from({ length: width + 1 }, (_, index) => left + index * 100),
    ys: Array.from({ length: rows.length + 1 }, (_, index) => top + index * 20),
    cells: rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        left: column,
        right: column + 1,
        top: row,
        bottom: row + 1,
        isOpenAbove: text.startsWith('^'),
        isOpenBelow: text.endsWith('v'),
        isTorn: text.includes('#'),
        lines: /[^^v]/.test(text)
          ? [toLine(text.replaceAll(/[\^v]/g, ''), top + row * 20 + 10, left + column * 100)]
          : [],
      })),
    ),
  };
}

function toPage(number: number, tables: PageTable[], lines: Line[] = []): Page {
  return {
    number,
    frame: { rotation: 0, width: 600, height: 800 },
    tables,
    lines,
    hasLooseHeader: false,
    glyphs: 99,
    askew: 0,
    unreadable: 0,
  };
}

const join = (...pages: Page[]) => joinPages(pages).map(({ rows }) => rows.map(({ cells }) => cells));
const first = toPage(1, [toTable([HEAD, HEADER, ROW])]);

describe('a table goes on where the next page begins with one', () => {
  test.each([
    ['of its width', toPage(2, [toTable([REST])])],
    ['with other margins', toPage(2, [toTable([REST], { left: 70 })])],
    ['under the number of the page', toPage(2, [toTable([REST])], [toLine('— 2 —', 40)])],
  ])('%s', (_title, next) => {
    expect(join(first, next)).toEqual([[HEAD, HEADER, ROW, REST]]);
  });

  test('under its name and header again; the header is kept as a row', () => {
    const pages = [1, 2].map((number) =>
      toPage(
        number,
        [toTable(number === 1 ? [HEAD, HEADER, ROW] : [HEADER, REST])],
        [toLine('项目绩效目标表', 60)],
      ),
    );
    expect(join(...pages)).toEqual([[HEAD, HEADER, ROW, HEADER, REST]]);
  });

  test('if it is a ledger, under its header and the project again', () => {
    const header = ['项目名称', '一级指标', '三级指标', '指标值'];
    const rows = [
      ['河道保洁', '产出指标', '打捞水草', '≥9吨'],
      ['河道保洁', '产出指标', '合格率', '≥95%'],
    ];
    const pages = rows.map((row, index) => toPage(index + 1, [toTable([header, row])]));
    expect(join(...pages)).toEqual([[header, rows[0], header, rows[1]]]);
  });
});

describe('a table does not go on', () => {
  test.each([
    ['under another name', toPage(2, [toTable([REST])], [toLine('图书角项目绩效目标表', 60)])],
    ['under other text', toPage(2, [toTable([REST])], [toLine('三、名词解释见下表。', 60)])],
    ['with its first label again', toPage(2, [toTable([HEAD, REST])])],
    ['with another header', toPage(2, [toTable([['一级指标', '二级指标', '指标内容', '目标值'], REST])])],
    ['of another width', toPage(2, [toTable([REST.slice(1)])])],
    ['two pages later', toPage(3, [toTable([REST])])],
  ])('%s', (_title, next) => {
    expect(join(first, next)).toHaveLength(2);
  });
});

describe('the name of a table', () => {
  const above = (...pages: Page[]) => joinPages(pages).map((table) => table.above);
  const table = () => toTable([HEADER, ROW]);

  test('can be at the foot of the page before', () => {
    const before = (text: string) =>
      toPage(1, [toTable([HEAD, HEADER, ROW])], [toLine(text, 700), toLine('— 1 —', 800)]);
    const next = (lines: Line[] = []) => toPage(2, [table()], lines);
    const name = '图书角项目绩效目标表';
    expect(above(before(name), next())).toEqual([[], [name]]);
    expect(above(before(name), next([toLine('如下：', 40)]))).toEqual([[], []]);
    const other = toTable([HEAD, ['总体目标', '', '', ''], HEADER, ROW]);
    expect(above(before('单位：万元'), toPage(2, [other]))).toEqual([[], []]);
  });

  test('can take three lines', () => {
    const lines = [
      '301007_青溪分局_河道、水库和湖泊的保洁',
      '以及水草打捞和清运、岸线养护项目绩',
      '效目标表',
    ];
    const drawn = lines.map((text, index) => toLine(text, 40 + index * 18, 300 - text.length * 5));
    expect(above(toPage(1, [table()], drawn))).toEqual([[lines.join('')]]);
  });
});

test('a text that a page parts is joined, and one that is drawn on both pages counts once', () => {
  const upper = toPage(1, [toTable([HEAD, HEADER, ['效益指v', '社会效益v', '就业', '≥9人']])]);
  const lower = toPage(2, [toTable([['^标', '^社会效益', '培训', '≥5人']])]);
  expect(join(upper, lower)).toEqual([
    [HEAD, HEADER, ['效益指标', '社会效益', '就业', '≥9人'], ['', '', '培训', '≥5人']],
  ]);
});

test('what is drawn beyond the end of one page and within the next counts once', () => {
  const upper = toPage(1, [toTable([HEAD, HEADER, ['服务v', '满意度v', '回访率', '≥90%']])]);
  const cell = upper.tables[0]?.cells.find(({ lines }) => lines[0]?.words[0]?.text === '服务');
  cell?.lines.push(toLine('对象', 165, 50));
  const lower = toPage(2, [toTable([['^对象满意', '^', '投诉率', '≤1%']])]);
  expect(join(upper, lower)[0]?.at(-2)?.[0]).toBe('服务对象满意');
  const within = toPage(1, [toTable([HEAD, HEADER, ['100v', '', '', '']])]);
  expect(join(within, toPage(2, [toTable([['^00元', '', '', '']])]))[0]?.at(-2)?.[0]).toBe('10000元');
});

test('a row that a page parts is one row', () => {
  const upper = toPage(1, [toTable([HEAD, HEADER, ROW.map((text) => `${text}v`)])]);
  const lower = toPage(2, [toTable([['^', '^', '^和垃圾', '^'], REST])]);
  expect(join(upper, lower)).toEqual([
    [HEAD, HEADER, ['产出指标', '数量指标', '打捞水草和垃圾', '≥9吨'], REST],
  ]);
});

test('so is one that lines close on both pages, if its last line is full', () => {
  const fills = '打捞水草和漂浮物及岸';
  const last = (name: string) => toPage(1, [toTable([HEAD, HEADER, ['产出指标', '数量指标', name, '≥9吨']])]);
  const next = (...cells: string[]) => toPage(2, [toTable([cells, REST])]);
  expect(join(last(fills), next('', '', '边垃圾', ''))[0]?.slice(2)).toEqual([
    ['产出指标', '数量指标', `${fills}边垃圾`, '≥9吨'],
    REST,
  ]);
  expect(join(last('打捞水草（公斤'), next('', '', '天）', ''))[0]?.[2]?.[2]).toBe('打捞水草（公斤天）');
  expect(join(last('打捞水草（公斤'), next('', '', '天内', ''))[0]).toHaveLength(5);
  expect(join(last('打捞水草'), next('', '', '清淤', ''))[0]).toHaveLength(5);
  expect(join(last(fills), next('', '', '清淤', '3公里'))[0]?.[3]).toEqual(['', '', '清淤', '3公里']);
  expect(join(last(fills), next(...ROW))[0]?.[3]).toEqual(ROW);
});

test('fields and indicators drawn as two tables below each other are one form', () => {
  const page = toPage(1, [toTable([HEAD]), toTable([HEADER, ROW], { top: 125 })]);
  expect(join(page)).toEqual([[HEAD, HEADER, ROW]]);
  expect(join(toPage(1, [toTable([HEAD]), toTable([HEADER, ROW], { top: 160 })]))).toHaveLength(2);
});

test('a text in a torn cell marks its page', () => {
  expect(joinPages([toPage(4, [toTable([HEADER, ['#', '产出', '', '']])])])[0]?.tornPages).toEqual([4]);
});

describe('the lines above a table', () => {
  const above = (...lines: Line[]) => joinPages([toPage(1, [toTable([HEADER, ROW])], lines)])[0]?.above;

  test('are its name, year, unit and fields, not what is above the name', () => {
    expect(
      above(
        toLine('第三部分　预算说明', 20),
        toLine('项目绩效目标表', 45),
        toLine('（2026年度）', 60),
        toLine('部门名称：云州市水务局', 80),
        toLine('单位：万元', 80, 400),
      ),
    ).toEqual(['项目绩效目标表', '（2026年度）', '部门名称：云州市水务局', '单位：万元']);
  });

  test('are a name of two lines', () => {
    const [upper, lower] = [
      toLine('云州市水务局河道保洁和岸线整治', 50, 100),
      toLine('项目绩效目标表', 66, 140),
    ];
    expect(above(upper, lower)).toEqual(['云州市水务局河道保洁和岸线整治项目绩效目标表']);
    expect(above(toLine('407003_水务局_', 50, 120), toLine('河道保洁项目绩效目标表', 66, 120))).toEqual([
      '407003_水务局_河道保洁项目绩效目标表',
    ]);
  });

  test('are a name without the sentence above it', () => {
    expect(above(toLine('本单位的绩效目标见下列各表。', 50, 105), toLine('项目绩效目标表', 66, 140))).toEqual(
      ['项目绩效目标表'],
    );
  });
});
