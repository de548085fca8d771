import type { English } from '../display/english.ts';
import type { Target } from '../record/disclosure-schema.ts';
import { textColumn, type PublishedColumn } from './column.ts';
import { toQuantity, type Quantity } from './to-quantity.ts';

/** What a column of a row's texts says of itself. */
export const IF_WRITTEN = '原文。原表没有填写或没有这一列时为空。';
export const IF_WRITTEN_ENGLISH =
  'As published. Empty if the office left it blank or its form has no such column.';

/** How the columns of a target or of an actual value are called. */
interface Names {
  /** Of the text: `annual_target`. */
  name: string;
  /** Of the other columns: `annual` makes `annual_yuan`. */
  prefix: string;
  title: string;
  englishTitle: string;
  /** What the text is, within an English sentence. */
  what: 'target' | 'actual value';
}

/**
 * The columns of a target or of an actual value: as published, and what was read from it. Each figure's unit is in its header, or in
 * the column behind it.
 */
export function quantityColumns<Row>(
  { name, prefix, title, englishTitle, what }: Names,
  targetOf: (row: Row) => Target | null,
): [text: PublishedColumn<Row>, ...figures: PublishedColumn<Row>[]] {
  type Value = PublishedColumn<Row>['value'];
  const column = (
    suffix: string,
    label: string,
    description: string,
    english: English,
    width: number,
    value: Value,
  ): PublishedColumn<Row> =>
    textColumn(
      `${prefix}_${suffix}`,
      title + label,
      description,
      { ...english, title: englishTitle + english.title },
      width,
      value,
    );
  const figure =
    (part: keyof Quantity): Value =>
    (row) =>
      toQuantity(targetOf(row))[part];
  const yuan = { type: 'number', unit: '元' } as const;
  const comparators = '从原文读出：“不少于”“以上”等读作 ≥，“约”读作 ≈。没有写时为空。';
  const sums = '从原文读出的金额，单位一律是元；原文以万元计的已乘以一万。不是金额时为空。';
  const values = `从原文读出的数，单位见 ${prefix}_unit。金额另列在 ${prefix}_yuan；单价（如万元/年）换算成元。只有文字时为空。`;
  const units = '数值的单位，照原文；单价换算成元后以“元/”开头。没有单位时为空。';
  const english = {
    comparator: {
      title: ': comparator',
      description:
        'Read from the published text: wordings for “at least” become ≥, “about” becomes ≈. Empty if none is written.',
    },
    yuan: {
      title: ' (yuan)',
      description: `A sum of money read from the published text, always in yuan; sums in 10,000 yuan are multiplied. Empty if the ${what} is no sum of money.`,
    },
    yuanUpper: {
      title: ': upper bound (yuan)',
      description: 'If the text states a range of money: its upper end, in yuan.',
    },
    value: {
      title: ': value',
      description: `The figure read from the published text; its unit is in ${prefix}_unit. Sums of money are in ${prefix}_yuan instead; prices per unit are converted to yuan. Empty if the ${what} is words only.`,
    },
    upper: {
      title: ': upper bound',
      description: 'If the text states a range: its upper end, in the same unit.',
    },
    unit: {
      title: ': unit',
      description:
        'Unit of the value, in Chinese as published; prices per unit begin with the character for yuan and a slash. Empty if there is no unit.',
    },
  };
  return [
    textColumn(
      name,
      title,
      IF_WRITTEN,
      { title: englishTitle, description: IF_WRITTEN_ENGLISH },
      20,
      (row) => targetOf(row)?.text ?? null,
    ),
    {
      ...column(
        'comparator',
        '比较符',
        comparators,
        english.comparator,
        8,
        (row) => targetOf(row)?.comparator ?? null,
      ),
      constraints: { enum: ['≥', '≤', '>', '<', '=', '≈'] },
    },
    { ...column('yuan', '（元）', sums, english.yuan, 15, figure('yuan')), ...yuan },
    {
      ...column(
        'yuan_upper',
        '上限（元）',
        '原文是金额的范围时，范围的上限，单位是元。',
        english.yuanUpper,
        15,
        figure('yuanUpper'),
      ),
      ...yuan,
    },
    { ...column('value', '数值（单位见后列）', values, english.value, 12, figure('value')), type: 'number' },
    {
      ...column(
        'upper',
        '上限（单位见后列）',
        '原文是范围时，范围的上限。',
        english.upper,
        12,
        figure('upper'),
      ),
      type: 'number',
    },
    column('unit', '单位', units, english.unit, 8, figure('unit')),
  ];
}
