import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { openContainer } from '../../../src/import/open-container.ts';

interface ContainerWriter {
  utils: { cfb_new: () => object; cfb_add: (container: object, path: string, content: Uint8Array) => void };
  write: (container: object, options: { type: 'buffer' }) => Uint8Array;
}
const { utils, write } = CFB as ContainerWriter;

function open(files: Readonly<Record<string, string>>) {
  const container = utils.cfb_new();
  for (const [path, text] of Object.entries(files)) utils.cfb_add(container, path, Buffer.from(text));
  return openContainer(write(container, { type: 'buffer' }));
}

test('a stream at the top is found by its name, and one below or without bytes is not', () => {
  const { stream } = open({ '/WordDocument': '文', '/Empty': '', '/ObjectPool/Data': '值' });
  expect(stream('WordDocument')?.length).toBe(3);
  expect(['Empty', 'Data', 'Missing'].map((name) => stream(name))).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['/Macros/VBA/dir', true],
  ['/_VBA_PROJECT_CUR/dir', true],
  ['/Macros/_VBA_PROJECT', true],
  ['/_vba_project', true],
  ['/VBA.xls', false],
  ['/MyVBA', false],
  ['/VBAs/dir', false],
])('whether a container with %s holds macros: %s', (path, hasMacros) => {
  expect(open({ '/Workbook': '表', [path]: '数' }).hasMacros).toBe(hasMacros);
});

test('a container that is broken has no streams and no macros', () => {
  const { stream, hasMacros } = openContainer(Buffer.from('no container'));
  expect(stream('WordDocument')).toBeUndefined();
  expect(hasMacros).toBe(false);
});
