/**
 * The labels of 《项目支出绩效自评表》: those of the national target table for its head and its indicators, and those of `results`
 * in `forms.json` for what became of them.
 */
import { compileForm, extendForm, toLabels, toMeanings, type Form, type Meaning } from '../form.ts';
import { formInputs } from './forms.ts';
import words from './forms.json' with { type: 'json' };

/** Columns of 项目资金, in the order of the ministry's form. */
export const FUND_COLUMNS = ['initial', 'revised', 'spent', 'weight', 'rate', 'score'] as const;
export type FundColumn = (typeof FUND_COLUMNS)[number];

/** Columns that a table of results has besides those of a target table. */
export const RESULT_COLUMNS = ['actual', 'weight', 'score', 'reason'] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];

export type GoalSide = 'expected' | 'actual';

export interface ResultForm extends Form {
  /** 项目编码. */
  code: ReadonlyMap<string, true>;
  fundColumns: ReadonlyMap<string, Meaning<FundColumn>>;
  /** The merged cell left of the funds: 项目资金（万元）. */
  fundGroups: ReadonlyMap<string, true>;
  /** 年度资金总额. */
  fundTotals: ReadonlyMap<string, true>;
  /** 预期目标 and 实际完成情况. */
  goalSides: ReadonlyMap<string, Meaning<GoalSide>>;
  resultColumns: ReadonlyMap<string, Meaning<ResultColumn>>;
  /** 总分. The first word is the most certain. */
  totalRows: ReadonlyMap<string, Meaning<'total'>>;
}

const { results } = words;
const base = extendForm(
  {
    name: results.name,
    fields: { name: results.names, department: results.departments, spendingUnit: results.spendingUnits },
    others: [...results.labels, ...results.code],
    indicators: results.sections,
  },
  formInputs.national,
);

export const resultForm: ResultForm = {
  ...compileForm(base),
  code: toLabels(results.code),
  fundColumns: toMeanings(FUND_COLUMNS.map((name) => [name, results.fundColumns[name]])),
  fundGroups: toLabels(results.fundGroups),
  fundTotals: toLabels(results.fundTotals),
  goalSides: toMeanings<GoalSide>([
    ['expected', results.expectedGoals],
    ['actual', results.actualGoals],
  ]),
  resultColumns: toMeanings(RESULT_COLUMNS.map((name) => [name, results.resultColumns[name]])),
  totalRows: toMeanings([['total', results.totalRows]]),
};
