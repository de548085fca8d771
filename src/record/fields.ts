/** The Chinese label of each field of the record. */
export const FIELD_LABELS = {
  name: '项目名称',
  type: '项目类型',
  level: '项目等级',
  department: '主管部门',
  spendingUnit: '用款单位',
  budget: '预算金额',
  total: '项目资金总额',
  funding: '资金来源',
  period: '实施周期',
  start: '起始年度',
  end: '到期年度',
  periodGoal: '实施周期总目标',
  annualGoal: '年度目标',
} as const;

/** The fields of a table's head that hold one text each, in the order of the form. */
export const TEXT_FIELDS = ['name', 'type', 'level', 'department', 'spendingUnit'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Columns of the indicator table that a form may have. */
export const COLUMN_NAMES = [
  'category',
  'subcategory',
  'name',
  'periodTarget',
  'annualTarget',
  'target',
  'direction',
  'unit',
] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

/** Fields that a form may lack. */
export const FIELDS = [
  'type',
  'level',
  'department',
  'spendingUnit',
  'period',
  'budget',
  'periodGoal',
  'annualGoal',
] as const;
/** Columns of the indicator table that a form may lack. */
export const COLUMNS = ['category', 'subcategory', 'periodTarget', 'annualTarget'] as const;
