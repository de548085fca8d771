import { expect, test } from 'vitest';
import { findSkipped, findSources } from '../../../src/content/find-sources.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const withFiles = (...names: string[]) =>
  writeFiles(newFolder(), Object.fromEntries(names.map((name) => [`disclosures/${name}`, ''])));
const skipped = async (name: string) => {
  const notices = await findSkipped(withFiles(name));
  return notices.map(({ path, rule, line, column, message }) => {
    expect([path, rule, line, column]).toEqual([`disclosures/${name}`, 'file/not-read', 1, 1]);
    return message.split('，')[0];
  });
};

test('sources are sorted by UTF-16 units, whatever folder they are in', async () => {
  const folder = withFiles('2026/b.md', '2026/A.md', '2025/c/d.md', 'e.md', '2026/f.mdx', '2026/md');
  expect(await findSources(folder)).toEqual(
    ['2025/c/d.md', '2026/A.md', '2026/b.md', 'e.md'].map((name) => `disclosures/${name}`),
  );
  expect(await findSkipped(folder)).toEqual([]);
});

test.each(['.a.md', '.old/a.md', '2026/.b/a.md', '.~lock.a#b.md'])('%s is hidden', async (name) => {
  expect(await findSources(withFiles(name))).toEqual([]);
  expect(await skipped(name)).toEqual(['文件或文件夹的名称以点开头']);
});

test.each(['a\\b.md', 'a\u001b.md', 'a\\b.txt', 'a\\b.xlsx'])('%j can not be an address', async (name) => {
  expect(await findSources(withFiles(name))).toEqual([]);
  expect(await skipped(name)).toEqual(['文件名里有反斜线或看不见的字符']);
});

test.each([
  ...['xls', 'xlsx', 'xlsm', 'doc', 'docx', 'docm', 'et', 'wps', 'ods', 'odt', 'rtf', 'ofd', 'csv', 'pdf'],
  ...['PDF', 'md.pdf'],
])('a file that ends in .%s has to be imported', async (ending) => {
  expect(await skipped(`2026/a.${ending}`)).toEqual(['这种文件不会直接公开']);
});

test.each([
  ...['._a.md', '.~lock.a.md#', '.~lock.a\\b.md#', '~$a.md', '~$a.xlsx', '2026/._b.md'],
  ...['a.original.pdf', 'a.original-2.xlsx', 'a.original-12.docx'],
  ...['.a.xlsx', '.old/a.pdf', 'a.txt', 'pdf', 'axlsx', 'a.pdf.zip'],
])('of %s nothing is said, and it is no source', async (name) => {
  expect(await findSources(withFiles(name))).toEqual([]);
  expect(await findSkipped(withFiles(name))).toEqual([]);
});

test.each(['a._b.md', 'a~$.md', 'a.~lock.md'])('%s is a source', async (name) => {
  expect(await findSources(withFiles(name))).toEqual([`disclosures/${name}`]);
});

test.each(['a.original-b.pdf', 'a.original.pdf.xlsx', 'aoriginal.pdf'])(
  '%s is no copy of an original',
  async (name) => {
    expect(await skipped(name)).toHaveLength(1);
  },
);

test('a folder that is called like a source is none', async () => {
  expect(await findSources(withFiles('2026/a.md/b.txt'))).toEqual([]);
});

test('a content folder without disclosures has no sources; one where they are a file can not be read', async () => {
  expect(await findSources(newFolder())).toEqual([]);
  await expect(findSources(writeFiles(newFolder(), { disclosures: '' }))).rejects.toThrow('ENOTDIR');
});
