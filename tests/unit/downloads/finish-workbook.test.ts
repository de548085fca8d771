import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { finishWorkbook } from '../../../src/downloads/finish-workbook.ts';

const STYLES =
  '<styleSheet><fonts count="1"><font><sz val="12"/></font></fonts>' +
  '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs></styleSheet>';
const sheet = (data: string, links = '') =>
  `<worksheet><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${data}</sheetData>${links}</worksheet>`;
const pack = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));

/** The parts of a workbook after it was finished. */
function finish(parts: Record<string, string>, frozen: readonly number[] = []): Record<string, string> {
  const finished = unzipSync(finishWorkbook(pack({ 'xl/styles.xml': STYLES, ...parts }), frozen));
  return Object.fromEntries(Object.entries(finished).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const finishSheet = (data: string, links?: string) =>
  finish({ 'xl/worksheets/sheet1.xml': sheet(data, links) })['xl/worksheets/sheet1.xml'] ?? '';

test('a bold font and one of links are added behind those that are there', () => {
  const { 'xl/styles.xml': styles = '' } = finish({});
  expect(styles).toMatch(
    /<fonts count="3"><font><sz val="12"\/><\/font><font><b\/>.*?<\/font><font><u\/>.*?<\/font><\/fonts>/,
  );
  const format = (font: number) =>
    `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1"/>`;
  expect(styles).toContain(
    `<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="4"/>${format(1)}${format(2)}</cellXfs>`,
  );
});

test('a workbook of many formats has them all, and two more', () => {
  const formats = '<xf numFmtId="0"/>'.repeat(12);
  const styles = STYLES.replace(/<cellXfs.*<\/cellXfs>/, `<cellXfs count="12">${formats}</cellXfs>`);
  const parts = finish({
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1" t="s"/></row>'),
  });
  expect(parts['xl/styles.xml']).toContain(`<cellXfs count="14">${formats}<xf `);
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<c r="A1" s="12" t="s"/>');
});

test('the cells of the first row are bold, and no others', () => {
  const data =
    '<row r="1" spans="1:2"><c r="A1" t="s"><v>0</v></c>\n<c r="AB1" t="s"><v>1</v></c></row>' +
    '<row r="11"><c r="A11" t="s"><v>2</v></c></row>';
  expect(finishSheet(data)).toContain(
    '<row r="1" spans="1:2"><c r="A1" s="2" t="s"><v>0</v></c>\n<c r="AB1" s="2" t="s"><v>1</v></c></row>' +
      '<row r="11"><c r="A11" t="s"><v>2</v></c></row>',
  );
});

test('texts that lead somewhere look like links, and no others', () => {
  const links = '<hyperlinks><hyperlink ref="B2"/><hyperlink ref="AA12"/><hyperlink ref="C2"/></hyperlinks>';
  const cell = (address: string, rest: string) => `<c r="${address}" ${rest}><v>0</v></c>`;
  const row = (link: string) => [
    ...[cell('A2', 't="s"'), cell('B2', `${link}t="s"`), cell('C2', 't="n"'), cell('AA1', 't="s"')],
    cell('AA12', `${link}t="s"`),
  ];
  expect(finishSheet(row('').join(''), links)).toContain(row('s="3" ').join(''));
});

test('each sheet keeps its own columns in sight, and its header', () => {
  const names = [1, 2, 3, 10].map((number) => `xl/worksheets/sheet${number}.xml`);
  const parts = finish(Object.fromEntries(names.map((name) => [name, sheet('')])), [0, 1, 6]);
  const viewOf = (name: string) => /<sheetView (.*)<\/sheetView>/.exec(parts[name] ?? '')?.[1];
  const header =
    'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft"/>';
  const both = (columns: number, cell: string) =>
    `workbookViewId="0"><pane xSplit="${columns}" ySplit="1" topLeftCell="${cell}" activePane="bottomRight" state="frozen"/>` +
    '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/>';
  expect(names.map(viewOf)).toEqual([header, both(1, 'B2'), both(6, 'G2'), header]);
});

test('all other parts stay as they are', () => {
  const others = {
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/_rels/sheet1.xml.rels': '<sheetView />',
    'other/xl/worksheets/sheet1.xml': '<sheetView />',
    'xl/worksheets/sheetA.xml': '<sheetView />',
    'xl/worksheets/sheet1.xml.old': '<sheetView />',
  };
  expect(finish(others)).toMatchObject(others);
});

test('the parts have no date of today', () => {
  const bytes = Buffer.from(finishWorkbook(pack({ 'xl/styles.xml': STYLES }), []));
  // The first local header: time, then date, of 1980-01-01.
  expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0x21]);
});

test.each<[string, Record<string, string>]>([
  ['has no styles', {}],
  ['has other fonts', { 'xl/styles.xml': STYLES.replace('count="1"', 'count="2"') }],
  ['has no formats', { 'xl/styles.xml': STYLES.replace('cellXfs count="2"', 'cellXfs') }],
])('a workbook that %s is refused', (_, parts) => {
  expect(() => finishWorkbook(pack(parts), [])).toThrow('No styles in the workbook');
});

test('a sheet without a view is refused by its name', () => {
  const parts = { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>' };
  expect(() => finish(parts)).toThrow('No sheet view in xl/worksheets/sheet2.xml');
});
