import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { checkRepeats, checkSameOriginals } from '../../../src/content/check-repeats.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { writeProject, type WrittenProject } from '../../helpers/write-project.ts';

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

const water = {
  name: '河道保洁',
  year: 2026,
  unit: '示例市河道所',
  department: '示例市水务局',
  yuan: '1.00',
};
/** A file with projects, each with what differs from the first; an empty unit is as one that is not written. */
function fileOf(name: string, ...projects: Partial<WrittenProject>[]) {
  const path = `disclosures/2026/${name}.md`;
  const value = projects.map((each) => writeProject({ ...water, ...each })).join('');
  return { path, disclosure: readDisclosure(new VFile({ path, value })) };
}

test.each<[string, Partial<WrittenProject>, boolean]>([
  ['the same', {}, true],
  ['in other widths and spaces', { name: '河 道保洁', unit: '示例市河道所　' }, true],
  ['of another name', { name: '河道清淤' }, false],
  ['of another body', { unit: '示例市水文站' }, false],
  ['of another year', { year: 2025 }, false],
  ['with the same words at other places', { name: '所河道保洁', unit: '示例市河道' }, false],
])('a project %s is a repeat: %j, %s', (_, own, isRepeat) => {
  expect(checkRepeats([fileOf('a', {}), fileOf('b', own)]).length).toBe(isRepeat ? 1 : 0);
});

test('projects without a unit are those of their department', () => {
  const [one, other] = [{ unit: '' }, { unit: '', department: '示例市林业局' }];
  expect(checkRepeats([fileOf('a', one), fileOf('b', one)])).toHaveLength(1);
  expect(checkRepeats([fileOf('a', one), fileOf('b', other)])).toEqual([]);
});

test('each later file is reported with the first, at the line of its table; a file alone is not', () => {
  const notices = checkRepeats([fileOf('a', {}, {}), fileOf('b', { name: '水质监测' }, {}), fileOf('c', {})]);
  expect(notices.map(({ path, line, column }) => [path, line, column])).toEqual([
    ['disclosures/2026/b.md', 20, 1],
    ['disclosures/2026/c.md', 1, 1],
  ]);
  for (const { message } of notices) expect(message).toContain('在 disclosures/2026/a.md 第 1 行也有');
});

test('an original that a source names twice is an error in that source', () => {
  const { path, disclosure } = fileOf('a', {});
  const original = { name: '表.xlsx', sha256: 'a'.repeat(64), file: 'a.original.xlsx', parts: ['全表'] };
  const publication = { originals: [original, { ...original, sha256: 'b'.repeat(64) }, original] };
  const [notice, ...others] = checkSameOriginals([{ path, disclosure: { ...disclosure, publication } }]);
  expect(notice).toMatchObject({ severity: 'error', path, line: 1, column: 1 });
  expect(notice?.message).toContain('原件“表.xlsx”和这个文件里的原件是同一份');
  expect(others).toEqual([]);
});
