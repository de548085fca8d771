import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { checkInput } from '../../../src/check/check-input.ts';
import { EXAMPLE } from '../../../src/check/example.ts';
import { layouts } from '../../helpers/layouts.ts';
import { toPasted, toWorkbook } from '../../helpers/office-files.ts';

async function pageOf(text: string): Promise<HTMLElement> {
  const options = { rules: '/guide/check/', year: 2026 };
  return parse((await checkInput({ kind: 'text', text }, options, () => undefined)).html);
}
const titles = (page: HTMLElement) => page.querySelectorAll('h2').map(({ text }) => text);
const textsOf = (page: HTMLElement, selector: string) =>
  page.querySelectorAll(selector).map(({ textContent }) => textContent.trim());

test('the sections are the result, the projects, the tables and the source', async () => {
  expect(titles(await pageOf(EXAMPLE))).toEqual(['结果', '项目', '逐格对照', '存下来的样子']);
  const two = await pageOf(EXAMPLE + EXAMPLE.replaceAll('乡村', '社区'));
  expect(titles(two)).toEqual(['结果', '第 1 个项目', '第 2 个项目', '逐格对照', '存下来的样子']);
  expect(titles(await pageOf('开会'))).toEqual(['结果', '存下来的样子']);
});

test('a finding has its cell, what to do and a link to its rule', async () => {
  const page = await pageOf(EXAMPLE);
  const [finding] = page.querySelectorAll('.findings li');
  expect(finding?.textContent).toContain('提示第 19 行第 6 格：成本指标“建设费用”年度值 12.8万元');
  expect(finding?.textContent).toContain('怎么办：');
  const [place, rule] = finding?.querySelectorAll('a').map((link) => link.getAttribute('href')) ?? [];
  expect(page.querySelector(place ?? '')?.textContent).toContain('12.8万元');
  expect(rule).toBe('/guide/check/#rule-budget-cost-mismatch');
});

test('errors come first, and infos are folded', async () => {
  const vague = EXAMPLE.replace('≥9000人次\t≥3000人次', '有所提高\t有所提高');
  const page = await pageOf(`${vague}\n${EXAMPLE.replace('125,000.00', '无')}`);
  expect(page.querySelector('.findings li')?.getAttribute('class')).toBe('notice error');
  const infos = page.querySelectorAll('.findings .info');
  expect(infos.length).toBeGreaterThan(0);
  expect(infos.every((info) => info.closest('details') !== null)).toBe(true);
});

test('a place in an imported file is a row of that', async () => {
  const { tables } = layouts[0] ?? { tables: [] };
  const bytes = toWorkbook(tables);
  const input = { kind: 'file', name: 'a.xlsx', bytes } as const;
  const { html } = await checkInput(input, { rules: null, year: 2026 }, () => undefined);
  const places = textsOf(parse(html), '.place');
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) expect(place).toMatch(/^工作表“表\d+”第 \d+ 行$/);
});

test('of many projects twenty are shown, and all are named', async () => {
  const many = Array.from({ length: 25 }, (_, index) => EXAMPLE.replace('乡村', `乡村${index}`));
  const page = await pageOf(many.join('\n'));
  expect(page.querySelectorAll('.name')).toHaveLength(20);
  expect(textsOf(page, 'ol.ways li')).toHaveLength(5);
  expect(page.textContent).toContain('另有 5 个项目也读出来了');
});

test('of many rows the tables are cut, and of many lines the source', async () => {
  const many = Array.from({ length: 100 }, (_, index) => EXAMPLE.replace('乡村', `乡村${index}`));
  const page = await pageOf(many.join('\n'));
  expect(page.querySelectorAll('.read table').length).toBeLessThan(100);
  expect(page.textContent).toMatch(/另有 \d+ 张表，这里不逐格列出/);
  expect(page.querySelectorAll('.source li')).toHaveLength(400);
});

describe('as HTML', () => {
  test.each(layouts.map(({ id, tables }) => [id, tables] as const))(
    'layout %s is valid',
    async (_, tables) => {
      const html = (await pageOf(toPasted(tables))).outerHTML;
      const report = await new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: { 'no-implicit-button-type': 'off', 'svg-focusable': 'off', 'prefer-native-element': 'off' },
      }).validateString(html);
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    },
  );

  test('every text of a table is escaped', async () => {
    const page = await pageOf(
      EXAMPLE.replaceAll(/[\p{Script=Han}]{4,}/gu, '$&<i>&amp;').replace(
        '## 项目绩效目标表<i>&amp;',
        '## 项目绩效目标表',
      ),
    );
    expect(page.querySelectorAll('.entry i').filter((element) => !element.closest('.source'))).toEqual([]);
  });
});
