/** Every form that is read is published: each fixture of the parser without an error becomes a body of one site. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { runScript, type Outcome } from '../helpers/run-script.ts';

const fixtures = 'tests/unit/record/fixtures';
const names = readdirSync(fixtures).filter(
  (name) => !readFileSync(join(fixtures, name, 'notices.txt'), 'utf8').includes(' error '),
);
let out: string;
let built: Outcome;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-forms-'));
  const sources = join(folder, 'content', 'disclosures', '2026');
  out = join(folder, 'dist');
  mkdirSync(sources, { recursive: true });
  for (const name of names) cpSync(join(fixtures, name, 'source.md'), join(sources, `${name}.md`));
  built = runScript('build', [], { JIXIAO_CONTENT: join(folder, 'content'), JIXIAO_OUT: out });
  return () => {
    rmSync(folder, { recursive: true });
  };
});

test('the build finds every cell of them all, and publishes', () => {
  expect(built).toMatchObject({ status: 0, stderr: '' });
  expect(built.stdout).toMatch(/缺失或改动 0 处/);
  expect(names.length).toBeGreaterThan(40);
  expect(readdirSync(join(out, '2026'))).toEqual(expect.arrayContaining(names));
});

test('the page of a project of a ledger shows the header of the whole ledger over its own rows', () => {
  const page = parse(
    readFileSync(join(out, '2026/ledger-of-two-projects/gong-yuan-lv-hua-yang-hu/index.html'), 'utf8'),
  );
  const shown = page.querySelectorAll('#source li').map((line) => Number(line.getAttribute('value')));
  expect(shown).toEqual([5, 10, 11, 12]);
  expect(page.querySelector('#source')?.text).toContain('第 5 行是全表的表头');
});
