/** The verifier finds whatever is lost or altered between the sources and the built site. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { NodeType, parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readSourceTables } from '../../src/verify/source-tables.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { verifySite } from '../../src/verify/verify-site.ts';

const body = '2026/dongguan-zhishu-jiguan-gongwei';
const page = `${body}/min-bing-shi-ye-fei/index.html`;
const json = `${body}/min-bing-shi-ye-fei/project.json`;
let folder: string;
let dist: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-verify-'));
  dist = join(folder, 'dist');
  cpSync(inject('dist'), dist, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const verify = () => verifyConservation('content', dist);

/** What is lost once a file of the site has been changed; the file is put back. */
function lossesAfter(path: string, change: (text: string) => string): string[] {
  const text = read(path);
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(dist, path), changed);
  const { losses } = verify();
  writeFileSync(join(dist, path), text);
  return losses;
}

test('finds every cell of the real source on its page, and says how many it looked at', () => {
  const { losses, projects, cells } = verify();
  expect(losses).toEqual([]);
  expect(projects).toBe(7);
  expect(cells).toBeGreaterThanOrEqual(703);
});

test('takes what was whole for whole while source and outputs have the same bytes, and no longer', () => {
  const all = { number: 1, count: 1 };
  const first = verify();
  expect(first.known).toBe(0);
  const again = verifyConservation('content', dist, all, first.verified);
  expect(again).toEqual({ ...first, known: 7, compared: [] });
  for (const path of [page, json, `${body}/indicators.csv`]) {
    const text = read(path);
    writeFileSync(join(dist, path), text.replaceAll('民兵', '兵民'));
    const { losses, known, verified } = verifyConservation('content', dist, all, first.verified);
    writeFileSync(join(dist, path), text);
    expect(losses.join()).toContain('民兵');
    expect([known, verified.size]).toEqual([0, 0]);
  }
});

test('finds each single text of a page that is changed, wherever the source says it', () => {
  const original = parse(read(page));
  const selector =
    'h1, .goal, #fields dd, tr.category th, tr[data-indicator] td, tr[data-indicator] th a, #source code';
  const count = original.querySelectorAll(selector).length;
  expect(count).toBeGreaterThan(50);
  const missed: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const changed = parse(read(page));
    const element = changed.querySelectorAll(selector)[index];
    const text = element?.textContent.trim() ?? '';
    // 2021年起: the page's own words, beside the two years as they were written.
    if (!element || text === '' || text.startsWith('2021年起')) continue;
    // An element's first text, one character short.
    const node =
      element
        .querySelectorAll('*')
        .find(({ childNodes }) => childNodes[0]?.nodeType === NodeType.TEXT_NODE) ?? element;
    const place = element.childNodes.find(
      (child) => child.nodeType === NodeType.TEXT_NODE && child.textContent.trim() !== '',
    );
    if (place) place.textContent = place.textContent.trim().slice(1);
    else node.set_content(node.textContent.slice(1));
    if (lossesAfter(page, () => changed.toString()).length === 0) missed.push(text);
  }
  expect(missed).toEqual([]);
});

describe('finds on a page', () => {
  test.each([
    ['a dropped last row', /<tr id="fei-yong-zong-e"[^]*?<\/tr>/, ''],
    ['a dropped row in the middle', /<tr id="min-bing-can-xun-lv"[^]*?<\/tr>/, ''],
    ['a dropped line of the source', /<li id="L37"[^]*?<\/li>/, ''],
    ['swapped targets', /约100人(<[^]*?)约300人次/, '约300人次$1约100人'],
    ['a rounded amount', /83,370\.00(?=\s*<\/a>)/, '83,400.00'],
    ['an amount with other fen', 'value="83370.00"', 'value="83370.01"'],
    ['a row under another category', '>效益指标</', '>产出指标</'],
    [
      'a white space in a cell that was none',
      /(<td class="now"[^>]*>(?:\s*<span[^>]*>)*\s*)约100人/,
      '$1约 100人',
    ],
  ])('%s', (_, from, to) => {
    expect(lossesAfter(page, (html) => html.replace(from, to)).length).toBeGreaterThan(0);
  });

  test('a page that is not there', () => {
    const gone = join(folder, 'gone');
    cpSync(dist, gone, { recursive: true });
    rmSync(join(gone, page));
    expect(verifyConservation('content', gone).losses.join()).toContain('民兵事业费');
  });

  test('an original that is not the source byte for byte', () => {
    expect(lossesAfter(`${body}/source.txt`, (text) => `${text}\n`)).toHaveLength(1);
  });
});

describe('finds in the JSON of a project', () => {
  interface Row {
    periodTarget: unknown;
    annualTarget: unknown;
    name: string;
  }
  interface Record {
    id: string;
    budget: { text: string; yuan: string };
    goals: { annual: string };
    indicators: Row[];
  }
  let record: string;

  beforeAll(() => {
    record = read(json);
  });

  test.each<[string, (project: Record) => void]>([
    ['a dropped last row', ({ indicators }) => indicators.pop()],
    ['a dropped continuation row', ({ indicators }) => indicators.splice(1, 1)],
    ['rows in another order', ({ indicators }) => indicators.reverse()],
    [
      'a swapped column',
      ({ indicators: [row] }) =>
        row && ([row.periodTarget, row.annualTarget] = [row.annualTarget, row.periodTarget]),
    ],
    ['a rounded amount', ({ budget }) => (budget.yuan = '83400.00')],
    ['an amount without its separator', ({ budget }) => (budget.text = '83370.00')],
    ['a shortened goal', ({ goals }) => (goals.annual = goals.annual.slice(0, -1))],
  ])('%s', (_, fault) => {
    const project = JSON.parse(record) as Record;
    fault(project);
    expect(lossesAfter(json, () => JSON.stringify(project)).length).toBeGreaterThan(0);
  });
});

describe('finds in the CSV of a project and of its body', () => {
  const paths = ['min-bing-shi-ye-fei/', ''].flatMap((folder) =>
    ['projects.csv', 'indicators.csv'].map((name) => `${body}/${folder}${name}`),
  );

  test.each(paths.filter((path) => path.endsWith('projects.csv')))(
    '%s: rounded, shortened or dropped',
    (path) => {
      for (const [from, to] of [
        ['83370.00', '83400.00'],
        ['"83,370.00"', '83370.00'],
        ['按照军分区要求，组织', '按照军分区要求'],
        [/\r\n[^\r]*民兵事业费[^]*?(?=\r\n|$)/, ''],
      ] as const)
        expect([String(from), lossesAfter(path, (text) => text.replace(from, to)).length > 0]).toEqual([
          String(from),
          true,
        ]);
    },
  );

  test.each(paths.filter((path) => path.endsWith('indicators.csv')))(
    '%s: swapped, altered or dropped',
    (path) => {
      for (const [from, to] of [
        [/约100人,(.*?)约300人次,/, '约300人次,$1约100人,'],
        ['民兵参训率,', '民兵参加率,'],
        [/\r\n[^\r]*民兵参训率[^]*?(?=\r\n|$)/, ''],
      ] as const)
        expect([String(from), lossesAfter(path, (text) => text.replace(from, to)).length > 0]).toEqual([
          String(from),
          true,
        ]);
    },
  );
});

/** What is lost once a file is replaced by other bytes, or taken away; it is put back. */
function lossesWith(path: string, bytes: string | Uint8Array | null): string[] {
  const before = readFileSync(join(dist, path));
  if (bytes === null) rmSync(join(dist, path));
  else writeFileSync(join(dist, path), bytes);
  try {
    return [...verify().losses, ...verifySite('content', dist).losses];
  } finally {
    writeFileSync(join(dist, path), before);
  }
}

describe('misses each output that is gone or empty', () => {
  const ofBody = [
    'source.txt',
    'source/index.html',
    'disclosure.json',
    'projects.csv',
    'indicators.csv',
    'disclosure.xlsx',
  ];
  const ofSet = ['disclosure.json', 'projects.csv', 'indicators.csv', 'disclosure.xlsx'];
  test.each([
    ...ofBody.map((name) => `${body}/${name}`),
    ...['index.html', 'project.json', 'projects.csv', 'indicators.csv'].map(
      (name) => `${body}/min-bing-shi-ye-fei/${name}`,
    ),
    ...['2026/', ''].flatMap((folder) => ofSet.map((name) => `${folder}${name}`)),
    'pagefind/records/0.json',
  ])('%s', (path) => {
    expect(lossesWith(path, null)).not.toEqual([]);
    expect(lossesWith(path, '')).not.toEqual([]);
    if (path.endsWith('.csv'))
      expect(lossesWith(path, read(path).split('\r\n').slice(0, 1).join())).not.toEqual([]);
    if (path.endsWith('.json')) {
      expect(lossesWith(path, '{}')).not.toEqual([]);
      expect(lossesWith(path, '{"projects": [], "notices": []}')).not.toEqual([]);
    }
  });
});

describe('finds in files of the year, of the site and of the search', () => {
  test('nothing where they are right', () => {
    expect(verifySite('content', dist).losses).toEqual([]);
  });

  test.each([
    '2026/disclosure.json',
    'disclosure.json',
    '2026/projects.csv',
    'indicators.csv',
    'pagefind/records/0.json',
  ])('%s: an altered text', (path) => {
    const changed = read(path).replace(/民兵(?=事业费|参训率)/, '兵民');
    expect(changed).not.toBe(read(path));
    expect(lossesWith(path, changed)).not.toEqual([]);
  });

  test.each([`${body}/disclosure.xlsx`, '2026/disclosure.xlsx', 'disclosure.xlsx'])(
    '%s: an altered cell',
    (path) => {
      const parts = unzipSync(readFileSync(join(dist, path)));
      for (const [name, from, to] of [
        ['xl/sharedStrings.xml', '民兵参训率', '民兵参加率'],
        ['xl/worksheets/sheet1.xml', '<v>83370</v>', '<v>83400</v>'],
      ] as const) {
        const text = strFromU8(parts[name] ?? new Uint8Array());
        expect(text).toContain(from);
        const changed = { ...parts, [name]: strToU8(text.replace(from, to)) };
        expect(lossesWith(path, zipSync(changed))).not.toEqual([]);
      }
    },
  );
});

describe('finds in lists of projects and indicators', () => {
  test.each<[string, RegExp, string]>([
    ['api/projects.json', /"yuan": "83370.00"/, '"yuan": "83370.01"'],
    ['api/projects.json', /"name": "民兵事业费"/, '"name": "民兵事业"'],
    ['api/projects.json', /,\s*\{[^{}]*"name": "民兵事业费"[^}]*\}/, ''],
    ['api/indicators.json', /"annualTarget": "约100人"/, '"annualTarget": "约100人次"'],
    ['api/bodies.json', /"indicatorCount": 45/, '"indicatorCount": 44'],
    ['api/years.json', /"projectCount": 7/, '"projectCount": 6'],
    ['2026/index.html', /(<th scope="row"><a href="[^"]*"><span class="phrase">民兵<wbr>事业)费/, '$1'],
    [`${body}/index.html`, />83,370\.00</, '>83,307.00<'],
    [`${body}/index.html`, /<tr[^>]*><th[^>]*><a[^>]*><span[^>]*>民兵<wbr>事业费<[^]*?<\/tr>/, ''],
    [`${body}/index.html`, /(<tr[^>]*><th[^>]*><a[^>]*><span[^>]*>民兵<wbr>事业费<[^]*?<\/tr>)/, '$1$1'],
    [`${body}/index.html`, /<data class="total" value="[\d.]+"/, '<data class="total" value="1.00"'],
    ['2026/index.html', /(<td class="num pieces">)7 个/, '$16 个'],
    ['2026/index.html', /其他运转类（综合类）(?=\s*<\/th>)/, '其他运转类'],
    ['indicators/index.html', />约100人</, '>约300人次<'],
    ['indicators/shu-liang-zhi-biao/index.html', />民兵人数</, '>民兵<'],
    ['indicators/shu-liang-zhi-biao/index.html', />约300人次</, '>约300人<'],
    ['indicators/index.html', /<h2>成本指标</, '<h2><'],
    ['pagefind/names.json', /"民兵事业费",?/, ''],
  ])('%s: %s', (path, from, to) => {
    const changed = read(path).replace(from, to);
    expect(changed).not.toBe(read(path));
    expect(lossesWith(path, changed)).not.toEqual([]);
  });
});

describe('finds on the page of a project', () => {
  test.each([
    ['another hash of the source', /(SHA-256：<[^>]*>)[\da-f]/, '$1x'],
    ['another line of a link', /(href="#L)(\d+">第 \d+ 行<)/, '$19$2'],
    ['a notice that is gone', /以“人次”计/, ''],
  ])('%s', (_, from, to) => {
    expect(lossesAfter(page, (html) => html.replace(from, to)).length).toBeGreaterThan(0);
  });
});

describe('reads tables on its own', () => {
  test.each<[string, string, string[][][]]>([
    [
      'CRLF, CR and LF',
      'a\tb\r\nc\td\re\tf\n',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
          ['e', 'f'],
        ],
      ],
    ],
    ['two tables', 'a\tb\n\nc\td', [[['a', 'b']], [['c', 'd']]]],
    [
      'a quoted cell of several lines',
      'a\t"b\n""c""\t"\nd\te',
      [
        [
          ['a', 'b\n"c"'],
          ['d', 'e'],
        ],
      ],
    ],
    [
      'quotes that are text',
      '"十四五"规划\t"b\nc\td',
      [
        [
          ['"十四五"规划', '"b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'an empty row inside a table',
      'a\tb\n\t\t\nc\td',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'a pipe table',
      '| a | b\\|c |\n| - | :-: |\n|  | d |\n\nx',
      [
        [
          ['a', 'b|c'],
          ['', 'd'],
        ],
      ],
    ],
    [
      'a pipe table without outer pipes',
      'a | b\n--- | ---\nc | d',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'front matter, fences, comments and headings',
      '---\na: \t1\n---\n```\na\tb\n```\n<!--\nc\td\n-->\n# e\tf\n',
      [],
    ],
  ])('%s', (_, text, tables) => {
    expect(
      readSourceTables(text.split(/\r\n|\r|\n/)).map((table) => table.map(({ cells }) => cells)),
    ).toEqual(tables);
  });
});
