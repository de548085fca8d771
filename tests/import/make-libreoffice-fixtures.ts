/**
 * `node tests/import/make-libreoffice-fixtures.ts`: makes the two files of `fixtures/` with LibreOffice from Debian
 * (libreoffice-calc, libreoffice-writer). The tests read what is there and need no LibreOffice.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWebPage, sourceTables } from './make-originals.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jixiao-libreoffice-'));
mkdirSync(fixtures, { recursive: true });
const page = join(folder, 'libreoffice.html');
// Without the menu and the foot of a web page, which an office's file has not.
writeFileSync(
  page,
  makeWebPage(sourceTables().slice(0, 2)).replaceAll(/<div class="menu">.*?<\/div>|<p>.*?<\/p>/g, ''),
);
convert('xlsx:Calc MS Excel 2007 XML', ['--infilter=HTML (StarCalc)']);
convert('docx:MS Word 2007 XML', ['--infilter=HTML (StarWriter)']);
for (const name of ['libreoffice.xlsx', 'libreoffice.docx']) {
  rmSync(join(fixtures, name), { force: true });
  cpSync(join(folder, name), join(fixtures, name));
}
rmSync(folder, { recursive: true });

function convert(target: string, args: readonly string[]): void {
  const all = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    ...args,
    '--convert-to',
    target,
    '--outdir',
    folder,
    page,
  ];
  const { status, stderr } = spawnSync('soffice', all, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
}
