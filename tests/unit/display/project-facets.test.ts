import { expect, test } from 'vitest';
import { projectFacets, projectFilters, typeOf } from '../../../src/display/project-facets.ts';
import { aProject } from './a-project.ts';

const project = aProject();
const asking = { ...project.source, asked: { ...project.source.asked, fields: ['type' as const] } };
const notAsking = { ...asking, asked: { ...asking.asked, fields: [] } };

test.each([
  ['其他运转类（综合类）', asking, '其他运转类（综合类）'],
  [null, asking, '未写项目类型'],
  [null, notAsking, '表上没有项目类型'],
])('the type %s is listed as one', (type, source, listed) => {
  expect(typeOf({ type, source })).toBe(listed);
});

test('a project is filtered by its body, type and range, and sorted by its sum', () => {
  expect(projectFacets(project, '示例市水务局')).toEqual({
    'data-body': '示例市水务局',
    'data-type': '其他运转类（综合类）',
    'data-budget': '5万元以下',
    'data-sum': '27700.00',
  });
  expect(projectFacets({ ...project, budget: null }, undefined)).toEqual({
    'data-body': undefined,
    'data-type': '其他运转类（综合类）',
    'data-budget': '表上没有金额',
    'data-sum': undefined,
  });
});

test('filters offer each value once: ranges from the smallest, others in the order of the list', () => {
  const listed = [
    { ...project, id: '2026/b/1', budget: null },
    { ...project, id: '2026/a/1', budget: { text: '', yuan: '600000.00' }, type: '部门项目' },
    { ...project, id: '2026/b/2' },
    { ...project, id: '2026/b/3', budget: { text: '', yuan: '1.00' } },
  ];
  const publisherOf = ({ id }: { id: string }) => (id.startsWith('2026/b') ? '示例市乙局' : '示例市甲局');
  expect(projectFilters(listed, publisherOf, '预算合计')).toEqual([
    { name: 'body', label: '单位', values: ['示例市乙局', '示例市甲局'] },
    { name: 'type', label: '项目类型', values: ['其他运转类（综合类）', '部门项目'] },
    { name: 'budget', label: '预算合计', values: ['5万元以下', '50万至100万元', '表上没有金额'] },
  ]);
  expect(projectFilters(listed, () => undefined, '')[0]?.values).toEqual([]);
});
