import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const folder = tempFolders()();

test('a folder that is there already is left alone: it may hold what an office has published', () => {
  const to = join(folder, '便携');
  writeFiles(to, { 'content/a.md': '公开的内容' });
  const { status, stderr } = runScript('portable', ['--platform', 'win32-x64', '--to', to]);
  expect([status, stderr]).toEqual([1, `${to} 已经有了；请先移走，或者用 --to 另写一个地方\n`]);
  expect(readFileSync(join(to, 'content/a.md'), 'utf8')).toBe('公开的内容');
  expect(readdirSync(folder)).toEqual(['便携']);
});

test('a platform without a Node is refused, with those that have one', () => {
  const { status, stderr } = runScript('portable', ['--platform', 'win32-ia32']);
  expect(status).toBe(1);
  expect(stderr).toBe(
    '不能给“win32-ia32”做；--platform 可以是 linux-x64、linux-arm64、win32-x64、darwin-arm64\n',
  );
});
