/** The addresses of results and their rows last as those of projects do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeResult, type WrittenResult } from '../helpers/write-result.ts';

const PATH = 'disclosures/2025/water.md';
const OF = { year: 2025, unit: '青溪县水务局', department: '青溪县水务局' };
const LIST = '/2025/water/results/';
const PAGE = `${LIST}he-dao-bao-jie/`;
const NEXT = `${LIST}di-an-xiu-bu/`;
const results = (name: string, own: Partial<WrittenResult> = {}) =>
  writeResult({ ...OF, name, ...own }) + writeResult({ ...OF, name: '管网养护' });

const newFolder = tempFolders();
const { content, dist, env, write } = openFixture(newFolder(), { [PATH]: results('河道保洁') });
const record = () =>
  JSON.parse(readFileSync(join(content, 'permalinks.json'), 'utf8')) as {
    urls: string[];
    names: Record<string, string>;
    rows: Record<string, Record<string, string>>;
  };
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

test('addresses of results and rows are recorded', () => {
  expect(runScript('permalinks', [], env)).toMatchObject({ status: 0, stderr: '' });
  const { urls, names, rows } = record();
  const files = ['', 'result.json', 'result-indicators.csv'].map((name) => PAGE + name);
  expect(urls).toEqual(expect.arrayContaining([LIST, '/2025/results/', `${LIST}source.txt`, ...files]));
  expect(names[PAGE.slice(1, -1)]).toBe('河道保洁');
  expect(Object.keys(rows[PAGE.slice(1, -1)] ?? {})).toContain('xun-cha-he-dao');
});

test('check and build stop while the address of a result would vanish, and name it', () => {
  write({ [PATH]: results('堤岸修补', { rows: [['植树棵数', '≥9棵', '9棵', '90', '90', '']] }) });
  for (const [command, output] of [
    ['check', 'stdout'],
    ['build', 'stderr'],
  ] as const) {
    const outcome = runScript(command, [], env);
    expect(outcome.status, command).toBe(1);
    for (const name of ['', 'result.json', 'result-indicators.csv'])
      expect(outcome[output]).toContain(`permalink/vanished 已公开的网址 ${PAGE}${name} 会消失`);
  }
});

test('check and build stop while the link of a row would vanish', () => {
  write({ [PATH]: results('河道保洁', { rows: [['植树棵数', '≥9棵', '9棵', '90', '90', '']] }) });
  for (const [command, output] of [
    ['check', 'stdout'],
    ['build', 'stderr'],
  ] as const) {
    const outcome = runScript(command, [], env);
    expect(outcome.status, command).toBe(1);
    expect(outcome[output]).toContain(`已公开的指标链接 ${PAGE}#xun-cha-he-dao 会消失`);
  }
});

test('a result that has another name is found under its old address', () => {
  write({ [PATH]: results('堤岸修补') });
  const { status, stdout } = runScript('permalinks', ['--moved', PAGE, NEXT], env);
  expect([status, stdout]).toEqual([0, expect.stringContaining(`${PAGE} 从此转到 ${NEXT}`)]);
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  expect(read(`${PAGE}index.html`)).toContain(`content="0; url=${NEXT}"`);
  expect(read('_redirects')).toContain(`${PAGE}result.json ${NEXT}result.json 301`);
});

test('a result that was withdrawn leads to the results of its file', () => {
  write({ [PATH]: writeResult({ ...OF, name: '管网养护' }) });
  expect(runScript('check', [], env).stdout).toContain(`已公开的网址 ${NEXT} 会消失`);
  expect(runScript('permalinks', ['--moved', NEXT, LIST], env).status).toBe(0);
  expect(runScript('build', [], env)).toMatchObject({ status: 0, stderr: '' });
  for (const old of [PAGE, NEXT]) expect(read(`${old}index.html`)).toContain(`content="0; url=${LIST}"`);
});
