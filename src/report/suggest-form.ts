/**
 * In: a table whose form is not recognized.
 * Out: the lines of `content/forms/own.yaml` that describe it, once the office has put its labels behind their keys.
 */
import { chooseForm, listLabels } from '../record/choose-form.ts';
import { areLikelyTargets } from '../record/describe-unknown.ts';
import { distinctLabels } from '../record/distinct-labels.ts';
import { findNearestLabel, placesIn, type KnownLabel } from '../record/find-nearest-label.ts';
import type { Form } from '../record/form.ts';
import { formInputs, forms as knownForms } from '../record/forms/forms.ts';
import { joinHeaders } from '../record/join-headers.ts';
import type { LabelledCell, LabelledGrid } from '../record/labelled-grid.ts';

/** Keys of a form’s file with their meaning, in the file’s order. */
export const PLACES: Readonly<Record<string, string>> = {
  'fields.name': '项目名称',
  'fields.department': '主管部门',
  'fields.spendingUnit': '用款单位、实施单位',
  'fields.type': '项目类型',
  'fields.level': '项目等级',
  budget: '当年的预算金额',
  totals: '整个实施期的资金总额',
  funding: '资金来源，如财政拨款',
  groups: '几个金额合在一起的栏目，如项目资金',
  'period.row': '实施周期',
  'period.start': '起始年度',
  'period.end': '到期年度',
  'goals.section': '总体目标',
  'goals.period': '实施期目标',
  'goals.annual': '年度目标',
  indicators: '指标左边合并的一格，如绩效指标',
  'columns.category': '一级指标',
  'columns.subcategory': '二级指标',
  'columns.name': '三级指标',
  'columns.target': '指标值',
  'columns.periodTarget': '实施期指标值',
  'columns.annualTarget': '年度指标值',
  'columns.direction': '指标方向，如 ≥',
  'columns.unit': '计量单位',
  others: '照原样列出的其他栏目',
};

/** A table without one of these is not read. */
const NEEDED = ['fields.name', 'budget', 'columns.category', 'columns.name', 'columns.target'];
/** Most tables have these, too. */
const USUAL = ['fields.department', 'fields.spendingUnit', 'goals.annual', 'columns.subcategory', 'others'];

/** Keys that another key makes up for. */
const INSTEAD: readonly (readonly [string, readonly string[]])[] = [
  ['budget', ['totals']],
  ['goals.annual', ['goals.section', 'goals.period']],
  ['columns.category', ['columns.subcategory']],
  ['columns.target', ['columns.annualTarget', 'columns.periodTarget']],
];

/** Null: a description of the form doesn't help: every label of the table is understood, or it is no target table. */
export function suggestForm(table: LabelledGrid): string | null {
  const grid = joinHeaders(table, knownForms);
  const form = chooseForm(grid, knownForms);
  const labels = listLabels(grid, form);
  const { understood, unknown } = labels;
  if (unknown.length === 0 || !areLikelyTargets(labels, form)) return null;
  const unread = distinctLabels(unknown).map((cell) => ({ cell, nearest: findNearestLabel(cell.key, form) }));
  const places = new Set(understood.flatMap(({ key }) => placesIn(form, key)));
  for (const [place, others] of INSTEAD) if (others.some((other) => places.has(other))) places.add(place);
  const wanted = new Set([...NEEDED, ...USUAL].filter((place) => !places.has(place)));
  if (!places.has('budget')) wanted.add('groups');
  for (const { nearest } of unread) if (nearest) wanted.add(nearest.place);
  return [
    '# 没读懂的栏目，请把每一个连引号移到下面它的意思后面的方括号里；不用的不移',
    ...unread.map(({ cell, nearest }) => describeLabel(cell, nearest)),
    'name: 本地绩效目标表 # 表式的名称，可以改',
    `basedOn: ${baseOf(form)} # 一行一项指标、一张表里有几个项目的，改为 ledger`,
    ...writePlaces([...wanted], new Set(places)),
  ].join('\n');
}

function describeLabel({ text, line }: LabelledCell, nearest: KnownLabel | null): string {
  const advice = nearest ? `最接近“${nearest.label}”，${nearest.place}` : '没有相近的';
  return `#   ${JSON.stringify(text.replaceAll(/\s+/g, ' '))} 第 ${line} 行：${advice}`;
}

/** The name of a form that an office's form can be based on. */
function baseOf(form: Form): string {
  return Object.entries(formInputs).find(([, { name }]) => name === form.name)?.[0] ?? 'guangdong';
}

/** Keys without a label; those within `fields:` and the like are indented. */
function writePlaces(wanted: readonly string[], places: ReadonlySet<string>): string[] {
  const listed = Object.keys(PLACES).filter((place) => wanted.includes(place));
  let group = '';
  return listed.flatMap((place) => {
    const [first = '', second] = place.split('.');
    const needed = NEEDED.includes(place) && !places.has(place) ? '（要有）' : '';
    const line = `${second === undefined ? first : `  ${second}`}: [] # ${PLACES[place] ?? ''}${needed}`;
    const begins = second !== undefined && first !== group;
    group = first;
    return begins ? [`${first}:`, line] : [line];
  });
}
