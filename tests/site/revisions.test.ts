/** 50 edits of invented disclosures: each is in the feeds that it belongs to, once, with what was before and after. */
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { openFixture, type Fixture } from '../helpers/build-fixture.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeProject, type WrittenProject } from '../helpers/write-project.ts';

const newFolder = tempFolders();
const SITE = 'https://jixiao.example.gov.cn';
const BODIES = ['水务局', '林业局', '文旅局', '体育局', '残联'].map((name, index) => ({
  file: `disclosures/2026/b${index}.md`,
  folder: `2026/b${index}`,
  name: `青溪县${name}`,
}));
const PROJECTS = ['河道保洁', '树木养护', '古桥修缮', '全民健身'] as const;
const INDICATORS = ['巡查次数', '验收合格率', '居民满意度', '覆盖人数'] as const;
const DAYS = ['2026-03-02', '2026-03-09', '2026-04-01', '2026-04-20', '2026-05-06'] as const;

/** A body's projects. */
type Project = WrittenProject & { rows: (readonly [string, string])[] };
const state = BODIES.map(({ name }, body) =>
  PROJECTS.map((project, place): Project => ({
    ...{ name: `${project}${body}`, year: 2026, unit: name, department: name },
    yuan: `${(body + 1) * 100_000 + place}.00`,
    rows: INDICATORS.map((indicator, row) => [indicator, `≥${10 * (row + 1) + place}次`] as const),
  })),
);

/** What pages and feeds must show of one edit. */
interface Edit {
  day: string;
  body: (typeof BODIES)[number];
  project: string;
  what: string;
  before: string | null;
  after: string | null;
  /** Names of the indicator, before and after. Empty: none. */
  indicators: readonly string[];
}
const edits: Edit[] = [];

/** Makes the edits of one body on one day: of a sum, of a target, of a name, of a row that comes, of one that goes. */
function editBody(day: string, at: number, round: number): void {
  const [body, projects] = [BODIES[at], state[at]];
  if (!body || !projects) throw new Error('no such body');
  const add = (project: Project, edit: Omit<Edit, 'day' | 'body' | 'project'>) =>
    edits.push({ day, body, project: project.name, ...edit });
  const [first, second] = [projects[round % 4], projects[(round + 1) % 4]];
  if (!first || !second) throw new Error('no such project');
  // The edit's kind differs from body to body and from day to day.
  for (const [kind, project] of [
    [(at + round) % 5, first],
    [(at + round + 2) % 5, second],
  ] as const) {
    if (kind === 0) {
      const after = `${Number(project.yuan) + 500 + round}.00`;
      add(project, { what: '预算金额', before: project.yuan, after, indicators: [] });
      project.yuan = after;
    } else if (kind === 1 || kind === 2) {
      const [name, before] = project.rows[kind] ?? ['', ''];
      const after = `≥${500 + round * 10 + at}次`;
      for (const field of ['2026年指标值', '实施周期指标值'])
        add(project, { what: `${name}：${field}`, before, after, indicators: [name] });
      project.rows[kind] = [name, after];
    } else if (kind === 3) {
      const name = `新增的指标${round}${at}`;
      add(project, { what: `${name}：增加指标`, before: null, after: `${name}：≥1次`, indicators: [name] });
      project.rows.push([name, '≥1次']);
    } else {
      const [before, target] = project.rows[3] ?? ['', ''];
      const after = `${before}改${round}`;
      add(project, { what: `${after}：三级指标`, before, after, indicators: [before, after] });
      project.rows[3] = [after, target];
    }
  }
}

function write(fixture: Fixture): void {
  for (const [at, { file }] of BODIES.entries())
    fixture.write({ [file]: (state[at] ?? []).map((project) => writeProject(project)).join('') });
}

const fixture = openFixture(newFolder());

beforeAll(() => {
  fixture.write({ 'site.json': JSON.stringify({ name: '绩效', url: SITE }) });
  write(fixture);
  commitContent(fixture.content, '2026-02-01T02:00:00Z');
  for (const [round, day] of DAYS.entries()) {
    for (const at of BODIES.keys()) editBody(day, at, round);
    write(fixture);
    // Shortly after midnight in China.
    commitContent(fixture.content, `${day}T00:30:00+08:00`);
  }
  // No edits: tables in another order, more blank lines, a heading in other words.
  for (const projects of state) projects.reverse();
  write(fixture);
  const [first] = BODIES;
  const text = (state[0] ?? [])
    .map((project) => writeProject(project).replace('## ', '## 2026年'))
    .join('\n\n');
  fixture.write({ [first?.file ?? '']: text });
  commitContent(fixture.content, '2026-06-01T00:00:00Z');
  const { status, stdout, stderr } = fixture.run('build');
  if (status !== 0) throw new Error(stdout + stderr);
});

/** The entries of a feed that tell changes. */
function changesIn(file: string): HTMLElement[] {
  return parse(fixture.read(file))
    .querySelectorAll('entry')
    .filter((entry) => entry.querySelector('link')?.getAttribute('href')?.includes('/changes/'));
}
const summaryOf = (entry: HTMLElement) =>
  entry.querySelector('summary')?.text.replace(/^<!\[CDATA\[|\]\]>$/g, '') ?? '';
const say = ({ day, project, what, before, after }: Edit) =>
  `${day}，项目“${project}”的“${what}”。改前：${before ?? '没有'}。改后：${after ?? '没有'}。`;
const sorted = (texts: readonly string[]) => [...texts].sort();

test('there are at least 50 edits, of each kind', () => {
  expect(edits.length).toBeGreaterThanOrEqual(50);
  for (const kind of ['预算金额', '2026年指标值', '增加指标', '三级指标'])
    expect(edits.some(({ what }) => what.endsWith(kind))).toBe(true);
});

test('the feed of the site has each edit once, and nothing else', () => {
  expect(sorted(changesIn('atom.xml').map(summaryOf))).toEqual(sorted(edits.map(say)));
});

test.each(BODIES)('the feed of $name has its edits', ({ folder }) => {
  const own = edits.filter(({ body }) => body.folder === folder);
  expect(sorted(changesIn(`${folder}/atom.xml`).map(summaryOf))).toEqual(sorted(own.map(say)));
});

test('the feed of each name of an indicator has the edits of its indicators', () => {
  const feeds = globSync('indicators/name/*/atom.xml', { cwd: fixture.dist });
  expect(feeds.length).toBeGreaterThan(4);
  for (const file of feeds) {
    const title = parse(fixture.read(file)).querySelector('title')?.text ?? '';
    const name = /指标“(.*?)”/.exec(title)?.[1] ?? '';
    const own = edits.filter(({ indicators }) => indicators.includes(name));
    expect([name, sorted(changesIn(file).map(summaryOf))]).toEqual([name, sorted(own.map(say))]);
  }
});

test('pages tell the same: of each day, of the body, of the project', () => {
  const rowsOf = (path: string) =>
    fixture
      .page(path)
      .querySelectorAll('[data-revision]')
      .map((row) => [
        row.querySelector('th a, th .phrase')?.text.trim(),
        ...row.querySelectorAll('td').map((cell) => cell.text.trim()),
      ]);
  for (const day of DAYS) {
    const own = edits.filter((edit) => edit.day === day);
    expect(rowsOf(`changes/${day}`)).toHaveLength(own.length);
    expect(rowsOf(`changes/${day}`)).toEqual(
      expect.arrayContaining(own.map(({ what, before, after }) => [what, before ?? '没有', after ?? '没有'])),
    );
  }
  for (const { folder } of BODIES)
    expect(rowsOf(folder)).toHaveLength(edits.filter(({ body }) => body.folder === folder).length);
});

test('the conservation check accepts the site', () => {
  expect(verifyConservation(fixture.content, fixture.dist).losses).toEqual([]);
});

describe('without Git', () => {
  test('an edit is told after it is recorded, and no other', () => {
    const other = openFixture(newFolder());
    write(other);
    expect(other.run('permalinks').stdout).toContain('新登记 5 个文件的版本');
    const [body] = BODIES;
    const [project] = state[0] ?? [];
    const text = (state[0] ?? []).map((each) => writeProject(each)).join('');
    const yuan = project?.yuan ?? '';
    other.write({ [body?.file ?? '']: text.replaceAll(yuan, '777.00') });
    expect(other.run('permalinks').stdout).toContain('新登记 1 个文件的版本');
    expect(other.run('permalinks').stdout).not.toContain('文件的版本');
    const { status, stdout, stderr } = other.run('build');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('缺失或改动 0 处');
    const told = other.page('changes').querySelectorAll('[data-revision] .written');
    expect(told.map(({ text: said }) => said)).toEqual([yuan, '777.00']);
    rmSync(join(other.content, 'versions'), { recursive: true });
    expect(other.run('check').stdout).toContain('permalink/unreadable');
  });
});
