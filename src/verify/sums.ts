import type { RecordedProject } from './record.ts';

/** The sum of budgets, exact yuan: `27700.00`. Null: the form of none has funds. */
export function totalOf(projects: readonly RecordedProject[]): string | null {
  const budgets = projects.filter(({ budget }) => budget);
  if (budgets.length === 0) return null;
  return toYuan(budgets.reduce((sum, project) => sum + fenOf(project), 0n));
}

/** A difference as pages say it: `+27,700.00`, `−27,700.00`, `0.00`. */
export function formatFen(fen: bigint): string {
  const size = groupDigits(toYuan(fen < 0n ? -fen : fen));
  return `${fen < 0n ? '−' : fen > 0n ? '+' : ''}${size}`;
}

function toYuan(fen: bigint): string {
  return String(fen)
    .padStart(3, '0')
    .replace(/(?=..$)/, '.');
}

/** How many projects a sum leaves out. */
export function withoutBudget(projects: readonly RecordedProject[]): number {
  return projects.filter(({ budget }) => !budget).length;
}

/** `27,700.00 元` as pages say it. */
export function toWords(yuan: string | null | undefined): string {
  return yuan ? `${groupDigits(yuan)} 元` : '表上没有金额';
}

/** `27700.00` → `27,700.00`. */
export function groupDigits(yuan: string): string {
  return yuan.replaceAll(/\d(?=(?:\d{3})+(?:\.|$))/g, (digit, place: number) =>
    yuan.lastIndexOf('.', place) < 0 ? `${digit},` : digit,
  );
}

/** `1600` → `1,600`. */
export function countOf(count: number): string {
  return groupDigits(String(count));
}

/** `27700.00` → `2.77`. */
export function toWan(yuan: string): string {
  const fen = yuan.replace('.', '').padStart(7, '0');
  const part = fen.slice(-6).replace(/0+$/, '');
  return groupDigits(`${BigInt(fen.slice(0, -6))}${part && `.${part}`}`);
}

/** `193106744647.00` → `1931.07`: 亿 with two places, rounded. Below one 亿 the sum itself. */
export function toHeadline(yuan: string): string {
  const fen = BigInt(yuan.replace('.', ''));
  if (fen < FEN_IN_YI) return yuan;
  const rounded = String((fen + FEN_IN_YI / 200n) / (FEN_IN_YI / 100n)).padStart(3, '0');
  return rounded.replace(/(?=..$)/, '.');
}

/** What is said under the headline: 万元, and exact 元 where that is in 亿. */
export function underHeadline(yuan: string): string {
  return toHeadline(yuan) === yuan ? `合 ${toWan(yuan)} 万元` : `合 ${groupDigits(yuan)} 元`;
}

const FEN_IN_YI = 10_000_000_000n;

/** By budget, largest first, those without one last; equal ones by id. */
export function sortBySum(projects: readonly RecordedProject[]): RecordedProject[] {
  return projects.toSorted((a, b) =>
    fenOf(a) === fenOf(b) ? (a.id < b.id ? -1 : 1) : fenOf(a) < fenOf(b) ? 1 : -1,
  );
}

/** In fen, -1 without a budget. */
export function fenOf({ budget }: RecordedProject): bigint {
  return budget ? BigInt(budget.yuan.replace('.', '')) : -1n;
}
