import { plainWord } from './words.ts';

/** The year of a table, the unit of its sums, the number of an annex. */
const BRIEF = String.raw`\(?(?:19|20)\d{2}年度?\)?|\(?(?:金额)?单位:?(?:人民币)?万?元\)?|附[件表][\d一二三四五六七八九十]*:?`;
/** The title of a table, or these. */
const TITLE = new RegExp(`^(?:[^。;]*绩效(?:目标|自评|评价)[^。;]*[表册](?:\\([^()]*\\))?|(?:${BRIEF})+)$`);
/** Characters of a line above a table, at most. */
const LONGEST = 80;
/** A line above a table that is a field: who filled it in and when, who signs it. */
const FIELD_LINE = new RegExp(
  `^(?:${BRIEF})*(?:(?:填报|填表|编制|申报|项目|预算|主管)?(?:单位|部门|日期|时间|年度)(?:名称)?(?:\\([^()]*\\))?:(?!(?:人民币)?万?元\\)?$).{1,40}|` +
    '(?:项目|单位|部门|财务)?(?:负责人|责任人|填报人|填表人|经办人|联系人|联系电话|电话|审核人?|复核人?|单位)(?:\\([^()]*\\))?:.{0,24})$',
);
/** Between the statements of one line: a wide space, two spaces, or a space before a label with a colon. */
const GAP = /[\t\u3000]+\s*|\s{2,}|\s(?=[^\s:：]{2,12}[:：])/u;

/** A title, a year, a unit, or a field with its label: what a line above a table holds. */
export function isCaption(text: string): boolean {
  return (
    isTitle(text) || (text.length <= LONGEST && FIELD_LINE.test(text.normalize('NFKC').replaceAll(/\s/g, '')))
  );
}

/** Text above a table that is no field. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST && TITLE.test(plainWord(text));
}

/** `部门名称：水务局 单位：万元` → its statements. A label goes with what is behind it, unless that is a label, too. */
export function statementsOf(text: string): string[] {
  const parts = text.split(GAP).filter((part) => part.trim() !== '');
  return parts.reduce<string[]>((statements, part) => {
    const before = statements.at(-1) ?? '';
    const isValue = /[:：]\s*$/.test(before) && !/^[^\s:：]{2,12}[:：]/.test(part);
    return isValue ? statements.with(-1, before + part) : [...statements, part];
  }, []);
}
