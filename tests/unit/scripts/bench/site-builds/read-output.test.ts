import { beforeEach, expect, test } from 'vitest';
import { readOutput } from '../../../../../scripts/bench/site-builds/read-output.ts';
import { tempFolders } from '../../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../../helpers/write-files.ts';

const newFolder = tempFolders();
let folder: string;

beforeEach(() => {
  folder = newFolder();
});

function write(path: string, content: string): void {
  writeFiles(folder, { [path]: content });
}

test('finds the project page among the pages of a body, and the heaviest page after compression', () => {
  write('index.html', 'x'.repeat(9000));
  write('2026/bodies/2/index.html', 'b'.repeat(10));
  write('2026/office/page/2/index.html', 'p'.repeat(20));
  write('2026/office/source/index.html', 's'.repeat(30));
  const varied = Array.from({ length: 900 }, (_, number) => number).join(' ');
  write('2026/office/project/index.html', varied);
  write('pagefind/table.json', '[]');
  const { pages, projectPage, heaviest, files } = readOutput(folder);
  expect(pages).toBe(5);
  expect(projectPage.raw).toBe(varied.length);
  expect(projectPage.gzipped).toBeLessThan(varied.length);
  // The home page is longer, and nothing but one letter.
  expect(heaviest.path).toBe('2026/office/project/index.html');
  expect(files).toEqual({ count: 6, bytes: 9000 + 10 + 20 + 30 + varied.length + 2, indexBytes: 2 });
});

test('rejects a site without a project page', () => {
  write('index.html', '');
  expect(() => readOutput(folder)).toThrow('has no page of a project');
});
