/**
 * In: the results of a built site, each with the project that it answers.
 * Out: what search must find of them: the cells of a result under its project, and results without one as projects of their own.
 */
import { dirname } from 'node:path';
import type { JoinedResult } from './join-results.ts';
import { anchorsOfResults, type PublishedSite } from './published-site.ts';
import type { RecordedProject, RecordedResult } from './record.ts';
import { withoutSpaces } from './without-spaces.ts';

/** A cell of a result, as its record in search has it. */
interface FoundCell {
  label: string;
  of?: string;
  anchor?: string;
  text: string;
}

export interface FoundResult {
  url: string;
  cells: FoundCell[];
}

/** What search has besides the targets. */
export interface FoundResults {
  /** Results that answer no project. */
  alone: readonly RecordedProject[];
  /** Fragments of their rows, by id. */
  anchors: ReadonlyMap<string, readonly string[]>;
  /** By the ids of the projects that they answer, and by their own where they are alone. */
  byId: ReadonlyMap<string, FoundResult>;
  /** The body that published a project, or a result that is alone. */
  publisherOf: (project: RecordedProject) => string;
}

export function toFoundResults(site: PublishedSite, joined: readonly JoinedResult[]): FoundResults {
  const alone = joined.flatMap(({ result, project }) => (project ? [] : [toProject(result)]));
  const anchors = anchorsOfResults(site);
  const byResult = new Map(alone.map((project) => [project.id, project]));
  return {
    alone,
    anchors,
    byId: new Map(
      joined.map(({ result, project }) => {
        const own = project ?? byResult.get(result.id);
        return [
          own?.id ?? '',
          { url: `/${result.id}/`, cells: cellsOf(result, own, anchors.get(result.id) ?? []) },
        ];
      }),
    ),
    publisherOf: ({ id }) => (site.bodies.get(dirname(id)) ?? site.results.get(dirname(id)))?.publisher ?? '',
  };
}

function toProject(result: RecordedResult): RecordedProject {
  const { id, year, name, code, department, spendingUnit, goals, source, indicators } = result;
  const hasTargets = indicators.some(({ target }) => target);
  return {
    ...{ id, year, name, department, spendingUnit, type: null, level: null, period: null, budget: null },
    goals: { period: null, annual: goals.expected },
    indicators: indicators.map(({ category, subcategory, name: indicator, target, line }) => ({
      ...{ category, subcategory, name: indicator, line },
      ...{ annualTarget: target, periodTarget: null, details: [] },
    })),
    otherFields: code === null ? [] : [{ label: '项目编码', value: code, line: source.startLine }],
    source: { ...source, notAsked: ['type', ...(hasTargets ? [] : ['annualTarget'])] },
  };
}

/** What a result says that the table of targets does not. */
function cellsOf(
  result: RecordedResult,
  project: RecordedProject | undefined,
  anchors: readonly string[],
): FoundCell[] {
  const { name, code, department, spendingUnit, funds, goals, indicators, otherFields } = result;
  const said = new Set((project ? textsOf(project) : []).map(withoutSpaces));
  const cell = (
    label: string,
    text: string | null | undefined,
    row: Omit<FoundCell, 'label' | 'text'> = {},
  ) => (text ? [{ label, ...row, text }] : []);
  const once = (cells: FoundCell[]) => cells.filter(({ text }) => !said.has(withoutSpaces(text)));
  return [
    ...once([
      ...cell('项目名称', name),
      ...cell('项目编码', code),
      ...cell('主管部门', department),
      ...cell('实施单位', spendingUnit),
      ...cell('预期目标', goals.expected),
    ]),
    ...cell('目标完成情况', goals.actual),
    ...cell('年初预算数', funds.total?.initial?.text),
    ...cell('全年预算数', funds.total?.revised?.text),
    ...cell('全年执行数', funds.total?.spent?.text),
    ...otherFields.flatMap(({ label, value }) => cell(label, value || label)),
    ...indicators.flatMap(({ subcategory, name: of, target, actual, reason, details }, at) => {
      const row = { of, anchor: anchors[at] ?? '' };
      return [
        ...once([
          ...cell('二级指标', subcategory, row),
          ...cell('三级指标', of, row),
          ...cell('年度指标值', target?.text, row),
        ]),
        ...cell('实际完成值', actual?.text, row),
        ...cell('偏差原因', reason, row),
        ...details.flatMap(({ label, value }) => cell(label, value, row)),
      ];
    }),
  ];
}

/** All texts by which a project is found. */
function textsOf(project: RecordedProject): string[] {
  const { name, budget, goals, type, level, department, spendingUnit, period, otherFields } = project;
  const texts = [
    ...[name, budget?.text, goals.period, goals.annual, type, level, department, spendingUnit],
    ...(period ? [String(period.start), String(period.end)] : []),
    ...otherFields.map(({ label, value }) => value || label),
    ...project.indicators.flatMap((row) => [
      ...[row.name, row.category, row.subcategory, row.annualTarget?.text, row.periodTarget?.text],
      ...row.details.map(({ value }) => value),
    ]),
  ];
  return texts.filter((text) => typeof text === 'string' && text !== '') as string[];
}
