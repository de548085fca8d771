import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { serveWithNginx } from '../../scripts/browser/serve-with-nginx.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const good = fixtureSource('a-plain-table');
const PAGE = '/2026/qingxi/he-dao-qing-yu/';
const NEXT = '/2026/qingxi/di-an-xiu-bu/';
const newFolder = tempFolders();
const { folder, content, env } = openFixture(newFolder(), { 'disclosures/2026/qingxi.md': good });
const record = () => readFileSync(join(content, 'permalinks.json'), 'utf8');
const write = (text: string) => {
  writeFileSync(join(content, 'disclosures/2026/qingxi.md'), text);
};
const dist = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');

test('records every URL, sorted, and only when asked', () => {
  expect(runScript('build', [], env).status).toBe(0);
  expect(() => record()).toThrow('ENOENT');
  expect(runScript('permalinks', [], env)).toMatchObject({ status: 0, stderr: '' });
  const { urls, names, rows, moved } = JSON.parse(record()) as Record<string, unknown>;
  expect(urls).toEqual(expect.arrayContaining(['/', PAGE, `${PAGE}project.json`, '/2026/qingxi/source.txt']));
  expect(urls).toEqual([...(urls as string[])].sort());
  expect(names).toEqual({ '2026/qingxi/he-dao-qing-yu': '河道清淤' });
  expect(rows).toEqual({
    '2026/qingxi/he-dao-qing-yu': {
      'fei-yong-zong-e': expect.stringMatching(/^[\da-f]{18}$/) as string,
      'qing-yu-chang-du': expect.stringMatching(/^[\da-f]{18}$/) as string,
      'yan-an-ju-min-man-yi-du': expect.stringMatching(/^[\da-f]{18}$/) as string,
    },
  });
  expect(moved).toEqual({});
  const before = record();
  expect(runScript('permalinks', [], env).stdout).toMatch(/新登记 0 个网址，.*新登记 0 个指标链接，共 3 个/);
  expect(record()).toBe(before);
});

test('check and build fail while a published URL would vanish, and name each one', () => {
  write(good.replaceAll('河道清淤', '堤岸修补'));
  const check = runScript('check', [], env);
  expect(check.status).toBe(1);
  for (const name of ['', 'project.json', 'projects.csv', 'indicators.csv'])
    expect(check.stdout).toMatch(
      new RegExp(`permalinks\\.json:\\d+:1 error permalink/vanished 已公开的网址 ${PAGE}${name} 会消失`),
    );
  const home = dist('index.html');
  const build = runScript('build', [], env);
  expect(build.status).toBe(1);
  expect(build.stderr).toContain(`已公开的网址 ${PAGE} 会消失`);
  expect(dist('index.html')).toBe(home);
});

test('says at which line of the record a vanished URL stands', () => {
  const { stdout } = runScript('check', [], env);
  const line = Number(
    new RegExp(`permalinks\\.json:(\\d+):1 error permalink/vanished 已公开的网址 ${PAGE} `).exec(stdout)?.[1],
  );
  expect(record().split('\n')[line - 1]?.trim()).toBe(`"${PAGE}",`);
});

test.each([
  [['--moved', PAGE], '用法：npm run permalinks'],
  [['--moved', PAGE, '/2026/qingxi/mei-you/'], '不是本站现有的网址'],
  [['--moved', '/2026/qingxi/mei-you/', NEXT], '没有登记过'],
  [['--moved', '/2026/qingxi/', NEXT], '还在，不能转到别处'],
])('%j is refused', (args, message) => {
  const before = record();
  expect(runScript('permalinks', args, env)).toMatchObject({ status: 1 });
  expect(runScript('permalinks', args, env).stderr).toContain(message);
  expect(record()).toBe(before);
});

test('a renamed project leads its old URL to the new one: page, nginx and Netlify', () => {
  expect(runScript('permalinks', ['--moved', `https://example.gov.cn${PAGE}`, NEXT], env)).toMatchObject({
    status: 0,
    stderr: '',
  });
  expect(runScript('check', [], env).status).toBe(0);
  expect(runScript('build', [], env).status).toBe(0);
  const page = parse(dist(`${PAGE}index.html`));
  expect(page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(`0; url=${NEXT}`);
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(NEXT);
  expect(page.querySelector(`main a[href="${NEXT}"]`)?.text).toBe(NEXT);
  expect(dist('_redirects')).toContain(`${PAGE} ${NEXT} 301\n`);
  expect(dist('_redirects')).toContain(`${PAGE}project.json ${NEXT}project.json 301\n`);
  expect(dist('nginx-redirects.conf')).toContain(`location = "${PAGE}" { return 301 "${NEXT}"; }\n`);
});

test.each(['project.json', 'projects.csv', 'indicators.csv'])(
  'a host that reads no redirects has %s at its old address too, with its checksum',
  (name) => {
    expect(dist(`${PAGE}${name}`)).toBe(dist(`${NEXT}${name}`));
    const sums = dist('SHA256SUMS').split('\n');
    const sumOf = (page: string) =>
      sums.find((line) => line.endsWith(`  ${page.slice(1)}${name}`))?.slice(0, 64);
    expect(sumOf(PAGE)).toMatch(/^[\da-f]{64}$/);
    expect(sumOf(PAGE)).toBe(sumOf(NEXT));
  },
);

test('nginx, set up as the guide says, redirects, allows other sites to read data, and has a 404 page', async () => {
  const guide = readFileSync('content/guide/api.mdx', 'utf8');
  const server = /```nginx\n(.*?)```/s.exec(guide)?.[1] ?? '';
  const http = 'include /etc/nginx/mime.types; absolute_redirect off;';
  const site = await serveWithNginx(join(folder, 'dist'), { server, http });
  try {
    const address = site.address.slice(0, -1);
    const moved = await fetch(address + PAGE, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, NEXT]);
    const data = await fetch(`${address}${PAGE}project.json`);
    expect([data.status, data.redirected]).toEqual([200, true]);
    expect(data.headers.get('access-control-allow-origin')).toBe('*');
    expect(data.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const table = await fetch(`${address}/projects.csv`);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const missing = await fetch(`${address}/mei-you/`);
    expect([missing.status, (await missing.text()).includes('没有这个页面')]).toEqual([404, true]);
  } finally {
    await site.close();
  }
});

test('a page that comes back answers for itself again', () => {
  write(good);
  expect(runScript('permalinks', [], env).stderr).toContain(`已公开的网址 ${NEXT} 会消失`);
  expect(runScript('permalinks', ['--moved', NEXT, PAGE], env)).toMatchObject({ status: 0, stderr: '' });
  const { moved } = JSON.parse(record()) as { moved: Record<string, string> };
  expect(moved[NEXT]).toBe(PAGE);
  expect(moved[PAGE]).toBeUndefined();
  expect(runScript('check', [], env).status).toBe(0);
});

test('a project that was taken down leads to its body: its CSV to the tables there, its JSON says where', () => {
  write(good.replaceAll('河道清淤', '水闸'));
  expect(runScript('permalinks', ['--moved', PAGE, '/2026/qingxi/'], env).status).toBe(0);
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  expect(dist(`${PAGE}projects.csv`)).toBe(dist('/2026/qingxi/projects.csv'));
  expect(JSON.parse(dist(`${PAGE}project.json`))).toMatchObject({ moved: '/2026/qingxi/' });
});

test('a body whose file was renamed keeps its source and downloads at the old addresses', () => {
  rmSync(join(content, 'disclosures/2026/qingxi.md'));
  writeFileSync(join(content, 'disclosures/2026/qingxi-zhen.md'), good.replaceAll('河道清淤', '水闸'));
  expect(runScript('permalinks', ['--moved', '/2026/qingxi/', '/2026/qingxi-zhen/'], env).status).toBe(0);
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  for (const name of ['source.txt', 'disclosure.json', 'datapackage.json', 'projects.csv'])
    expect(dist(`2026/qingxi/${name}`)).toBe(dist(`2026/qingxi-zhen/${name}`));
  rmSync(join(content, 'disclosures/2026/qingxi-zhen.md'));
  rmSync(join(content, 'permalinks.json'));
});

test.each(['//evil.example/', '/2026/../../etc/', 'https://evil.example/', '/*', '/:year/'])(
  'a record that leads to %s is no record',
  (path) => {
    writeFileSync(
      join(content, 'permalinks.json'),
      JSON.stringify({ urls: [], names: {}, moved: { '/a/': path } }),
    );
    expect(runScript('check', [], env).stdout).toContain('permalink/unreadable');
    rmSync(join(content, 'permalinks.json'));
  },
);

test('awkward names get pages of their own: alike in sound, 500 characters, punctuation, rare characters', () => {
  const names = ['事实', '实施', '长'.repeat(500), '——', '𠮷𠮷', 'source'];
  const table = (name: string) => good.replaceAll('河道清淤', name);
  write([good, ...names.map(table)].join('\n\n'));
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  const titles = readdirSync(join(folder, 'dist/2026/qingxi'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'source')
    .map(({ name }) => parse(dist(`2026/qingxi/${name}/index.html`)))
    .filter((page) => page.querySelector('main[data-project-id]'))
    .map((page) => page.querySelector('h1')?.text);
  expect(titles.sort()).toEqual(['河道清淤', ...names].sort());
  expect(runScript('permalinks', [], env).status).toBe(0);
  const recorded = record();
  write([...names.toReversed().map(table), good].join('\n\n'));
  expect(runScript('permalinks', [], env)).toMatchObject({ status: 0, stderr: '' });
  expect(record()).toBe(recorded);
});

test('a record that is no record is told, and nothing is built', () => {
  writeFileSync(join(content, 'permalinks.json'), '{ "urls": [');
  const { status, stdout } = runScript('check', [], env);
  expect(status).toBe(1);
  expect(stdout).toContain('permalinks.json:1:1 error permalink/unreadable');
});

test('a table that was pasted is in its feed when it is recorded: the page that was made before is not taken over', () => {
  const pasted = openFixture(newFolder(), { 'disclosures/2026/a.md': good });
  for (const command of ['build', 'permalinks', 'build'])
    expect(runScript(command, [], pasted.env)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(pasted.folder, 'dist/2026/a/atom.xml'), 'utf8')).toContain('<entry>');
});
