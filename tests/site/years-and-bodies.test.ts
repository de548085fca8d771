/** A site of two years and two bodies: what leads from year to year, and what changed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
let out: string;

beforeAll(() => {
  out = join(newFolder(), 'dist');
  const built = runScript('build', [], {
    JIXIAO_CONTENT: 'tests/site/fixtures/two-years',
    JIXIAO_OUT: out,
  });
  expect(built.stderr).toBe('');
});

const pageOf = (path: string) => parse(readFileSync(join(out, path, 'index.html'), 'utf8'));
const words = (text: string | undefined) => text?.replaceAll(/\s+/g, ' ').trim();
const rowsOf = (path: string, table: string) =>
  pageOf(path)
    .querySelectorAll(`${table} tbody tr`)
    .map((row) => row.querySelectorAll('th, td').map((cell) => words(cell.text)));

test('a project says what changed since the year before, the budget and each target', () => {
  const page = pageOf('2026/qinghe-library/gou-shu-jing-fei');
  expect(words(page.querySelector('#years caption')?.text)).toBe(
    '2025年到2026年，预算金额增加 20,000.00 元；5 项指标不同。',
  );
  expect(rowsOf('2026/qinghe-library/gou-shu-jing-fei', '#years')).toEqual([
    ['预算金额', '300,000.00 元', '320,000.00 元'],
    ['新书采购', '≥3000册', '≥3500册'],
    ['上架时间', '没有这一项', '30天内'],
    ['到馆人次', '≥28万人次', '≥30万人次'],
    ['读者满意度', '≥90%', '≥92%'],
    ['费用总额', '30万元', '32万元'],
  ]);
});

test('both years of a project and of a body lead to each other', () => {
  const hrefs = (path: string, selector: string) =>
    pageOf(path)
      .querySelectorAll(`${selector} a`)
      .map((link) => link.getAttribute('href'));
  expect(hrefs('2026/qinghe-library/gou-shu-jing-fei', '#years')).toEqual([
    '/2025/qinghe-library/gou-shu-jing-fei/',
  ]);
  expect(hrefs('2025/qinghe-library/gou-shu-jing-fei', '#years')).toEqual([
    '/2026/qinghe-library/gou-shu-jing-fei/',
  ]);
  expect(hrefs('2026/qinghe-library', '.hints')).toEqual(['/2025/qinghe-library/']);
  expect(hrefs('2026/qinghe-water', '.hints')).toEqual([]);
  expect(pageOf('2026/qinghe-library/du-zhe-huo-dong').querySelector('#years')).toBeNull();
});

test('the home page and the year add up the newest year, by body, largest first', () => {
  expect(words(pageOf('').querySelector('.total')?.text)?.replaceAll(' ', '')).toBe('1,645,600.50');
  const bodies = [
    ['青禾市水务局', '1 个', '1,280,000.00'],
    ['青禾市图书馆', '2 个', '365,600.50'],
  ];
  expect(rowsOf('', '#bodies')).toEqual(bodies);
  expect(rowsOf('2026', '#bodies')).toEqual(bodies);
  expect(pageOf('2026').querySelectorAll('#project-list [data-item]')).toHaveLength(3);
});

test('an indicator of several projects and years stands on one page, side by side', () => {
  expect(rowsOf('indicators/name/du-zhe-man-yi-du', '.compare')).toEqual([
    ['≥92%', '购书经费320,000.00 元', '2026年', '青禾市图书馆'],
    ['≥90%', '读者活动45,600.50 元', '2026年', '青禾市图书馆'],
    ['≥90%', '购书经费300,000.00 元', '2025年', '青禾市图书馆'],
  ]);
});
