import { cellAt, filledCells } from '../table/grid.ts';
import type { ColumnName } from './fields.ts';
import type { Form, HeadName } from './form.ts';
import type { LabelledCell, LabelledRow } from './labelled-grid.ts';
import { isPageCaption } from '../table/caption.ts';
import { isIndicatorHeader } from './read-columns.ts';
import { splitGoal } from './read-goals.ts';
import { isFieldLabel, splitField } from './read-fields.ts';

/** The parts of a target table. Blank rows are in none of them. */
export interface Sections {
  /** Rows of labels and values, above the indicators and below them. */
  fields: LabelledRow[];
  goals: LabelledRow[];
  /** The header of the indicator table; null: there is none. */
  header: LabelledRow | null;
  indicators: LabelledRow[];
}

/** Sorts a table's rows: fields, then goals, then indicators, each begun by a label of the form. */
export function splitSections(rows: readonly LabelledRow[], form: Form): Sections {
  const sections: Sections = { fields: [], goals: [], header: null, indicators: [] };
  /** The column of the label that began the goals, if a text is right of it; -1: the texts are below it. Null: not in the goals. */
  let goals: number | null = null;
  for (const row of rows) {
    const [first] = filledCells(row);
    if (!first) continue;
    if (sections.header) {
      const isBelow = isBelowIndicators(row, first, sections.header, form);
      // A header that a page says again, or that is too high, can be above the goals.
      if (isBelow && beginsGoals(first, form)) sections.goals.push(row);
      else sections[isBelow ? 'fields' : 'indicators'].push(row);
    } else if (isIndicatorHeader(row, form)) {
      sections.header = row;
    } else if (!isSectionOfIndicators(row, form)) {
      if (beginsGoals(first, form)) goals = filledCells(row).length > 1 ? row.cells.indexOf(first) : -1;
      else if (goals !== null && endsGoals(row, first, goals, form)) goals = null;
      const isCaption = filledCells(row).every(({ text }) => isPageCaption(text));
      if (goals === null) sections.fields.push(row);
      else if (!isCaption) sections.goals.push(row);
    }
  }
  return sections;
}

/** A label of goals, also with its text in one cell: 年度目标：完成年度任务。 */
function beginsGoals(cell: LabelledCell, form: Form): boolean {
  return form.goalSections.has(cell.key) || form.goals.has(cell.key) || splitGoal(cell, form) !== null;
}

/** A field's label, or in the labels' column a text with a label of its own: 主要政策任务：…. Goals can be numbered: 目标1：…. */
function endsGoals(row: LabelledRow, first: LabelledCell, column: number, form: Form): boolean {
  if (isFieldLabel(first, form) || splitField(first, form)) return true;
  return (
    row.cells.indexOf(first) <= column &&
    (FOOT.test(first.text) || /^(?!目标)[^\d,，。;；:：]{3,12}[:：]./.test(first.text))
  );
}

/** 绩效指标 alone in the row above the header. */
function isSectionOfIndicators(row: LabelledRow, form: Form): boolean {
  return filledCells(row).every(({ key }) => form.indicators.has(key) && !form.goalSections.has(key));
}

/** Fields whose labels are what an indicator can measure. */
const MEASURED: ReadonlySet<HeadName | undefined> = new Set([
  'period',
  'start',
  'end',
  'budget',
  'total',
  'funding',
] as HeadName[]);
/** A note or a name behind its label in one cell: 注：…, 填表人：…. */
const FOOT = /^(?:注|备注|说明|填表说明)[:：]/;
/** Who decides or signs: 财政部门审核意见, 单位负责人（签字）. */
const SIGNATURE = /(?:意见|签字|盖章|签章|签名)(?:\([^()]*\))?$/;

/**
 * Whether a row under the indicators is none of them: a field, such as 备注, with one label at the left edge and one value at
 * most; a note; or a row of signatures.
 */
export function isBelowIndicators(
  row: LabelledRow,
  first: LabelledCell,
  header: LabelledRow,
  form: Form,
): boolean {
  const cells = filledCells(row);
  if (form.categories.has(first.key) || isIndicatorHeader(row, form)) return false;
  if (cells.some(({ key }) => form.subcategories.has(key))) return false;
  const columnsOf = (...names: ColumnName[]) =>
    header.cells.flatMap(({ key }, column) => {
      const name = form.columns.get(key)?.name;
      return name && names.includes(name) ? [column] : [];
    });
  // 完成时间 and 预算金额 can be names of indicators: then the target is in its column.
  const isNamed =
    MEASURED.has(form.head.get(first.key)?.name) && columnsOf('name').includes(row.cells.indexOf(first));
  if (isNamed && columnsOf('target', 'annualTarget', 'periodTarget').some((column) => cellAt(row, column)))
    return false;
  if (form.head.has(first.key) || splitField(first, form)) return true;
  if (cells.every(({ text }) => isPageCaption(text))) return false;
  const [home = -1] = columnsOf('category');
  if (cells.length === 1 && FOOT.test(first.text)) return true;
  if (row.cells.indexOf(first) <= Math.max(home, 0) && SIGNATURE.test(first.key)) return true;
  return cells.length <= 2 && row.cells.indexOf(first) < home && !form.indicators.has(first.key);
}
