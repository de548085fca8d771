/**
 * The forms of the project. Their labels are data, in `forms.json`: the conservation check reads the same list.
 *
 * - `folds`: words of labels that change nothing in their meaning, as patterns with what replaces them, in this order.
 * - `categoriesOf`: the categories that a subcategory can be of, by a pattern of its words.
 * - `common`: the labels that all forms share, in the spellings that offices use. The first of a list is the form's own.
 * - `guangdong`: a target for the whole period and one for the year, in one row.
 * - `guangdong-period`: its predecessor. Period and year are side by side, each with its own 二级 and 三级指标:
 *
 *       总体目标  实施周期总目标（2022年--2024年）        年度目标
 *       一级指标  二级指标 三级指标 实施周期指标值  二级指标 三级指标 当年度指标值
 *
 * - `national`: 项目资金（万元） with its sources, one column 指标值; 中期 and 年度 where a project has both.
 * - `ledger`: one row per indicator, many projects in one table; direction and unit of a target have columns of their own.
 * - `results`: the labels of 项目支出绩效自评表, besides those of `national`: `result-form.ts`.
 */
import { compileForm, extendForm, type Form } from '../form.ts';
import type { FormInput } from '../form-schema.ts';
import words from './forms.json' with { type: 'json' };

/** Each form by the name that an office's form can be based on. */
export const formInputs = {
  guangdong: toInput('guangdong'),
  'guangdong-period': toInput('guangdong-period'),
  national: toInput('national'),
  ledger: toInput('ledger'),
};

/** The forms that a table is tried against, in this order where two fit equally well. */
export const forms: readonly Form[] = Object.values(formInputs).map((input) => compileForm(input));

function toInput(name: Exclude<keyof typeof words, 'common' | 'folds' | 'categoriesOf' | 'results'>) {
  return extendForm(words[name] as FormInput, words.common);
}
