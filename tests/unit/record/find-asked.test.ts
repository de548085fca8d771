/** What a form has, filled in or not. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { toPublishedProject } from '../../../src/record/published-disclosure.ts';
import { layouts } from '../../helpers/layouts.ts';
import { toPasted } from '../../helpers/office-files.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const read = (value: string) => readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
const askedOf = (text: string) => read(text).projects.map(({ source }) => source.asked);

test.each(layouts.map(({ id, tables }) => [id, toPasted(tables)] as const))(
  'layout %s has no type, no level and no period, and one column of targets',
  (_, text) => {
    const all = askedOf(text);
    expect(all.length).toBeGreaterThan(0);
    for (const { fields, columns } of all) {
      expect(fields).not.toContain('type');
      expect(fields).not.toContain('level');
      expect(fields).not.toContain('period');
      expect(columns).toEqual(['category', 'subcategory', 'annualTarget']);
    }
  },
);

test('a form with all fields and columns lacks nothing, and says nothing of it', () => {
  const value = readFileSync('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', 'utf8');
  for (const project of read(value).projects) {
    expect(project.source.asked).toEqual({
      fields: ['type', 'level', 'department', 'spendingUnit', 'period', 'budget', 'periodGoal', 'annualGoal'],
      columns: ['category', 'subcategory', 'periodTarget', 'annualTarget'],
    });
    expect(toPublishedProject(project).source).not.toHaveProperty('notAsked');
  }
});

const rows = ['项目名称\t河道清淤', '2026年预算金额（元）\t30,000.00'];
const indicators = [
  '绩效指标\t一级指标\t二级指标\t三级指标\t指标值',
  '\t产出指标\t数量指标\t清淤长度\t3公里',
];
const table = (more: string[]) => `## 项目绩效目标表\n\n${[...rows, ...more, ...indicators].join('\n')}\n`;

test('a label with a blank cell is asked', () => {
  expect(askedOf(table(['项目类型\t']))[0]?.fields).toEqual(['type', 'budget']);
});

test('a label of goals without a text asks for the goal of the year', () => {
  expect(askedOf(table(['总体绩效目标\t']))[0]?.fields).toEqual(['budget', 'annualGoal']);
  expect(askedOf(table([]))[0]?.fields).toEqual(['budget']);
});

test('what is published names what the form does not have', () => {
  const [project] = read(fixtureSource('a-plain-table')).projects;
  if (!project) throw new Error('the fixture has no project');
  const { asked } = project.source;
  const { notAsked = [] } = toPublishedProject(project).source;
  expect([...notAsked, ...asked.fields, ...asked.columns].sort()).toEqual(
    [
      ...['type', 'level', 'department', 'spendingUnit', 'period', 'budget', 'periodGoal', 'annualGoal'],
      ...['category', 'subcategory', 'periodTarget', 'annualTarget'],
    ].sort(),
  );
});
