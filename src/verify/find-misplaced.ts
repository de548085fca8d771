import { plainWord } from './form-words.ts';
import { isShownAs, toPlain, type Comparison } from './find-losses.ts';
import type { OtherField, OtherProject } from './other-project.ts';
import type { OtherRow } from './other-rows.ts';
import type { PublishedProject, PublishedRow } from './published-project.ts';
import { toBareWord } from './vocabulary.ts';

/** Every cell of a table of any form stands in one of its places, in rows of the source's order. */
export function findMisplaced(expected: OtherProject, published: PublishedProject): Comparison {
  const { fields, rows, yuan, where } = published;
  const comparison: Comparison = { cells: 0, losses: [] };
  const lose = (line: number, words: string) => comparison.losses.push(`${line} 行 ${words}（${where}）`);
  if (fields) {
    comparison.cells += expected.fields.length;
    for (const { line, text } of findLostFields(expected.fields, fields)) lose(line, `“${text}”`);
  }
  if (yuan !== null && fields && !isAmount(yuan, fields.get('budget')?.[0] ?? '', expected.units))
    lose(expected.startLine, `预算金额“${fields.get('budget')?.[0] ?? ''}”，发布的是 ${yuan} 元`);
  if (rows) {
    if (rows.length !== expected.rows.length)
      lose(expected.startLine, `${expected.rows.length} 行指标，发布的是 ${rows.length} 行`);
    for (const [index, row] of expected.rows.entries()) {
      const { cells, lost } = compareRow(row, rows[index]);
      comparison.cells += cells;
      for (const text of lost) lose(row.line, `“${text}”`);
    }
  }
  return comparison;
}

/** Fields that stand in none of their places; each published text is that of one cell. */
function findLostFields(
  fields: readonly OtherField[],
  published: ReadonlyMap<string, readonly string[]>,
): OtherField[] {
  const left = new Map([...published].map(([key, texts]) => [toPlain(key), texts.flatMap(toLines)]));
  return fields.filter(({ options }) => {
    // Where it may stand in several places, it is taken from all that hold it: 预算金额 is one of the other fields too.
    const found = options.filter(({ key, text }) =>
      toLines(text).every((line) => take(left.get(toPlain(key)), line)),
    );
    return found.length === 0;
  });
}

function take(texts: string[] | undefined, wanted: string): boolean {
  const place = texts?.findIndex((shown) => isShownAs(toPlain(wanted), toPlain(shown))) ?? -1;
  if (place >= 0) texts?.splice(place, 1);
  return place >= 0;
}

/** The yuan of a text: its digits, in 元 or in 万元 as its own unit says, or one of those around it. */
function isAmount(yuan: string, text: string, around: ReadonlySet<string>): boolean {
  const [, whole = '', part = '', unit] = /^([\d,]+)(?:\.(\d+))?(万?元)?$/.exec(plainWord(text)) ?? [];
  const units = unit === undefined ? [...around] : [unit];
  return units.some((written) => {
    const places = written === '万元' ? 6 : 2;
    const digits = `${whole.replaceAll(',', '')}${part.replace(/0+$/, '').padEnd(places, '0')}`;
    return whole !== '' && /^\d+\.\d\d$/.test(yuan) && BigInt(digits) === BigInt(yuan.replace('.', ''));
  });
}

function compareRow(row: OtherRow, published: PublishedRow | undefined): { cells: number; lost: string[] } {
  const details = [...(published?.details ?? [])];
  const takeDetail = (value: string, label?: string) => {
    const place = details.findIndex(
      (detail) =>
        isShownAs(toPlain(value), toPlain(detail.value)) &&
        (label === undefined || toPlain(label) === toPlain(detail.label)),
    );
    if (place >= 0) details.splice(place, 1);
    return place >= 0;
  };
  // `产出指标(50分)` is published as 产出指标, and beside it as it was written.
  const isGroup = (text: string, shown: string) =>
    isShownAs(toPlain(text), toPlain(shown)) ||
    (shown === toBareWord(text) && (!/[)）]$/.test(text) || takeDetail(text)));
  const {
    category = '',
    subcategory = '',
    name = '',
    periodTarget = '',
    annualTarget = '',
  } = published ?? {};
  const checks: [text: string, isThere: boolean][] = [
    [row.category, isGroup(row.category, category)],
    [row.subcategory, isGroup(row.subcategory, subcategory)],
    [row.name, isShownAs(toPlain(row.name), toPlain(name))],
    [row.periodTarget, isShownAs(toPlain(row.periodTarget), toPlain(periodTarget))],
    [row.annualTarget, isShownAs(toPlain(row.annualTarget), toPlain(annualTarget))],
    ...row.details.map(({ label, value }): [string, boolean] => [value, takeDetail(value, label)]),
  ];
  return {
    cells: checks.filter(([text]) => text !== '').length,
    lost: checks.filter(([, isThere]) => !isThere).map(([text]) => text),
  };
}

function toLines(text: string): string[] {
  return toPlain(text).split('\n');
}
