import { describe, expect, test } from 'vitest';
import { checkInput, type CheckResult } from '../../../src/check/check-input.ts';
import { EXAMPLE } from '../../../src/check/example.ts';
import { toPasted } from '../../helpers/office-files.ts';
import { ministryForm } from '../../helpers/result-forms.ts';

const RULES = '/guide/check/';
const check = (text: string, rules: string | null = RULES): Promise<CheckResult> =>
  checkInput({ kind: 'text', text }, { rules, year: 2031 }, () => undefined);
const checkFile = (name: string, text: string): Promise<CheckResult> =>
  checkInput(
    { kind: 'file', name, bytes: new TextEncoder().encode(text) },
    { rules: RULES, year: 2031 },
    () => undefined,
  );
const RESULTS = `## ${toPasted([ministryForm()])}`;
const WITHOUT_YEAR = EXAMPLE.replaceAll(/2026年/g, '');

describe('the summary', () => {
  test.each([
    [EXAMPLE, '读出 1 个项目、6 项指标，预算 125,000.00 元。没有错误，可以公开；公开之前请看一遍 1 处提示。'],
    [
      EXAMPLE.replace('12.8万元', '12.5万元'),
      '读出 1 个项目、6 项指标，预算 125,000.00 元。没有错误，可以公开。',
    ],
    [EXAMPLE.replace('125,000.00', '125,0O0'), '没有读出项目。有 1 处错误，改好才能公开。'],
    [
      `${EXAMPLE.replace('12.8万元', '12.5万元')}\n${EXAMPLE.replaceAll('乡村', '社区').replace('12.8万元', '12.5万元')}`,
      '读出 2 个项目、12 项指标，预算合计 250,000.00 元。没有错误，可以公开。',
    ],
    ['甲\u0001', '没有读出项目。有 1 处错误，改好才能公开。'],
    [RESULTS, '读出 1 张自评表、5 项指标。没有错误，可以公开。'],
    [
      RESULTS.replace('98.76', '89.76'),
      '读出 1 张自评表、5 项指标。没有错误，可以公开；公开之前请看一遍 1 处提示。',
    ],
    [
      `${EXAMPLE.replace('12.8万元', '12.5万元')}\n${RESULTS}`,
      '读出 1 个项目、6 项指标，预算 125,000.00 元。读出 1 张自评表、5 项指标。没有错误，可以公开。',
    ],
  ])('of a text: %#', async (text, summary) => {
    expect((await check(text)).summary).toBe(summary);
  });
});

test('a text that can not be decoded is not stored', async () => {
  const { text, html } = await check('甲\u0001');
  expect(text).toBe('');
  expect(html).toContain('第 1 行：这里有看不见的控制字符 U+0001');
  expect(html).not.toContain('data-save-source');
});

describe('the year', () => {
  test('of the table counts', async () => {
    expect((await checkFile('2029.txt', EXAMPLE)).summary).toContain('没有读出项目。有 1 处错误');
    expect((await check(EXAMPLE)).html).toContain('<p class="year">2026年项目</p>');
  });

  test('is else that of the file’s name', async () => {
    const { html } = await checkFile('云岭市文化局2029年.txt', WITHOUT_YEAR);
    expect(html).toContain('<p class="year">2029年项目</p>');
    expect(html).not.toContain('没有写年份');
  });

  test.each([WITHOUT_YEAR, RESULTS.replace('（2025年度）', '')])(
    'is else this year, and the page says so: %#',
    async (text) => {
      const { html } = await check(text);
      expect(html).toContain(
        '<li>表上和文件名里没有写年份，这里按 2031 年读；公开时文件要放进以年份命名的文件夹。</li>',
      );
    },
  );
});

test('front matter is read', async () => {
  const { html } = await check(`---\npublisher: 云岭市文化局\nwrong: 1\n---\n${EXAMPLE}`);
  expect(html).toContain('文件头没有 wrong 这一项');
  expect((await check(`---\npublisher: 云岭市文化局\n---\n${EXAMPLE}`)).html).not.toContain('文件头');
});

test('a site without a page of rules has no links to it', async () => {
  expect((await check(EXAMPLE)).html).toContain('href="/guide/check/#rule-budget-cost-mismatch"');
  expect((await check(EXAMPLE, null)).html).not.toContain('#rule-');
});
