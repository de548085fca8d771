/** The forms that the guide draws are read as it says: each drawn table is pasted, and becomes its projects without an error. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { guideComponents } from '../../../src/content/guide-components.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { unmergeCells } from '../../../src/display/merge-cells.ts';

const page = readFileSync('content/guide/formats.mdx', 'utf8');
const ExampleSchema = guideComponents.FormExample;
const examples = [
  ...page.matchAll(/<FormExample\s+label="([^"]+)"\s+above=\{(\[.*?\])\}\s+rows=\{(\[.*?\])\}\s+\/>/gs),
].map(([, label, above = '', rows = '']) => {
  const parse = (text: string): unknown => parseDocument(text, { schema: 'json' }).toJSON();
  return ExampleSchema.parse({ label, above: parse(above), rows: parse(rows) });
});

/** Names and budgets of the projects of each form. */
const PROJECTS: Record<string, [name: string, yuan: string][]> = {
  周期值和年度值在一行: [['乡村图书角建设', '125000.00']],
  周期和年度左右并列: [['供水管网更新', '800000.00']],
  有资金来源和权重: [['防汛物资储备', '620000.00']],
  绩效指标一栏每段都写: [['社区图书室运行', '460000.00']],
  '专项资金，有政策任务一行': [['河湖管护专项', '2400000.00']],
  '只有实施期资金总额，有分值': [['档案数字化', '180000.00']],
  表名在表的第一行: [['路灯节能改造', '735000.00']],
  项目名称只在表上面的一行: [['校车安全巡查', '120000.00']],
  '一行一项指标，一张表有几个项目': [
    ['森林防火', '400000.00'],
    ['古树保护', '150000.00'],
  ],
  '一行一项指标，单位名称合并': [
    ['全民健身活动', '300000.00'],
    ['场馆维修', '880000.00'],
  ],
};

/** Names, sums that were spent and scores of the results of each form. */
const RESULTS: Record<string, [name: string, spent: string, score: string][]> = {
  '自评表，财政部的表式': [['供水管网更新', '764400.00', '94.8']],
  '自评表，有评价结论的表式': [['场馆维修', '880000.00', '100']],
};

test('the guide draws each of these forms once, under its name', () => {
  expect(examples.map(({ label }) => label)).toEqual([...Object.keys(PROJECTS), ...Object.keys(RESULTS)]);
  expect(z.array(z.string()).parse(page.match(/<FormExample/g))).toHaveLength(examples.length);
  for (const { label } of examples) expect(page).toContain(`### ${label}\n`);
});

test.each(examples)(
  '$label: every row is as wide as the table, and the table is read',
  ({ label, above, rows }) => {
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    const table = unmergeCells(rows).map((cells) => cells.join('\t'));
    const value = ['## 项目绩效目标表', '', ...above.flatMap((line) => [line, '']), ...table, ''].join('\n');
    const { projects, results, notices } = readDisclosure(
      new VFile({ path: 'disclosures/2026/yunzhou.md', value }),
    );
    expect(notices.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    expect(projects.map(({ name, budget }) => [name, budget?.yuan])).toEqual(PROJECTS[label] ?? []);
    expect(
      results.map(({ name, funds, total }) => [name, funds.total?.spent?.yuan, total?.score?.value]),
    ).toEqual(RESULTS[label] ?? []);
    const drawn = rows.filter((cells) => cells.some((text) => /^(?:产出|效益|成本|满意度)指标$/.test(text)));
    const count = [...projects, ...results].reduce((sum, { indicators }) => sum + indicators.length, 0);
    expect(count).toBe(drawn.length);
    for (const { goals, department, spendingUnit } of projects) {
      expect(goals.annual ?? goals.period).toMatch(/。$/);
      if (label !== '项目名称只在表上面的一行') expect(department ?? spendingUnit).toMatch(/^\S*云州市/);
    }
  },
);
