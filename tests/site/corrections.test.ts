/** What an office corrected after publication, on its pages and in the feed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { verifySite } from '../../src/verify/verify-site.ts';
import { buildFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeProject } from '../helpers/write-project.ts';

const newFolder = tempFolders();
let fixture: Fixture;

const FRONT = `---
publisher: 青溪县水务局
corrections:
  - date: 2026-03-05
    project: 河道保洁
    text: 预算金额原写 21,000.00 元，更正为 12,000.00 元
  - date: 2026-04-01
    text: 联系电话更正为 13800138000
---

`;

beforeAll(() => {
  const projects = [
    { name: '河道保洁', yuan: '12000.00' },
    { name: '水质监测', yuan: '8000.00' },
  ].map((own) => writeProject({ year: 2026, unit: '青溪县水务局', department: '青溪县水务局', ...own }));
  fixture = buildFixture(newFolder(), {
    'site.json': '{ "name": "示例市公开", "url": "https://example.gov.cn" }',
    'disclosures/2026/water.md': FRONT + projects.join(''),
  });
});

const textsOf = (path: string) =>
  fixture
    .page(path)
    .querySelectorAll('#corrections dt, #corrections dd')
    .map(({ textContent }) => textContent.trim());

test('the page of the body has all of them, newest first, each with its project', () => {
  expect(textsOf('2026/water')).toEqual([
    '2026-04-01',
    '联系电话更正为 138********',
    '2026-03-05',
    '河道保洁：预算金额原写 21,000.00 元，更正为 12,000.00 元',
  ]);
  const link = fixture.page('2026/water').querySelector('#corrections dd a');
  expect(link?.getAttribute('href')).toBe('/2026/water/he-dao-bao-jie/');
});

test('the page of a project has its own', () => {
  expect(textsOf('2026/water/he-dao-bao-jie')).toEqual([
    '2026-03-05',
    '预算金额原写 21,000.00 元，更正为 12,000.00 元',
  ]);
  expect(textsOf('2026/water/shui-zhi-jian-ce')).toEqual([]);
});

test('the feed has each once, and leads to it', () => {
  const entries = parse(fixture.read('atom.xml')).querySelectorAll('entry');
  expect(
    entries.map((entry) =>
      ['title', 'updated'].map((tag) => entry.querySelector(tag)?.text.replaceAll(/<!\[CDATA\[|\]\]>/g, '')),
    ),
  ).toEqual([
    ['更正：青溪县水务局2026年项目绩效目标', '2026-04-01T00:00:00.000Z'],
    ['更正：河道保洁', '2026-03-05T00:00:00.000Z'],
  ]);
  for (const entry of entries) {
    const { pathname, hash } = new URL(entry.querySelector('link')?.getAttribute('href') ?? '');
    expect(fixture.page(pathname).querySelector(hash)?.textContent).toMatch(/^\s*2026-0[34]-0[15]\s*$/);
  }
});

test.each([
  ['2026/water/index.html', '21,000.00', '12,000.00'],
  ['2026/water/index.html', '2026-04-01', '2026-04-02'],
  ['2026/water/he-dao-bao-jie/index.html', '21,000.00', '21,000.01'],
  ['2026/water/he-dao-bao-jie/index.html', 'id="corrections"', 'id="correction"'],
  ['atom.xml', '21,000.00', '21,000.01'],
  ['atom.xml', '2026-04-01T', '2026-04-02T'],
  ['atom.xml', '<entry>', '<other>'],
])('the conservation check sees a change of %s: %s', (file, from, to) => {
  const text = fixture.read(file);
  const path = join(fixture.dist, file);
  const lossesOf = (content: string) => {
    writeFileSync(path, content);
    const sums = fixture.read('SHA256SUMS');
    return [verifyConservation(fixture.content, fixture.dist), verifySite(fixture.content, fixture.dist)]
      .flatMap(({ losses }) => losses)
      .filter((loss) => !loss.startsWith('SHA256SUMS') || sums === '');
  };
  expect(lossesOf(text)).toEqual([]);
  expect(text).toContain(from);
  expect(lossesOf(text.replace(from, to)).length).toBeGreaterThan(0);
  writeFileSync(path, text);
});
