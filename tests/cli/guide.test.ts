/** A content folder with a guide of its own, outside the project. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';

let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-guide-'));
  env = { JIXIAO_CONTENT: join(folder, 'content'), JIXIAO_OUT: join(folder, 'dist') };
  mkdirSync(join(folder, 'content/disclosures/2026'), { recursive: true });
  cpSync(
    'tests/unit/record/fixtures/a-plain-table/source.md',
    join(folder, 'content/disclosures/2026/qingxi.md'),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Builds the site and reads its guide: text by path. */
function buildGuide(): Record<string, string> {
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  const guide = join(folder, 'dist/guide');
  const pages = readdirSync(guide, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  return Object.fromEntries(pages.sort().map((path) => [path, readFileSync(join(guide, path), 'utf8')]));
}

function writePage(text: string): void {
  writeFileSync(join(folder, 'content/guide/ban-shi.mdx'), text);
}

test(
  'a copied guide gives the same pages, and a page that is removed leaves nothing behind',
  { timeout: 300_000 },
  () => {
    const ofProject = buildGuide();
    cpSync('content/guide', join(folder, 'content/guide'), { recursive: true });
    writePage(`---\ntitle: 办事\nsummary: 怎样办\norder: 10\n---\n\n<Terms terms={[['词', '意思']]} />\n`);
    const withPage = buildGuide();
    expect(Object.keys(withPage)).toEqual([...Object.keys(ofProject), 'ban-shi/index.html'].sort());
    expect(withPage['ban-shi/index.html']).toMatch(/<dt id="ci">词<\/dt>\s*<dd>意思<\/dd>/);
    expect(withPage['index.html']).toContain('href="/guide/ban-shi/"');

    rmSync(join(folder, 'content/guide/ban-shi.mdx'));
    expect(buildGuide()).toEqual(ofProject);

    rmSync(join(folder, 'content/guide'), { recursive: true });
    expect(buildGuide()).toEqual(ofProject);
  },
);

test('check and build report the same errors of site.json and guide, each in a line', () => {
  mkdirSync(join(folder, 'content/guide'));
  writePage('---\ntitle: 办事\nsummary: 怎样办\norder: 一\n---\n\n少于 <3 次\n');
  writeFileSync(join(folder, 'content/site.json'), '{\n  "name": "青溪",\n  "titel": "公开"\n}\n');
  const check = runScript('check', [], env);
  const build = runScript('build', [], env);
  expect([check.status, build.status]).toEqual([1, 1]);
  const lines = (text: string) => text.split('\n').filter((line) => line.includes(' error '));
  expect(lines(check.stdout).sort()).toEqual(lines(build.stderr).sort());
  for (const place of ['site.json:3:3', 'guide/ban-shi.mdx:4:8', 'guide/ban-shi.mdx:7:4'])
    expect(build.stderr).toContain(`${place} error `);
  expect(check.stdout + build.stderr).not.toContain('    at ');
});
