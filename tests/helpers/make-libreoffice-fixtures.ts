/**
 * `node tests/helpers/make-libreoffice-fixtures.ts`: makes the files of `tests/cli/fixtures/import/` with LibreOffice from Debian
 * (libreoffice-calc, libreoffice-writer). The tests read what is there and need no LibreOffice.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeMarkedDocument, makeMarkedWorkbook } from './make-marked-originals.ts';
import { makeWebPage, sourceTables } from './make-originals.ts';

/** What is made, by LibreOffice's names for its programs and formats. `locked` ones ask for a password when they are opened. */
const FILES = [
  ['libreoffice.xlsx', 'StarCalc', 'Calc MS Excel 2007 XML'],
  ['libreoffice.docx', 'StarWriter', 'MS Word 2007 XML'],
  ['libreoffice.ods', 'StarCalc', 'calc8'],
  ['libreoffice.odt', 'StarWriter', 'writer8'],
  ['old.xls', 'StarCalc', 'MS Excel 97'],
  ['old.doc', 'StarWriter', 'MS Word 97'],
  ['locked.xlsx', 'StarCalc', 'Calc MS Excel 2007 XML'],
  ['locked.docx', 'StarWriter', 'MS Word 2007 XML'],
  ['locked.xls', 'StarCalc', 'MS Excel 97'],
  ['locked.doc', 'StarWriter', 'MS Word 97'],
] as const;

const MARKED_FILES = [
  ['marked.xlsx', 'xls'],
  ['marked.xlsx', 'ods'],
  ['marked.docx', 'doc'],
  ['marked.docx', 'odt'],
] as const;

const fixtures = fileURLToPath(new URL('../cli/fixtures/import', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jixiao-libreoffice-'));
mkdirSync(fixtures, { recursive: true });
const page = join(folder, 'page.html');
// Without the menu and the foot of a web page, which an office's file has not.
writeFileSync(
  page,
  makeWebPage(sourceTables().slice(0, 2)).replaceAll(/<div class="menu">.*?<\/div>|<p>.*?<\/p>/g, ''),
);
// The first start fills the profile, and would take a macro out of it.
runOffice(['--terminate_after_init']);
installMacro();
// The command line knows of no password; a macro does.
runOffice(['macro:///Standard.Fixtures.Main']);
// A page has neither raised digits nor struck text in a sheet; files of Office have.
writeFileSync(join(folder, 'marked.xlsx'), makeMarkedWorkbook());
writeFileSync(join(folder, 'marked.docx'), makeMarkedDocument());
for (const [source, format] of MARKED_FILES)
  runOffice(['--convert-to', format, '--outdir', folder, join(folder, source)]);
for (const name of [
  ...FILES.map(([file]) => file),
  ...MARKED_FILES.map(([, format]) => `marked.${format}`),
]) {
  if (!existsSync(join(folder, name))) throw new Error(`soffice did not write ${name}`);
  rmSync(join(fixtures, name), { force: true });
  cpSync(join(folder, name), join(fixtures, name));
}
rmSync(folder, { recursive: true });

/** Puts a Basic macro that stores every file into the profile. */
function installMacro(): void {
  const calls = FILES.map(
    ([name, program, format]) =>
      `StoreAs "${name}", "HTML (${program})", "${format}", "${name.startsWith('locked') ? 'shui-wu' : ''}"`,
  );
  const basic = `Sub Main
${calls.join('\n')}
StarDesktop.terminate
End Sub

Sub StoreAs(target, importFilter, exportFilter, secret)
Dim load(1) As New com.sun.star.beans.PropertyValue
load(0).Name = "Hidden" : load(0).Value = True
load(1).Name = "FilterName" : load(1).Value = importFilter
document = StarDesktop.loadComponentFromURL("file://${page}", "_blank", 0, load())
Dim save(0) As New com.sun.star.beans.PropertyValue
save(0).Name = "FilterName" : save(0).Value = exportFilter
If secret &lt;&gt; "" Then
Dim key(1) As New com.sun.star.beans.NamedValue
key(0).Name = "CryptoType" : key(0).Value = "Standard"
key(1).Name = "OOXPassword" : key(1).Value = secret
ReDim Preserve save(2) As New com.sun.star.beans.PropertyValue
save(1).Name = "Password" : save(1).Value = secret
save(2).Name = "EncryptionData" : save(2).Value = CreateUnoValue("[]com.sun.star.beans.NamedValue", key())
End If
document.storeToURL("file://${folder}/" &amp; target, save())
document.close(True)
End Sub`;
  const library = join(folder, 'profile', 'user', 'basic', 'Standard');
  mkdirSync(library, { recursive: true });
  const xml = (type: string, root: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${type} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${type.split(':')[1] ?? ''}.dtd">\n${root}`;
  writeFileSync(
    join(library, 'Fixtures.xba'),
    xml(
      'script:module',
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fixtures" script:language="StarBasic">${basic}</script:module>`,
    ),
  );
  writeFileSync(
    join(library, 'script.xlb'),
    xml(
      'library:library',
      '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fixtures"/></library:library>',
    ),
  );
  writeFileSync(
    join(library, '..', 'script.xlc'),
    xml(
      'library:libraries',
      '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>',
    ),
  );
}

function runOffice(args: readonly string[]): void {
  const all = ['--headless', '--norestore', `-env:UserInstallation=file://${folder}/profile`, ...args];
  const { status, signal, stderr } = spawnSync('soffice', all, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`soffice failed with ${status} ${signal}: ${stderr}`);
}
