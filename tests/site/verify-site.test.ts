/** The verifier finds what is missing, empty or wrong besides the cells of the sources: pages, links, addresses, dates, sums. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS, kindOf } from '../../src/verify/published-kinds.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { verifySite } from '../../src/verify/verify-site.ts';
import { buildFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const front =
  'publisher: 云岭市卫生局\npublished: 2026-03-02\ndocumentNumber: 云卫〔2026〕3号\nlicence: CC BY 4.0\n';
const two = `---\n${front}---\n${fixtureSource('national-form')}\n${fixtureSource('national-form').replace('村卫生室设备更新', '乡镇卫生院改造').replace('100.00', '80.00').replace('90.00', '70.00')}`;
const moved = {
  '/2026/weisheng/lao-ming-zi/': '/2026/weisheng/cun-wei-sheng-shi-she-bei-geng-xin/',
  '/2026/weisheng/lao-ming-zi/project.json': '/2026/weisheng/cun-wei-sheng-shi-she-bei-geng-xin/project.json',
};
const body = '2026/weisheng';
const compared = 'indicators/shu-liang-zhi-biao/index.html';
const page = `${body}/cun-wei-sheng-shi-she-bei-geng-xin/index.html`;
let site: Fixture;

beforeAll(() => {
  const identity = { name: '绩效', url: 'https://jixiao.example.gov.cn', publisher: '云岭市财政局' };
  site = buildFixture(newFolder(), {
    'site.json': JSON.stringify(identity),
    'permalinks.json': JSON.stringify({ urls: Object.keys(moved), names: {}, moved }),
    'disclosures/2026/weisheng.md': two,
    'disclosures/2026/twin.md': two,
    'disclosures/2025/chengguan.md': fixtureSource('ledger-of-two-projects').replace('2026', '2025'),
  });
});

function lossesOf(): string[] {
  return [
    ...verifyConservation(site.content, site.dist).losses,
    ...verifySite(site.content, site.dist).losses,
  ];
}

/** What is lost with other bytes in a file, or without the file; it is put back. */
function lossesWith(path: string, change: (text: string) => string | null): string[] {
  const file = join(site.dist, path);
  const before = readFileSync(file);
  const changed = change(before.toString());
  expect(changed).not.toBe(before.toString());
  if (changed === null) rmSync(file);
  else writeFileSync(file, changed);
  try {
    return lossesOf();
  } finally {
    writeFileSync(file, before);
  }
}

test('finds nothing where all is there, also of two sources with the same bytes', () => {
  expect(lossesOf()).toEqual([]);
});

test('compares each of two sources of the same bytes with its outputs', () => {
  const path = '2026/twin/cun-wei-sheng-shi-she-bei-geng-xin/project.json';
  const losses = lossesWith(path, (text) => text.replace('更新设备数量', '更新设备数'));
  expect(losses.join()).toContain('disclosures/2026/twin.md');
});

test('misses each page and each download that is gone', () => {
  const files = readdirSync(site.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.dist.length + 1))
    .filter((path) => /\.(?:html|json|csv|xlsx|xml|txt|conf|css|js)$|(?:_redirects|SHA256SUMS)$/.test(path));
  /** One of each kind: of the pages by name, of the bodies, … */
  const kinds = Map.groupBy(files, (path) =>
    path
      .replace(/^20\d\d\/[^/]+\/(?!source|index|[^/]*\.)[^/]+/, 'year/body/project')
      .replace(/^20\d\d\/(?!index|[^/]*\.)[^/]+/, 'year/body')
      .replace(/^20\d\d/, 'year')
      .replace(/(name\/|indicators\/(?!name|index)|guide\/(?!index))[^/]+/, '$1*'),
  );
  /** What no other file names: the engine of search, pictures of the guide, and the page for lost readers. */
  const isUnnamed = (path: string) => /^(?:pagefind\/pagefind|404|_astro\/)/.test(path);
  const missed = [...kinds.values()].flatMap(([path = '']) =>
    isUnnamed(path) || lossesWith(path, () => null).length > 0 ? [] : [path],
  );
  expect(kinds.size).toBeGreaterThan(40);
  expect(missed).toEqual([]);
}, 180_000);

test('finds the half of a file, of each kind that is compared, without the help of checksums', () => {
  const files = readdirSync(site.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.dist.length + 1));
  const kinds = Map.groupBy(files, kindOf);
  const compared = [...kinds].filter(([kind]) => kind !== undefined && KINDS[kind]?.by != null);
  const missed = compared.flatMap(([, [path = '']]) => {
    const losses = lossesWith(path, (text) => text.slice(0, text.length / 2));
    const isChecksum = (loss: string) => /SHA256SUMS|JSON-LD 里的|sha256:/.test(loss);
    return losses.some((loss) => path === 'SHA256SUMS' || !isChecksum(loss)) ? [] : [path];
  });
  expect(compared.length).toBeGreaterThan(25);
  expect(missed).toEqual([]);
}, 180_000);

test('finds a file that nobody compares', () => {
  const file = join(site.dist, body, 'poster.svg');
  writeFileSync(file, '');
  expect(lossesOf().join()).toContain('poster.svg');
  rmSync(file);
});

describe('finds', () => {
  test.each<[string, string, RegExp, string]>([
    ['the blank name of a neighbour', page, /(rel="next">.*?<\/span>\s*)乡镇卫生院改造/, '$1'],
    ['a neighbour that is another', page, /href="[^"]*" rel="next"/, 'href="/2026/weisheng/" rel="next"'],
    ['no neighbours', page, /<nav class="turn"[^]*?<\/nav>/, ''],
    ['a blank heading', page, /<h2>指标<\/h2>/, '<h2></h2>'],
    ['a blank title', page, /<title>[^<]*/, '<title>'],
    ['a blank description', page, /(name="description" content)="[^"]*"/, '$1'],
    ['another description for shared links', page, /(og:description" content=")云/, '$1某'],
    ['a lost canonical address', page, /<link rel="canonical"[^>]*>/, ''],
    ['a canonical address of another page', page, /(rel="canonical" href="[^"]*)xin\//, '$1/'],
    ['a blank name in JSON-LD', page, /"name":"云岭市卫生局"/, '"name":""'],
    ['a digest in JSON-LD', page, /"sha256":"./, '"sha256":"x'],
    ['another step of the trail', page, /(<nav class="trail"[^]*?)云岭市卫生局/, '$1云岭市'],
    ['a link to a line that is not shown', page, /href="#L17"/, 'href="#L1"'],
    ['a link to nothing', page, /href="\/search\/"/, 'href="//"'],
    ['an anchor that is another', page, /<tr id="/, '<tr id="x'],
    ['a lost sum in words', page, />100 万元</, '>10 万元<'],
    ['a citation without its day', page, /\(2026-03-02\)/, ''],
    ['a footer without its day', page, /于 2026-03-02，/, '，'],
    ['the lost name of who runs the site', page, /主办单位：云岭市财政局/, ''],
    ['the day of publication', `${body}/index.html`, /<dt>发布日期<\/dt>\s*<dd>2026-03-02<\/dd>/, ''],
    ['the document number', `${body}/index.html`, /云卫〔2026〕3号/, ''],
    ['how many projects there are', `${body}/index.html`, /2 个项目/g, '3 个项目'],
    [
      'the name of a body',
      '2026/index.html',
      /(href="\/2026\/weisheng\/"><span class="phrase">)云岭市/,
      '$1云岭',
    ],
    ['a value of a comparison', compared, /(class="text">)./, '$1x'],
    ['the body of a compared row', compared, /(class="who">)云岭市卫生局/, '$1云岭市'],
    ['the body by which a row is filtered', compared, /data-body="云岭市卫生局"/, 'data-body="云岭市"'],
    ['the year of a compared row', compared, /(class="when">)2026/, '$12025'],
    ['the project of a compared row', compared, /(class="project">)./, '$1某'],
    ['the budget of a compared row', compared, /(class="promise budget figures">)./, '$19'],
    ['the budget by which a row is sorted', compared, /data-sum="./, 'data-sum="9'],
    ['the figure by which a row is sorted', compared, /data-value="/, 'data-value="9'],
    ['the writing of a compared row', compared, /data-writing="[^"]*"/, 'data-writing="大约"'],
    ['a lost row of a comparison', compared, /<tr id="r[^]*?<\/tr>/, ''],
    ['a row of a comparison that is there twice', compared, /<tr id="r[^]*?<\/tr>/, '$&$&'],
    ['how many rows are compared', compared, /(写了(?:\s|&nbsp;)*<b>)\d+/, '$19'],
    ['how many rows are written so', compared, /(<a href="[?][^"]*"[^>]*>\s*)\d+/, '$19'],
    [
      'a row that the table of a comparison lacks',
      compared.replace('index.html', 'indicators.csv'),
      /\r\n[^\n]*\r\n$/,
      '\r\n',
    ],
    [
      'a cell in the table of a comparison',
      compared.replace('index.html', 'indicators.csv'),
      /,云岭市卫生局,/,
      ',云岭市,',
    ],
    ['a link to a comparison without the row', page, /(class="compared" href="\/indicators\/)[^"]*/, '$1'],
    ['no link to a comparison', page, /<a class="compared"[^]*?<\/a>/, ''],
    ['a lost download', '2026/index.html', /<a href="\/2026\/projects.csv"[^]*?<\/a>/, ''],
    ['a lost entry of the feed', 'atom.xml', /<entry>[^]*?<\/entry>/, ''],
    ['an entry without its day', 'atom.xml', /<published>[^<]*<\/published>/, ''],
    ['a lost page of the sitemap', 'sitemap-0.xml', /<url>.*?<\/url>/, ''],
    ['another date in the sitemap', 'sitemap-0.xml', /<lastmod>2026/, '<lastmod>2025'],
    ['a lost redirect', '_redirects', /^.*\n/, ''],
    ['a redirect to another page', 'nginx-redirects.conf', /301 "[^"]*"/, '301 "/"'],
    ['an old page that leads elsewhere', '2026/weisheng/lao-ming-zi/index.html', /(0; url=)[^"]*/, '$1/'],
    ['a lost checksum', 'SHA256SUMS', /^.*\n/, ''],
    ['a resource of another length', 'datapackage.json', /"bytes": \d/, '"bytes": 9'],
    ['a lost source of a data package', `${body}/datapackage.json`, /"sources": \[[^\]]*\]/, '"sources": []'],
    ['an address of the API', 'api/projects.json', /"page": "https/, '"page": "http'],
    ['a publisher of the API', 'api/bodies.json', /云岭市卫生局/, '云岭市'],
    ['a count of the API', 'api/index.json', /"count": 2/, '"count": 3'],
    ['a lost column', `${body}/projects.csv`, /budget_line/, 'line'],
    ['another publisher in a table', `${body}/projects.csv`, /,云岭市卫生局,/, ',云岭市,'],
    ['a share of the sum', `${body}/index.html`, /(class="num share">)\d/, '$19'],
    ['the length of a bar', `${body}/index.html`, /(<rect width=")\d/, '$19'],
    ['the range by which a project is filtered', `${body}/index.html`, /data-budget="./, 'data-budget="9'],
    ['the size of a download', `${body}/index.html`, /\d+ KB/, '999 KB'],
    ['who made the data', `${body}/index.html`, /("creator":\[\{[^}]*"name":")./, '$1x'],
    ['a choice of a filter', '2026/index.html', /<option value="[^"]+">[^<]*<\/option>/, ''],
    ['how many rows are written in one way', compared, /(<td class="num">\s*(?:<a[^>]*>\s*)?)\d/, '$19'],
    ['a share of targets', `${body}/quality/index.html`, /(class="num share">)\d/, '$19'],
    ['how many entries the API lists', 'api/index.html', /，\d+ 条/, '，99 条'],
    ['a type by which search filters', 'pagefind/table.json', /"types":\[/, '"types":["x",'],
    ['the length of a name in search', 'pagefind/table.json', /"nameLength":\[\d/, '"nameLength":[9'],
    ['a budget that search compares', 'pagefind/quantities/money.json', /"budgets":\[\d/, '"budgets":[9'],
    ['a target that search compares', 'pagefind/quantities/percent.json', /"≥98%","≥",98/, '"≥98%","≥",97'],
    ['the row of a target in search', 'pagefind/quantities/percent.json', /"rows":\[\[\d/, '"rows":[[9'],
    ['the page of a body in search', 'pagefind/bodies.json', /twin|weisheng/, 'x'],
    ['how a character sounds', 'pagefind/pinyin.json', /"村":\[[^\]]*\],?/, ''],
    ['characters that sound alike', 'pagefind/sounds.json', /村/, ''],
    ['the anchor of a row in search', 'pagefind/records/0.json', /"anchor":"./, '"anchor":"x'],
    ['another line of a budget', `${body}/projects.csv`, /,(\d+),([\da-f]{64})/, ',9$1,$2'],
  ])('%s', (_what, path, from, to) => {
    expect(lossesWith(path, (text) => text.replace(from, to))).not.toEqual([]);
  });
});
