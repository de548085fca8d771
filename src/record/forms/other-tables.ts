/** A table that offices publish beside target tables and that is none: it is named, and no project is made of it. */
export interface OtherTable {
  /** How it is named in the message. */
  name: string;
  /** Words of its title. */
  title: RegExp;
  /** Its labels, as `readLabel` simplifies them. */
  labels: ReadonlySet<string>;
  /** How many different labels make the table out without a title. */
  least: number;
  /** Whether a target table can't have these labels at all; else they count only where there is no 三级指标. */
  excludesTargets: boolean;
}

export const otherTables: readonly OtherTable[] = [
  {
    name: '绩效自评表（有完成值或得分）',
    title: /自评|绩效评价表|评分表/,
    labels: new Set([
      '完成值',
      '实际完成值',
      '全年实际值',
      '年度实际完成值',
      '实际完成情况',
      '目标完成情况',
      '完成情况',
      '全年执行数',
      '执行率',
      '得分',
      '自评得分',
      '自评分',
      '评分',
      '总分',
      '偏差原因分析及改进措施',
      '未完成原因分析',
      '未完成原因和改进措施',
    ]),
    least: 2,
    excludesTargets: true,
  },
  {
    name: '部门（单位）整体绩效目标表',
    title: /整体(?:支出)?绩效目标/,
    labels: new Set([
      '年度主要任务',
      '任务名称',
      '主要内容',
      '部门职能概述',
      '部门整体支出',
      '整体绩效目标',
      '部门整体绩效目标',
      '单位整体绩效目标',
      '年度总体目标',
      '部门预算',
    ]),
    least: 2,
    excludesTargets: true,
  },
  {
    name: '价目表',
    title: /价目表|报价[单表]|价格表|采购清单/,
    labels: new Set([
      '单价',
      '价格',
      '数量',
      '规格',
      '规格型号',
      '品名',
      '品目',
      '货物名称',
      '金额',
      '小计',
      '总价',
    ]),
    least: 2,
    excludesTargets: false,
  },
  {
    name: '收支预算表',
    title: /(?:收支|收入|支出)(?:预算)?(?:总表|总体情况表|预算表)/,
    labels: new Set(['科目编码', '科目名称', '基本支出', '项目支出', '功能分类科目', '本年收入', '本年支出']),
    least: 2,
    excludesTargets: false,
  },
];
