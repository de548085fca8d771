/** Links to indicators, when rows are renamed, repeated and taken down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { serveBuiltSite } from '../../scripts/browser/serve-built-site.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const good = fixtureSource('a-plain-table');
const PAGE = '/2026/qingxi/he-dao-qing-yu/';
const NEXT = '/2026/qingxi/di-an-xiu-bu/';
const fixture = openFixture(tempFolders()());
const { content, dist: site, env, read: dist } = fixture;
const record = () => readFileSync(join(content, 'permalinks.json'), 'utf8');
const write = (text: string) => {
  fixture.write({ 'disclosures/2026/qingxi.md': text });
};

const OLD = `${PAGE}#qing-yu-chang-du`;
const NEW = `${PAGE}#qing-yu-li-cheng`;
const renamed = good.replace('清淤长度', '清淤里程');

// The project had another name and another URL before.
beforeAll(() => {
  write(good.replaceAll('河道清淤', '堤岸修补'));
  expect(runScript('permalinks', [], env)).toMatchObject({ status: 0, stderr: '' });
  write(good);
  expect(runScript('permalinks', ['--moved', NEXT, PAGE], env)).toMatchObject({ status: 0, stderr: '' });
});

test('a link that would vanish stops check and build, with its line in the record', () => {
  write(renamed);
  const { status, stdout } = runScript('check', [], env);
  expect(status).toBe(1);
  const [, line] =
    /permalinks\.json:(\d+):1 error permalink\/vanished 已公开的指标链接 (\S+) 会消失/.exec(stdout) ?? [];
  expect(record().split('\n')[Number(line) - 1]?.trim()).toMatch(/^"qing-yu-chang-du": /);
  // The page of all indicators of that name would vanish too.
  expect(stdout.match(/permalink\/vanished/g)).toHaveLength(2);
  expect(stdout).toContain(`--moved '${OLD}'`);
  expect(runScript('build', [], env).stderr).toContain(`已公开的指标链接 ${OLD} 会消失`);
});

test.each([
  [['--moved', `${PAGE}#mei-you`, NEW], '没有登记过'],
  [['--moved', OLD, `${PAGE}#mei-you`], '不是本站现有的网址'],
  [['--moved', `${PAGE}#fei-yong-zong-e`, NEW], '还在，不能转到别处'],
  [['--moved', NEXT, NEW], '是一页，不能转到'],
])('%j is refused', (args, message) => {
  expect(runScript('permalinks', args, env).stderr).toContain(message);
});

test('a link leads to the row that was renamed', () => {
  expect(runScript('permalinks', ['--moved', OLD, NEW], env)).toMatchObject({ status: 0, stderr: '' });
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  const page = parse(dist(`${PAGE}index.html`));
  expect(page.querySelector('tr#qing-yu-li-cheng #qing-yu-chang-du')).not.toBeNull();
  expect(page.querySelectorAll('#qing-yu-chang-du')).toHaveLength(1);
  expect(dist('_redirects')).not.toContain('#');
  expect(dist('_redirects')).toContain('/name/qing-yu-chang-du/ /indicators/name/qing-yu-li-cheng/ 301\n');
});

test('a link opens its row, lit up, in a browser, and from the page where the project was before', async () => {
  const server = await serveBuiltSite(plainEnvironment({ JIXIAO_OUT: site }));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const link of [OLD, NEW, `${NEXT}#qing-yu-li-cheng`, `${NEXT}#qing-yu-chang-du`]) {
      await page.goto(server.address.slice(0, -1) + link);
      await page.waitForURL(`**${NEW}`);
      await page.waitForSelector('tr#qing-yu-li-cheng:target');
      expect(await page.locator('tr:target .copy-row').isVisible()).toBe(true);
    }
    await page.goto(`${server.address.slice(0, -1)}${NEXT}`);
    await page.waitForURL(`**${PAGE}`);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('a link stays when the row comes twice, before or after', () => {
  const [row = ''] = /^.*清淤里程.*\n/m.exec(renamed) ?? [];
  const second = row.replace('3公里', '4公里');
  for (const rows of [row + second, second + row]) {
    write(renamed.replace(row, rows));
    expect(runScript('check', [], env).stdout).not.toContain('permalink/');
    expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
    const page = parse(dist(`${PAGE}index.html`));
    expect(page.querySelector('tr#qing-yu-li-cheng')?.text).toContain('3公里');
    expect(dist(`${PAGE}indicators.csv`)).toMatch(/#qing-yu-li-cheng-[\da-f]{6},/);
    expect(dist(`${PAGE}project.json`)).not.toContain('nchor');
  }
});

test('the link of a row that was taken down leads to its page', () => {
  write(renamed.replace(/^.*清淤里程.*\n/m, ''));
  runScript('permalinks', ['--moved', '/indicators/shu-liang-zhi-biao/', '/indicators/'], env);
  expect(runScript('permalinks', ['--moved', NEW, PAGE], env)).toMatchObject({ status: 0, stderr: '' });
  expect(runScript('check', [], env).stdout).not.toContain('permalink/');
  write(good);
  expect(runScript('check', [], env).stdout).not.toContain('permalink/');
});
