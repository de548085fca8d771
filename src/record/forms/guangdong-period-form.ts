import type { FormInput } from '../form-schema.ts';

/**
 * Its predecessor: the indicators of the period and of the year stand side by side, each with its own 二级 and 三级指标.
 *
 *     总体目标  实施周期总目标（2022年--2024年）        年度目标
 *     一级指标  二级指标 三级指标 实施周期指标值  二级指标 三级指标 当年度指标值
 */
export const guangdongPeriodForm: FormInput = {
  name: '广东省项目绩效目标表（周期与年度并列）',
  columns: { annualTarget: ['当年度指标值'] },
};
