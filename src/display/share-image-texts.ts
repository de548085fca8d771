import type { Project } from '../record/disclosure-schema.ts';
import { formatYuan } from './format-yuan.ts';

/** What the share image of a project says: every name and amount as on its page. */
export interface ShareImageTexts {
  name: string;
  publisher: string;
  /** `2026年项目`. */
  year: string;
  /** `12,500.00 元`, exact. Null: the form has no funds. */
  amount: string | null;
  /** `9 项指标`. */
  count: string;
  /** Name of the site. */
  site: string;
}

export function shareImageTexts(project: Project, publisher: string, site: string): ShareImageTexts {
  const { name, year, budget, indicators } = project;
  return {
    name: onOneLine(name),
    publisher: onOneLine(publisher),
    year: `${year}年项目`,
    amount: budget && formatYuan(budget.yuan),
    count: `${indicators.length} 项指标`,
    site: onOneLine(site),
  };
}

/** The same as one text, for readers who don't see the image. */
export function describeShareImage({ name, publisher, year, amount, count, site }: ShareImageTexts): string {
  return [name, publisher, year, amount, count, site].filter((text) => text !== null).join('，');
}

/** White space as browsers show it: they collapse none but these characters. */
function onOneLine(text: string): string {
  return text.replaceAll(/[ \t\n\f\r]+/g, ' ').replaceAll(/^ | $/g, '');
}
