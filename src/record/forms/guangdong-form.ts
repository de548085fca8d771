import type { Form } from '../form.ts';

/** 广东省项目绩效目标表: a target for the whole period beside the year's. */
export const guangdongForm: Form = {
  fields: {
    name: /^项目名称$/,
    type: /^项目类型$/,
    level: /^项目等级$/,
    department: /^主管部门$/,
    spendingUnit: /^用款单位$/,
  },
  budget: /^(?:(?<year>(?:19|20)\d{2})年)?(?:年度)?预算金额(?:\((?<unit>元|万元)\))?$/,
  period: { row: /^实施周期$/, start: /^起始年度$/, end: /^到期年度$/ },
  goals: {
    section: /^总体绩效目标$/,
    labels: { period: /^实施周期总目标$/, annual: /^(?:\d{4})?年度目标$/ },
  },
  indicators: /^绩效指标$/,
  columns: {
    category: /^一级指标$/,
    subcategory: /^二级指标$/,
    name: /^三级指标$/,
    periodTarget: /^实施周期指标值$/,
    annualTarget: /^年度指标值$/,
  },
  category: /^(?:产出|效益|满意度|成本)指标$/,
  subcategory:
    /^(?:(?:数量|质量|时效|经济成本|社会成本|生态环境成本)指标|(?:经济效益|社会效益|生态效益|可持续影响|服务对象满意度)(?:指标)?)$/,
};
