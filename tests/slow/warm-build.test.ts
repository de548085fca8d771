/** A build that finds the store of an earlier one makes the same files as one that finds none. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { tempFolders } from '../helpers/temp-folders.ts';
import { twoYears } from '../helpers/two-years.ts';
import { writeFiles } from '../helpers/write-files.ts';
import { copyProject, hashFiles, type ProjectCopy } from './copy-project.ts';

/** What a build says, and the hashes of its files. A change that contradicts the sources stops it, and its losses are compared. */
interface Built {
  stderr: string;
  files: Record<string, string>;
}

const newFolder = tempFolders();
let project: ProjectCopy;
let before: Built;
let changed: string | undefined;

beforeAll(() => {
  project = copyProject();
  project.forget();
  before = build();
  expect(before.stderr).toBe('');
});
afterEach(() => {
  if (changed !== undefined) project.restore(changed);
});
afterAll(() => {
  project.remove();
});

function build(): Built {
  const { status, stderr } = project.build();
  expect(status === 0 || /缺失或改动 [1-9]/.test(stderr), stderr).toBe(true);
  return { stderr, files: status === 0 ? hashFiles(join(project.root, 'dist')) : {} };
}

test('a second build of the same content changes no file', () => {
  expect(build()).toEqual(before);
});

test('pages from the bundle of an earlier build are those that Astro writes', () => {
  const identity = { name: '绩效', url: 'https://jixiao.example.gov.cn' };
  const content = writeFiles(newFolder(), { ...twoYears, 'site.json': JSON.stringify(identity) });
  const builds = ['made', 'kept'].map((name) => {
    const out = join(newFolder(), name);
    const { status, stdout, stderr } = project.build({ JIXIAO_CONTENT: content, JIXIAO_OUT: out });
    expect({ status, stdout, stderr }).toMatchObject({ status: 0, stderr: '' });
    // Pages that were stored would be taken as they are.
    rmSync(join(project.root, '.jixiao/cache'), { recursive: true });
    return hashFiles(out);
  });
  expect(Object.keys(builds[0] ?? {}).length).toBeGreaterThan(100);
  expect(builds[1]).toEqual(builds[0]);
  expect(Object.keys(builds[0] ?? {})).toContain('sitemap-0.xml');
});

test.each([
  ['the parser', 'src/record/read-period.ts', 'const NO_END = 2099;', 'const NO_END = 2098;'],
  [
    'the schema of projects',
    'src/record/disclosure-schema.ts',
    'openEnded: z.boolean(),',
    'openEnded: z.boolean().overwrite(() => false),',
  ],
  [
    'the schema of disclosures',
    'src/collection/disclosure-entry-schema.ts',
    '  publisher: z.string(),',
    '  publisher: z.string().transform((name) => `${name}等`),',
  ],
  [
    'how a body is named',
    'src/collection/to-disclosure-entry.ts',
    'publication.publisher ?? sharedBody(items) ?? slug',
    'publication.publisher ?? slug',
  ],
  ['the content', 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', '约100人', '约120人'],
  ['the identity of the site', 'content/site.json', '"绩效"', '"青溪绩效"'],
  ['the configuration', 'src/build/astro-config.ts', "manifest-src 'self'", "manifest-src 'none'"],
])('after a change of %s, a warm build equals a forced one', (_, path, from, to) => {
  changed = path;
  project.change(path, from, to);
  const warm = build();
  project.forget();
  const forced = build();
  expect(warm).toEqual(forced);
  expect(forced).not.toEqual(before);
});
