import { VFile } from 'vfile';
import { parseDisclosure } from '../../../../src/content/read-disclosure.ts';
import type { ParsedResult } from '../../../../src/record/result-schema.ts';

/** The parts of a table of results that is right; a test replaces some. Cells are between `|`. */
export interface TableParts {
  title?: string;
  head?: string[];
  funds?: string[];
  goals?: string[];
  header?: string;
  rows?: string[];
  foot?: string[];
}

const PARTS: Required<TableParts> = {
  title: '项目支出绩效自评表（2025年度）',
  head: ['项目名称||河道清淤', '主管部门||青溪县水务局'],
  funds: [
    '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    '|年度资金总额|3.00|3.00|2.70|10|90%|9',
  ],
  goals: ['年度总体目标|预期目标|||实际完成情况', '|清淤三公里。|||清淤三公里。'],
  header: '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因',
  rows: ['|产出指标|数量指标|清淤长度|≥3公里|3公里|90|90|'],
  foot: ['总分||||||100|99'],
};

export function tableOf(parts: TableParts = {}): string {
  const { title, head, funds, goals, header, rows, foot } = { ...PARTS, ...parts };
  const lines = [...head, ...funds, ...goals, header, ...rows, ...foot];
  return `## ${title}\n\n${lines.map((line) => line.replaceAll('|', '\t')).join('\n')}\n`;
}

/** What a text in a folder of this year reads as, and what is said of it: `line:column rule message`. */
export function readText(value: string, path = 'disclosures/2025/a.md') {
  const { projects, results, notices } = parseDisclosure(new VFile({ path, value }));
  const said = notices.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);
  return { projects, results, said };
}

/** The result of a table of these parts, and what is said of it. */
export function readTable(parts: TableParts = {}): { result: ParsedResult | undefined; said: string[] } {
  const { results, said } = readText(tableOf(parts));
  return { result: results[0], said };
}

/** What is said of a table without its messages: `line:column rule`. */
export function saidOf(parts: TableParts): string[] {
  return readTable(parts).said.map((each) => each.split(' ').slice(0, 2).join(' '));
}
