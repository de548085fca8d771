/**
 * The words that are printed on the form, so that no office wrote them: where they stand in the source, a page may say them
 * in its own way. Everything else is a cell that must be found again.
 *
 * A new form adds its words here. One that is forgotten fails loudly: its cells count as lost.
 */

/** What a word of the head stands for; the key under which a published project holds the value. */
const HEAD: readonly [key: string, word: RegExp][] = [
  ['name', /^项目名称$/],
  ['type', /^项目类型$/],
  ['level', /^项目等级$/],
  ['department', /^主管部门$/],
  ['spendingUnit', /^用款单位$/],
  ['budget', /^(?:\d{4}年)?(?:年度)?预算金额(?:\((?:元|万元)\))?$/],
  ['period', /^实施周期$/],
  ['start', /^起始年度$/],
  ['end', /^到期年度$/],
];
const GOALS: readonly [key: string, word: RegExp][] = [
  ['goals', /^总体绩效目标$/],
  ['periodGoal', /^实施周期总目标$/],
  ['annualGoal', /^(?:\d{4})?年度目标$/],
];
const COLUMNS: readonly [key: string, word: RegExp][] = [
  ['section', /^绩效指标$/],
  ['category', /^一级指标$/],
  ['subcategory', /^二级指标$/],
  ['name', /^三级指标$/],
  ['periodTarget', /^实施周期指标值$/],
  ['annualTarget', /^年度指标值$/],
];
export const CATEGORY = /^(?:产出|效益|满意度|成本)指标$/;
export const SUBCATEGORY =
  /^(?:(?:数量|质量|时效|经济成本|社会成本|生态环境成本)指标|(?:经济效益|社会效益|生态效益|可持续影响|服务对象满意度)(?:指标)?)$/;

/** What stands above a table and is no cell of it, where a spreadsheet gave it a row: its name, the year, the unit. */
const CAPTION =
  /^(?:[^:。]*绩效[^:。]*[表册](?:\([^()]*\))?|\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?)$/;

export const headWord = (text: string) => find(HEAD, text);
export const goalWord = (text: string) => find(GOALS, text);
export const columnWord = (text: string) => find(COLUMNS, text);

export function isCaption(text: string): boolean {
  return CAPTION.test(plainWord(text));
}

/** A word without what varies: spaces, full-width forms, a colon behind it. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replace(/:$/, '');
}

function find(words: readonly [string, RegExp][], text: string): string | undefined {
  const plain = plainWord(text);
  return words.find(([, word]) => word.test(plain))?.[0];
}
