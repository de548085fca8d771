/**
 * A command that writes into a content folder is killed at each of its writes, and meets a full disk at each: the folder is as it
 * was before or as the command meant it, and the next command removes what is left over.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../../src/cache/files-under.ts';
import { finishReplacements } from '../../src/cache/replace-file.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';

/** More writes than any of the commands has. */
const MOST = 60;
/** From one write that is disturbed to the next. */
const STEP = Number(process.env['JIXIAO_TEST_WRITE_STEP'] ?? 1);
const newFolder = tempFolders();

const source = fixtureSource('a-plain-table');
const other = source.replaceAll('河道清淤', '堤岸修补');
const PROJECTS = ['河道清淤', '堤岸修补'];
/** A folder of two originals, each with a table of its own. */
const inboxOf = (end: string) =>
  writeFiles(
    newFolder(),
    Object.fromEntries(
      PROJECTS.map((name, index) => [`${index}.txt`, source.replaceAll('河道清淤', name) + end]),
    ),
  );
const [inbox, changed] = [inboxOf(''), inboxOf('\n')];
const originals = (folder: string) => PROJECTS.map((_, index) => join(folder, `${index}.txt`));
const toImport = (folder: string, ...args: string[]) => [
  ...originals(folder),
  '--as',
  'a',
  '--year',
  '2026',
  ...args,
];

/** A content folder, and a command that writes into it. */
interface Job {
  name: string;
  content: string;
  command: [script: string, ...args: string[]];
}

const published = writeFiles(newFolder(), twoYears);
const taken = writeFiles(newFolder(), { 'disclosures/2026/qingxi.md': source });
runScript('permalinks', [], { JIXIAO_CONTENT: taken });
writeFiles(taken, { 'disclosures/2026/qingxi.md': other });
const imported = newFolder();
runScript('import', toImport(inbox), { JIXIAO_CONTENT: imported });

const jobs: Job[] = [
  { name: 'permalinks, the first', content: published, command: ['permalinks'] },
  {
    name: 'permalinks, with a move',
    content: taken,
    command: ['permalinks', '--moved', '/2026/qingxi/he-dao-qing-yu/', '/2026/qingxi/di-an-xiu-bu/'],
  },
  { name: 'import, new', content: newFolder(), command: ['import', ...toImport(inbox)] },
  { name: 'import, again', content: imported, command: ['import', ...toImport(changed, '--force')] },
];

/** Texts of all files of a content folder, by their paths. */
function textsOf(content: string): Record<string, string> {
  return Object.fromEntries(
    filesUnder(content).map((path) => [path, readFileSync(join(content, path), 'utf8')]),
  );
}

function copyOf(content: string): string {
  const copy = newFolder();
  cpSync(content, copy, { recursive: true });
  return copy;
}

/** Runs a command that ends at one of its writes. */
function runUntil(at: number, how: 'kill' | 'full', content: string, [script, ...args]: Job['command']) {
  const env = { JIXIAO_CONTENT: content, STOP_IN: content, STOP_AT: String(at), STOP_HOW: how };
  const words = ['--import', './tests/helpers/stop-at-write.ts', `scripts/${script}.ts`, ...args];
  return spawnSync(process.execPath, words, { env: plainEnvironment(env), encoding: 'utf8' });
}

/** The content before and after the command, where nothing disturbs it. */
function meantBy({ content, command: [script, ...args] }: Job) {
  const copy = copyOf(content);
  const run = runScript(script, args, { JIXIAO_CONTENT: copy });
  expect(run).toMatchObject({ status: 0 });
  const [before, after] = [textsOf(content), textsOf(copy)];
  expect(after).not.toEqual(before);
  return { before, after };
}

function isOneOf(states: readonly Record<string, string>[], state: Record<string, string>): boolean {
  return states.some((each) => JSON.stringify(each) === JSON.stringify(state));
}

let kills = 0;

test.each(jobs)('$name: killed at any write, it leaves the old files or the new ones, whole', (job) => {
  const { before, after } = meantBy(job);
  let wasRepeated = false;
  for (let at = 1; at <= MOST; at += STEP) {
    const content = copyOf(job.content);
    const { status, signal } = runUntil(at, 'kill', content, job.command);
    if (status === 0) {
      expect(at).toBeGreaterThan(4);
      expect(textsOf(content)).toEqual(after);
      return;
    }
    expect(signal, `write ${at}`).toBe('SIGKILL');
    kills += 1;
    const cut = textsOf(content);
    for (const [path, text] of Object.entries(cut))
      if (path in before || path in after)
        expect([before[path], after[path]], `${path} after write ${at}`).toContain(text);
    const isCut = !isOneOf([before, after], cut);
    // The next command does this first; from there on nothing differs from a run without a kill.
    for (const folder of ['.', 'versions', 'disclosures/2026']) finishReplacements(join(content, folder));
    const left = textsOf(content);
    expect([before, after], `files after write ${at}`).toContainEqual(left);
    if (!isCut || wasRepeated) continue;
    wasRepeated = true;
    const [script, ...args] = job.command;
    const again = writeFiles(newFolder(), cut);
    expect(runScript(script, args, { JIXIAO_CONTENT: again })).toMatchObject({ status: 0 });
    expect(textsOf(again)).toEqual(after);
  }
  expect.unreachable('the command never ends');
});

test.each(jobs)('$name: where the disk is full, the files are as before, and a line says so', (job) => {
  const { before, after } = meantBy(job);
  for (let at = 1; at <= MOST; at += STEP) {
    const content = copyOf(job.content);
    const { status, stderr } = runUntil(at, 'full', content, job.command);
    if (status === 0) {
      expect(at).toBeGreaterThan(3);
      expect(textsOf(content)).toEqual(after);
      return;
    }
    expect(status, `write ${at}`).toBe(1);
    expect(stderr).toMatch(/磁盘已满|写不进/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(textsOf(content), `files after write ${at}`).toEqual(before);
  }
  expect.unreachable('the command never ends');
});

test('these are kills enough, and a build and a check write nothing into the content', () => {
  expect(kills).toBeGreaterThanOrEqual(Math.floor(50 / STEP));
  const content = copyOf(published);
  const out = join(newFolder(), 'site');
  for (const script of ['check', 'build']) {
    const env = { JIXIAO_CONTENT: content, JIXIAO_OUT: out, STOP_IN: content, STOP_HOW: 'kill' };
    const args = ['--import', './tests/helpers/stop-at-write.ts', `scripts/${script}.ts`];
    const run = spawnSync(process.execPath, args, { env: plainEnvironment(env), encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  }
});
