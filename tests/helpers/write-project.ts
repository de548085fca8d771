/** What a table of a project says; the rest is invented. */
export interface WrittenProject {
  name: string;
  year: number;
  /** Of the body. */
  unit: string;
  department: string;
  /** `27700.00`. Null: the table has no row of funds. */
  yuan: string | null;
  /** 项目代码. */
  code?: string;
  /** 三级指标 and 年度指标值. */
  rows?: readonly (readonly [name: string, target: string])[];
}

/** Cells of rows before the name of an indicator. */
const KINDS = [
  '产出指标\t数量指标',
  '产出指标\t质量指标',
  '效益指标\t社会效益指标',
  '满意度指标\t服务对象满意度指标',
] as const;
const ROWS = [
  ['巡查河道', '≥12次'],
  ['水质达标率', '95%'],
  ['沿岸环境', '有所改善'],
  ['居民满意度', '≥90%'],
] as const;

/** A table as an office publishes it. */
export function writeProject({
  name,
  year,
  unit,
  department,
  yuan,
  code,
  rows = ROWS,
}: WrittenProject): string {
  return [
    '## 项目绩效目标表',
    '',
    `项目名称\t\t${name}`,
    ...(code === undefined ? [] : [`项目代码\t\t${code}`]),
    '项目类型\t\t其他运转类（综合类）',
    '项目等级\t\t二级项目',
    `主管部门\t\t${department}`,
    `用款单位\t\t${unit}`,
    `实施周期\t\t起始年度\t${year}\t到期年度\t2099`,
    ...(yuan === null ? [] : [`${year}年预算金额(元)\t\t${yuan}`]),
    '总体绩效目标\t\t实施周期总目标',
    '\t\t保持河道清洁。',
    `\t\t${year}年度目标`,
    '\t\t保持河道清洁。',
    '绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值',
    ...rows.map(
      ([indicator, target], place) => `\t${KINDS[place % 4] ?? ''}\t${indicator}\t${target}\t${target}`,
    ),
    '',
    '',
  ].join('\n');
}
