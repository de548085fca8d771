/** Words that change nothing in the meaning of a label, with what they are replaced by. In this order. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  // 主管部门及代码, 主管部门和编码
  [/(?:及|和|与|或|、|\/)其?(?:代|编)码$/, ''],
  // 主管部门名称, 实施单位名称; 单位名称 alone is a label of its own.
  [/(?<=.{2}(?:部门|单位))名称$/, ''],
  // 单位（项目）名称 is a name of projects; 项目（政策）名称 too.
  [/(?<=.)\([^()]*\)(?=.)/, ''],
  [/^(?:当年度?|本年度?|全年|年(?!度))(?=.)/, '年度'],
  // 年度资金申请总额, 预算安排数
  [/(?:申请|安排|批复|核定|下达)(?=(?:资金|预算|总额|金额|数额|数|额)|$)/, ''],
  [/资金(?:总金额|总量|总计|合计|数额|金额|额)$/, '资金总额'],
  [/预算(?:资金)?(?:总额|总金额|总数|总计|合计|金额|数额|资金|数|额)?$/, '预算金额'],
];

/** Longest key that is folded: labels are short. */
const LONGEST = 24;

/**
 * A label's key in the forms that mean the same, the closest first: without 及代码 and 名称, 当年 as 年度, words for a sum as one,
 * then without 项目 before it.
 */
export function foldLabel(key: string): string[] {
  if (key.length > LONGEST) return [key];
  const folded = FOLDS.reduce((text, [pattern, word]) => text.replace(pattern, word), key);
  return folded.startsWith('项目') && folded.length > 4 ? [folded, folded.slice(2)] : [folded];
}
