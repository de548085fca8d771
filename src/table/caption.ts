import type { Cell } from './grid.ts';
import { toPlain } from './to-plain.ts';

/** A line that names a table: 项目绩效目标表, 2026年项目支出绩效目标申报表, 部门整体绩效目标表, 绩效自评表. Without its spaces. */
const TITLE = /^[^。;]{0,40}绩效(?:目标|自评|评价)[^。;]{0,20}[表册](?:\([^()]*\))?$/;
/** A line between a table's name and the table: （2026年度）, 单位：万元, 填报单位：青溪县水务局. Without its spaces. */
const CAPTION =
  /^(?:\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?|(?:填报|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:\([^()]*\))?:.{1,40}|附[件表][\d一二三四五六七八九十]*:?)$/;
/** Characters that such a line has at most. */
const MOST = 80;

/** Whether a line names the table under it. */
export function isTitle(text: string): boolean {
  return text.length <= MOST && TITLE.test(toPlain(text));
}

/** Whether a line belongs to the table under it, though it is not its name. */
export function isCaption(text: string): boolean {
  return text.length <= MOST && CAPTION.test(toPlain(text));
}

/** The lines of a text that stands at a place, trimmed, blank ones left out. */
export function toLineCells(text: string, { line, column }: Omit<Cell, 'text'>): Cell[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, index) => {
    const indent = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    return trimmed === ''
      ? []
      : [{ text: trimmed, line: line + index, column: (index === 0 ? column : 1) + indent }];
  });
}
