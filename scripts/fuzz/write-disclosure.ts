import type { DisclosureModel, Layout, ProjectModel } from './disclosure-arbitrary.ts';

const LABELS = {
  name: '项目名称',
  type: '项目类型',
  level: '项目等级',
  department: '主管部门',
  spendingUnit: '用款单位',
} as const;

/** The file of a disclosure. */
export function writeDisclosure({ projects, year, layout }: DisclosureModel): Buffer {
  const tables = projects.map((project) => {
    const rows = rowsOf(project, year, layout);
    const title = layout.hasTitles ? ['## 项目绩效目标表', ''] : [];
    return [...title, ...(layout.kind === 'tabs' ? writeTabs(rows, layout) : writePipes(rows))].join(
      layout.lineEnding,
    );
  });
  const text = tables.join(layout.lineEnding.repeat(2)) + layout.lineEnding;
  return Buffer.from(layout.hasByteOrderMark ? `\uFEFF${text}` : text);
}

function rowsOf(
  { texts, period, budget, goals, columns, rows: indicators, others }: ProjectModel,
  year: number,
  { gap, isMerged }: Layout,
): string[][] {
  const pair = (label: string, value = '') => [label, ...Array<string>(gap - 1).fill(''), value];
  const rows = Object.entries(LABELS).flatMap(([key, label]) => {
    const text = texts[key as keyof typeof LABELS];
    return text === null ? [] : [pair(label, text)];
  });
  if (period) rows.push(['实施周期', '起始年度', String(period.start), '到期年度', String(period.end)]);
  rows.push(pair(budget.label, budget.text));
  rows.push(...others.map(({ label, value }) => pair(label, value)));
  if (goals.period !== null) rows.push(pair('总体绩效目标', '实施周期总目标'), pair('', goals.period));
  if (goals.annual !== null)
    rows.push(pair(goals.period === null ? '总体绩效目标' : '', `${year}年度目标`), pair('', goals.annual));
  rows.push(['绩效指标', '一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值', ...columns]);
  for (const [index, row] of indicators.entries()) {
    const above = isMerged ? indicators[index - 1] : undefined;
    const isSame = row.category === above?.category;
    const isSameSub = isSame && row.subcategory === above.subcategory;
    const kinds = [isSame ? '' : row.category, isSameSub ? '' : row.subcategory];
    rows.push(['', ...kinds, row.name, row.periodTarget, row.annualTarget, ...row.details]);
  }
  return rows;
}

function writeTabs(rows: readonly string[][], { isQuoted, trailing }: Layout): string[] {
  const write = (text: string) =>
    text !== '' && (isQuoted || /^"|[\t\r\n]/.test(text)) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(write).join('\t') + '\t'.repeat(trailing));
}

function writePipes(rows: readonly string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => (row[index] ?? '').replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  return [lines[0] ?? '', `|${' - |'.repeat(width)}`, ...lines.slice(1)];
}
