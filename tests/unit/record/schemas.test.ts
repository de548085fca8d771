import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { NoticeSchema, ProjectSchema } from '../../../src/record/disclosure-schema.ts';
import { FormSchema, OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { PublicationSchema } from '../../../src/record/publication-schema.ts';
import { PublishedProjectSchema, toPublishedProject } from '../../../src/record/published-disclosure.ts';

/** Paths of what is wrong: `originals.0.sha256`. */
function faultsOf(schema: { safeParse: (value: unknown) => unknown }, value: unknown): string[] {
  const { error } = schema.safeParse(value) as { error?: { issues: { path: PropertyKey[] }[] } };
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}

describe('the front matter of a source', () => {
  const original = {
    name: '绩效目标表.xlsx',
    sha256: 'a1'.repeat(32),
    file: '0-jixiao.v2.xlsx',
    parts: ['工作表“Sheet1”'],
  };

  test.each([
    {},
    {
      publisher: '青溪县水务局',
      page: 'https://example.gov.cn/a.html',
      published: '2026-02-28',
      documentNumber: '青水〔2026〕1号',
      licence: 'CC BY 4.0',
      originals: [original],
    },
    { page: 'http://example.gov.cn/' },
  ])('is right: %j', (value) => {
    expect(faultsOf(PublicationSchema, value)).toEqual([]);
    expect(PublicationSchema.parse(value)).toEqual(value);
  });

  test.each([
    ['publisher', { publisher: '' }],
    ['page', { page: 'example.gov.cn' }],
    ['page', { page: 'ftp://example.gov.cn/' }],
    ['page', { page: 'xhttp://example.gov.cn/' }],
    ['page', { page: 'httpsx://example.gov.cn/' }],
    ['published', { published: '2026-02-30' }],
    ['documentNumber', { documentNumber: '' }],
    ['licence', { licence: '' }],
    ['originals', { originals: [] }],
    ['originals.0.name', { originals: [{ ...original, name: '' }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: 'a1'.repeat(31) }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: `${'a1'.repeat(32)}0` }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: `0${'a1'.repeat(32)}` }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: 'A1'.repeat(32) }] }],
    ['originals.0.file', { originals: [{ ...original, file: '.htaccess' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'a/b.xlsx' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'A.xlsx' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'a.xlsx ' }] }],
    ['originals.0.parts', { originals: [{ ...original, parts: [] }] }],
    ['originals.0.parts.0', { originals: [{ ...original, parts: [''] }] }],
    ['originals.0', { originals: [{ ...original, size: 1 }] }],
    ['', { author: '甲' }],
  ])('is wrong at %s: %j', (path, value) => {
    expect(faultsOf(PublicationSchema, value)).toEqual([path]);
  });
});

describe('a form', () => {
  test('needs no more than its name', () => {
    expect(FormSchema.parse({ name: '本地表' })).toEqual({
      name: '本地表',
      layout: 'sheet',
      fields: {},
      budget: [],
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

describe('the record', () => {
  const path = 'disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
  const { projects } = readDisclosure(new VFile({ path, value: readFileSync(`content/${path}`) }));
  const [project] = projects;
  if (!project) throw new Error('the published file has no project');

  test('is right as it is read from the published file', () => {
    expect(faultsOf(ProjectSchema, project)).toEqual([]);
  });

  test.each([
    ['budget.yuan', { budget: { ...project.budget, yuan: '-1.00' } }],
    ['budget.yuan', { budget: { ...project.budget, yuan: '1.000' } }],
    ['budget.yuan', { budget: { ...project.budget, yuan: '1.0' } }],
    ['source.sha256', { source: { ...project.source, sha256: `${project.source.sha256}0` } }],
    ['source.sha256', { source: { ...project.source, sha256: `0${project.source.sha256}` } }],
    ['source.startLine', { source: { ...project.source, startLine: 0 } }],
  ])('is wrong at %s: %j', (fault, change) => {
    expect(faultsOf(ProjectSchema, { ...project, ...change })).toEqual([fault]);
  });

  test.each(['≥', '≤', '>', '<', '=', '≈', null])('knows the comparator %s', (comparator) => {
    const [indicator] = project.indicators;
    const target = { text: '1', comparator, value: '1', upper: null, unit: null };
    expect(
      faultsOf(ProjectSchema, { ...project, indicators: [{ ...indicator, annualTarget: target }] }),
    ).toEqual([]);
  });

  test('as it is published has no anchors of rows', () => {
    const published = toPublishedProject(project);
    expect(faultsOf(PublishedProjectSchema, published)).toEqual([]);
    for (const own of [{ anchor: 'a' }, { formerAnchors: ['b'] }]) {
      const indicators = published.indicators.map((indicator) => ({ ...indicator, ...own }));
      expect(faultsOf(PublishedProjectSchema, { ...published, indicators }).length).toBeGreaterThan(0);
      const kept = project.indicators.map((indicator) => ({ ...indicator, ...own }));
      expect(toPublishedProject({ ...project, indicators: kept })).toEqual(published);
    }
  });

  const notice = { severity: 'error', path, line: 1, column: 1, message: '没有读出一张表' };

  test.each([
    ['budget/cost-mismatch', 'error', 0],
    ['budget/cost-mismatch', 'warning', 0],
    ['budget/cost-mismatch', 'info', 0],
    ['budget/cost-mismatch', '', 1],
    ['1budget/cost-mismatch', 'error', 1],
    ['budget/cost-mismatch2', 'error', 1],
  ])('of the notice %s (%s) has %i faults', (rule, severity, count) => {
    expect(faultsOf(NoticeSchema, { ...notice, rule, severity })).toHaveLength(count);
  });
});
