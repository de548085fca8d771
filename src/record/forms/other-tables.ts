/** A table that offices publish next to target tables and that is not read: it is named, and no project is made of it. */
export interface OtherTable {
  /** How it is named in the message. */
  name: string;
  /** Words of its title. */
  title: RegExp;
  /** Its labels, as `readLabel` simplifies them. */
  labels: ReadonlySet<string>;
  /** Labels with a period in them: 1-7月完成情况. */
  pattern?: RegExp;
  /** How many different labels make the table out without a title. */
  least: number;
  /** Whether a target table can't have these labels at all; else they count only where there is no 三级指标. */
  excludesTargets: boolean;
}

export const otherTables: readonly OtherTable[] = [
  {
    name: '部门（单位）整体绩效表',
    title: /整体(?:支出)?(?:绩效)?(?:目标|自评|评价)/,
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
    name: '绩效自评表或评价表（没有读得出的指标）',
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
    name: '绩效运行监控表（有执行数或完成情况）',
    title: /(?:运行|绩效|目标)监控/,
    labels: new Set([
      '执行数',
      '执行率',
      '预算执行数',
      '预算执行率',
      '全年预计完成情况',
      '年中完成值',
      '监控情况',
    ]),
    pattern:
      /^(?:\d{1,2}[-~—至](?:\d{1,2})月|上半年|截至.{1,12}|全年预计|年中)(?:实际|累计)?(?:执行|完成)(?:数|率|值|情况|金额)?$/,
    least: 2,
    excludesTargets: true,
  },
  {
    name: '绩效目标调整表（有调整前后的指标值）',
    title: /绩效目标调整/,
    labels: new Set([
      '调整前',
      '调整后',
      '原指标值',
      '调整前指标值',
      '调整后指标值',
      '调整原因',
      '调整前金额',
      '调整后金额',
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
