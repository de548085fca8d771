import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../src/import/read-original.ts';
import { zip } from '../../helpers/make-originals.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STYLES = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="[DBNum1]General"/><numFmt numFmtId="165" formatCode="0;-0;;@"/></numFmts><fonts><font/><font><strike/></font></fonts><fills><fill/></fills><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="31" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/></cellXfs></styleSheet>`;

/** A workbook of one sheet, as a program writes it. */
function workbook(rows: string, others: Record<string, string> = {}, more = ''): Buffer {
  const type = (part: string, name: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  const relation = (id: string, name: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${name}" Target="${target}"/>`;
  const relations = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/worksheets/sheet1.xml', 'worksheet')}${type('xl/styles.xml', 'styles')}${type('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'styles', 'styles.xml') +
        relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>旧</t></si><si><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r><r><t>人次</t></r></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${more}</worksheet>`,
    ...others,
  });
}

async function read(bytes: Buffer) {
  const { pieces, remarks } = await readOriginal('a.xlsx', bytes);
  const rows = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
  return {
    cells: rows.map(({ cells }) => cells),
    faults: rows.flatMap(({ faults = [] }) => faults),
    remarks,
  };
}
const row = (cells: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>${cells}</row>`;

describe('a cell', () => {
  test.each([
    ['a date of a Chinese program', '<c r="B1" s="1"><v>46027</v></c>', '2026年1月5日'],
    ['raised digits of a shared string', '<c r="B1" t="s"><v>1</v></c>', '10³人次'],
    [
      'raised digits of a string in the sheet',
      '<c r="B1" t="inlineStr"><is><r><t>≥98%</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
      '≥98%¹',
    ],
    ['a formula’s result', '<c r="B1"><f>1+1</f><v>2</v></c>', '2'],
  ])('keeps %s', async (_name, cell, text) => {
    expect(await read(workbook(row(cell)))).toEqual({ cells: [['甲', text]], faults: [], remarks: [] });
  });

  test.each([
    ['a struck text', '<c r="B1" s="2" t="s"><v>0</v></c>', '有删除线的文字没有读入：“旧”'],
    ['a struck number', '<c r="B1" s="2"><v>90</v></c>', '有删除线的文字没有读入：“90”'],
    [
      'a number that its format hides',
      '<c r="B1" s="4"><v>0</v></c>',
      '的数字格式“0;-0;;@”不显示内容“0”，按空格读入',
    ],
  ])('leaves out and names %s', async (_name, cell, remark) => {
    expect(await read(workbook(row(cell)))).toMatchObject({
      cells: [['甲', '']],
      remarks: [`表一!B1 ${remark}`],
    });
  });

  test.each([
    ['a formula without result', '<c r="B1"><f>80+6.5</f></c>', '公式没有算出结果'],
    ['a formula without text', '<c r="B1" t="str"><f>A1</f></c>', '公式没有算出结果'],
    [
      'a picture',
      '<c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>',
      '是一张图片',
    ],
    ['an unknown number format', '<c r="B1" s="3"><v>3</v></c>', '数字格式“[DBNum1]General”读不出'],
  ])('is an error with %s', async (_name, cell, fault) => {
    const { faults } = await read(workbook(row(cell)));
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^表一!B1 .*${RegExp.escape(fault)}`))]);
  });
});

test('pictures, text boxes and tick boxes over cells are named', async () => {
  const from = (column: number, at: number) =>
    `<xdr:from><xdr:col>${column}</xdr:col><xdr:row>${at}</xdr:row></xdr:from>`;
  const bytes = workbook(
    row('<c r="B1"><v>1</v></c>'),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor>${from(1, 4)}<xdr:pic/></xdr:twoCellAnchor><xdr:oneCellAnchor>${from(2, 5)}<xdr:sp><a:t>说明</a:t></xdr:sp></xdr:oneCellAnchor></xdr:wsDr>`,
    },
    '<controls><control><controlPr><anchor><from><xdr:col xmlns:xdr="x">3</xdr:col><xdr:row xmlns:xdr="x">6</xdr:row></from></anchor></controlPr></control></controls>',
  );
  expect((await read(bytes)).remarks).toEqual([
    '工作表“表一”D7 有控件（如勾选框），没有读入；请在格里写 ☑ 或 ☐',
    '工作表“表一”B5 有图片，没有读入',
    '工作表“表一”C6 有文本框，没有读入：“说明”',
  ]);
});

test('rows and columns of no size are hidden', async () => {
  const rows = `${row('<c r="B1"><v>1</v></c>')}<row r="2" ht="0" customHeight="1"><c r="A2"><v>7</v></c></row>`;
  expect((await read(workbook(rows))).remarks).toEqual(['工作表“表一”第 2 行是隐藏的，没有读入：“7”']);
});

test('macros are named', async () => {
  const bytes = workbook(row('<c r="B1"><v>1</v></c>'), { 'xl/vbaProject.bin': 'Sub Main' });
  expect((await readOriginal('a.xlsm', bytes)).remarks).toEqual(['文件里有宏，没有读入，也不会运行']);
});
