import fc from 'fast-check';
import {
  CATEGORY,
  SUBCATEGORY,
  columnWord,
  goalWord,
  headWord,
  plainWord,
} from '../../src/verify/form-words.ts';
import { readVocabulary, toBareWord } from '../../src/verify/vocabulary.ts';
import type { DisclosureModel, Layout, ProjectModel, RowModel } from './disclosure-model.ts';

/** Words that some form gives a meaning, in whatever form they stand. */
const FORM_WORDS = readVocabulary('');

/** What parsers trip over: Markdown, spreadsheets, dividers, quotes, look-alikes, signs that take no room. */
const NASTY = [
  ...('"\'`*_~#>|-+=@[](){}<>&;:!.,/^$%0123456789'.match(/./g) ?? []),
  ...[
    '""',
    '\\',
    '--',
    '- ',
    '1. ',
    '> ',
    '# ',
    '```',
    '<!--',
    '-->',
    '<div>',
    '</script>',
    '&amp;',
    '[^1]:',
    'https://a.cn',
  ],
  ...[
    '项',
    '绩效',
    '指标',
    '万元',
    '≥95%',
    '约',
    '年',
    '，',
    '：',
    '（',
    '）',
    '𠮷',
    '😀',
    '\u200B',
    '\u202E',
    '\u3000',
    '\u00A0',
    ' ',
  ],
];
/** In a quoted cell of a tab table these are text. */
const BREAKS = ['\t', '\n', '\r\n', '\n\n', '\n- ', '\n> ', '\n|', '\t"'];

/** Any text that a cell can hold: trimmed, not empty, no control characters, and no word of the form. */
function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => toCell(parts.join('')));
}

function toCell(text: string): string {
  const plain = text.replaceAll(/(?![\t\r\n])\p{Cc}/gu, '').trim();
  const isWord =
    [headWord, goalWord, columnWord].some((find) => find(plain) !== undefined) ||
    FORM_WORDS.has(toBareWord(plain));
  const isKind = CATEGORY.test(plainWord(plain)) || SUBCATEGORY.test(plainWord(plain));
  return plain === '' || isWord || isKind ? `文${plain}` : plain;
}

/** In a pipe table `\|` stands for `|`, and nothing for `\|`; a line is a row. */
function toPipeText(text: string): string {
  return text.replaceAll(/\\+\||\\+$/g, '|').replaceAll(/[\t\r\n]+/g, ' ');
}

const budgetArbitrary = fc
  .record({
    fen: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    isGrouped: fc.boolean(),
    unit: fc.constantFrom('label', 'cell', 'wan'),
    year: fc.constant(0),
  })
  .map(({ fen, isGrouped, unit }) => {
    const digits = fen.toString().padStart(3, '0');
    const yuan = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
    const long = fen.toString().padStart(7, '0');
    const amount = unit === 'wan' ? `${long.slice(0, -6)}.${long.slice(-6)}` : yuan;
    const [whole = '', part = ''] = amount.split('.');
    const text = `${isGrouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole}.${part}`;
    const label = { label: '预算金额(元)', cell: '预算金额', wan: '预算金额（万元）' }[unit];
    return { label, text: unit === 'cell' ? `${text}元` : text, yuan };
  });

function projectArbitrary(text: fc.Arbitrary<string>): fc.Arbitrary<ProjectModel> {
  const maybe = fc.option(text, { nil: undefined, freq: 3 });
  const orBlank = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') });
  const row: fc.Arbitrary<RowModel> = fc.record({
    name: text,
    periodTarget: orBlank,
    annualTarget: orBlank,
    details: fc.array(orBlank, { minLength: 2, maxLength: 2 }),
  });
  const category = fc.oneof(text, fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标'));
  const subcategory = fc.oneof(text, fc.constantFrom('数量指标', '社会效益', '服务对象满意度'));
  const subgroup = fc.record({ subcategory, rows: fc.array(row, { minLength: 1, maxLength: 3 }) });
  return fc
    .record({
      texts: fc.record({ name: text, type: maybe, level: maybe, department: maybe, spendingUnit: maybe }),
      period: fc.option(
        fc.record({ start: fc.integer({ min: 1990, max: 2030 }), end: fc.constantFrom(2031, 2050, 2099) }),
      ),
      budget: budgetArbitrary,
      goals: fc.record({ period: fc.option(text), annual: fc.option(text) }),
      columns: fc.array(text, { maxLength: 2 }),
      groups: fc.array(
        fc.record({ category, subgroups: fc.array(subgroup, { minLength: 1, maxLength: 2 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      others: fc.array(fc.record({ label: text, value: text }), { maxLength: 2 }),
    })
    .map((project) => {
      const texts = Object.fromEntries(
        Object.entries(project.texts).filter(([, value]) => value !== undefined),
      );
      const fit = (details: string[]) => details.slice(0, project.columns.length);
      const groups = project.groups.map((group) => ({
        ...group,
        subgroups: group.subgroups.map((sub) => ({
          ...sub,
          rows: sub.rows.map((each) => ({ ...each, details: fit(each.details) })),
        })),
      }));
      return { ...project, texts: texts as ProjectModel['texts'], groups };
    });
}

const layoutArbitrary = {
  lineEnding: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  isMerged: fc.boolean(),
  gap: fc.integer({ min: 1, max: 3 }),
  trailing: fc.integer({ min: 0, max: 3 }),
  isQuoted: fc.boolean(),
  hasByteOrderMark: fc.boolean(),
  hasTitles: fc.boolean(),
};

function disclosureOf(kind: Layout['kind'], text: fc.Arbitrary<string>): fc.Arbitrary<DisclosureModel> {
  return fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    projects: fc.array(projectArbitrary(text), { minLength: 1, maxLength: 2 }),
    layout: fc.record({ kind: fc.constant(kind), ...layoutArbitrary }),
  });
}

/** Any disclosure: any text in any cell, any merge, any number of tabs, both kinds of table. */
export const disclosureArbitrary: fc.Arbitrary<DisclosureModel> = fc.oneof(
  disclosureOf('tabs', textOf([...NASTY, ...BREAKS])),
  disclosureOf(
    'pipes',
    textOf(NASTY).map((text) => toCell(toPipeText(text))),
  ),
);

/** A place in a text, and what is put there instead of some characters. */
export interface Damage {
  at: number;
  remove: number;
  insert: string;
}

/** What may happen to a file in an editor. `at` is a share of its length. */
export const damageArbitrary: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat({ max: 4 }),
    insert: fc.constantFrom(
      '',
      '\t',
      '\n',
      '"',
      '|',
      '\n\n',
      '- ',
      '> ',
      '```\n',
      '<!--',
      '\0',
      '\uFFFD',
      '项目名称\t',
      '二级指标',
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
