import { readFileSync, readdirSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { NodeType, parse, type HTMLElement } from 'node-html-parser';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { Notice } from '../../../src/record/disclosure-schema.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { ruleAnchor, ruleTexts } from '../../../src/record/rules/rule-texts.ts';
import { writeReport } from '../../../src/report/write-report.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const path = 'disclosures/2026/source.md';
function report(value: string | Uint8Array): string {
  const disclosure = readDisclosure(new VFile({ path, value: Buffer.from(value) }));
  return writeReport([{ path, disclosure }], [], forms);
}
const source = readFileSync('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', 'utf8');

test('shows every cell of the source, and what it became', () => {
  const page = parse(report(source));
  const shown = page.querySelectorAll('td').map((cell) => cell.textContent);
  const cells = source
    .split('\n')
    .filter((line) => line.includes('\t'))
    .flatMap((line) => line.split('\t'))
    .filter((cell) => cell.trim() !== '');
  for (const cell of cells)
    expect(
      shown.some((text) => text.endsWith(cell.trim())),
      cell,
    ).toBe(true);
  expect(page.querySelectorAll('td.unknown')).toEqual([]);
  expect(shown).toContain('预算金额27,700.00');
  expect(shown).toContain('年度指标值约100人');
});

test('puts a notice at its cell, an error too, and says what was not understood', () => {
  const page = parse(
    report(source.replace('27,700.00', '27,7oo.00').replace('项目等级', '项目等第（说明）')),
  );
  expect(page.querySelector('td.error')?.textContent).toBe('预算金额27,7oo.00');
  expect(page.querySelector('tr.said p.error')?.textContent).toContain('不是数字');
  expect(page.querySelector('.verdict')?.textContent).toContain('有错误');
});

test('says next to each notice what to do, and at the end what its rule means', () => {
  const page = parse(report(source.replace('27,700.00', '27,7oo.00')));
  const advice = page.querySelector('tr.said p.error small');
  expect(advice?.text).toContain(`怎么办：${ruleTexts['budget/not-a-number'].advice}`);
  const href = advice?.querySelector('a')?.getAttribute('href') ?? '';
  expect(href).toBe(`#${ruleAnchor('budget/not-a-number')}`);
  expect(page.querySelector(href)?.text).toContain(ruleTexts['budget/not-a-number'].title);
});

test('lists errors and warnings at the top, each leading to its row, and those of files that were not read', () => {
  const disclosure = readDisclosure(
    new VFile({ path, value: Buffer.from(source.replace('27,700.00', '27,7oo.00')) }),
  );
  const skipped = {
    rule: 'file/not-read',
    severity: 'warning',
    line: 1,
    column: 1,
    message: '没有读入',
  } as const;
  const html = writeReport([{ path, disclosure }], [{ ...skipped, path: 'disclosures/2026/.a.md' }], forms);
  const page = parse(html);
  const [first, ...others] = page.querySelectorAll('h2 + .notices li');
  expect(first?.text).toContain('2026/source.md 第 11 行');
  const href = first?.querySelector('a')?.getAttribute('href') ?? '';
  expect(page.querySelector(href)?.text).toContain('27,7oo.00');
  expect(others.at(-1)?.text).toContain('2026/.a.md：没有读入');
  for (const link of page.querySelectorAll('a'))
    expect(page.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
});

test('counts how the indicators are written, each count with links to its rows', () => {
  const page = parse(report(source));
  const measures = page.querySelectorAll('.quality dd');
  expect(page.querySelector('.quality > summary')?.text).toContain('45 项里 ');
  const counts = measures.map((measure) => [
    Number(/^\d+/.exec(measure.text)?.[0]),
    measure.querySelectorAll('a').length,
  ]);
  expect(counts.length).toBeGreaterThan(8);
  for (const [count, links] of counts) expect(links).toBe(count);
  for (const link of page.querySelectorAll('.quality a')) {
    const [, line] = /^第 (\d+) 行/.exec(link.text) ?? [];
    expect(page.querySelector(`tr${link.getAttribute('href') ?? ''} th`)?.text).toBe(line);
  }
  expect(parse(report('')).querySelector('.quality')).toBeNull();
});

test('a table that could not be made out has nothing that was read', () => {
  const unknown = '## 绩效目标表\n\n项目全称\t堤岸修补\n核定数\t20000\n承诺\t修补两公里\n';
  const page = parse(report(unknown));
  expect(page.querySelector('.form')?.text).toBe('没有读懂这张表，不公开');
  expect(page.querySelectorAll('td.value')).toEqual([]);
  expect(page.querySelectorAll('td.unknown').length).toBe(6);
});

test('gives the lines of a form that would make an unknown table known, and none for a known one', () => {
  const unknown = '## 绩效目标表\n\n主管部门\t水务局\n<b>全称\t堤岸修补\n核定数\t20000\n';
  const lines = parse(report(unknown)).querySelector('pre.form-file')?.text ?? '';
  expect(lines).toContain('#   "<b>全称" 第 4 行：没有相近的');
  expect(lines).toContain('budget: [] # 当年的预算金额（要有）');
  expect(parse(report(source)).querySelector('.form-file')).toBeNull();
});

const plain = `${fixtureSource('a-plain-table')}\t效益指标\t社会效益指标\t受淹天数\t≤9天\t≤3天\n`;
const read = (value: string, of = path) => ({
  path: of,
  disclosure: readDisclosure(new VFile({ path: of, value })),
});
const warnings = (count: number): Notice[] =>
  Array.from({ length: count }, (_, place) =>
    toNotice({ path: '.a.md', line: place + 1, column: 1 }, 'file/not-read', '没有读入'),
  );
const pageOf = (texts: readonly string[], extra: readonly Notice[] = []) =>
  parse(
    writeReport(
      texts.map((text, place) => read(text, `disclosures/2026/${place}.md`)),
      extra,
      forms,
    ),
  );
/** Rows of cells, each with its class. */
const cellsOf = (page: HTMLElement, line: string) =>
  page.querySelectorAll(`#${line} td`).map((cell) => [cell.getAttribute('class'), cell.text]);

test.each([
  ['nothing is there', [], [], 'good', '还没有文件'],
  ['all is well', [plain], [], 'good', '没有错误，可以公开。'],
  ['there is a warning', [plain], warnings(1), 'good', '请看一遍提示'],
  ['there is an error', [plain.replace('30,000.00', '30,0oo.00')], warnings(1), 'error', '有错误'],
  [
    'there is an error without a file',
    [],
    [toNotice({ path: 'site.json', line: 1, column: 1 }, 'site/unreadable', '')],
    'error',
    '有错误',
  ],
])('the verdict where %s', (_, texts, extra, kind, words) => {
  const verdict = pageOf(texts, extra).querySelector('.verdict');
  expect(verdict?.getAttribute('class')).toBe(`verdict ${kind}`);
  expect(verdict?.text).toContain(words);
});

test('files, projects and notices are counted over all files', () => {
  const wrong = plain.replace('30,000.00', '30,0oo.00');
  const info = toNotice({ path: 'a.md', line: 1, column: 1 }, 'file/no-line-end', '没有换行');
  const page = pageOf(
    [plain, `${plain}\n${plain.replace('河道清淤', '堤岸修补')}`, wrong],
    [...warnings(2), info],
  );
  expect(page.querySelector('.verdict + p')?.text).toBe('3 个文件，3 个项目：1 处错误，2 处提示，1 条说明。');
});

test('errors are listed before warnings, explanations are not', () => {
  const info = toNotice({ path: 'a.md', line: 1, column: 1 }, 'file/no-line-end', '没有换行');
  const page = pageOf([plain.replace('30,000.00', '30,0oo.00')], [...warnings(1), info]);
  const items = page.querySelectorAll('h2 + .notices li');
  expect(items.map((item) => [item.getAttribute('class'), item.querySelector('b')?.text])).toEqual([
    ['error', '错误'],
    ['warning', '提示'],
  ]);
  expect(pageOf([plain], [info]).text).not.toContain('要看的地方');
});

test.each([
  [50, 50, undefined],
  [53, 50, '另有 3 处，见下面各表。'],
])('of %i notices, %i are listed', (count, listed, rest) => {
  const page = pageOf([plain], warnings(count));
  expect(page.querySelectorAll('h2 + .notices li')).toHaveLength(listed);
  expect(page.querySelector('h2 + .notices + p')?.text).toBe(rest);
});

test('a notice leads to its row, else to its file; each file has rows of its own', () => {
  const wrong = plain.replace('30,000.00', '30,0oo.00');
  const page = pageOf([plain, `开头的话\n\n${wrong}`]);
  const links = page
    .querySelectorAll('h2 + .notices a')
    .map((link) => [link.getAttribute('href'), link.text]);
  expect(links.slice(0, 2)).toEqual([
    ['#f2L11', '2026/1.md 第 11 行'],
    ['#f2', '2026/1.md 第 1 行'],
  ]);
  expect(page.querySelectorAll('section').map(({ id }) => id)).toEqual(['f1', 'f2']);
  expect(page.querySelector('#f1L9 th')?.text).toBe('9');
});

test('notices outside of tables are at the head of their file, others at their rows', () => {
  const about = toNotice(
    { path: 'disclosures/2026/0.md', line: 9, column: 2 },
    'project/in-two-files',
    '也在别处',
  );
  const page = pageOf([`开头的话\n\n${plain}`, plain], [about]);
  const [first, second] = page.querySelectorAll('section');
  expect(first?.querySelectorAll('h2 + .notices li').map(({ text }) => text.split('：')[0])).toEqual([
    '提示 第 1 行第 1 个字',
  ]);
  expect(first?.querySelector('#f1L9 + .said p')?.text).toContain('提示 第 9 行第 2 个字：也在别处。');
  expect(first?.querySelectorAll('.said')).toHaveLength(1);
  expect(second?.querySelectorAll('.notices, .said')).toEqual([]);
});

test('a notice at the title of a table is above its rows', () => {
  const at = (line: number) =>
    toNotice({ path: 'disclosures/2026/0.md', line, column: 1 }, 'project/in-two-files', `在 ${line}`);
  const page = pageOf([plain], [at(1), at(3), at(17), at(18), at(99)]);
  const above = page.querySelectorAll('.form + .notices li').map(({ text }) => text.split('。')[0]);
  expect(above).toEqual(['提示 第 1 行第 1 个字：在 1']);
  const below = page.querySelectorAll('tr.said').map((row) => row.previousElementSibling?.id);
  expect(below).toEqual(['f1L3', 'f1L17', 'f1L18']);
  expect(page.querySelector('section > h2 + .notices')?.text).toContain('在 99');
});

test('cells are labels, values, blank or not understood, with the worst notice at each', () => {
  const at = (column: number, rule: 'project/in-two-files' | 'site/unreadable' | 'file/no-line-end') =>
    toNotice({ path: 'disclosures/2026/0.md', line: 3, column }, rule, '');
  const text = plain.replace('项目类型\t\t部门职能类', '<甲>乙\t\t');
  const extra = [at(1, 'project/in-two-files'), at(7, 'project/in-two-files'), at(7, 'site/unreadable')];
  const page = pageOf([text], [...extra, at(6, 'file/no-line-end')]);
  expect(cellsOf(page, 'f1L3').slice(0, 4)).toEqual([
    ['label warning', '项目名称'],
    ['', ''],
    ['value error', '项目名称河道清淤'],
    ['', ''],
  ]);
  expect(cellsOf(page, 'f1L4')[0]).toEqual(['unknown', '没读懂<甲>乙']);
  expect(page.querySelector('#f1L3 + .said td + td')?.getAttribute('colspan')).toBe('6');
  expect(page.querySelectorAll('#f1L3 + .said p').map((said) => said.getAttribute('class'))).toEqual([
    ...['warning', 'warning', 'error', 'info'],
  ]);
});

test('a table is called by its title, and by how it is read', () => {
  const headings = (text: string) => {
    const page = pageOf([text]);
    return [page.querySelector('h3')?.text, page.querySelector('.form')?.text];
  };
  expect(headings(plain)).toEqual(['项目绩效目标表，第 1 至 18 行', '按“广东省项目绩效目标表”读']);
  expect(headings('项目名称\t甲\n收入\t5\n')).toEqual([
    '没有表名的表，第 1 至 2 行',
    '没有读懂这张表，不公开',
  ]);
});

test('of a table that is not read, the labels are known', () => {
  expect(cellsOf(pageOf(['项目名称\t甲\n收入\t5\n']), 'f1L1').map(([kind]) => kind)).toEqual([
    'label error',
    'unknown',
  ]);
});

test('lines of one cell stay lines', () => {
  const page = pageOf([plain.replace('清淤三公里。', '"清淤\n三公里。"')]);
  expect(page.querySelectorAll('td').some((cell) => cell.innerHTML.includes('清淤<br>三公里。'))).toBe(true);
});

test('between the items of lists and tables there is no text', () => {
  const wrong = `开头的话\n\n${plain.replace('30,000.00', '30,0oo.00')}`;
  for (const page of [pageOf([]), pageOf([plain]), pageOf([plain, wrong, '收入\t5\n'], warnings(2))]) {
    const texts = page
      .querySelectorAll('main, section, ul, dl, table, tbody, tr')
      .flatMap(({ childNodes }) => childNodes)
      .filter(({ nodeType, text }) => nodeType === NodeType.TEXT_NODE && text.trim() !== '');
    expect(texts.map(({ text }) => text)).toEqual([]);
  }
});

test('a table of another kind is drawn, and no cell of it is said to be read', () => {
  const page = pageOf([`${plain}\n## 收支预算表\n\n科目\t金额\n基本支出\t5\n`]);
  expect(page.querySelectorAll('.form').map(({ text }) => text)).toEqual([
    '按“广东省项目绩效目标表”读',
    '这是收支预算表，不公开',
  ]);
  expect(
    page
      .querySelectorAll('#f1 tr td')
      .slice(-2)
      .map((cell) => cell.outerHTML),
  ).toEqual(['<td class="">基本支出</td>', '<td class="">5</td>']);
});

test('the meaning of each rule is said once, in the order of their names', () => {
  const info = toNotice({ path: 'a.md', line: 1, column: 1 }, 'file/no-line-end', '没有换行');
  const page = pageOf([plain.replace('30,000.00', '30,0oo.00')], [...warnings(2), info]);
  expect(page.querySelectorAll('dt[id] small').map(({ text }) => text)).toEqual([
    ...['budget/not-a-number', 'file/no-line-end', 'file/not-read'],
  ]);
  expect(page.querySelectorAll('dt[id] + dd').map(({ text }) => text)[0]).toBe(
    ruleTexts['budget/not-a-number'].means,
  );
  expect(pageOf([plain]).querySelectorAll('dt[id]')).toEqual([]);
  expect(pageOf([plain]).text).not.toContain('这些提示是什么意思');
});

test.each(readdirSync('tests/unit/record/fixtures'))('is valid HTML for %s', async (name) => {
  const html = report(readFileSync(`tests/unit/record/fixtures/${name}/source.md`));
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'no-inline-style': 'off',
      'tel-non-breaking': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'doctype-style': 'off',
    },
  });
  const { results } = await validator.validateString(html);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
  ).toEqual([]);
});
