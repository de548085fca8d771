import { isTitle } from '../table/caption.ts';
import { toPlain } from '../table/to-plain.ts';

/** （2026年度）, 单位：万元, 附件2: what a page says above the part of a table on it. A name or a date is a field. */
const CAPTION =
  /^(?:\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?|附[件表][\d一二三四五六七八九十]*:?)$/;

/** Whether a cell under the indicators is the title, the year or the unit, said again at the head of the next page. */
export function isPageCaption(text: string): boolean {
  return isTitle(text) || CAPTION.test(toPlain(text));
}
