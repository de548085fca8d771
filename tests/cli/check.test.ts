import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { PublishedDisclosureSchema } from '../../src/record/published-disclosure.ts';
import { runScript } from '../helpers/run-script.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const real = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const good = fixtureSource('a-plain-table');
const newFolder = tempFolders();
let content: string;

beforeEach(() => {
  ({ content } = openFixture(newFolder()));
});

function write(name: string, value: string | Uint8Array): void {
  writeFileSync(join(content, 'disclosures/2026', name), value);
}
function check(...args: string[]) {
  return runScript('check', args, { JIXIAO_CONTENT: content });
}

test('names the crooked places of the real source by line, and exits 0', () => {
  const { status, stdout } = runScript('check');
  const lines = stdout.split('\n');
  const said = (place: string, rule: string) =>
    lines.filter((line) => line.startsWith(`${real}:${place}`) && line.includes(rule));
  expect(status).toBe(0);
  expect(said('109:', 'warning heading/missing-marker')).toHaveLength(1);
  expect(said('132:', 'warning heading/missing-marker')).toHaveLength(1);
  expect(said('130:', 'warning table/shifted-row')).toHaveLength(1);
  const [cost = ''] = said('130:', 'warning budget/cost-mismatch');
  expect(cost).toContain('1.2万元');
  expect(cost).toContain('12,500.00 元');
  expect(cost).toContain('500.00 元');
  expect(said('38:', 'warning target/unit-mismatch')).toHaveLength(1);
  expect(said('101:', 'warning target/unit-mismatch')).toHaveLength(1);
  expect(said('55:', 'warning goal/years-differ')[0]).toContain('第 61 行');
  expect(said('61:', 'warning goal/years-differ')).toEqual([]);
  expect(lines.filter((line) => line.includes(' warning '))).toHaveLength(7);
  expect(stdout).toContain('7 个项目：0 处错误');
});

test('prints the record and nothing else with --json', () => {
  const { status, stdout, stderr } = runScript('check', ['--json', real]);
  const disclosure = PublishedDisclosureSchema.parse(JSON.parse(stdout));
  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(disclosure.projects).toHaveLength(7);
  expect(disclosure.projects.flatMap(({ indicators }) => indicators)).toHaveLength(45);
  expect(disclosure.projects[1]?.id).toBe('2026/dongguan-zhishu-jiguan-gongwei/min-bing-shi-ye-fei');
  expect(disclosure.projects[1]?.period).toEqual({ start: 2021, end: 2099, openEnded: true });
  expect(disclosure.projects[5]?.indicators[7]).toMatchObject({
    category: '成本指标',
    name: '费用总额',
    line: 130,
  });
});

test('tells all errors of all files at once, each at its place, and exits 1', () => {
  write('a.md', fixtureSource('missing-name'));
  write('b.md', fixtureSource('missing-budget'));
  write('c.md', fixtureSource('budget-that-is-no-number'));
  write('d.md', fixtureSource('table-without-indicators'));
  write(
    'f.md',
    Buffer.concat([Buffer.from('## 项目绩效目标表\n\n项目名称\t'), Buffer.from([0xba, 0xd3, 0xb5, 0xc0])]),
  );
  write('g.md', good.replace('河道', '河\0道'));
  write('h.md', '');
  const { status, stdout } = check();
  const errors = stdout.split('\n').filter((line) => line.includes(' error '));
  const starts = errors.map((line) =>
    line
      .slice(line.indexOf('2026/') + 5)
      .split(' ')
      .slice(0, 3)
      .join(' '),
  );
  expect(status).toBe(1);
  expect(starts).toEqual([
    'a.md:3:1 error project/no-name',
    'b.md:1:4 error budget/missing',
    'c.md:5:15 error budget/not-a-number',
    'd.md:1:4 error indicator/missing',
    'f.md:3:6 error file/not-utf-8',
    'g.md:3:8 error file/control-character',
    'h.md:1:1 error table/missing',
  ]);
  for (const line of errors) expect(line).toMatch(/[\u4e00-\u9fff]/);
});

test('says what to do about an unknown file, and about an empty folder', () => {
  expect(check('no-such.md')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('没有这个文件') as string,
  });
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('没有找到文件') as string });
});

test('changes no file', () => {
  const hash = () => createHash('sha256').update(readFileSync(real)).digest('hex');
  const before = hash();
  runScript('check');
  expect(hash()).toBe(before);
  expect(before).toBe('7bfe1df099a70983d512bd23948c1de0cdf223aa1c44a4107ecfb85439eb970b');
});

test('what an import wrote and nobody can read is an error of check and build', () => {
  const site = openFixture(newFolder());
  const pdf = 'tests/unit/import/fixtures/pdf/turned.pdf';
  expect(site.run('import', pdf, '--year', '2026', '--as', 'a')).toMatchObject({ status: 0 });
  const source = join(site.content, 'disclosures/2026/a.md');
  const text = readFileSync(source, 'utf8');
  writeFileSync(source, text.replace(/sha256: \w+/, `sha256: ${'1'.repeat(64)}`));
  const line = text.split('\n').findIndex((each) => each.includes('sha256:')) + 1;
  const error = `disclosures/2026/a.md:${line}:13 error front-matter/import-unreadable 文件头的 originals 第 1 项 sha256`;
  for (const command of ['check', 'build']) {
    const { status, stdout, stderr } = site.run(command);
    expect(stdout + stderr).toContain(error);
    expect(status).toBe(1);
  }
});

test.each([
  [
    'quotes',
    `${'> '.repeat(8000)}x\n\n${good}`,
    '1:43 error table/nested 这一行在 20 层以上的列表和引用里面',
  ],
  ['lists', `${'- '.repeat(6000)}x\n\n${good}`, '1:43 error table/nested 这一行在 20 层以上的列表和引用里面'],
  ['items', `${'- a\n'.repeat(50_000)}\n${good}`, 'error table/nested 到这一行，列表和引用已有'],
  ['aliases', `---\na: &a [*b, *a, *a]\n---\n\n${good}`, '2:8 warning front-matter/unreadable 文件头'],
])('says in a line where a text has too many %s', (_, text, notice) => {
  write('a.md', text);
  const { stdout, stderr } = check();
  expect(stderr).toBe('');
  expect(stdout.split('\n').filter((line) => line.includes(notice))).toHaveLength(1);
});
