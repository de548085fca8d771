/** A label without what varies from office to office, and what it said in brackets. */
export interface Label {
  /** The label's words: no spaces, line breaks, brackets behind it, year before it, colon, or numbering. */
  key: string;
  /** `2026` of `2026年预算金额`; null: none is written. */
  year: number | null;
  /** `万元` of `项目资金（万元）`. */
  unit: '元' | '万元' | null;
  /** What stands in brackets behind the words: `2022年--2024年`, `50分`. */
  note: string | null;
}

/** Labels repeat from table to table. The bound keeps a file of odd cells from growing it. */
const known = new Map<string, Label>();
const MOST_KNOWN = 5_000;
/** No label is longer; a longer text is not looked at. */
const LONGEST = 48;
const NOT_A_LABEL: Label = { key: '', year: null, unit: null, note: null };

/**
 * Reads a label: `2026年预算金额（元）` → 预算金额, 2026, 元. A text that is too long to be one has an empty key.
 *
 * Full-width and half-width forms, spaces and line breaks within words (`总 体 目 标`), a colon behind it, 其中 and a number
 * before it make no difference.
 */
export function readLabel(text: string): Label {
  if (text.length > LONGEST) return NOT_A_LABEL;
  const found = known.get(text);
  if (found) return found;
  const label = parseLabel(normalizeLabel(text));
  if (known.size < MOST_KNOWN) known.set(text, label);
  return label;
}

/** A label without spaces, line breaks, full-width forms and the colon behind it; brackets and years stay. */
export function normalizeLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔]/g, '(')
    .replaceAll(/[\]】〕]/g, ')')
    .replace(/[:*]+$/, '');
}

function parseLabel(plain: string): Label {
  let words = plain
    .replace(/^\*+/, '')
    .replace(/^(?:\(?[一二三四五六七八九十]+[、)]|\d{1,2}[、.](?!\d))/, '')
    .replace(/^其中:?/, '');
  const bracket = /^([^()]+)\(([^()]*)\)$/.exec(words);
  const note = bracket?.[2] ?? null;
  words = (bracket?.[1] ?? words).replace(/:$/, '');
  const dated = /^((?:19|20)\d{2})(?:年(?!度)|(?=年度))(.+)$/.exec(words);
  return {
    key: dated?.[2] ?? words,
    year: dated ? Number(dated[1]) : null,
    unit: unitIn(note),
    note,
  };
}

/** `单位:万元` and `万元` → 万元. */
function unitIn(note: string | null): Label['unit'] {
  const unit = /^(?:(?:金额)?单位:?)?(?:人民币)?(元|万元)$/.exec(note ?? '')?.[1];
  return unit === '元' || unit === '万元' ? unit : null;
}
