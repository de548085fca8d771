import type { FormInput } from '../form-schema.ts';

/** 财政部项目支出绩效目标表: 项目资金（万元） with its sources, one column 指标值; 中期 beside 年度 where a project has both. */
export const nationalForm: FormInput = {
  name: '财政部项目支出绩效目标表',
  fields: { spendingUnit: ['实施单位'] },
  budget: ['年度资金总额'],
  goals: { section: ['总体目标'], period: ['中期目标', '实施期目标'], annual: ['年度目标'] },
  columns: { target: ['指标值'] },
};
