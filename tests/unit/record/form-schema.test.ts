import { describe, expect, test } from 'vitest';
import { FormSchema, OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { faultsOf } from './faults-of.ts';

describe('a form', () => {
  test('needs no more than its name', () => {
    expect(FormSchema.parse({ name: '本地表' })).toEqual({
      name: '本地表',
      layout: 'sheet',
      fields: {},
      budget: [],
      totals: [],
      funding: [],
      groups: [],
      period: {},
      goals: {},
      indicators: [],
      columns: {},
      others: [],
      categories: [],
      subcategories: [],
    });
  });

  test('keeps all that it says', () => {
    const words = ['词'];
    const form = {
      name: '本地表',
      layout: 'ledger',
      fields: { name: words, type: words, level: words, department: words, spendingUnit: words },
      period: { row: words, start: words, end: words },
      goals: { section: words, period: words, annual: words },
      columns: {
        category: words,
        subcategory: words,
        name: words,
        periodTarget: words,
        annualTarget: words,
        target: words,
        direction: words,
        unit: words,
      },
    };
    expect(FormSchema.parse(form)).toMatchObject(form);
  });

  test.each([
    ['name', { name: '' }],
    ['layout', { layout: 'page' }],
    ['fields', { fields: { title: ['词'] } }],
    ['fields.name.0', { fields: { name: [''] } }],
    ['period', { period: { middle: ['词'] } }],
    ['goals', { goals: { day: ['词'] } }],
    ['columns', { columns: { weight: ['词'] } }],
    ['budget.1', { budget: ['词', ''] }],
    ['', { labels: [] }],
  ])('is wrong at %s: %j', (path, value) => {
    expect(faultsOf(FormSchema, { name: '本地表', ...value })).toEqual([path]);
    expect(faultsOf(OfficeFormSchema, { name: '本地表', ...value })).toEqual([path]);
  });

  test('of an office is based on the one of Guangdong, unless it says which, and says no layout', () => {
    const { basedOn, layout, name } = OfficeFormSchema.parse({ name: '本地表' });
    expect([basedOn, layout, name]).toEqual(['guangdong', undefined, '本地表']);
    for (const base of ['guangdong', 'guangdong-period', 'national', 'ledger'])
      expect(OfficeFormSchema.parse({ name: '本地表', basedOn: base }).basedOn).toBe(base);
    for (const own of ['sheet', 'ledger'])
      expect(OfficeFormSchema.parse({ name: '本地表', layout: own }).layout).toBe(own);
    expect(faultsOf(OfficeFormSchema, { name: '本地表', basedOn: 'beijing' })).toEqual(['basedOn']);
  });
});
