import { chmodSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeArchive } from '../../../../scripts/portable/write-archive.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { writeFiles } from '../../../helpers/write-files.ts';

test('an archive has each file in one folder, as it is, and says which are programs', () => {
  const top = tempFolders()();
  const folder = join(top, '便携');
  writeFiles(folder, {
    '绩效工作台.sh': '#!/bin/sh\n',
    'program/a.js': 'a'.repeat(9_999),
    'program/empty': '',
  });
  chmodSync(join(folder, '绩效工作台.sh'), 0o755);
  chmodSync(join(folder, 'program/a.js'), 0o644);
  chmodSync(join(folder, 'program/empty'), 0o644);
  const archive = join(top, 'a.zip');
  const size = writeArchive(folder, archive);
  const bytes = readFileSync(archive);
  expect(bytes.length).toBe(size);
  expect(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)])).toEqual([
    ['便携/program/a.js', 'a'.repeat(9_999)],
    ['便携/program/empty', ''],
    ['便携/绩效工作台.sh', '#!/bin/sh\n'],
  ]);
  expect(modesOf(bytes)).toEqual([0o100644, 0o100644, 0o100755]);
  expect(readdirSync(top).sort()).toEqual(['a.zip', '便携']);
});

/** Modes in the archive's list of files (APPNOTE.TXT 4.3.12): the upper half of the external attributes, if they are Unix's. */
function modesOf(archive: Buffer): (number | null)[] {
  const modes = [];
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4))
    modes.push(archive[at + 5] === 3 ? archive.readUInt16LE(at + 40) : null);
  return modes;
}
