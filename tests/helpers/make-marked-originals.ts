/** A small table with raised digits, struck text, a date and merged cells, as .xlsx and as .docx. */
import { zip } from './make-originals.ts';

/** Its cells as they must be read from any format. A workbook has the last two rows too. */
export const MARKED = [
  ['绩效指标', '指标名称', '指标值'],
  ['', '扫描页数', '≥6×10⁴页'],
  ['', '图像合格率', '≥98%'],
];
export const MARKED_NUMBERS = [
  ['', '完成时间', '2026年1月5日'],
  ['', '满意度', '95%'],
];

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function makeMarkedWorkbook(): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const text = (address: string, content: string) =>
    `<c r="${address}" t="inlineStr"><is>${content.startsWith('<') ? content : `<t>${content}</t>`}</is></c>`;
  const run = (words: string, format = '') =>
    `<r><rPr>${format}<sz val="11"/><rFont val="宋体"/></rPr><t>${words}</t></r>`;
  const rows = [
    text('A1', '绩效指标') + text('B1', '指标名称') + text('C1', '指标值'),
    text('B2', '扫描页数') +
      text('C2', run('≥6×10') + run('4', '<vertAlign val="superscript"/>') + run('页')),
    text('B3', '图像合格率') + text('C3', run('≥90%', '<strike/>') + run('≥98%')),
    `${text('B4', '完成时间')}<c r="C4" s="1"><v>46027</v></c>`,
    `${text('B5', '满意度')}<c r="C5" s="2"><v>0.95</v></c>`,
  ].map((cells, index) => `<row r="${index + 1}">${cells}</row>`);
  return archive('xl/workbook.xml', 'spreadsheetml.sheet.main', {
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${XML}<workbook ${main} xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `${XML}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet ${main}><sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:A5"/></mergeCells></worksheet>`,
  });
}

export function makeMarkedDocument(): Buffer {
  const run = (words: string, format = '') => `<w:r><w:rPr>${format}</w:rPr><w:t>${words}</w:t></w:r>`;
  const cell = (content: string, properties = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="2800" w:type="dxa"/>${properties}</w:tcPr><w:p>${content}</w:p></w:tc>`;
  const rows = [
    cell(run('绩效指标'), '<w:vMerge w:val="restart"/>') + cell(run('指标名称')) + cell(run('指标值')),
    cell('', '<w:vMerge/>') +
      cell(run('扫描页数')) +
      cell(run('≥6×10') + run('4', '<w:vertAlign w:val="superscript"/>') + run('页')),
    cell('', '<w:vMerge/>') + cell(run('图像合格率')) + cell(run('≥90%', '<w:strike/>') + run('≥98%')),
  ].map((cells) => `<w:tr>${cells}</w:tr>`);
  const grid = '<w:gridCol w:w="2800"/>'.repeat(3);
  return archive('word/document.xml', 'wordprocessingml.document.main', {
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tblPr><w:tblW w:w="8400" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/><w:sectPr/></w:body></w:document>`,
  });
}

function archive(main: string, type: string, parts: Record<string, string>): Buffer {
  const override = (part: string, name: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${name}+xml"/>`;
  const isWorkbook = main.startsWith('xl/');
  const more = isWorkbook
    ? override('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet') +
      override('xl/styles.xml', 'spreadsheetml.styles')
    : '';
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override(main, type)}${more}</Types>`,
    '_rels/.rels': relationships([['officeDocument', main]]),
    ...parts,
  });
}

function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const tags = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}
