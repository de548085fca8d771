/** What a document names is there, and the list of commands is that of package.json. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkDocument } from '../helpers/check-document.ts';

const TOPS = '{src,scripts,tests,content,public,.github,.ci}';
const files = globSync([`${TOPS}/**/*`, '*', '.*'], { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
  .map((path) => path.replace(`${process.cwd().replaceAll('\\', '/')}/`, '').replace(/^\.\//, ''));
const documents = files.filter((path) =>
  /^(?:[A-Z]+\.md|\.github\/.*\.md|(?:src|scripts)\/.*README\.md)$/.test(path),
);
/** What documents let readers make. */
const MADE_BY_READERS = ['content/disclosures/2026/your-office.md', 'content/forms/'];
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);

test.each(documents)('what %s names is there', (path) => {
  const named = { files: [...files, ...MADE_BY_READERS], scripts };
  expect(checkDocument(path, readFileSync(path, 'utf8'), named)).toEqual([]);
});

test('documents that people look for are there', () => {
  expect(documents).toEqual(
    expect.arrayContaining([
      'README.md',
      'SECURITY.md',
      '.github/CONTRIBUTING.md',
      '.github/CHANGELOG.md',
      'src/README.md',
    ]),
  );
});

test('contributors find each command in one list', () => {
  const text = readFileSync('.github/CONTRIBUTING.md', 'utf8');
  const listed = [...text.matchAll(/^\| `npm (?:run )?([\w:-]+)`/gm)].map(([, name = '']) => name);
  // What npm runs before another command.
  const isBefore = (name: string) => name.startsWith('pre') && scripts.includes(name.slice(3));
  expect(listed.sort()).toEqual(scripts.filter((name) => !isBefore(name)).sort());
});

test('each decision is in the list of decisions', () => {
  const list = readFileSync('.github/decisions/README.md', 'utf8');
  const records = globSync('*.md', { cwd: '.github/decisions' }).filter((name) => name !== 'README.md');
  expect(records.filter((name) => !list.includes(`](${name})`))).toEqual([]);
});

test('the newest version of the changelog is that of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const [, newest] = /^## (\d\S*)/m.exec(readFileSync('.github/CHANGELOG.md', 'utf8')) ?? [];
  expect(newest).toBe(version);
});

/** As GitHub reads it. @see https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const Field = z.strictObject({
  type: z.enum(['input', 'textarea']),
  id: z.string().regex(/^[a-z-]+$/),
  attributes: z.strictObject({
    label: z.string().min(1),
    description: z.string().optional(),
    placeholder: z.string().optional(),
  }),
  validations: z.strictObject({ required: z.boolean() }).optional(),
});
const Words = z.strictObject({
  type: z.literal('markdown'),
  attributes: z.strictObject({ value: z.string().min(1) }),
});
const IssueForm = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1).max(200),
  labels: z.array(z.string()),
  body: z.array(z.discriminatedUnion('type', [Field, Words])).min(1),
});

test.each(['wrong-reading', 'bug', 'wish'])('GitHub can read the form of an issue: %s', (name) => {
  const form = IssueForm.parse(parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}.yml`, 'utf8')));
  const fields = form.body.flatMap((item) => (item.type === 'markdown' ? [] : [item]));
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(fields.some(({ validations }) => validations?.required)).toBe(true);
});

test('who reports a wrong reading is asked for file, row and what was expected', () => {
  const text = readFileSync('.github/ISSUE_TEMPLATE/wrong-reading.yml', 'utf8');
  const { body } = IssueForm.parse(parse(text));
  const required = body.flatMap((item) =>
    item.type !== 'markdown' && item.validations?.required ? [item.id] : [],
  );
  expect(required).toEqual(expect.arrayContaining(['file', 'row', 'expected']));
});
