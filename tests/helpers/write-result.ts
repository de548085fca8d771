/** What a table of results says; the rest is invented. */
export interface WrittenResult {
  name: string;
  year: number;
  /** Of the body. */
  unit: string;
  department: string;
  /** 项目编码. */
  code?: string;
  /** 年初预算数, 全年预算数 and 全年执行数 in 万元, then 执行率 and 得分. */
  funds?: readonly [initial: string, revised: string, spent: string, rate: string, score: string];
  /** 三级指标, 年度指标值, 实际完成值, 分值, 得分 and 偏差原因. */
  rows?: readonly (readonly [
    name: string,
    target: string,
    actual: string,
    weight: string,
    score: string,
    reason: string,
  ])[];
  total?: string;
}

const KINDS = [
  '产出指标\t数量指标',
  '产出指标\t质量指标',
  '效益指标\t社会效益指标',
  '满意度指标\t服务对象满意度指标',
] as const;
const ROWS = [
  ['巡查河道', '≥12次', '15次', '30', '30', ''],
  ['水质达标率', '95%', '93.5%', '20', '18', '汛期上游来水混浊。'],
  ['沿岸环境', '有所改善', '有所改善', '30', '30', ''],
  ['居民满意度', '≥90%', '92%', '10', '10', ''],
] as const;

/** A table in the ministry's form, as an office publishes it; the rows answer those of `writeProject`. */
export function writeResult({
  name,
  year,
  unit,
  department,
  code,
  funds = ['10.00', '9.50', '9.31', '98.0%', '9.8'],
  rows = ROWS,
  total = '97.8',
}: WrittenResult): string {
  const [initial, revised, spent, rate, score] = funds;
  return [
    '## 项目支出绩效自评表',
    '',
    `（${year}年度）`,
    '',
    `项目名称\t\t\t${name}`,
    ...(code === undefined ? [] : [`项目编码\t\t\t${code}`]),
    `主管部门\t\t\t${department}\t\t实施单位\t\t${unit}`,
    '项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
    `\t年度资金总额\t\t${initial}\t${revised}\t${spent}\t10\t${rate}\t${score}`,
    `\t其中：当年财政拨款\t\t${initial}\t${revised}\t${spent}\t—\t${rate}\t—`,
    '\t其他资金\t\t0.00\t0.00\t0.00\t—\t—\t—',
    '年度总体目标\t预期目标\t\t\t\t实际完成情况',
    '\t保持河道清洁。\t\t\t\t全年河道清洁。',
    '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
    ...rows.map(
      ([indicator, target, actual, weight, points, reason], place) =>
        `\t${KINDS[place % 4] ?? ''}\t${indicator}\t${target}\t${actual}\t${weight}\t${points}\t${reason}`,
    ),
    `总分\t\t\t\t\t\t100\t${total}\t`,
    '',
    '',
  ].join('\n');
}
