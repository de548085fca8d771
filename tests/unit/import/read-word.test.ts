import { describe, expect, test } from 'vitest';
import { readWord } from '../../../src/import/read-word.ts';

const document = (body: string) =>
  `<w:document xmlns:w="w" xmlns:m="m" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
const paragraph = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const run = (content: string, format = '') =>
  `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}${content}</w:r>`;
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;
const plain = (words: string) => cell(paragraph(run(text(words))));

function read(body: string, others: Record<string, string> = {}) {
  const parts = new Map([['word/document.xml', document(body)], ...Object.entries(others)]);
  const { pieces, remarks } = readWord(parts);
  const rows = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
  return {
    pieces,
    remarks,
    cells: rows.map((one) => one.cells),
    faults: rows.flatMap((one) => one.faults ?? []),
  };
}
/** One cell of one table. */
function readCell(content: string, others?: Record<string, string>) {
  const { cells, remarks, faults } = read(table(row(cell(content) + plain('右'))), others);
  return { text: cells[0]?.[0], remarks, faults };
}
const HERE = '第 1 张表第 1 行第 1 格：';

test.each([
  'javascript:alert(1)',
  'java&#10;script:alert(1)',
  ' JAVASCRIPT&#58;alert(1)',
  'data:text/html,x',
])('a document with a link to %s is refused', (target) => {
  const relationships = `<Relationships><Relationship Id="a" Target="https://example.gov.cn/"/><Relationship Id="b" Target="${target}"/></Relationships>`;
  expect(() => read('', { 'word/_rels/document.xml.rels': relationships })).toThrow('会运行程序的链接');
});

describe('a cell', () => {
  test.each([
    ['an equation', '<m:oMath><m:r><m:t>≥60</m:t></m:r></m:oMath>' + run(text('万页')), '≥60万页'],
    [
      'a power',
      '<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>',
      '10³',
    ],
    [
      'brackets of an equation',
      '<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:r><m:t>1</m:t></m:r></m:e></m:d></m:oMath>',
      '[1]',
    ],
    ['a symbol', run('<w:sym w:font="Symbol" w:char="F0B3"/>') + run(text('3')), '≥3'],
    ['a symbol of another font', run('<w:sym w:font="宋体" w:char="2264"/>'), '≤'],
    ['a ticked box of Wingdings', run('<w:sym w:font="Wingdings" w:char="F0FE"/>') + run(text('是')), '☑是'],
    ['a character of the font Symbol', run(text('\uf0b3'), '<w:rFonts w:ascii="Symbol"/>'), '≥'],
    ['a raised digit', run(text('10')) + run(text('3'), '<w:vertAlign w:val="superscript"/>'), '10³'],
    ['a lowered digit', run(text('CO')) + run(text('2'), '<w:vertAlign w:val="subscript"/>'), 'CO₂'],
    ['text whose strike is off', run(text('3'), '<w:strike w:val="0"/>'), '3'],
    [
      'a ticked box of a form',
      run(
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>',
      ) +
        run('<w:instrText>FORMCHECKBOX</w:instrText>') +
        run('<w:fldChar w:fldCharType="end"/>') +
        run(text('是')),
      '☑是',
    ],
    [
      'an empty box of a form',
      run(
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar>',
      ) + run('<w:fldChar w:fldCharType="end"/>'),
      '☐',
    ],
    [
      'a box of content',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run(text('☒'))}</w:sdtContent></w:sdt>${run(text('否'))}`,
      '☒否',
    ],
    [
      'the result of a field',
      run('<w:fldChar w:fldCharType="begin"/>') +
        run('<w:instrText>=SUM(ABOVE)</w:instrText>') +
        run('<w:fldChar w:fldCharType="separate"/>') +
        run(text('86.5')) +
        run('<w:fldChar w:fldCharType="end"/>'),
      '86.5',
    ],
    ['a link', `<w:hyperlink>${run(text('≥'))}</w:hyperlink>${run(text('5'))}`, '≥5'],
    ['a line break', run(`${text('1.甲')}<w:br/>${text('2.乙')}`), '1.甲\n2.乙'],
    [
      'inserted text, not what was deleted',
      `<w:ins>${run(text('5'))}</w:ins><w:del>${run('<w:delText>4</w:delText>')}</w:del>`,
      '5',
    ],
  ])('keeps %s', (_name, content, expected) => {
    expect(readCell(paragraph(content))).toEqual({ text: expected, remarks: [], faults: [] });
  });

  test.each([
    [
      'struck text',
      run(text('≥90%'), '<w:strike/>') + run(text('≥98%')),
      '≥98%',
      '有删除线的文字没有读入：“≥90%”',
    ],
    ['hidden text', run(text('3'), '<w:vanish/>') + run(text('4')), '4', '隐藏的文字没有读入：“3”'],
    [
      'a raised word',
      run(text('98%')) + run(text('注'), '<w:vertAlign w:val="superscript"/>'),
      '98%注',
      '上标或下标“注”按普通文字读入，请对照原件',
    ],
    ['a footnote', run(`${text('98%')}<w:footnoteReference w:id="1"/>`), '98%', '有脚注或尾注，没有读入'],
    [
      'a picture beside text',
      run(`${text('盖章')}<w:drawing/>`),
      '盖章',
      '有图片，没有读入；只读了文字“盖章”',
    ],
  ])('names %s', (_name, content, expected, message) => {
    expect(readCell(paragraph(content))).toEqual({ text: expected, remarks: [HERE + message], faults: [] });
  });

  test.each([
    [
      'an unknown symbol',
      run('<w:sym w:font="Symbol" w:char="F0AA"/>'),
      '有一个字体“Symbol”的符号（F0AA）读不出；请在 Word 里改成普通文字',
    ],
    [
      'a character of an unknown font',
      run(text('\uf0fe')),
      '有一个字体“未写明”的符号（F0FE）读不出；请在 Word 里改成普通文字',
    ],
    [
      'a fraction',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      '公式“12”不是一行文字，读不出；请在 Word 里改成文字',
    ],
    [
      'an equation of an older Word beside text',
      run('<w:object/>') + run(text('万页')),
      '有一张图片或一个公式，读不出；请在 Word 里改成文字',
    ],
    [
      'a picture in the line',
      run('<w:drawing><wp:inline xmlns:wp="wp"/></w:drawing>') + run(text('万页')),
      '有一张图片或一个公式，读不出；请在 Word 里改成文字',
    ],
    ['a picture alone', run('<w:pict/>'), '只有一张图片，读不出；请在 Word 里改成文字'],
    [
      'a field that draws',
      run('<w:fldChar w:fldCharType="begin"/>') +
        run('<w:instrText>EQ \\o(○,1)</w:instrText>') +
        run('<w:fldChar w:fldCharType="end"/>'),
      '域“EQ \\o(○,1)”画出的字符读不出；请在 Word 里改成文字',
    ],
  ])('is an error with %s', (_name, content, message) => {
    expect(readCell(paragraph(content)).faults).toEqual([HERE + message]);
  });

  test('takes formats over from its styles', () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>`;
    const { text: left, remarks } = readCell(
      paragraph(run(text('旧'), '<w:rStyle w:val="b"/>') + run(text('新'), '<w:rStyle w:val="c"/>')),
      { 'word/styles.xml': styles },
    );
    expect([left, ...remarks]).toEqual(['新', `${HERE}有删除线的文字没有读入：“旧”`]);
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, words: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '目标%1：')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '（%1）')}${level(1, 'ganada', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
  const numbered = (words: string, list: number, at = 0) =>
    paragraph(
      words === '' ? '' : run(text(words)),
      `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`,
    );
  const others = { 'word/numbering.xml': numbering };

  test('are counted as Word prints them', () => {
    const body = [
      numbered('甲', 1),
      numbered('子', 1, 1),
      numbered('丑', 1, 1),
      numbered('乙', 1),
      numbered('丙', 2),
      numbered('丁', 3),
    ];
    expect(readCell(body.join(''), others).text).toBe(
      '目标1：甲\n1.1 子\n1.2 丑\n目标2：乙\n（一）丙\n目标5：丁',
    );
  });

  test('are the text of cells that hold nothing else', () => {
    expect(
      read(table(row(cell(numbered('', 2)) + plain('甲')) + row(cell(numbered('', 2)) + plain('乙'))), others)
        .cells,
    ).toEqual([
      ['（一）', '甲'],
      ['（二）', '乙'],
    ]);
  });

  test('of an unknown kind are an error', () => {
    expect(readCell(numbered('甲', 2, 1), others).faults).toEqual([
      `${HERE}自动编号读不出；请在 Word 里改成手工输入的编号`,
    ]);
  });
});

describe('a table', () => {
  test('keeps its columns where cells are merged or missing', () => {
    const rows =
      row(
        cell(paragraph(run(text('甲'))), '<w:gridSpan w:val="2"/>') +
          cell(paragraph(run(text('乙'))), '<w:vMerge w:val="restart"/>'),
      ) +
      row(plain('丙'), '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>') +
      row(plain('丁') + plain('戊') + cell(paragraph(run(text('盖住'))), '<w:vMerge/>'));
    expect(read(table(rows))).toMatchObject({
      cells: [
        ['甲', '', '乙'],
        ['', '丙', ''],
        ['丁', '戊', ''],
      ],
      remarks: ['第 1 张表第 3 行第 3 格：在合并的单元格下面，看不见，没有读入：“盖住”'],
    });
  });

  test('names hidden rows', () => {
    expect(read(table(row(plain('草稿'), '<w:hidden/>') + row(plain('甲') + plain('乙'))))).toMatchObject({
      cells: [['甲', '乙']],
      remarks: ['第 1 张表第 1 行是隐藏的，没有读入：“草稿”'],
    });
  });

  test('in a cell is named, and read by itself', () => {
    const { pieces, faults } = read(
      table(row(plain('外') + cell(table(row(plain('测算') + plain('86.5'))) + paragraph('')))),
    );
    expect(faults).toEqual([
      '第 1 张表第 1 行第 2 格：格里面还有一张表格（“测算、86.5”）；请在 Word 里把它移到表外，或改成文字',
    ]);
    expect(pieces).toMatchObject([
      { part: '第 1 张表' },
      { part: '第 2 张表', rows: [{ cells: ['测算', '86.5'] }] },
    ]);
  });

  test('has the lines above it', () => {
    const { pieces } = read(paragraph(run(text('单位：万元'))) + table(row(plain('甲') + plain('乙'))));
    expect(pieces[0]).toEqual({ kind: 'text', lines: ['单位：万元'] });
  });
});

test.each([
  ['of unclosed runs', '<w:r>'.repeat(100), '已损坏'],
  ['that is very deep', `${'<w:sdt>'.repeat(5_000)}${'</w:sdt>'.repeat(5_000)}`, '太复杂'],
  ['of very many elements', '<w:p/>'.repeat(1_600_000), '太复杂'],
])('refuses a document %s', (_name, body, message) => {
  expect(() => read(body)).toThrow(message);
});
