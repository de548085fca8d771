/**
 * A body whose workbook names persons: the workbook is imported, built and served as it is, and everything that the site makes of
 * it has the numbers masked, down to its addresses.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkZip } from '../../src/import/check-zip.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

/** Invented; none is in the range of numbers that are given out for this place and day. */
const PHONE = '13900000001';
const GROUPED = '139-0000-0002';
const IDENTITY = '110101194910010000';
const OFFICE = '0100-20260000';
const NUMBERS = [PHONE, GROUPED, GROUPED.replaceAll('-', ''), IDENTITY, OFFICE];

const ROWS = [
  ['项目绩效目标表'],
  ['项目名称', '', `困难职工慰问（联系人${PHONE}）`],
  ['项目类型', '', `部门职能类（${GROUPED}）`],
  ['项目等级', '', '二级项目'],
  ['主管部门', '', '青禾市总工会'],
  ['用款单位', '', '青禾市职工服务中心'],
  ['实施周期', '', '起始年度', '2026', '到期年度', '2026'],
  ['2026年预算金额(元)', '', '50,000.00'],
  ['联系电话', '', OFFICE],
  ['总体绩效目标', '', '实施周期总目标'],
  ['', '', `慰问困难职工。申领人证件号${IDENTITY}。`],
  ['', '', '2026年度目标'],
  ['', '', '慰问困难职工一百人。'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'],
  ['', '产出指标', '数量指标', '慰问人数', '100人', '100人'],
  ['', '', `质量指标${PHONE}`, `回访电话${PHONE}`, PHONE, GROUPED],
  ['', '效益指标', '社会效益', '职工生活改善', '有所改善', '有所改善'],
  ['', '满意度指标', '服务对象满意度', '职工满意度', '≥95%', '≥95%'],
  ['', '成本指标', '经济成本指标', '慰问金总额', '5万元', '5万元'],
];

const newFolder = tempFolders();
let content: string;
let out: string;
let workbook: Buffer;
let printed: string;

beforeAll(() => {
  const folder = newFolder();
  [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const env = { JIXIAO_CONTENT: content, JIXIAO_OUT: out };
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), '公开表');
  workbook = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const file = join(folder, '职工服务中心.xlsx');
  writeFileSync(file, workbook);
  const imported = runScript('import', [file, '--as', 'qinghe-gonghui', '--year', '2026'], env);
  expect(imported).toMatchObject({ status: 0 });
  // The feed tells what has a date.
  const source = join(content, 'disclosures/2026/qinghe-gonghui.md');
  writeFileSync(
    source,
    readFileSync(source, 'utf8').replace(
      '---\n',
      '---\npublished: 2026-01-20\nacceptedNumbers: ["110101…0000"]\n',
    ),
  );
  expect(runScript('permalinks', [], env)).toMatchObject({ status: 0 });
  const built = runScript('build', [], env);
  expect(built.stderr).toBe('');
  printed = built.stdout;
});

const BODY = '2026/qinghe-gonghui';
const PROJECT = `${BODY}/kun-nan-zhi-gong-wei-wen-lian-xi-ren-139`;
const MASKED_NAME = '困难职工慰问（联系人139********）';

/** The one original, and the source that was made of it, are the office's own words. */
const isOriginal = (path: string) =>
  path === `${BODY}/source.txt` || path === `${BODY}/original/qinghe-gonghui.original.xlsx`;
const paths = () =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(out, path)).isFile(),
  );
const read = (path: string) => readFileSync(join(out, path));

/** All that a file says, unpacked. */
function textOf(path: string): string {
  const bytes = read(path);
  if (path.endsWith('.xlsx')) return [...checkZip(bytes).values()].join('\n');
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
}

test('no file of the site but the originals holds a number, and no address does', () => {
  const all = paths();
  expect(all.filter(isOriginal)).toHaveLength(2);
  const telling = all.filter((path) => {
    const text = isOriginal(path) ? path : `${path}\n${textOf(path)}`;
    return NUMBERS.some((number) => text.includes(number));
  });
  expect(all.length).toBeGreaterThan(50);
  expect(telling).toEqual([]);
});

test('the record of addresses and what the build prints hold none either', () => {
  const permalinks = readFileSync(join(content, 'permalinks.json'), 'utf8');
  for (const number of NUMBERS) {
    expect(permalinks).not.toContain(number);
    expect(printed).not.toContain(number);
  }
  const { urls, names } = JSON.parse(permalinks) as { urls: string[]; names: Record<string, string> };
  expect(names).toEqual({ [PROJECT]: MASKED_NAME });
  for (const url of urls.filter((each) => each.endsWith('/')))
    expect(paths()).toContain(`${url}index.html`.slice(1));
});

describe('the masked name or number stands in', () => {
  const idOf = (text: string) => JSON.parse(text) as { name: string; indicators: { annualTarget: object }[] };
  test('the page', () => {
    const page = parse(textOf(`${PROJECT}/index.html`));
    expect(page.querySelector('h1')?.text).toBe(MASKED_NAME);
    expect(page.querySelector('#goals')?.text).toContain('申领人证件号110***************。');
    expect(page.querySelector('#source')?.text).toContain('联系电话');
    expect(page.querySelector('#source')?.text).toContain('010**********');
  });
  test('JSON-LD', () => {
    const data = parse(textOf(`${PROJECT}/index.html`)).querySelector('script[type="application/ld+json"]');
    expect(data?.text).toContain(MASKED_NAME);
  });
  test('JSON, where nothing is derived from a masked cell', () => {
    const { name, indicators } = idOf(textOf(`${PROJECT}/project.json`));
    expect(name).toBe(MASKED_NAME);
    expect(indicators[1]).toMatchObject({
      subcategory: '质量指标139********',
      name: '回访电话139********',
      periodTarget: { text: '139********', comparator: null, value: null, upper: null, unit: null },
      annualTarget: { text: '139**********', comparator: null, value: null, upper: null, unit: null },
    });
  });
  test.each(['projects.csv', 'disclosure.xlsx', 'disclosure.json', 'datapackage.json'])(
    '%s of the body',
    (name) => {
      expect(textOf(`${BODY}/${name}`)).toContain(
        name === 'datapackage.json' ? '青禾市职工服务中心' : MASKED_NAME,
      );
    },
  );
  test('indicators.csv', () => {
    expect(textOf('indicators.csv')).toContain('回访电话139********');
  });
  test('the Atom feed', () => {
    expect(textOf('atom.xml')).toContain(MASKED_NAME);
  });
  test('the search index', () => {
    const index = paths().filter((path) => path.startsWith('search/') || path.startsWith('pagefind/'));
    expect(index.some((path) => textOf(path).includes(MASKED_NAME))).toBe(true);
  });
});

test('the workbook is offered as it was imported, with its hash', () => {
  const page = parse(textOf(`${BODY}/index.html`));
  const link = page.querySelector('#files a[href$=".original.xlsx"]');
  expect(link?.getAttribute('download')).toBe('职工服务中心.xlsx');
  const path = link?.getAttribute('href')?.slice(1) ?? '';
  expect(read(path).equals(workbook)).toBe(true);
  const hash = createHash('sha256').update(workbook).digest('hex');
  expect(page.querySelector('#files')?.text).toContain(hash);
  expect(textOf('SHA256SUMS')).toContain(`${hash}  ${path}`);
});

test('each page says on which lines numbers are masked, and leads there', () => {
  const source = readFileSync(join(content, 'disclosures/2026/qinghe-gonghui.md'), 'utf8').split('\n');
  const lines = source.flatMap((line, index) =>
    NUMBERS.some((number) => line.includes(number)) ? [index + 1] : [],
  );
  expect(lines).toHaveLength(5);
  for (const [path, base] of [
    [PROJECT, ''],
    [`${BODY}/source`, ''],
    [BODY, `/${BODY}/source/`],
  ] as const) {
    const note = parse(textOf(`${path}/index.html`)).querySelector('[data-masked-lines]');
    expect(note?.text).toContain('用 * 遮住');
    const hrefs = note?.querySelectorAll('a').map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(lines.map((line) => `${base}#L${line}`));
  }
});
