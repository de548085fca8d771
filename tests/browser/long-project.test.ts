/** A project of more rows than a page shows: each row has one place, and its permanent link leads there. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAxe } from '../../scripts/browser/run-axe.ts';
import { serveBuiltSite, type ServedSite } from '../../scripts/browser/serve-built-site.ts';
import { NOTICES_AT_ONCE, ROWS_OF_PROJECT } from '../../src/display/list-pages.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { buildFixture, type Fixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeProject } from '../helpers/write-project.ts';

const browser = await browserOfFile();
const newFolder = tempFolders();
const NAMES = ['清淤长度', '护岸长度', '巡查次数', '打捞水草'];
/** Two pages, the second with a few rows. */
const COUNT = ROWS_OF_PROJECT + 3;
const PROJECT = '2026/shuiwuju/he-dao-qing-yu';
let fixture: Fixture;
let site: ServedSite;

beforeAll(async () => {
  const rows = Array.from({ length: COUNT }, (_, index): [string, string] => [
    NAMES[index % NAMES.length] ?? '',
    `≥${index + 1}`,
  ]);
  const text = writeProject({
    name: '河道清淤',
    year: 2026,
    unit: '示例市水务局',
    department: '示例市水务局',
    yuan: '27700.00',
    rows,
  });
  fixture = buildFixture(newFolder(), {
    'disclosures/2026/shuiwuju.md': text,
    'site.json': '{ "name": "示例市公开", "embed": "*" }',
  });
  site = await serveBuiltSite({ ...process.env, ...fixture.env });
});
afterAll(() => site.close());

const targetsOf = (path: string) =>
  fixture
    .page(path)
    .querySelectorAll('[data-indicator] .now')
    .map((cell) => cell.text.trim());

test('its pages hold each row once, in order, and lead on by plain links', () => {
  const [first, second] = [targetsOf(PROJECT), targetsOf(`${PROJECT}/page/2`)];
  expect([first.length, second.length]).toEqual([ROWS_OF_PROJECT, 3]);
  const values = [...first, ...second].map((text) => Number(/\d+/.exec(text)?.[0]));
  expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  expect(fixture.page(PROJECT).querySelector('.page-numbers a[rel=next]')?.getAttribute('href')).toBe(
    `/${PROJECT}/page/2/`,
  );
});

test('the permanent link of a row opens the page that the row is on', async () => {
  const [row] = fixture.page(`${PROJECT}/page/2`).querySelectorAll('[data-indicator]');
  const page = await browser.newPage();
  await page.goto(`${site.address}${PROJECT}/#${row?.id ?? ''}`);
  await page.waitForURL(`${site.address}${PROJECT}/page/2/#${row?.id ?? ''}`);
  await page.waitForFunction((id) => document.querySelector(':target')?.id === id, row?.id);
  await page.close();
});

test('in a frame it shows the first rows, says how many there are, and leads to a later one', async () => {
  const frame = fixture.page(`${PROJECT}/embed`);
  expect(frame.querySelectorAll('[data-indicator]').length).toBe(ROWS_OF_PROJECT);
  expect(frame.querySelector('main')?.text).toContain('另有 3 项指标在项目页上。');
  const codesOn = (path: string) => fixture.page(path).querySelectorAll('[data-copy-frame]').length;
  expect([codesOn(PROJECT), codesOn(`${PROJECT}/page/2`)]).toEqual([ROWS_OF_PROJECT, 0]);
  const [row] = fixture.page(`${PROJECT}/page/2`).querySelectorAll('[data-indicator]');
  const page = await browser.newPage();
  await page.goto(`${site.address}${PROJECT}/embed/#${row?.id ?? ''}`);
  expect(await page.locator('[data-indicator]:visible').count()).toBe(ROWS_OF_PROJECT);
  await page.locator('main a[data-whole]').evaluate((link) => {
    link.removeAttribute('target');
  });
  await page.click('main a[data-whole]');
  await page.waitForURL(`${site.address}${PROJECT}/page/2/#${row?.id ?? ''}`);
  await page.close();
});

test('the page of its body lists the first notices, and says how many there are', () => {
  const section = fixture.page('2026/shuiwuju').querySelector('#notices');
  expect(section?.querySelectorAll('dt').length).toBe(NOTICES_AT_ONCE);
  expect(section?.text.replaceAll(/\s+/g, '')).toContain('先列200条，共500条：');
  const remarks = [PROJECT, `${PROJECT}/page/2`].flatMap((path) =>
    fixture.page(path).querySelectorAll('.remark span'),
  );
  expect(remarks.length).toBeGreaterThan(NOTICES_AT_ONCE);
});

test('a link to a row that is on no page says so', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.address}${PROJECT}/#no-such-row`);
  await expect.poll(() => page.textContent('[data-row-pages]')).toContain('没有找到');
  await page.close();
});

test.each([
  ['a cell that is altered', `≥${COUNT}<`, '≥1<'],
  ['a line of the source that is altered', `<i>\t</i>≥${COUNT}</code>`, '<i>\t</i>≥1</code>'],
])('%s on the second page is a loss', (_, text, other) => {
  const file = join(fixture.dist, PROJECT, 'page/2/index.html');
  const html = readFileSync(file, 'utf8');
  expect(html).toContain(text);
  expect(verifyConservation(fixture.content, fixture.dist).losses).toEqual([]);
  writeFileSync(file, html.replace(text, other));
  const { losses } = verifyConservation(fixture.content, fixture.dist);
  writeFileSync(file, html);
  expect(losses).not.toEqual([]);
});

test('the second page has no violation in any mode', async () => {
  expect(await runAxe(browser, `${site.address}${PROJECT}/page/2/`)).toEqual({
    light: [],
    dark: [],
    elder: [],
  });
});
