/**
 * What 一级指标 begin with, in the order of the form, and the year since whose budgets every form has each. Null: a table may be
 * without it. 成本 was a subcategory of 产出 before; some projects have nobody to satisfy. Offices may add their own.
 */
export const CATEGORY_WORDS = [
  { word: '产出', since: 0 },
  { word: '效益', since: 0 },
  { word: '满意度', since: null },
  { word: '成本', since: 2021 },
] as const;

export const CATEGORIES: readonly string[] = CATEGORY_WORDS.map(({ word }) => `${word}指标`);

/** What 一级指标 are called in the forms of some provinces besides, with or without 指标 at the end. */
export const OTHER_CATEGORY_WORDS = [
  '决策',
  '过程',
  '投入',
  '管理',
  '影响',
  '影响力',
  '预算执行',
  '预算执行率',
] as const;
