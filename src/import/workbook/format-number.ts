import * as xlsx from '@e965/xlsx';

/** The library's printer of numbers, which its types leave open. */
const SSF = xlsx.SSF as { format: (format: string, value: number) => string };

/** A format's own words: quoted, escaped, in brackets, or the characters that stand for digits, dates and places. */
const WORDS = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[0#?.,%+\-/:;()@$\s\p{Script=Latin}]+/gu;

/**
 * A number as a spreadsheet program prints it, where the library can't: formats with bare Chinese characters or signs (`≥0%`),
 * with words behind General (`General"人"`), with `!` before a character, as Chinese programs write it for `\`, and with a
 * language instead of a currency (`[$-804]0.00`). Null: the format is none of these.
 */
export function formatNumber(value: number, format: string): string | null {
  const plain = format
    .replaceAll(/\[\$-[\da-f]+\]/gi, '')
    .replaceAll(/\[\$([^\]-]+)-[\da-f]+\]/gi, '"$1"')
    .replaceAll(/!(.)/gu, '\\$1');
  const quoted = quoteWords(plain);
  const split = splitPoint(value, quoted);
  if (split !== null) return split;
  const general = /^(?<head>(?:"[^"]*"|\\.)*)(?:General|G\/通用格式)(?<tail>(?:"[^"]*"|\\.)*)$/i.exec(
    quoted,
  )?.groups;
  if (general && quoted !== 'General')
    return `${literal(general['head'])}${SSF.format('General', value)}${literal(general['tail'])}`;
  return quoted === format ? null : SSF.format(quoted, value).trim();
}

/** `0!.0,"万元"`: the last digits of the thousands behind a point that is a word. Null: the format is no such one. */
function splitPoint(value: number, format: string): string | null {
  const parts = /^[#0]*\\\.(?<places>0+)(?<thousands>,*)(?<tail>(?:"[^"]*"|\\.)*)$/.exec(format)?.groups;
  if (!parts) return null;
  const { places = '', thousands = '', tail } = parts;
  const digits = String(Math.round(Math.abs(value) / 1000 ** thousands.length)).padStart(
    places.length + 1,
    '0',
  );
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places.length)}.${digits.slice(-places.length)}${literal(tail)}`;
}

/** Quotes characters that are no part of a format's language. */
function quoteWords(format: string): string {
  let end = 0;
  let quoted = '';
  for (const match of format.matchAll(WORDS)) {
    if (match.index > end) quoted += `"${format.slice(end, match.index)}"`;
    quoted += match[0];
    end = match.index + match[0].length;
  }
  return end < format.length ? `${quoted}"${format.slice(end)}"` : quoted;
}

function literal(words = ''): string {
  return words.replaceAll(/"([^"]*)"|\\(.)/g, '$1$2');
}
