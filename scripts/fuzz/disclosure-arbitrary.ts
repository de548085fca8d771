import fc from 'fast-check';
import { bareWord, readVocabulary } from '../../src/verify/words.ts';
import type { DisclosureModel, Layout, ProjectModel } from './disclosure-model.ts';

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
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => toCell(parts.join('')));
}

function toCell(text: string): string {
  const plain = text.replaceAll(/(?![\t\r\n])\p{Cc}/gu, '').trim();
  const isWord = [sheet, ledger].some((words) => words.has(bareWord(plain)));
  return plain === '' || isWord ? `文${plain}` : plain;
}

/** A pipe table writes `|` as `\|`, can't contain `\|`, and has one line per row. */
function toPipeText(text: string): string {
  return text.replaceAll(/\\+\||\\+$/g, '|').replaceAll(/[\t\r\n]+/g, ' ');
}

const budgetArbitrary = fc
  .record({
    fen: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    isGrouped: fc.boolean(),
    unit: fc.constantFrom('label', 'cell', 'wan'),
  })
  .map(({ fen, isGrouped, unit }) => {
    const decimal = (places: number) => {
      const digits = fen.toString().padStart(places + 1, '0');
      return [digits.slice(0, -places), digits.slice(-places)] as const;
    };
    const [whole, part] = decimal(unit === 'wan' ? 6 : 2);
    const text = `${isGrouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole}.${part}`;
    const label = { label: '预算金额(元)', cell: '预算金额', wan: '预算金额（万元）' }[unit];
    return { label, text: unit === 'cell' ? `${text}元` : text, yuan: decimal(2).join('.') };
  });

function projectArbitrary(text: fc.Arbitrary<string>): fc.Arbitrary<ProjectModel> {
  const orBlank = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') });
  const category = fc.oneof(text, fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标'));
  const subcategory = fc.oneof(text, fc.constantFrom('数量指标', '社会效益', '服务对象满意度'));
  return fc.array(text, { maxLength: 2 }).chain((columns) => {
    const row = fc.record({
      name: text,
      periodTarget: orBlank,
      annualTarget: orBlank,
      details: fc.array(orBlank, { minLength: columns.length, maxLength: columns.length }),
    });
    const subgroup = fc.record({ subcategory, rows: fc.array(row, { minLength: 1, maxLength: 3 }) });
    const subgroups = fc.array(subgroup, { minLength: 1, maxLength: 2 });
    return fc.record({
      texts: fc.record(
        { name: text, type: text, level: text, department: text, spendingUnit: text },
        { requiredKeys: ['name'] },
      ),
      period: fc.option(
        fc.record({ start: fc.integer({ min: 1990, max: 2030 }), end: fc.constantFrom(2031, 2050, 2099) }),
      ),
      budget: budgetArbitrary,
      goals: fc.record({ period: fc.option(text), annual: fc.option(text) }),
      columns: fc.constant(columns),
      groups: fc.array(fc.record({ category, subgroups }), { minLength: 1, maxLength: 3 }),
      others: fc.array(fc.record({ label: text, value: text }), { maxLength: 2 }),
    });
  });
}

function disclosureOf(kind: Layout['kind'], text: fc.Arbitrary<string>): fc.Arbitrary<DisclosureModel> {
  return fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    projects: fc.array(projectArbitrary(text), { minLength: 1, maxLength: 2 }),
    layout: fc.record({
      kind: fc.constant(kind),
      lineEnding: fc.constantFrom('\n', '\r\n', '\r'),
      isMerged: fc.boolean(),
      gap: fc.integer({ min: 1, max: 3 }),
      trailing: fc.integer({ min: 0, max: 3 }),
      isQuoted: fc.boolean(),
      hasByteOrderMark: fc.boolean(),
      hasTitles: fc.boolean(),
    }),
  });
}

/** Disclosures with any text in any cell and any layout, as tab tables or pipe tables. */
export const disclosureArbitrary: fc.Arbitrary<DisclosureModel> = fc.oneof(
  disclosureOf('tabs', textOf([...NASTY, ...BREAKS])),
  disclosureOf(
    'pipes',
    textOf(NASTY).map((text) => toCell(toPipeText(text))),
  ),
);

/** Replaces characters of a text. */
export interface Damage {
  /** A share of the text's length. */
  at: number;
  /** The number of characters to remove. */
  remove: number;
  insert: string;
}

/** Accidents in an editor. */
export const damageArbitrary: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 4 }),
    insert: fc.constantFrom(
      ...['', '\t', '\n', '"', '|', '\n\n', '- ', '> '],
      ...['```\n', '<!--', '\0', '\uFFFD', '项目名称\t', '二级指标'],
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
