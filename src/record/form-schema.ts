/** A form of the target table as data: the project's in `forms/`, an office's as YAML in `content/forms/`. */
import { z } from 'zod';
import { COLUMN_NAMES, TEXT_FIELDS, type ColumnName, type TextField } from './fields.ts';

const labels = z.array(z.string().min(1)).default([]);
const words = z.array(z.string().min(1)).min(1);

/**
 * Labels are written plainly: `预算金额` also matches `2026年预算金额（元）`, `预 算 金 额：` and `其中：预算金额`. If a table has two
 * labels of one list, the first in the list is the field, and the other is kept under its own label. A unit in brackets behind the
 * label of a sum, `核定数（万元）`, is the unit where the table names none.
 */
export const FormSchema = z.strictObject({
  /** Name of the form in messages: `广东省项目绩效目标表`. */
  name: z.string().min(1),
  /** `sheet`: a table a project. `ledger`: a row an indicator, many projects in one table. */
  layout: z.enum(['sheet', 'ledger']).default('sheet'),
  /** 项目名称, 项目类型, 项目等级, 主管部门, 用款单位. In a ledger these are columns. */
  fields: z
    .strictObject(
      Object.fromEntries(TEXT_FIELDS.map((name) => [name, labels])) as Record<TextField, typeof labels>,
    )
    .partial()
    .default({}),
  /** The money of the year: 预算金额, 年度资金总额. */
  budget: labels,
  /** The money of the whole project, 实施期资金总额: it is the budget only where no label names the year's. */
  totals: labels,
  /** Sources of the money: 财政拨款, 其他资金. Their sum is compared with the budget. */
  funding: labels,
  /** Labels of groups of labels, without a value: 项目资金. */
  groups: labels,
  /** 实施周期 with its first and last year. */
  period: z.strictObject({ row: labels, start: labels, end: labels }).partial().default({}),
  /** The goals, and the merged cell next to them. */
  goals: z.strictObject({ section: labels, period: labels, annual: labels }).partial().default({}),
  /** The merged cell left of the indicators: 绩效指标. */
  indicators: labels,
  /** Headers of the indicator columns. `target` is a lone 指标值. A second 三级指标 begins a second side, of the year's targets. */
  columns: z
    .strictObject(
      Object.fromEntries(COLUMN_NAMES.map((name) => [name, labels])) as Record<ColumnName, typeof labels>,
    )
    .partial()
    .default({}),
  /** Labels without a field in the record, kept as they are: 归口科室, 联系人. */
  others: labels,
  /** Words of the columns 一级指标 and 二级指标. They show whether a row is shifted. */
  categories: labels,
  subcategories: labels,
});
/** What a form's file says: defaults are not filled in. */
export type FormInput = z.input<typeof FormSchema>;

/** An office's form as it is written: its own labels, added before those of the form that it is based on. */
export const OfficeFormSchema = FormSchema.extend({
  /** `guangdong`, `guangdong-period`, `national` or `ledger`. */
  basedOn: z.enum(['guangdong', 'guangdong-period', 'national', 'ledger']).default('guangdong'),
  layout: z.enum(['sheet', 'ledger']).optional(),
  name: words.element,
});
