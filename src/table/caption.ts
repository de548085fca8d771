import type { Cell, Position } from './grid.ts';
import { toLines } from './to-lines.ts';
import { toPlain } from './to-plain.ts';

/** What a table is of: 绩效目标, 绩效自评. */
const SUBJECT = '绩效(?:目标|自评|评价)';
/** What may follow in brackets: (2026年度). */
const BRACKET = String.raw`\([^()]*\)`;
/** What may come before it; longer behind the code and the name of a unit: 301007_青溪分局_. */
const BEFORE = String.raw`(?:\d{3,}_[^_。;]{1,30}_[^。;]{0,60}|[^。;]{0,40})`;
/** A line that names a table: 2026年项目支出绩效目标申报表, 绩效自评表(试点). Without its spaces. */
const TITLE = new RegExp(`^${BEFORE}${SUBJECT}[^。;]{0,20}[表册](?:${BRACKET})?$`);

/** The year of a table: （2026年度）, 2026年. */
const YEAR = String.raw`\(?(?:19|20)\d{2}年度?\)?`;
/** The unit of its sums: 单位：万元, （金额单位：人民币元）. */
const UNIT = String.raw`\(?(?:金额)?单位:?(?:人民币)?万?元\)?`;
/** Who filled it in, or when: 填报单位：青溪县水务局, 编制日期(章)：2026年1月. */
const ISSUER = `(?:填报|填表|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:${BRACKET})?:.{1,40}`;
/** Who signs it; a blank form has the labels alone: 项目责任人(签字): 单位(盖章):. */
const SIGNER = `(?:项目|单位|部门|财务)?(?:负责人|责任人|填报人|填表人|经办人|联系人|联系电话|电话|审核人?|复核人?|单位)(?:${BRACKET})?:.{0,24}`;
/** The number of an annex: 附件2, 附表一：. */
const ANNEX = String.raw`附[件表][\d一二三四五六七八九十]*:?`;
/** A line between a table's name and the table. Without its spaces. */
const CAPTION = new RegExp(
  `^(?:${[YEAR, UNIT, ANNEX].join('|')})*(?:${[YEAR, UNIT, ANNEX, ISSUER, SIGNER].join('|')})$`,
);
/** A caption that says no more than the year, the unit or the number of an annex. */
const BRIEF = new RegExp(`^(?:${[YEAR, UNIT, ANNEX].join('|')})+$`);

/** Maximum length of such a line. */
const LONGEST = 80;

/** Whether a line names the table under it. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST && TITLE.test(toPlain(text));
}

/** Whether a line belongs to the table under it, though it is not its name. */
export function isCaption(text: string): boolean {
  return text.length <= LONGEST && CAPTION.test(toPlain(text));
}

/** Whether a caption holds a field: who filled the form in, when, who signs it. */
export function hasField(text: string): boolean {
  return isCaption(text) && !BRIEF.test(toPlain(text));
}

/** Whether a text under the head of a table is what the next page says again above its part: title, year, unit, annex. */
export function isPageCaption(text: string): boolean {
  return isTitle(text) || (text.length <= LONGEST && BRIEF.test(toPlain(text)));
}

/** The lines of a text that starts at a position, trimmed, without blank ones. */
export function toLineCells(text: string, { line, column }: Position): Cell[] {
  return toLines(text).flatMap((raw, index) => {
    const indent = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    return trimmed === ''
      ? []
      : [{ text: trimmed, line: line + index, column: (index === 0 ? column : 1) + indent }];
  });
}
