/** One run of a text with formats of its own. */
const RUN = /<(?:r|w:r)\b[^>]*>([^]*?)<\/(?:r|w:r)>/g;
const TEXT = /<t\b[^>]*>([^]*?)<\/t>/g;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** A cell's text in runs. Null: it has none, or none of them is raised, lowered or struck. */
export interface RichText {
  /** Raised and lowered digits as characters (10³), without what is struck. */
  text: string;
  /** What was struck, or raised and has no character. */
  remarks: string[];
}

/** Reads the runs of a shared string of a workbook (`<r><rPr>…</rPr><t>…</t></r>`). */
export function readRichText(xml: string): RichText | null {
  if (!/<vertAlign val="(?:super|sub)script"|<strike(?:\/>| val="(?:1|true)")/.test(xml)) return null;
  const remarks: string[] = [];
  const texts = [...xml.matchAll(RUN)].map(([, run = '']) => {
    const text = [...run.matchAll(TEXT)].map(([, written = '']) => decode(written)).join('');
    const format = /<rPr>([^]*?)<\/rPr>/.exec(run)?.[1] ?? '';
    if (/<strike(?:\/>| val="(?:1|true)")/.test(format)) {
      remarks.push(`有删除线的文字没有读入：“${text}”`);
      return '';
    }
    const place = /<vertAlign val="(super|sub)script"/.exec(format)?.[1];
    return place === undefined ? text : shift(text, place === 'super' ? RAISED : LOWERED, remarks);
  });
  return { text: texts.join(''), remarks };
}

/** `3` raised → ³. Other characters stay, and are named. */
function shift(text: string, digits: string, remarks: string[]): string {
  if (/[^\d\s]/.test(text)) remarks.push(`上标或下标“${text}”按普通文字读入，请对照原件`);
  return text.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

export function raise(text: string, remarks: string[]): string {
  return shift(text, RAISED, remarks);
}

function decode(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
