import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Deflate level; the next one takes more than twice the time for 10 % less. */
const LEVEL = 3;

/** Date of all parts, so that two builds give the same bytes: the earliest in an archive, which has no time zones. */
const EPOCH = new Date(1980, 0, 1);

/** Bold, for headers; and the look of a link. Behind the only font that the library writes. */
const FONTS = [
  '<font><b/><sz val="12"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="12"/><color rgb="FF0C5A48"/><name val="Calibri"/><family val="2"/></font>',
];

/**
 * Adds what the library reads, but does not write: frozen rows and columns, bold headers, the look of links.
 *
 * @param workbook As the library wrote it, uncompressed.
 * @param frozen By sheet: how many columns stay in sight.
 * @throws Where a part is not written as expected.
 */
export function finishWorkbook(workbook: Uint8Array, frozen: readonly number[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(workbook);
  const [styles, first] = addStyles(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array()));
  const finished = Object.entries(parts).map(([name, bytes]) => {
    if (name === 'xl/styles.xml') return [name, strToU8(styles)] as const;
    const [, number] = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name) ?? [];
    if (number === undefined) return [name, bytes] as const;
    return [
      name,
      strToU8(finishSheet(strFromU8(bytes), frozen[Number(number) - 1] ?? 0, first, name)),
    ] as const;
  });
  return zipSync(Object.fromEntries(finished), { mtime: EPOCH, level: LEVEL });
}

/** @returns The styles with one more for each font, and the number of the first of them. */
function addStyles(xml: string): [xml: string, first: number] {
  const [, count] = /<cellXfs count="(\d+)">/.exec(xml) ?? [];
  if (count === undefined || !xml.includes('<fonts count="1">')) throw new Error('No styles in the workbook');
  const formats = FONTS.map(
    (_, index) => `<xf numFmtId="0" fontId="${index + 1}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`,
  );
  const styled = xml
    .replace('<fonts count="1">', `<fonts count="${FONTS.length + 1}">`)
    .replace('</fonts>', `${FONTS.join('')}</fonts>`)
    .replace(/<cellXfs count="\d+">/, `<cellXfs count="${Number(count) + FONTS.length}">`)
    .replace('</cellXfs>', `${formats.join('')}</cellXfs>`);
  return [styled, Number(count)];
}

function finishSheet(xml: string, frozen: number, bold: number, name: string): string {
  const view = xml.replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${paneOf(frozen)}</sheetView>`);
  if (view === xml) throw new Error(`No sheet view in ${name}`);
  const links = new Set([...view.matchAll(/<hyperlink ref="([A-Z]+\d+)"/g)].map(([, cell]) => cell));
  return view
    .replace(/<row r="1"[^>]*>.*?<\/row>/s, (row) => row.replaceAll(/<c r="[A-Z]+1"/g, `$& s="${bold}"`))
    .replaceAll(/<c r="([A-Z]+\d+)"(?= t="s">)/g, (cell, address: string) =>
      links.has(address) ? `${cell} s="${bold + 1}"` : cell,
    );
}

/** The header and the first columns stay in sight. */
function paneOf(frozen: number): string {
  const column = String.fromCharCode(65 + frozen);
  return frozen === 0
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${column}2" activePane="bottomRight" state="frozen"/>` +
        '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/>';
}
