/** Tables of every form, of an office's own too, are looked up cell by cell in what is published of them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { runScript } from '../helpers/run-script.ts';

const sourceOf = (fixture: string) => readFileSync(`tests/unit/record/fixtures/${fixture}/source.md`, 'utf8');
const files: Record<string, string> = {
  national: sourceOf('national-form'),
  // A price list beside it makes no project.
  medium:
    sourceOf('national-form-with-medium-term') +
    sourceOf('whole-department-table-and-price-list-are-named').split('\n\n').slice(-2).join('\n\n'),
  period: sourceOf('period-form-side-by-side'),
  sides: sourceOf('period-form-sides-name-different-indicators'),
  ledger: sourceOf('ledger-of-two-projects'),
  labels: sourceOf('guangdong-with-other-labels'),
  office: sourceOf('form-that-nobody-described'),
  // The form alone names the unit.
  unit: sourceOf('form-that-nobody-described')
    .replace('村卫生室设备更新', '村卫生室药柜')
    .replace('核定数\t100万元', '批准数\t26.5'),
  title: sourceOf('guangdong-title-row-in-the-table-and-broken-words'),
  // No subcategory is on any page of subcategories.
  bare: sourceOf('national-form').replace('数量指标', ''),
  lines: sourceOf('lines-above-the-table-are-fields'),
};
const officeForm = `name: 云岭市绩效目标表
basedOn: national
fields: { name: [项目全称], department: [经办处室] }
budget: [核定数]
columns: { category: [指标大类], subcategory: [指标小类], name: [指标条目], target: [承诺值] }
`;
/** The same in JSON, with the unit of its sum. */
const jsonForm = JSON.stringify({
  name: '云岭市批准表',
  basedOn: 'national',
  fields: { name: ['项目全称'], department: ['经办处室'] },
  budget: ['批准数（万元）'],
  columns: { category: ['指标大类'], subcategory: ['指标小类'], name: ['指标条目'], target: ['承诺值'] },
});
let folder: string;
let content: string;
let dist: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-forms-'));
  content = join(folder, 'content');
  dist = join(folder, 'dist');
  mkdirSync(join(content, 'disclosures/2026'), { recursive: true });
  mkdirSync(join(content, 'forms'));
  writeFileSync(join(content, 'forms/own.yaml'), officeForm);
  writeFileSync(join(content, 'forms/unit.json'), jsonForm);
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(content, `disclosures/2026/${name}.md`), text);
  expect(runScript('build', [], { JIXIAO_CONTENT: content, JIXIAO_OUT: dist })).toMatchObject({ status: 0 });
}, 180_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('finds every cell of every form in the JSON and the CSV', () => {
  const { losses, projects, cells } = verifyConservation(content, dist);
  expect(losses).toEqual([]);
  expect(projects).toBe(12);
  expect(cells).toBeGreaterThan(1300);
});

/** The file of a body that has this name, in the first folder of its projects. */
function pathOf(body: string, name: string): string {
  const of = `2026/${body}`;
  const [project] = readdirSync(join(dist, of), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && readdirSync(join(dist, of, entry.name)).includes(name),
  );
  return join(of, project?.name ?? '', name);
}

/** What is lost once a file of the site has been changed; the file is put back. */
function lossesAfter(path: string, change: (text: string) => string): string[] {
  const text = readFileSync(join(dist, path), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(dist, path), changed);
  const { losses } = verifyConservation(content, dist);
  writeFileSync(join(dist, path), text);
  return losses;
}

interface Row {
  category: string;
  name: string;
  periodTarget: unknown;
  annualTarget: unknown;
  details: { label: string; value: string }[];
}
interface PublishedJson {
  name: string;
  department: string | null;
  spendingUnit: string | null;
  budget: { text: string; yuan: string };
  goals: { period: string | null; annual: string | null };
  indicators: Row[];
  otherFields: { label: string; value: string }[];
}

describe.each(Object.keys(files))('finds in the JSON of %s', (body) => {
  test.each<[string, (project: PublishedJson) => unknown]>([
    ['a dropped last row', ({ indicators }) => indicators.pop()],
    ['a dropped first row', ({ indicators }) => indicators.shift()],
    [
      'rows in another order',
      ({ indicators }) => (indicators.length > 1 ? indicators.reverse() : indicators.pop()),
    ],
    [
      'a swapped column',
      ({ indicators }) => {
        for (const row of indicators)
          [row.periodTarget, row.annualTarget] = [
            row.annualTarget,
            row.periodTarget === row.annualTarget ? null : row.periodTarget,
          ];
      },
    ],
    [
      'columns of texts swapped',
      ({ indicators }) => {
        for (const row of indicators) [row.category, row.name] = [row.name, row.category];
      },
    ],
    ['a rounded amount', ({ budget }) => (budget.yuan = `${budget.yuan.slice(0, -1)}9`)],
    ['an amount ten times as large', ({ budget }) => (budget.yuan = budget.yuan.replace('.', '0.'))],
    ['another text of the amount', ({ budget }) => (budget.text += '0')],
    ['another name', (project) => (project.name = project.name.slice(1))],
    [
      'a lost field',
      (project) =>
        ([
          project.goals.annual,
          project.goals.period,
          project.department,
          project.spendingUnit,
          project.otherFields,
        ] = [null, null, null, null, []]),
    ],
    [
      'a shortened target',
      ({ indicators }) => {
        for (const { annualTarget } of indicators)
          if (annualTarget) Object.assign(annualTarget, { text: '约' });
      },
    ],
  ])('%s', (_, fault) => {
    expect(
      lossesAfter(pathOf(body, 'project.json'), (text) => {
        const project = JSON.parse(text) as PublishedJson;
        fault(project);
        return JSON.stringify(project);
      }).length,
    ).toBeGreaterThan(0);
  });
});

test.each<[string, string, string, string]>([
  [
    'a swapped pair of fields',
    'national',
    '[123]云岭市卫生局,云岭市基层卫生服务中心',
    '云岭市基层卫生服务中心,[123]云岭市卫生局',
  ],
  ['a source of the money', 'national', '90.00', '91.00'],
  ['a rounded amount', 'ledger', '456000.00', '460000.00'],
  ['a goal of the year', 'medium', '更新设备五十套', '更新设备五套'],
  ['a department', 'office', '规财处', '规划处'],
])('finds in the CSV of projects %s', (_, body, from, to) => {
  expect(
    lossesAfter(pathOf(body, 'projects.csv'), (text) => text.replaceAll(from, to)).length,
  ).toBeGreaterThan(0);
  expect(
    lossesAfter(`2026/${body}/projects.csv`, (text) => text.replaceAll(from, to)).length,
  ).toBeGreaterThan(0);
});

test.each<[string, string, string | RegExp, string]>([
  ['a dropped last row', 'ledger', /\r\n[^\r]*市民满意度[^\r]*(?=\r\n|$)/g, ''],
  ['a dropped continuation row', 'national', /\r\n[^\r]*设备验收合格率[^\r]*/g, ''],
  ['a swapped column', 'medium', /50套(.*?)150套/g, '150套$150套'],
  ['a unit of measure', 'ledger', '""value"":""盏""', '""value"":""米""'],
  ['the header of an office’s column', 'ledger', '""label"":""分值""', '""label"":""比值""'],
  ['a remark', 'national', '市场询价', '询价'],
  ['the score beside a category', 'ledger', '产出指标(50分)', '产出指标(40分)'],
])('finds in the CSV of indicators %s', (_, body, from, to) => {
  expect(
    lossesAfter(pathOf(body, 'indicators.csv'), (text) => text.replaceAll(from, to)).length,
  ).toBeGreaterThan(0);
});

test('finds a table of another form that made no project', () => {
  const gone = join(folder, 'gone');
  cpSync(dist, gone, { recursive: true });
  rmSync(join(gone, pathOf('ledger', 'project.json')));
  expect(verifyConservation(content, gone).losses.join('\n')).toContain('ledger.md');
});
