import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../../../../src/import/import-error.ts';
import { readDocument } from '../../../../src/import/pdf/read-document.ts';
import { readPdf } from '../../../../src/import/pdf/read-pdf.ts';
import { LOCK, makePdf } from '../../../helpers/make-pdf.ts';

const fixture = (name: string) => readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`);

test('a PDF is read in a thread as it is read without one, and its bytes are kept', async () => {
  const bytes = fixture('layout-d');
  const copy = Buffer.from(bytes);
  expect(await readPdf(bytes)).toEqual(await readDocument(bytes));
  expect(bytes.equals(copy)).toBe(true);
});

/** A PDF in whose first stream with drawing operators some bytes are others. */
function damagePage(whole: Buffer): Buffer {
  const damaged = Buffer.from(whole);
  const starts = [...whole.toString('latin1').matchAll(/<<[^>]*\/Length (\d+)[^>]*>> stream\n/g)].map(
    (match) => ({
      start: match.index + match[0].length,
      length: Number(match[1]),
    }),
  );
  const page = starts.find(({ start, length }) => {
    if (length < 500) return false;
    return inflateSync(whole.subarray(start, start + length)).includes(' Tf');
  });
  const { start = 0, length = 0 } = page ?? {};
  damaged.fill(0, start + Math.floor(length / 2), start + length);
  return damaged;
}

describe('a PDF is refused', () => {
  const whole = fixture('layout-c');
  test.each([
    ['a scan', fixture('scan'), '这是扫描件，只有图片，没有文字'],
    ['a table without lines', fixture('no-lines'), '第 1 页有绩效目标表的表头，但没有画表格线，分不清各列'],
    [
      'a table whose rest has other columns',
      fixture('rest-of-other-width'),
      '第 2 页的表像是第 1 页那张绩效目标表的下半张，但各列对不上',
    ],
    [
      'a table of two pages whose rest has other columns',
      fixture('rest-on-the-third-page'),
      '第 3 页的表像是第 2 页那张绩效目标表的下半张，但各列对不上',
    ],
    ['a table of something else', makePdf('BT /F1 9 Tf 9 9 Td (income) Tj ET'), '里面没有绩效目标表'],
    ['a password', makePdf('', { trailer: LOCK }), '文件有密码保护'],
    ['a page with damaged data', damagePage(whole), '第 1 页有数据已损坏，读出的文字可能不全或不对'],
    ['half a file', whole.subarray(0, whole.length / 2), '文件不完整'],
    ['a file of noise', Buffer.from(`%PDF-1.7\n${'noise '.repeat(99)}\n%%EOF`), '文件已损坏'],
    ['2,000 pages', makePdf('', { pages: 2_000 }), '文件有 2000 页，上限是 1000 页'],
    [
      'text for a book on one page',
      makePdf('BT /F1 9 Tf (manywords) Tj ET '.repeat(7_000)),
      '第 1 页的文字太多',
    ],
  ])('if it is %s', async (_title, bytes, message) => {
    const error = await readPdf(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).message).toContain(message);
  });
});
