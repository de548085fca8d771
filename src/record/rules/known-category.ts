import { toPlain } from '../../table/to-plain.ts';
import { CATEGORIES, CATEGORY_WORDS, OTHER_CATEGORY_WORDS } from '../categories.ts';
import type { ParsedIndicator } from '../disclosure-schema.ts';
import { isOfCategory, isUsualSubcategory } from '../is-of-category.ts';
import { parseTarget } from '../parse-target.ts';
import { UNIT } from '../read-target.ts';
import { at, type Rule } from './rule.ts';

/** Each indicator has one of the four categories. Another word there is often a shifted row. */
export const knownCategory: Rule = {
  id: 'indicator/unknown-category',
  check({ indicators }, positions) {
    const moved = movedHeader(indicators);
    if (moved) return [at(positions.of(moved.indicator), moved.message)];
    return indicators.flatMap((indicator) => {
      const { category, subcategory, name } = indicator;
      const position = positions.of(indicator);
      if (!isCategory(toPlain(category))) {
        const written = category === '' ? '没有写' : `是“${category}”`;
        const words = CATEGORY_WORDS.map(({ word }) => word).join('、');
        const message = `“${name}”的一级指标${written}，不是${words}指标之一；请看这一行是否移了列`;
        return [at(position, message)];
      }
      if (!isOfCategory(subcategory, category)) {
        const message = `“${name}”的二级指标“${subcategory}”不属于一级指标“${category}”，照原文列出`;
        return [at(position, message)];
      }
      if (/^(?:产出|效益)指标$/.test(toPlain(subcategory))) {
        const message = `“${name}”的二级指标是“${subcategory}”；请看这一行是否移了列`;
        return [at(position, message)];
      }
      if (isQuantity(name)) {
        const message = `三级指标“${name}”像是指标值；请看这一行是否移了列`;
        return [at(position, message)];
      }
      const target = indicator.annualTarget ?? indicator.periodTarget;
      const other = target && indicator.details.find(({ value }) => isRatherTarget(value, target.text));
      if (other) {
        const message = `“${other.label}”一列的“${other.value}”像是指标值，指标值这一列却是“${target.text}”；请看这一行是否移了列`;
        return [at(position, message)];
      }
      const column = missingCell(indicator, indicators);
      if (column !== undefined) {
        const message = `“${name}”的二级指标“${subcategory}”不是常见的词，“${column}”一列又是空的；请看这一行是否少了一格`;
        return [at(position, message)];
      }
      return subcategory === '' ? [at(position, `“${name}”没有二级指标`)] : [];
    });
  },
};

/**
 * A column that all other rows fill, where this row alone has a subcategory of its own: a cell was dropped, and the others moved to
 * the left.
 */
function missingCell(
  { subcategory, details }: ParsedIndicator,
  indicators: readonly ParsedIndicator[],
): string | undefined {
  if (subcategory === '' || isUsualSubcategory(subcategory)) return undefined;
  const others = indicators.filter((other) => other.subcategory !== subcategory);
  if (others.length < 2 || others.length < indicators.length - 1) return undefined;
  if (!others.every((other) => isUsualSubcategory(other.subcategory))) return undefined;
  const own = new Set(details.map(({ label }) => label));
  const isFilled = (label: string) =>
    others.every((other) => other.details.some((each) => each.label === label));
  return others[0]?.details.find(({ label }) => !own.has(label) && isFilled(label))?.label;
}

/** With fewer rows, all may promise the same. */
const FEWEST = 4;
/** Columns of figures that are no targets. */
const WEIGHT = /重|分|序号/;

/** All rows have the same words as their target, and a figure in another column: the header is not above its columns. */
function movedHeader(
  indicators: readonly ParsedIndicator[],
): { indicator: ParsedIndicator; message: string } | undefined {
  const [indicator] = indicators;
  const text = (indicator?.annualTarget ?? indicator?.periodTarget)?.text;
  if (!indicator || text === undefined || indicators.length < FEWEST || /\d/.test(text)) return undefined;
  if (!indicators.every(({ annualTarget, periodTarget }) => (annualTarget ?? periodTarget)?.text === text))
    return undefined;
  const figures = indicators.flatMap(({ details }) =>
    details.filter(({ label, value }) => !WEIGHT.test(label) && parseTarget(value).value !== null),
  );
  const byColumn = Map.groupBy(figures, ({ label }) => label);
  const [label] = [...byColumn].find(([, own]) => own.length > indicators.length / 2) ?? [];
  if (label === undefined) return undefined;
  return { indicator, message: `各行的指标值都是“${text}”，“${label}”一列却是数量；请看表头是否移了列` };
}

/** Categories that forms of some provinces have too. */
const OTHER = new RegExp(`^(?:${OTHER_CATEGORY_WORDS.join('|')})(?:指标)?$`);

/** 产出指标, 产出, 产出指标（50分）, 决策. */
function isCategory(text: string): boolean {
  const words = CATEGORY_WORDS.map(({ word }) => word as string);
  return OTHER.test(text) || words.includes(text) || CATEGORIES.some((word) => text.startsWith(word));
}

/** What a target begins with, and no name. */
const SIGN = /^(?:[≥≤≧≦=＝]\s*[^\s]|[<>＜＞]\s*\d)/;

/** `≥5`, `18公里`: a target, and no name of an indicator. */
function isQuantity(name: string): boolean {
  const { value, unit } = parseTarget(name);
  const isFigure = value !== null && /^\P{L}/u.test(name) && (unit === null || UNIT.test(unit));
  return isFigure || SIGN.test(name);
}

/** `≥95%` beside `10`: the target is in the column of a detail, and a weight in that of the target. */
function isRatherTarget(detail: string, target: string): boolean {
  const [quantity, written] = [parseTarget(detail), parseTarget(target)];
  const isPlain = written.value !== null && written.comparator === null && written.unit === null;
  return isPlain && SIGN.test(detail) && quantity.value !== written.value;
}
