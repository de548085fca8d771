import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';

const table = readFileSync('tests/unit/record/fixtures/a-plain-table/source.md', 'utf8');
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const head = (file: string, original: string) =>
  `---\noriginals:\n  - name: 表.xlsx\n    sha256: ${digestOf(original)}\n    file: ${file}.original.xlsx\n    parts:\n      - 全表\n---\n\n`;
const withUnit = (unit: string) => table.replace('青溪县河道管理所', unit);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-repeats-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const open = () => openContent({ root: '.', folder });

test('an original in two sources is an error that names both', async () => {
  write('disclosures/2026/a.md', head('a', 'a') + table);
  write('disclosures/2026/b.md', head('b', 'a') + table);
  write('disclosures/2026/c.md', head('c', 'b') + table);
  for (const [name, original] of Object.entries({ a: 'a', b: 'a', c: 'b' }))
    write(`disclosures/2026/${name}.original.xlsx`, original);
  expect((await open()).errors).toMatchObject([
    {
      path: 'disclosures/2026/b.md',
      rule: 'file/same-original',
      message: expect.stringContaining('原件“表.xlsx”和 disclosures/2026/a.md 的原件是同一份') as string,
    },
  ]);
});

test('a body’s project of one year in two files is a warning that names both', async () => {
  write('disclosures/2026/a.md', withUnit('云州市水务局'));
  write('disclosures/2026/b.md', withUnit('云州市 水务局'));
  write('disclosures/2026/c.md', withUnit('云州市农业局'));
  const { errors, notices } = await open();
  expect(errors).toEqual([]);
  expect(notices).toMatchObject([
    {
      path: 'disclosures/2026/b.md',
      rule: 'project/in-two-files',
      severity: 'warning',
      message: expect.stringMatching(
        /2026 年的项目“河道清淤”在 disclosures\/2026\/a\.md 第 \d+ 行也有/,
      ) as string,
    },
  ]);
});

test('projects of two years, or of no body, are not the same', async () => {
  write('disclosures/2026/a.md', withUnit('云州市水务局'));
  write('disclosures/2025/b.md', withUnit('云州市水务局').replaceAll('2026年', '2025年'));
  const nobody = table.replaceAll(/^(?:主管部门|用款单位).*\n/gm, '');
  write('disclosures/2026/c.md', nobody);
  write('disclosures/2026/d.md', nobody);
  expect((await open()).notices).toEqual([]);
});
