import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { isOfCategory } from '../../src/record/is-of-category.ts';
import { isPlaceholder } from '../../src/record/is-placeholder.ts';
import { withoutZeroWidth } from '../../src/table/without-zero-width.ts';
import { bareWord, readVocabulary } from '../../src/verify/words.ts';
import { anyCharacter } from './any-character.ts';

/** Words with a meaning in some form. */
const { sheet, ledger } = readVocabulary('');

/** Text that parsers stumble over: Markdown, spreadsheets, dividers, quotes, look-alikes, zero-width characters. */
const NASTY = [
  ...Array.from('"\'`*_~#>|-+=@[](){}<>&;:!.,/^$%0123456789'),
  ...'"" \\ -- ``` <!-- --> <div> </script> &amp; [^1]: https://a.cn'.split(' '),
  ...['- ', '1. ', '> ', '# ', '\u200B', '\u202E', '\u3000', '\u00A0', ' '],
  ...'项 绩效 指标 万元 ≥95% 约 年 ， ： （ ） 𠮷 😀'.split(' '),
];
/** Text in a quoted cell of a tab table. */
const BREAKS = ['\t', '\n', '\r\n', '\n\n', '\n- ', '\n> ', '\n|', '\t"'];

/** Any text of a cell: trimmed, not empty, without control characters, and not a word of the form. */
function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 3 }) },
  );
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => toCell(parts.join('')));
}

function toCell(text: string): string {
  const plain = text.replaceAll(/(?![\t\r\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '').trim();
  const isWord = [sheet, ledger].some((words) => words.has(bareWord(plain)));
  return withoutZeroWidth(plain).trim() === '' || isWord ? `文${plain}` : plain;
}

/** A pipe table writes `|` as `\|`, can't contain `\|`, and has one line per row. */
function toPipeText(text: string): string {
  return text.replaceAll(/\\+\||\\+$/g, '|').replaceAll(/[\t\r\n]+/g, ' ');
}

const budgetArbitrary = fc
  .record({
    fen: fc.integer({ min: 0, max: 10 ** 13 }),
    isGrouped: fc.boolean(),
    unit: fc.constantFrom('label', 'cell', 'wan'),
  })
  .map(({ fen, isGrouped, unit }) => {
    const yuan = new Decimal(fen).div(100);
    const plain = unit === 'wan' ? yuan.div(10_000).toFixed(6) : yuan.toFixed(2);
    const text = isGrouped ? plain.replace(/\B(?=(?:\d{3})+\.)/g, ',') : plain;
    const label = { label: '预算金额(元)', cell: '预算金额', wan: '预算金额（万元）' }[unit];
    return { label, text: unit === 'cell' ? `${text}元` : text, yuan: yuan.toFixed(2) };
  });

const SUBCATEGORIES = ['数量指标', '社会效益', '服务对象满意度', '经济成本'];

/** Each row has a cell for each extra column, which may be empty. */
function rowsArbitrary(text: fc.Arbitrary<string>, columns: number) {
  const orBlank = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') });
  const category = fc.oneof(text, fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标'));
  // A subcategory of another category would be taken for one whose category nobody wrote.
  const subcategoryOf = (name: string) =>
    fc.oneof(text, fc.constantFrom(...SUBCATEGORIES.filter((word) => isOfCategory(word, name))));
  const details = fc.array(orBlank, { minLength: columns, maxLength: columns });
  // `—` for a name is a row that nobody filled in, and `3` alone in a row is the number of a page.
  const name = text.filter(
    (written) => !isPlaceholder(written) && !/^[-—–\d/\s]+$/.test(written.normalize('NFKC')),
  );
  const row = fc.record({ name, periodTarget: orBlank, annualTarget: orBlank, details });
  const rows = fc.array(row, { minLength: 1, maxLength: 3 });
  const groupOf = (first: string) => {
    const subgroup = fc.record({ subcategory: subcategoryOf(first), rows });
    return fc.record({
      category: fc.constant(first),
      subgroups: fc.array(subgroup, { minLength: 1, maxLength: 2 }),
    });
  };
  return fc
    .array(category.chain(groupOf), { minLength: 1, maxLength: 3 })
    .map((groups) =>
      groups.flatMap(({ category: first, subgroups }) =>
        subgroups.flatMap(({ subcategory: second, rows: cells }) =>
          cells.map((others) => ({ category: first, subcategory: second, ...others })),
        ),
      ),
    );
}

/** Null: the table has no such row. */
function projectArbitrary(text: fc.Arbitrary<string>) {
  const orNull = fc.option(text);
  const years = { start: fc.integer({ min: 1990, max: 2030 }), end: fc.constantFrom(2031, 2050, 2099) };
  /** Labels of columns that the form does not define. */
  const columnsArbitrary = fc.array(text, { maxLength: 2 });
  return columnsArbitrary.chain((columns) =>
    fc.record({
      texts: fc.record({ name: text, type: orNull, level: orNull, department: orNull, spendingUnit: orNull }),
      period: fc.option(fc.record(years)),
      budget: budgetArbitrary,
      goals: fc.record({ period: orNull, annual: orNull }),
      columns: fc.constant(columns),
      rows: rowsArbitrary(text, columns.length),
      others: fc.array(fc.record({ label: text, value: text }), { maxLength: 2 }),
    }),
  );
}

function disclosureOf(kind: 'tabs' | 'pipes', text: fc.Arbitrary<string>) {
  return fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    projects: fc.array(projectArbitrary(text), { minLength: 1, maxLength: 2 }),
    /** How the file is written; must not affect what is read. */
    layout: fc.record({
      kind: fc.constant(kind),
      lineEnding: fc.constantFrom('\n', '\r\n', '\r'),
      /** Whether a category is written once, or in every row. */
      isMerged: fc.boolean(),
      /** Dividers between a label and its value, and after the last cell of a row. */
      gap: fc.integer({ min: 1, max: 3 }),
      trailing: fc.integer({ min: 0, max: 3 }),
      /** Whether all cells are quoted, as some spreadsheets do. */
      isQuoted: fc.boolean(),
      hasByteOrderMark: fc.boolean(),
      hasTitles: fc.boolean(),
    }),
  });
}

/** Disclosures with any text in any cell and any layout, as tab tables or pipe tables. */
export const disclosureArbitrary = fc.oneof(
  disclosureOf('tabs', textOf([...NASTY, ...BREAKS])),
  disclosureOf(
    'pipes',
    textOf(NASTY).map((text) => toCell(toPipeText(text))),
  ),
);

/** Accidents in an editor: from a share of the text's length on, characters are replaced. */
export const damageArbitrary = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    /** Number of characters. */
    remove: fc.nat({ max: 4 }),
    insert: fc.constantFrom(
      ...['', '\t', '\n', '"', '|', '\n\n', '- ', '> '],
      ...['```\n', '<!--', '\0', '\uFFFD', '项目名称\t', '二级指标'],
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

type ValueOf<Any> = Any extends fc.Arbitrary<infer Value> ? Value : never;
/** A generated disclosure: the fuzzer writes it as a file and expects to read the same values. */
export type DisclosureModel = ValueOf<typeof disclosureArbitrary>;
export type ProjectModel = DisclosureModel['projects'][number];
export type Layout = DisclosureModel['layout'];
export type Damage = ValueOf<typeof damageArbitrary>[number];
