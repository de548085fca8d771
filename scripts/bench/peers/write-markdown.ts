import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openContent } from '../../../src/content/open-content.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';

/** The corpus as Markdown pages with front matter, for generators that can't read the tables: one page a project. */
export async function writeMarkdown(content: string, out: string): Promise<void> {
  const { sources } = await openContent({ root: content, folder: content });
  for (const project of sources.flatMap(({ disclosure }) => disclosure.projects)) {
    const path = join(out, `${project.id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, writePage(project));
  }
}

function writePage({ name, year, spendingUnit, budget, goals, indicators }: Project): string {
  const head = { title: name, year, unit: spendingUnit, yuan: budget?.yuan ?? null };
  const rows = indicators.map(({ category, subcategory, name: own, periodTarget, annualTarget }) => [
    category,
    subcategory,
    own,
    periodTarget?.text ?? '',
    annualTarget?.text ?? '',
  ]);
  const table = [['一级指标', '二级指标', '三级指标', '实施周期', '年度'], Array(5).fill('---'), ...rows];
  return [
    '---',
    ...Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    '---',
    `## 实施周期总目标\n\n${escape(goals.period ?? '')}\n\n## 年度目标\n\n${escape(goals.annual ?? '')}\n\n## 绩效指标\n`,
    ...table.map((cells) => `| ${cells.map(escape).join(' | ')} |`),
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
