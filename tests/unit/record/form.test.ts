import { expect, test } from 'vitest';
import { compileForm, extendForm } from '../../../src/record/form.ts';

const base = {
  name: '底表',
  layout: 'ledger',
  budget: ['预算数', '预算金额'],
  fields: { name: ['项目名称'], type: ['项目类型'] },
  others: ['备注'],
} as const;

test("an office's own labels come before those of the form it is based on, each once", () => {
  const own = {
    name: '本地表',
    budget: ['本级预算', '预算金额'],
    fields: { name: ['事项'] },
    goals: { annual: ['目的'] },
  };
  expect(extendForm(own, structuredClone(base) as never)).toEqual({
    name: '本地表',
    layout: 'ledger',
    budget: ['本级预算', '预算金额', '预算数'],
    fields: { name: ['事项', '项目名称'], type: ['项目类型'] },
    goals: { annual: ['目的'] },
    others: ['备注'],
  });
});

test('a form without data of its own is the one it is based on', () => {
  expect(extendForm({ name: '本地表' }, structuredClone(base) as never)).toEqual({ ...base, name: '本地表' });
});

test('a label that stands in two lists is the field, not a mere group or other', () => {
  const { head } = compileForm({
    name: '本地表',
    others: ['金额', '类别', '备注'],
    groups: ['金额', '概况'],
    fields: { type: ['类别'] },
    budget: ['预算数', '金额'],
  });
  expect(Object.fromEntries(head)).toEqual({
    金额: { name: 'budget', rank: 1 },
    类别: { name: 'type', rank: 0 },
    备注: { name: 'other', rank: 2 },
    概况: { name: 'group', rank: 1 },
    预算数: { name: 'budget', rank: 0 },
  });
});

test('lists that a form does not have are empty', () => {
  const form = compileForm({ name: '本地表' });
  const { head, goals, columns, goalSections, indicators, categories, subcategories } = form;
  const sizes = [head, goals, columns, goalSections, indicators, categories, subcategories].map(
    ({ size }) => size,
  );
  expect(sizes).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(form.isLedger).toBe(false);
});

test('a list that the base does not have is the form’s', () => {
  expect(extendForm({ name: '本地表', groups: ['概况'] }, { name: '基础' })).toMatchObject({
    groups: ['概况'],
  });
});

test('a unit behind the label of a sum is of that label, and of no other', () => {
  const { head, units } = compileForm({
    name: '本地表',
    budget: ['核定数（万元）', '预算数'],
    totals: ['总数（单位：元）'],
    funding: ['拨款（万元）'],
    others: ['备注（元）'],
  });
  expect(Object.fromEntries(units)).toEqual({ 核定数: '万元', 总数: '元', 拨款: '万元' });
  expect(head.get('核定数')).toEqual({ name: 'budget', rank: 0 });
});
