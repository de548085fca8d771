/**
 * In: the projects of one body and year.
 * Out: how their indicators are written, counted by measures that `quality-measures.ts` defines. No score.
 */
import { Decimal } from 'decimal.js';
import { CATEGORY_WORDS } from '../record/categories.ts';
import type { ParsedIndicator, ParsedProject } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import { askedColumns } from './asked-columns.ts';
import type { IndicatorMeasure, ProjectMeasure } from './quality-measures.ts';
import { targetOf } from './target-of.ts';

/** An indicator with the measures that it is counted by. */
interface MeasuredRow<Project extends ParsedProject> {
  project: Project;
  indicator: Project['indicators'][number];
  measures: readonly IndicatorMeasure[];
}

interface MeasuredProject<Project extends ParsedProject> {
  project: Project;
  measures: readonly ProjectMeasure[];
  rows: readonly MeasuredRow<Project>[];
}

/** Counts by measure; one that nothing has is 0. */
export type Counts = Readonly<Record<IndicatorMeasure | ProjectMeasure, number>>;

/** Numbers of projects and indicators, and how many of them each measure counts. */
export interface QualityCounts {
  projects: number;
  indicators: number;
  counts: Counts;
}

export interface Quality<Project extends ParsedProject> extends QualityCounts {
  measured: readonly MeasuredProject<Project>[];
}

/** Columns of weights or points. */
const WEIGHT = /权重|分值/;
/** Points that go to the execution of the budget, in a cell of the project. */
const EXECUTION = /执行率.*(?:分值|权重)/;
/** Category words, by the measure that counts them. */
const KINDS: readonly (readonly [ProjectMeasure, string])[] = (
  ['output', 'benefit', 'satisfaction', 'cost'] as const
).map((measure, place) => [measure, must(CATEGORY_WORDS[place]).word]);

export function measureQuality<Project extends ParsedProject>(
  projects: readonly Project[],
): Quality<Project> {
  const homes = new Map<string, Set<Project>>();
  for (const project of projects)
    for (const indicator of project.indicators) {
      const key = wordingOf(indicator);
      homes.set(key, (homes.get(key) ?? new Set()).add(project));
    }
  const measured = projects.map((project) => ({
    project,
    measures: measuresOfProject(project),
    rows: project.indicators.map((indicator: Project['indicators'][number]) => ({
      ...{ project, indicator },
      measures: [
        ...measuresOfTarget(indicator),
        ...(must(homes.get(wordingOf(indicator))).size > 1 ? (['repeated'] as const) : []),
      ],
    })),
  }));
  return { measured, ...countMeasures(measured) };
}

/** Counts of some measured projects. */
export function countMeasures(
  measured: readonly {
    measures: readonly ProjectMeasure[];
    rows: readonly { measures: readonly IndicatorMeasure[] }[];
  }[],
): QualityCounts {
  const counts: Record<IndicatorMeasure | ProjectMeasure, number> = { ...NOTHING };
  for (const { measures, rows } of measured)
    for (const measure of [...measures, ...rows.flatMap((row) => row.measures)]) counts[measure] += 1;
  return {
    projects: measured.length,
    indicators: measured.reduce((sum, { rows }) => sum + rows.length, 0),
    counts,
  };
}

/** What some counts come to together. */
export function addCounts(all: readonly QualityCounts[]): QualityCounts {
  const counts: Record<IndicatorMeasure | ProjectMeasure, number> = { ...NOTHING };
  for (const each of all)
    for (const measure of Object.keys(NOTHING) as (keyof Counts)[]) counts[measure] += each.counts[measure];
  const sum = (of: 'projects' | 'indicators') => all.reduce((total, each) => total + each[of], 0);
  return { projects: sum('projects'), indicators: sum('indicators'), counts };
}

const NOTHING: Counts = {
  ...{ quantified: 0, direction: 0, unit: 0, figures: 0, words: 0, blank: 0, repeated: 0 },
  ...{ output: 0, benefit: 0, satisfaction: 0, cost: 0, weighted: 0, balanced: 0 },
};

/** All words of an indicator: where they are equal, two projects promise the same in the same words. */
export function wordingOf(indicator: ParsedIndicator): string {
  const { category, subcategory, name } = indicator;
  return [category, subcategory, name, targetOf(indicator)?.text ?? ''].join('\t');
}

function measuresOfTarget(indicator: ParsedIndicator): IndicatorMeasure[] {
  const target = targetOf(indicator);
  if (!target) return ['blank'];
  if (target.value === null) return [/\d/.test(target.text.normalize('NFKC')) ? 'figures' : 'words'];
  return [
    'quantified',
    ...(target.comparator === null || target.comparator === '≈' ? [] : (['direction'] as const)),
    ...(target.unit === null ? [] : (['unit'] as const)),
  ];
}

function measuresOfProject({ indicators, otherFields }: ParsedProject): ProjectMeasure[] {
  const kinds = KINDS.filter(([, word]) => indicators.some(({ category }) => category.startsWith(word)));
  const weights = indicators.map(({ details }) =>
    parseWeight(details.find(({ label }) => WEIGHT.test(label))?.value),
  );
  const written = weights.filter((weight) => weight !== null);
  const execution = parseWeight(otherFields.find(({ label }) => EXECUTION.test(label))?.value);
  const sum = written.reduce((total, weight) => total.plus(weight), new Decimal(0));
  const isWhole = (total: Decimal) => total.equals(100) || total.equals(1);
  const isBalanced = isWhole(sum) || (execution !== null && isWhole(sum.plus(execution)));
  return [
    ...kinds.map(([measure]) => measure),
    ...(written.length > 0 ? (['weighted'] as const) : []),
    ...(written.length > 0 && isBalanced ? (['balanced'] as const) : []),
  ];
}

/** `10`, `10分`, `10%` as a figure; null for any other text. */
function parseWeight(text: string | undefined): Decimal | null {
  const [, figure] = /^(\d+(?:\.\d+)?)\s*[分%％]?$/.exec(text?.trim() ?? '') ?? [];
  return figure === undefined ? null : new Decimal(figure);
}

/** What readers call the form of some projects, by the columns of its indicators: 年度和周期两列指标值，有权重. */
export function describeForm(projects: readonly ParsedProject[]): string {
  const forms = new Set(projects.map((project) => describeColumns(project)));
  const [only = '', ...others] = forms;
  return others.length === 0 ? only : '几种表式';
}

function describeColumns(project: ParsedProject): string {
  const has = askedColumns([project]);
  const targets =
    has.annualTarget && has.periodTarget
      ? '年度、周期两列指标值'
      : `一列${has.periodTarget ? '实施周期' : '年度'}指标值`;
  const levels = ['一级', '二级'].filter((_, place) => (place === 0 ? has.category : has.subcategory));
  const weighted = project.indicators.some(({ details }) => details.some(({ label }) => WEIGHT.test(label)));
  return `${[...levels, '三级'].join('、')}指标，${targets}${weighted ? '，有权重' : ''}`;
}
