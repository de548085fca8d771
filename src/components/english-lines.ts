/**
 * In: the name of a list: columns, words of the form, or rules.
 * Out: its lines for a reader who knows no Chinese.
 */
import type { EnglishList } from '../content/guide-components.ts';
import type { English } from '../display/english.ts';
import { glossary, type GlossaryPart } from '../display/glossary.ts';
import { indicatorTable } from '../downloads/indicator-table.ts';
import { projectTable } from '../downloads/project-table.ts';
import { resultIndicatorTable } from '../downloads/result-indicator-table.ts';
import { resultTable } from '../downloads/result-table.ts';
import { explanationColumns, noticeColumns } from '../downloads/sheet-tables.ts';
import { toSlug } from '../identity/to-slug.ts';
import { catalogue, type RuleId, type Severity } from '../record/rules/catalogue.ts';
import { ruleAnchor, ruleTexts } from '../record/rules/rule-texts.ts';

/** One word, column or rule. */
export interface EnglishLine {
  /** Its anchor on the page. */
  id: string;
  /** The name by which programs know it. */
  code?: string;
  /** The words that pages, workbooks and forms have for it. */
  chinese: readonly string[];
  /** What it is called in English. A rule has no name but its id. */
  title?: string;
  /** What it means. */
  description: string;
}

export function englishLines(list: EnglishList): EnglishLine[] {
  const toPath = (path: string) => path;
  switch (list) {
    case 'projects':
      return columnLines(list, projectTable(toPath).columns);
    case 'indicators':
      return columnLines(list, indicatorTable(toPath).columns);
    case 'results':
      return columnLines(list, resultTable(toPath).columns);
    case 'result-indicators':
      return columnLines(list, resultIndicatorTable(toPath).columns);
    case 'notices':
      return columnLines(list, noticeColumns(toPath));
    case 'explanations':
      return columnLines(list, explanationColumns(''));
    case 'error':
    case 'warning':
    case 'info':
      return ruleLines(list);
    case '表头':
    case '一级指标':
    case '其他一级指标':
    case '二级指标':
    case '指标表的列':
    case '三级指标的名称':
      return wordLines(list);
  }
}

function columnLines(
  list: EnglishList,
  columns: readonly { name: string; title: string; english: English }[],
): EnglishLine[] {
  return columns.map(({ name, title, english }) => ({
    id: `${list}-${name}`,
    code: name,
    chinese: [title],
    ...english,
  }));
}

function ruleLines(severity: Severity): EnglishLine[] {
  return (Object.keys(catalogue) as RuleId[])
    .filter((rule) => catalogue[rule].severity === severity)
    .map((rule) => {
      const { title, english } = ruleTexts[rule];
      return { id: ruleAnchor(rule), code: rule, chinese: [title], description: english };
    });
}

function wordLines(part: GlossaryPart): EnglishLine[] {
  return Object.entries(glossary[part]).map(([word, { english, also = [] }]) => ({
    id: toSlug(word),
    chinese: [word, ...also],
    ...english,
  }));
}
