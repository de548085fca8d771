/**
 * In: the labelled cells above the parts of a table of results and below them.
 * Out: what they say of the project, and the other cells as they are.
 */
import { resultForm, type FundColumn } from '../forms/result-form.ts';
import { must } from '../must.ts';
import type { LabelledCell } from '../labelled-grid.ts';
import type { Field } from '../read-fields.ts';
import type { Label } from '../read-label.ts';
import type { FundRow, ParsedResult } from '../result-schema.ts';
import { parseFigure } from './parse-figure.ts';
import { toFundRow, type FundCells } from './read-funds.ts';
import type { ResultScope } from './result-scope.ts';

type HeadField = 'name' | 'code' | 'department' | 'spendingUnit';

export interface ResultHead {
  /** The value of each field; undefined where there is none. */
  cells: Partial<Record<HeadField, LabelledCell>>;
  /** The label of the name, where nothing is next to it. */
  blankName: LabelledCell | undefined;
  /** Sums in fields of their own: 年初预算数, 全年执行数, 执行率. Null: there are none. */
  funds: FundRow | null;
  /** 总分 in a field of its own. */
  total: ParsedResult['total'];
  others: Field[];
}

/** A label with its value. */
type FilledField = Field & { value: LabelledCell };

const FIELDS: readonly HeadField[] = ['name', 'department', 'spendingUnit', 'code'];
const SHOWN: Record<HeadField, string> = {
  name: '项目名称',
  code: '项目编码',
  department: '主管部门',
  spendingUnit: '实施单位',
};

/**
 * @param unit Of money, in the caption; null: none.
 * @param hasTotal Whether the table has a row 总分.
 */
export function readResultHead(
  fields: readonly Field[],
  { unit, hasFunds, hasTotal }: { unit: Label['unit']; hasFunds: boolean; hasTotal: boolean },
  scope: ResultScope,
): ResultHead {
  const { context } = scope;
  const filled = fields.filter(isFilled);
  const chosen = new Map<HeadField, FilledField>();
  for (const name of FIELDS)
    for (const field of filled) {
      const before = chosen.get(name);
      if (meaningOf(field) === name && (!before || rankOf(field) < rankOf(before))) chosen.set(name, field);
    }
  const used = new Set<Field>(chosen.values());
  const sums = hasFunds ? [] : sumsIn(filled);
  const totals = filled.filter(
    ({ label, value }) => resultForm.totalRows.has(label.key) && parseFigure(value.text).value !== null,
  );
  const [total] = hasTotal ? [] : totals;
  for (const field of [...sums, ...(total ? [total] : [])]) used.add(field);
  for (const { label, value } of fields)
    if (value || resultForm.head.has(label.key)) context.useAsLabel(label);
  for (const [name, { value }] of chosen) context.useAsValue(value, SHOWN[name]);
  const others = fields.filter((field) => !used.has(field) && !isGroup(field));
  for (const { label, value } of others) {
    context.useAsLabel(label);
    if (value) context.useAsValue(value, label.text);
  }
  const cellOf = (name: HeadField) => {
    const cell = chosen.get(name)?.value;
    return cell ? { [name]: cell } : {};
  };
  return {
    cells: { ...cellOf('name'), ...cellOf('code'), ...cellOf('department'), ...cellOf('spendingUnit') },
    blankName: fields.find((field) => meaningOf(field) === 'name')?.label,
    funds: toFunds(sums, unit, scope),
    total: total ? toTotal(total, scope) : null,
    others,
  };
}

function isFilled(field: Field): field is FilledField {
  return field.value !== null;
}

function meaningOf({ label }: Field): string | undefined {
  return resultForm.code.has(label.key) ? 'code' : resultForm.head.get(label.key)?.name;
}

/** The form's first word for a meaning comes first; what a line above the table says comes last. */
function rankOf({ label, isCaption }: Field): number {
  return (isCaption ? 1000 : 0) + must(resultForm.head.get(label.key)).rank;
}

/** A label of labels, without a value: 项目概况. */
function isGroup({ label, value }: Field): boolean {
  const name = resultForm.head.get(label.key)?.name;
  return !value && name !== undefined && name !== 'other';
}

/** Fields of sums, where what was spent is one of them. */
function sumsIn(fields: readonly FilledField[]): FilledField[] {
  const sums = fields.filter(({ label }) => resultForm.fundColumns.has(label.key));
  const names = new Set(sums.map(({ label }) => resultForm.fundColumns.get(label.key)?.name));
  return names.has('spent') && names.size > 1 ? sums : [];
}

/** The sums of one row of funds; of two of one meaning the first is the field, the others are details. */
function toFunds(sums: readonly FilledField[], unit: Label['unit'], scope: ResultScope): FundRow | null {
  const [first] = sums;
  if (!first) return null;
  const cells: FundCells = {};
  const details: FundRow['details'] = [];
  const units: Partial<Record<FundColumn, Label['unit']>> = {};
  for (const { label, value } of sums) {
    const { name } = must(resultForm.fundColumns.get(label.key));
    scope.context.useAsLabel(label);
    if (cells[name]) {
      scope.context.useAsValue(value, label.text);
      details.push({ label: label.text, value: value.text });
    } else {
      cells[name] = value;
      units[name] = label.label.unit;
    }
  }
  const of = (name: FundColumn) => units[name] ?? null;
  return toFundRow({ labels: [], cells, details, units: { row: unit, of } }, first.label, scope);
}

function toTotal({ label, value }: FilledField, scope: ResultScope): ParsedResult['total'] {
  const score = parseFigure(value.text);
  scope.cells.set(score, value);
  scope.context.useAsValue(value, label.text);
  return { weight: null, score, line: value.line };
}
