import { readFileSync, readdirSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { parse } from 'node-html-parser';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { ruleAnchor, ruleTexts } from '../../../src/record/rules/rule-texts.ts';
import { writeReport } from '../../../src/report/write-report.ts';

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
