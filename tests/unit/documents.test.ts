/** What a document names is there, and the list of commands is that of package.json. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder } from '../../src/cache/files-under.ts';
import { checkDocument } from '../helpers/check-document.ts';

const TOPS = ['src', 'scripts', 'tests', 'content', 'public', '.github', '.ci'];
const files = [
  ...readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
  ...TOPS.flatMap((top) => filesUnder(top).map((path) => `${top}/${path}`)),
];
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
  // What npm runs before another command, and after it has installed packages.
  const isBefore = (name: string) =>
    name === 'postinstall' || (name.startsWith('pre') && scripts.includes(name.slice(3)));
  expect(listed.sort()).toEqual(scripts.filter((name) => !isBefore(name)).sort());
});

test('each decision is in the list of decisions', () => {
  const list = readFileSync('.github/decisions/README.md', 'utf8');
  const records = readdirSync('.github/decisions').filter((name) => name !== 'README.md');
  expect(records.filter((name) => !list.includes(`](${name})`))).toEqual([]);
});

test('the newest version of the changelog is that of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const [, newest] = /^## (\d\S*)/m.exec(readFileSync('.github/CHANGELOG.md', 'utf8')) ?? [];
  expect(newest).toBe(version);
});
