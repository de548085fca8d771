/** Pages of projects that were imported: the original first, its table as a table. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyConservation, type VerifiedSources } from '../../src/verify/verify-conservation.ts';
import { verifySite } from '../../src/verify/verify-site.ts';
import { verifyOriginals } from '../../src/verify/verify-originals.ts';
import { openFixture, type Fixture } from '../helpers/build-fixture.ts';
import { layouts } from '../helpers/layouts.ts';
import { toWorkbook } from '../helpers/office-files.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const tables = layouts.find(({ id }) => id === 'F')?.tables ?? [];
const PDF = 'tests/unit/import/fixtures/pdf/layout-f.pdf';
const NAME = 'she-qu-tu-shu-jiao-gou-shu-jing-fei';
let site: Fixture;

beforeAll(() => {
  const folder = newFolder();
  site = openFixture(folder, { 'disclosures/2026/pasted.md': fixtureSource('a-plain-table') });
  const workbook = join(folder, '青原市交通局2026年项目绩效目标表.xlsx');
  writeFileSync(workbook, toWorkbook(tables));
  for (const [file, name, ...options] of [
    [PDF, 'pdf'],
    [workbook, 'xlsx'],
    ['tests/unit/import/fixtures/pdf/layout-c.pdf', 'withheld', '--withhold'],
  ] as const) {
    const { status, stderr } = site.run('import', file, '--year', '2026', '--as', name, ...options);
    if (status !== 0) throw new Error(stderr);
  }
  const { status, stdout, stderr } = site.run('build');
  if (status !== 0) throw new Error(stdout + stderr);
});

/** Builds with a source that is edited by hand, and puts it back. */
function buildEdited(path: string, from: string, to: string) {
  const source = join(site.content, path);
  const text = readFileSync(source, 'utf8');
  writeFileSync(source, text.replace(from, to));
  const outcome = site.run('build');
  writeFileSync(source, text);
  return outcome;
}

describe.each([
  ['pdf', 'layout-f.pdf', '原件 PDF 第 2 页', '/2026/pdf/original/pdf.original.pdf#page=2', '原件第 2 页'],
  [
    'xlsx',
    '青原市交通局2026年项目绩效目标表.xlsx',
    '原件 Excel 工作表“表2”第 3—17 行',
    '/2026/xlsx/original/xlsx.original.xlsx',
    /^原件工作表“表2”第 \d+ 行$/,
  ],
] as const)('a project that was imported from %s', (body, file, label, href, place) => {
  const page = () => site.page(`2026/${body}/${NAME}`);
  const texts = (selector: string) =>
    page()
      .querySelectorAll(selector)
      .map(({ text }) => text.trim());

  test('links to the original under its answer and above its table, with name and size', () => {
    const links = page().querySelectorAll('.original a');
    expect(links.map(({ text }) => text)).toEqual([label, label]);
    expect(links.map((link) => link.getAttribute('href'))).toEqual([href, href]);
    expect(texts('.answer + .original')[0]).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}，\\d+ KB$`));
  });

  test('has the original as its first download, and it is the file, byte for byte', () => {
    const link = page().querySelector('#cite .downloads a');
    expect(link?.getAttribute('download')).toBe(file);
    const path = link?.getAttribute('href')?.slice(1) ?? '';
    const before = body === 'pdf' ? readFileSync(PDF) : readFileSync(join(site.folder, file));
    expect(readFileSync(join(site.dist, path)).equals(before)).toBe(true);
    expect(texts('#cite a')).not.toContain('source.txt');
  });

  test('shows the table with its merged cells, in a frame with a name that the keyboard reaches', () => {
    const frame = page().querySelector('#source .original-frame');
    expect(frame?.getAttribute('tabindex')).toBe('0');
    expect(frame?.getAttribute('aria-label')).toContain('社区图书角购书经费');
    const [, table] = tables;
    const expected = table?.table.cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
    expect(frame?.querySelectorAll('td[rowspan], td[colspan]')).toHaveLength(expected?.length ?? 0);
    const cells = table?.table.cells.map(({ text }) => text.replaceAll('\n', '')).filter(Boolean);
    const shown = frame?.querySelectorAll('td').map(({ text }) => text.replaceAll('\n', ''));
    expect(shown?.filter(Boolean)).toEqual(cells);
  });

  test('has its checksum and its converted text in closed details, and no Markdown', () => {
    const details = page().querySelector('#source details');
    expect(details?.querySelector('summary')?.text).toBe('核对用的信息');
    expect(details?.hasAttribute('open')).toBe(false);
    expect(details?.text).toMatch(/原件的 SHA-256：[\da-f]{64}/);
    expect(page().querySelectorAll('.source')).toEqual([]);
    expect(texts('main').join('')).not.toMatch(/\|/);
  });

  test('calls the places of its goals by the original', () => {
    expect(texts('#goals .place')).toHaveLength(1);
    const [written = ''] = texts('#goals .place');
    if (typeof place === 'string') expect(written).toBe(place);
    else expect(written).toMatch(place);
  });

  test('says nothing of fields and columns that its form does not have', () => {
    expect(texts('#fields dt')).not.toContain('项目类型');
    expect(texts('#indicators thead th')).toEqual(['二级指标', '三级指标', '2026年指标值']);
    expect(texts('main').join('')).not.toMatch(/未写|没有写/);
    const { source } = JSON.parse(site.read(`2026/${body}/${NAME}/project.json`)) as {
      source: { notAsked: string[] };
    };
    expect(source.notAsked).toEqual(['type', 'level', 'period', 'periodGoal', 'periodTarget']);
  });

  test('has links to rows that are there', () => {
    const targets = page()
      .querySelectorAll('main a[href^="#L"]')
      .map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(targets.length).toBeGreaterThan(0);
    for (const id of targets) expect(page().querySelectorAll(`#${id}`)).toHaveLength(1);
  });
});

describe('an original that is withheld', () => {
  const folder = '2026/withheld';

  test('is not published, and no page leads to it', () => {
    expect(existsSync(join(site.dist, folder, 'original'))).toBe(false);
    const pages = readdirSync(join(site.dist, folder), { recursive: true, encoding: 'utf8' });
    const html = pages.filter((path) => path.endsWith('.html'));
    expect(html.length).toBeGreaterThan(4);
    for (const path of html) expect(site.read(`${folder}/${path}`)).not.toContain('/original/');
    expect(verifySite(site.content, site.dist).losses).toEqual([]);
  });

  test('stops the build where it is published all the same', () => {
    const file = 'original/withheld.original.pdf';
    writeFiles(join(site.dist, folder), {
      [file]: readFileSync(join(site.content, 'disclosures/2026/withheld.original.pdf')),
    });
    const { losses } = verifySite(site.content, site.dist);
    rmSync(join(site.dist, folder, 'original'), { recursive: true });
    expect(losses.join()).toContain(`/${folder}/${file} 不应公开`);
  });

  test('is named where others can be downloaded, and its table is shown', () => {
    const body = site.page(folder);
    const page = site.page(`${folder}/${NAME}`);
    expect(page.querySelector('.answer + .original')?.text).toMatch(
      /^\s*原件 PDF 第 \d 页.*layout-c\.pdf.*不提供下载\s*$/s,
    );
    expect(page.querySelector('#cite .downloads li')?.text).toContain('原件：layout-c.pdf（不提供下载）');
    expect(page.querySelectorAll('#source .original-frame td').length).toBeGreaterThan(20);
    expect(body.querySelector('#files .downloads')?.text).toContain('单位的原件：layout-c.pdf（不提供下载）');
    expect(body.querySelector('.colophon')?.text).toContain('layout-c.pdf（不提供下载）');
  });

  test('of an address that was published leads to its body: the check says how', () => {
    const withheld = openFixture(newFolder());
    const importIt = (...options: string[]) =>
      withheld.run('import', PDF, '--year', '2026', '--as', 'pdf', ...options);
    expect(importIt().status).toBe(0);
    expect(withheld.run('permalinks').status).toBe(0);
    expect(importIt('--force', '--withhold').status).toBe(0);
    const { stdout } = withheld.run('check');
    const [, advice = ''] = /请运行 npm run permalinks -- (--moved \S+ \S+)，/.exec(stdout) ?? [];
    expect(advice).toBe('--moved /2026/pdf/original/pdf.original.pdf /2026/pdf/');
    expect(withheld.run('permalinks', ...advice.split(' ')).status).toBe(0);
    expect(withheld.run('check').stdout).toContain('0 处错误');
  });

  test('is compared with the source all the same', () => {
    const { status, stderr } = buildEdited('disclosures/2026/withheld.md', '≥', '≤');
    expect(status).toBe(1);
    expect(stderr).toMatch(/disclosures\/2026\/withheld\.md: 原件第 \d 页 “≥/);
  });
});

test('a pasted project has its text as its original, as before', () => {
  const page = site.page('2026/pasted/he-dao-qing-yu');
  expect(page.querySelector('#source h2')?.text).toBe('原文');
  expect(page.querySelectorAll('#source .source li').length).toBeGreaterThan(5);
  expect(page.querySelector('#cite .downloads a')?.getAttribute('href')).toBe('/2026/pasted/source.txt');
  expect(page.querySelectorAll('.original, .original-frame')).toEqual([]);
});

test('an office that adds a row to the text keeps its table, without places in the original', () => {
  const path = 'disclosures/2026/xlsx.md';
  const text = readFileSync(join(site.content, path), 'utf8');
  const added = text.replace(/^(\|[^\n]*≥[^\n]*\|)$/m, (row) => `${row}\n${row.replace('≥', '≤')}`);
  expect(added).not.toBe(text);
  const changed = openFixture(newFolder(), {
    [path]: added,
    'disclosures/2026/xlsx.original.xlsx': toWorkbook(tables),
  });
  const { status, stdout, stderr } = changed.run('build');
  expect(`${stdout}${stderr}`).toContain('缺失或改动 0 处');
  expect(status).toBe(0);
  const page = changed.page('2026/xlsx/he-hu-bao-jie-he-shui-cao-da-lao-jing-fei');
  expect(page.querySelector('.original a')?.text).toBe('原件 Excel');
  expect(page.querySelectorAll('#source .original-frame tr').length).toBeGreaterThan(10);
});

test('the source of a PDF is compared with it, and not again while both are the same', async () => {
  const all = { number: 1, count: 1 };
  const compare = (known?: VerifiedSources) => verifyConservation(site.content, site.dist, all, known);
  const first = compare();
  const found = await verifyOriginals(site.content, site.dist, first);
  expect(found.losses).toEqual([]);
  expect(found.cells).toBeGreaterThan(first.cells + 200);
  expect(compare(found.verified).compared).toEqual([]);

  const original = join(site.dist, '2026/pdf/original/pdf.original.pdf');
  const bytes = readFileSync(original);
  writeFileSync(original, readFileSync('tests/unit/import/fixtures/pdf/layout-b.pdf'));
  const again = await verifyOriginals(site.content, site.dist, compare(found.verified));
  writeFileSync(original, bytes);
  expect(again.losses.join()).toContain('disclosures/2026/pdf.md: 原件第 1 页 “');
  expect(again.verified.size).toBe(found.verified.size - 1);
});

test('a source of a PDF that is edited by hand is not published', () => {
  const { status, stderr } = buildEdited('disclosures/2026/pdf.md', '≥98', '≥99');
  expect(status).toBe(1);
  expect(stderr).toMatch(/disclosures\/2026\/pdf\.md: 原件第 \d 页 “≥98/);
  expect(stderr).toContain('请改原件，再导入一次');
});
