import type { FormInput } from '../form-schema.ts';

/** 项目绩效目标汇总表: a row an indicator, many projects in one table; the target's direction and unit in columns of their own. */
export const ledgerForm: FormInput = {
  name: '项目绩效目标汇总表（一行一项指标）',
  layout: 'ledger',
  fields: { spendingUnit: ['项目单位'], type: ['项目类别'] },
  budget: ['预算数'],
  goals: { annual: ['年度绩效目标', '绩效目标'] },
  columns: {
    category: ['一级'],
    subcategory: ['二级'],
    name: ['三级'],
    direction: ['指标性质', '指标方向', '方向', '指标符号', '比较符号', '计算符号'],
    unit: ['计量单位', '度量单位', '指标单位', '单位'],
  },
};
