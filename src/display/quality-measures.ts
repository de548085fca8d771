/** What is counted about the way indicators are written. */
export type IndicatorMeasure =
  'quantified' | 'direction' | 'unit' | 'figures' | 'words' | 'blank' | 'repeated';
export type ProjectMeasure = 'output' | 'benefit' | 'satisfaction' | 'cost' | 'weighted' | 'balanced';

interface Definition<Id> {
  id: Id;
  /** In a table's head. */
  short: string;
  label: string;
  /** How it is counted. */
  meaning: string;
  /** What its share is of; undefined: of all. */
  base?: Id;
}

export const INDICATOR_MEASURES: readonly Definition<IndicatorMeasure>[] = [
  {
    id: 'quantified',
    short: '有数',
    label: '指标值是一个数',
    meaning:
      '年度指标值（没有的看实施周期指标值）读得出一个数，或从几到几的一个范围，例如“≥95%”“3次”“2~3万人次”。占全部指标的比例，就是常说的量化率。',
  },
  {
    id: 'direction',
    short: '有方向',
    label: '数有方向',
    meaning:
      '在“有数”的里面，写了≥、≤、＞、＜、＝，或“不低于”“以上”“以内”这样的词，或表上“指标方向”一栏写了。“约”不算。占“有数”的比例。',
    base: 'quantified',
  },
  {
    id: 'unit',
    short: '有单位',
    label: '数有单位',
    meaning: '在“有数”的里面，数后面写了单位（%、次、万元……），或表上“计量单位”一栏写了。占“有数”的比例。',
    base: 'quantified',
  },
  {
    id: 'figures',
    short: '别的数',
    label: '写有数字，读不成一个数',
    meaning: '例如“6月底前”“2次培训、3次检查”。有数字，但不是可以比较的一个数。',
  },
  {
    id: 'words',
    short: '只有文字',
    label: '只有文字',
    meaning: '例如“有所提高”“满意”。有的事情适合用数，有的只能用文字，所以这里只数，不说好坏。',
  },
  { id: 'blank', short: '没写', label: '没有写指标值', meaning: '年度指标值和实施周期指标值都是空的。' },
  {
    id: 'repeated',
    short: '一字不差',
    label: '别的项目里一字不差',
    meaning:
      '本单位同一年的另一个项目里，也有一级、二级、三级指标和指标值都一字不差的一项。可能是同类项目，也可能是照抄，文件里没有写。',
  },
];

export const PROJECT_MEASURES: readonly Definition<ProjectMeasure>[] = [
  { id: 'output', short: '产出', label: '有产出指标', meaning: '至少有一项的一级指标是产出指标。' },
  { id: 'benefit', short: '效益', label: '有效益指标', meaning: '至少有一项的一级指标是效益指标。' },
  {
    id: 'satisfaction',
    short: '满意度',
    label: '有满意度指标',
    meaning: '至少有一项的一级指标是满意度指标。有的项目没有服务对象。',
  },
  { id: 'cost', short: '成本', label: '有成本指标', meaning: '至少有一项的一级指标是成本指标。' },
  {
    id: 'weighted',
    short: '有权重',
    label: '写了权重',
    meaning: '指标有“权重”或“分值”一栏，并且至少写了一个数。很多表式没有这一栏。',
  },
  {
    id: 'balanced',
    short: '权重合计',
    label: '权重合计是 100',
    meaning:
      '在“写了权重”的里面，各项权重加起来正好是 100（写成小数的是 1）；表上另有预算执行率分值的，加上它也算。占“写了权重”的比例。',
    base: 'weighted',
  },
];
