import { plainWord } from './words.ts';

/** The title of a table, its year, the unit of its sums, the number of an annex. */
const TITLE =
  /^(?:[^。;]*绩效(?:目标|自评|评价)[^。;]*[表册](?:\([^()]*\))?|\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?|附[件表][\d一二三四五六七八九十]*:?)$/;
/** Characters of a line above a table, at most. */
const LONGEST = 80;
/** A line above a table that is a field: `填报单位：青溪县水务局`. */
const FIELD_LINE =
  /^(?:填报|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:\([^()]*\))?:(?!(?:人民币)?万?元\)?$)./;

/** A title, a year, a unit, or a field with its label: what a line above a table holds. */
export function isCaption(text: string): boolean {
  return isTitle(text) || (text.length <= LONGEST && FIELD_LINE.test(plainWord(text)));
}

/** Text above a table that is no field. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST && TITLE.test(plainWord(text));
}
