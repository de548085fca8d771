/** One indicator row. Its target is sign, value and measure, which forms write in one cell or in three. */
export interface InventedIndicator {
  category: string;
  subcategory: string;
  name: string;
  /** `≥`, `≤`, `＝`; blank before words. */
  sign: string;
  value: string;
  measure: string;
  weight: string;
}

/** A project that nobody has: sums in 万元, as they are printed. */
export interface InventedProject {
  name: string;
  unit: string;
  total: string;
  fiscal: string;
  other: string;
  goal: string;
  indicators: InventedIndicator[];
}

type Row = readonly [name: string, sign: string, value: string, measure: string];

const SUBCATEGORIES = [
  ['成本指标', '经济成本指标', '20'],
  ['产出指标', '数量指标', '15'],
  ['产出指标', '数量指标', '15'],
  ['产出指标', '质量指标', '10'],
  ['产出指标', '时效指标', '10'],
  ['效益指标', '社会效益指标', '10'],
  ['满意度指标', '服务对象满意度指标', '10'],
] as const;

/** Four projects. @param seed Tells the sums of several calls apart. @param branch Name of the office that spends the money. */
export function inventProjects(seed: number, branch: string): InventedProject[] {
  return [
    invent('河湖保洁和水草打捞经费', `${branch}河湖管理站`, 86.5 + seed, 0, GOALS[0], [
      ['打捞水草', '≥', '1200', '吨'],
      ['保洁河段', '＝', '18', '公里'],
      ['抽查合格率', '≥', '95', '%'],
      ['完成时间', '', '12月底前', ''],
      ['岸线面貌', '', '明显改善', ''],
      ['沿河居民满意度', '≥', '90', '%'],
    ]),
    invent('社区图书角购书经费', `${branch}图书服务中心`, 40 + seed, 12.25, GOALS[1], [
      ['购买图书', '≥', '3500', '册'],
      ['新建图书角', '＝', '7', '个'],
      ['图书完好率', '≥', '98', '%'],
      ['上架时间', '≤', '20', '个工作日'],
      ['到馆人次增长率', '≥', '5', '%'],
      ['读者满意度', '≥', '92', '%'],
    ]),
    invent('路灯节能改造（二期）经费', `${branch}照明管理所`, 1310.4 + seed, 0, GOALS[2], [
      ['更换灯具', '≥', '2600', '盏'],
      ['改造配电箱', '≥', '34', '台'],
      ['亮灯率', '≥', '99', '%'],
      ['故障响应时间', '≤', '4', '小时'],
      ['节约用电', '', '较上年有所减少', ''],
      ['市民满意度', '≥', '88', '%'],
    ]),
    invent('老旧泵站检修和值守费用', `${branch}泵站管理处`, 0, 275 + seed, GOALS[3], [
      ['检修水泵（含备用水泵）', '≥', '46', '台次'],
      ['汛期值守', '≥', '122', '天'],
      ['一次检修合格率', '≥', '96.5', '%'],
      ['排涝启动时间', '≤', '半', '小时'],
      ['内涝积水点数量', '≤', '3', '处'],
      ['周边单位满意度', '≥', '85', '%'],
    ]),
  ];
}

const GOALS = [
  '保持城区河道水面清洁，及时打捞水草和漂浮物，改善沿岸环境。',
  '1.为七个社区配备图书角，方便居民就近借阅。\n2.全年开展阅读活动十二场，吸引更多居民走进图书角。\n3.做好图书登记和修补。',
  '完成城东片区路灯节能改造，降低照明用电，保障居民夜间出行安全。',
  '检修城区十一座老旧泵站的水泵和电气设备，汛期安排专人值守，遇有暴雨及时启动排涝，减少城区内涝，保障居民出行和沿街商铺安全。',
] as const;

function invent(
  name: string,
  unit: string,
  fiscal: number,
  other: number,
  goal: string,
  rows: readonly Row[],
): InventedProject {
  const total = fiscal + other;
  const all: Row[] = [['项目总成本', '≤', String(Number(total.toFixed(2))), '万元'], ...rows];
  return {
    name,
    unit,
    goal,
    total: formatSum(total),
    fiscal: formatSum(fiscal),
    other: formatSum(other),
    indicators: SUBCATEGORIES.map(([category, subcategory, weight], index) => {
      const [indicator = '', sign = '', value = '', measure = ''] = all[index] ?? [];
      return { category, subcategory, name: indicator, sign, value, measure, weight };
    }),
  };
}

/** `1,321.40`. */
export function formatSum(sum: number): string {
  return sum.toFixed(2).replaceAll(/(?<=\d)(?=(?:\d{3})+\.)/g, ',');
}
