/**
 * In: a built site, and its projects in the order of their numbers in search.
 * Out: the amounts and targets that search finds by their figures and that no project says, or says otherwise; and those it misses.
 */
import type { PublishedSite } from './published-site.ts';
import type { Comparison, RecordedProject, Target } from './record.ts';
import { searchForm } from './search-form.ts';

/** A `pagefind/quantities/<kind>.json`. */
interface QuantityList {
  quantities: [
    text: string,
    comparator?: string | null,
    value?: number,
    upper?: number | null,
    unit?: string | null,
  ][];
  rows: number[][];
  budgets?: (number | null)[];
}

const KINDS = ['percent', 'money', 'other'] as const;
/** Zeros of units of money. */
const ZEROS: Record<string, number> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

export function verifyQuantities(site: PublishedSite, projects: readonly RecordedProject[]): Comparison {
  const losses: string[] = [];
  const rows = projects.flatMap(({ indicators }) => indicators);
  const found = new Set<string>();
  for (const kind of KINDS) {
    const file = `pagefind/quantities/${kind}.json`;
    const list = site.readJson(file) as QuantityList;
    let before = 0;
    for (const [at, [text, ...typed]] of list.quantities.entries()) {
      let row = before;
      for (const [index, step] of (list.rows[at] ?? []).entries()) {
        row += step;
        if (index === 0) before = row;
        const form = searchForm(text);
        found.add(`${kind} ${row} ${form}`);
        const { name = '', annualTarget = null, periodTarget = null } = rows[row] ?? {};
        const isSaid = [annualTarget, periodTarget].some(
          (target) => target && formsOf(target).includes(form) && isTypedAs(target, kind, typed),
        );
        if (!isSaid) losses.push(`${file}: “${name}”没有写 ${text}（${typed.join(' ')}）`);
      }
    }
    if (list.rows.length !== list.quantities.length) losses.push(`${file}: 数和所在的行不一样多`);
    const budgets = projects.map(({ budget }) => (budget ? Number(budget.yuan) : null));
    if (kind === 'money' && JSON.stringify(list.budgets) !== JSON.stringify(budgets))
      losses.push(`${file}: 不是各项目的预算金额`);
  }
  for (const [row, { name, annualTarget, periodTarget }] of rows.entries())
    for (const target of [annualTarget, periodTarget])
      if (
        target &&
        isWhole(target) &&
        !formsOf(target).some((form) => found.has(`${kindOf(target)} ${row} ${form}`))
      )
        losses.push(`pagefind/quantities: 没有“${name}”的 ${target.text}`);
  return { cells: found.size + projects.length, losses };
}

/** Whether the cell itself says the unit. One that another column adds may make a text that is no quantity. */
function isWhole({ text, value, unit }: Target): boolean {
  return value !== null && (unit === null || searchForm(text).includes(searchForm(unit)));
}

/** As written, and with what other columns say of it. */
function formsOf({ text, comparator, value, upper, unit }: Target): string[] {
  const figures = `${value ?? ''}${upper === null ? '' : `~${upper}`}`;
  return [text, ...[text, figures].map((figure) => `${comparator ?? ''}${figure}${unit ?? ''}`)].map(
    searchForm,
  );
}

function kindOf({ unit }: Target): string {
  return unit === '%' ? 'percent' : unit !== null && unit in ZEROS ? 'money' : 'other';
}

/** @param typed Comparator, value, upper end and unit; empty where the text says all of an amount. */
function isTypedAs(target: Target, kind: string, typed: readonly unknown[]): boolean {
  // Search may read what the record keeps as text.
  if (target.value === null) return true;
  const figureOf = (figure: string | null) =>
    figure === null ? null : Number(`${figure}e${ZEROS[target.unit ?? ''] ?? 0}`);
  const { comparator, value, upper, unit } = target;
  if (kind !== kindOf(target)) return false;
  if (typed.length === 0) return kind === 'money' && comparator === null && upper === null;
  const [sign, from, to, word] = typed;
  return (
    sign === comparator &&
    from === figureOf(value) &&
    to === figureOf(upper) &&
    searchForm(typeof word === 'string' ? word : '') === searchForm(unit ?? '')
  );
}
