import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { readSiteIdentity, siteFields, siteSchema } from '../../../src/content/site-identity.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-identity-'));
});
afterEach(() => {
  rmSync(join(folder, 'site.json'), { force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(text: string | Buffer): ReturnType<typeof readSiteIdentity> {
  writeFileSync(join(folder, 'site.json'), text);
  return readSiteIdentity('.', folder);
}

test('every field is read, a byte order mark is not', () => {
  const identity = {
    name: '青溪县绩效',
    tagline: '目标公开',
    url: 'https://qingxi.gov.cn',
    siteCode: '4400000001',
  };
  expect(read(`\uFEFF${JSON.stringify(identity, null, 2)}`)).toEqual({ identity, notices: [] });
});

test.each([
  'https://example.gov.cn',
  'https://example.gov.cn/',
  'https://example.gov.cn:8443/bumen/jixiao_2/',
])('a site may be at %s', (url) => {
  expect(read(JSON.stringify({ name: '甲', url })).notices).toEqual([]);
});

test.each(['06-30', '02-29', '12-31'])('results may be due on %s', (resultsDue) => {
  expect(read(JSON.stringify({ name: '甲', resultsDue })).notices).toEqual([]);
});

test.each(['6-30', '06-31', '02-30', '13-01', '00-10', '2026-06-30', ''])(
  'results are not due on %s',
  (resultsDue) => {
    const [notice] = read(JSON.stringify({ name: '甲', resultsDue })).notices;
    expect(notice?.message).toContain('自评表公布的期限');
  },
);

test('a content folder without site.json has the identity of the project', () => {
  expect(readSiteIdentity('.', folder)).toEqual({
    identity: { name: '绩效', tagline: '预算绩效目标公开' },
    notices: [],
  });
});

const SYNTAX = 'site/unreadable 从这里起不是有效的 JSON，请看前后的逗号、引号和括号';

test.each([
  ['{ "name": "甲", }', `1:16 error ${SYNTAX}`],
  ['{\n  "name": "甲"\n  "tagline": "乙"\n}', `3:3 error ${SYNTAX}`],
  ['{\n  "name": 甲\n}', `2:11 error ${SYNTAX}`],
  ["{ 'name': '甲' }", `1:3 error ${SYNTAX}`],
  ['{ "name": \'甲\' }', `1:11 error ${SYNTAX}`],
  ['# 名称\n{ "name": "甲" }', `1:1 error ${SYNTAX}`],
  ['{ "name": "甲" } // 名称', `1:17 error ${SYNTAX}`],
  ['{ "name": "甲"\n', `2:1 error ${SYNTAX}`],
  ['', `1:1 error ${SYNTAX}`],
  ['{ "name": "甲", "name": "乙" }', '1:16 error site/unreadable 这一项写了两次'],
  [
    '{\n  "name": "甲",\n  "titel": "乙"\n}',
    '3:3 error site/unknown-field 没有 titel 这一项；可用的有 $schema、name、tagline、url、publisher、contact、icp、police、agencyMark、findErrors、reportTo、embed、shareImages、resultsDue、siteCode、licence',
  ],
  ['{\n  "name": 7\n}', '2:11 error site/wrong-field name 写得不对，应为网站的名称'],
  ['{ "tagline": "乙" }', '1:1 error site/wrong-field 缺 name 这一项，应为网站的名称'],
  ...[
    'qingxi',
    'ftp://example.gov.cn',
    'https://example.gov.cn/绩效/',
    'https://example.gov.cn//jixiao/',
    'https://example.gov.cn/../jixiao/',
    'https://example.gov.cn?a=1',
    'https://a@example.gov.cn',
  ].map((url) => [
    `{ "name": "甲", "url": "${url}" }`,
    '1:23 error site/wrong-field url 写得不对，应为网站的网址，如 https://example.gov.cn；放在子文件夹里的，如 https://example.gov.cn/jixiao，路径用字母、数字、- 和 _',
  ]),
  [
    '{ "name": "甲", "reportTo": "财政局" }',
    '1:28 error site/wrong-field reportTo 写得不对，应为报告错误的邮箱，或网上表单的网址',
  ],
  ...[
    '["https://example.gov.cn/jixiao"]',
    '["example.gov.cn"]',
    '["*"]',
    '[]',
    '"https://example.gov.cn"',
  ].map((embed) => [
    `{ "name": "甲", "embed": ${embed} }`,
    '1:25 error site/wrong-field embed 写得不对，应为可以嵌入本站项目的网站：["https://www.example.gov.cn"] 这样的列表，不写路径；都可以的写 "*"',
  ]),
  [
    '{ "name": "甲", "shareImages": "yes" }',
    '1:31 error site/wrong-field shareImages 写得不对，应为开关：true 给每个项目画一张分享图，写上名称、单位、年度、金额、指标数，false 不画；不写的，全站不超过 2,000 个项目就画',
  ],
  ['["甲"]', '1:1 error site/wrong-field 应写成“项: 值”的形式'],
])('%j is reported at its place', (text, expected) => {
  expect(formatNotices(read(text).notices)).toBe(`site.json:${expected}`);
});

test.each(['https://example.gov.cn', 'http://example.gov.cn:8080/'])('%s is an address', (url) => {
  const { identity, notices } = read(JSON.stringify({ name: '甲', url }));
  expect([identity.url, notices]).toEqual([url, []]);
});

test.each(['*', ['https://www.example.gov.cn', 'https://*.example.cn', 'http://127.0.0.1:8080']])(
  'frames are allowed to %j',
  (embed) => {
    const { identity, notices } = read(JSON.stringify({ name: '甲', embed }));
    expect([identity.embed, notices]).toEqual([embed, []]);
  },
);

test('a file that is not UTF-8 is reported at the first wrong byte', () => {
  const { notices } = read(Buffer.from('7b20226e616d65223a2022c7e0cfaa22207d', 'hex'));
  expect(formatNotices(notices)).toContain(
    'site.json:1:12 error file/not-utf-8 从这里起不是 UTF-8 编码的文字',
  );
});

test('each field has an example, which is read as it is', () => {
  const examples = Object.fromEntries(siteFields.map(({ name, example }) => [name, example]));
  const { $schema, ...identity } = examples;
  expect(read(JSON.stringify(examples))).toEqual({ identity, notices: [] });
  expect($schema).toBe('./site.schema.json');
  for (const { description, effect } of siteFields) expect([description, effect]).not.toContain('');
});

test('content/site.schema.json is the schema of the file, as npm run site-schema writes it', () => {
  expect(JSON.parse(readFileSync('content/site.schema.json', 'utf8'))).toEqual(siteSchema());
  expect(JSON.parse(readFileSync('content/site.json', 'utf8'))).toHaveProperty(
    '$schema',
    './site.schema.json',
  );
});

test.each([
  ['agencyMark', 'https://example.gov.cn/mark'],
  ['agencyMark', 'http://example.gov.cn/mark'],
  ['findErrors', 'http://example.gov.cn/?site=1'],
  ['reportTo', 'jixiao@example.gov.cn'],
  ['reportTo', 'http://example.gov.cn/form'],
  ['reportTo', 'https://example.gov.cn/form'],
  ['police', '粤公网安备 44000000000000号'],
])('%s may be %s', (field, value) => {
  const { identity, notices } = read(JSON.stringify({ name: '甲', [field]: value }));
  expect([identity, notices]).toEqual([{ name: '甲', [field]: value }, []]);
});

test.each([
  ...['url', 'agencyMark', 'findErrors', 'reportTo'].flatMap((field) =>
    ['ftp', 'xhttps', 'httpsx'].map((protocol) => [field, `${protocol}://example.gov.cn`]),
  ),
  ['police', ''],
  ['name', ''],
])('%s can not be “%s”', (field, value) => {
  const { identity, notices } = read(JSON.stringify({ name: '甲', [field]: value }));
  expect(formatNotices(notices)).toContain(`site/wrong-field ${field} 写得不对`);
  expect(identity.name).toBe('site.json 有误');
});
