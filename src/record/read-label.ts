import { withoutZeroWidth } from '../table/without-zero-width.ts';

/** A label without what varies from office to office, and its text in brackets. */
export interface Label {
  /** The label's words: without spaces, line breaks, brackets behind them, year before them, colon, or numbering. */
  key: string;
  /** `2026` of `2026年预算金额`; null: none is written. */
  year: number | null;
  /** `万元` of `项目资金（万元）`. */
  unit: '元' | '万元' | null;
  /** The text in brackets behind the words: `2022年--2024年`, `50分`. */
  note: string | null;
}

/** Longer texts are not labels. */
const LONGEST = 48;
const NOT_A_LABEL: Label = { key: '', year: null, unit: null, note: null };

/** 一、 or （一） or 12、 or 3. before the words; 3.5万元 is a number. */
const NUMBERING = /^(?:\(?[一二三四五六七八九十]+[、)]|\d{1,2}[、.](?!\d))/;
/** 项目资金(万元): words, and a text in brackets behind them. */
const BRACKETED = /^(.*[^()].*?)\(([^()]*)\)$/;
/** 2026年预算金额, 2026年度目标: a year, and words behind it. */
const DATED = /^((?:19|20)\d{2})(?:年(?!度)|(?=年度))(.+)$/;
/** 万元, 单位:万元, 金额单位:人民币元. */
const UNIT = /^(?:(?:金额)?单位:?)?(?:人民币)?(元|万元)(?:人民币)?$/;

/**
 * Reads a label: `2026年预算金额（元）` → 预算金额, 2026, 元. A text that is too long to be one has an empty key.
 *
 * Full-width and half-width forms, spaces and line breaks within words (`总 体 目 标`), a colon behind it, 其中 and a number
 * before it make no difference.
 */
export function readLabel(text: string): Label {
  if (text.length > LONGEST) return NOT_A_LABEL;
  let words = normalizeLabel(text)
    .replace(/^\*+/, '')
    .replace(NUMBERING, '')
    .replace(/^其中:?/, '');
  const notes: string[] = [];
  for (let bracket = BRACKETED.exec(words); bracket; bracket = BRACKETED.exec(words)) {
    const [, before = '', note = ''] = bracket;
    notes.unshift(note);
    words = before.replace(/:$/, '');
  }
  const dated = DATED.exec(words);
  const unit = notes.map(unitIn).find((found) => found !== null) ?? null;
  return {
    key: (dated?.[2] ?? words).replace(/:$/, ''),
    year: dated ? Number(dated[1]) : null,
    unit,
    note: notes[0] ?? null,
  };
}

/** A label without spaces, line breaks, full-width forms and the colon behind it; brackets and years stay. */
export function normalizeLabel(text: string): string {
  return withoutZeroWidth(text)
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔]/g, '(')
    .replaceAll(/[\]】〕]/g, ')')
    .replace(/[:*]+$/, '');
}

/** `单位:万元` and `万元` → 万元. */
function unitIn(note: string): Label['unit'] {
  const unit = UNIT.exec(note)?.[1];
  return unit === '元' || unit === '万元' ? unit : null;
}
