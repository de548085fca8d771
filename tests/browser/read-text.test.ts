/** `tab-table`, `table` and `record` without Astro: bundled alone, in a page of no site, text gives projects and notices. */
import { build } from 'vite';
import { expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../src/content/front-matter.ts';
import { readText, type TextReading } from '../../src/content/read-text.ts';
import { forms } from '../../src/record/forms/forms.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { layouts } from '../helpers/layouts.ts';
import { toPasted } from '../helpers/office-files.ts';
import { writeFiles } from '../helpers/write-files.ts';

const browser = await browserOfFile();
const newFolder = tempFolders();
const FILE = { path: 'a.md', sha256: '', year: 2026 };
const ROOMS = /src\/(?:tab-table|table|record)\/|src\/content\/[a-z-]+\.ts$/;

test('a text is read in a browser as it is in Node', async () => {
  const root = writeFiles(newFolder(), {
    'entry.ts': `
      import { NO_FRONT_MATTER } from '${process.cwd()}/src/content/front-matter.ts';
      import { readText } from '${process.cwd()}/src/content/read-text.ts';
      import { forms } from '${process.cwd()}/src/record/forms/forms.ts';
      export const read = (text) =>
        readText(text, ${JSON.stringify(FILE)}, { forms, readFrontMatter: () => NO_FRONT_MATTER });`,
  });
  const bundle = await build({
    ...{ configFile: false, logLevel: 'error', root },
    build: {
      ...{ write: false, minify: false },
      lib: { entry: `${root}/entry.ts`, formats: ['iife'], name: 'bundle', fileName: 'bundle' },
    },
  });
  const outputs = [bundle].flat().flatMap((each) => ('output' in each ? each.output : []));
  expect(outputs.map(({ type }) => type)).toEqual(['chunk']);
  const [chunk] = outputs.filter((output) => output.type === 'chunk');
  const ours = (chunk?.moduleIds ?? []).filter((id) => id.startsWith(`${process.cwd()}/src/`));
  expect(ours.length).toBeGreaterThan(50);
  expect(ours.filter((id) => !ROOMS.test(id))).toEqual([]);
  expect(chunk?.imports).toEqual([]);

  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.addScriptTag({ content: chunk?.code ?? '' });
  for (const { id, tables } of layouts) {
    const text = toPasted(tables);
    const inNode = readText(text, FILE, { forms, readFrontMatter: () => NO_FRONT_MATTER });
    const inBrowser = await page.evaluate(
      (words) =>
        (window as unknown as { bundle: { read: (text: string) => TextReading } }).bundle.read(words),
      text,
    );
    expect(inBrowser, id).toEqual(inNode);
    expect(inBrowser.projects.length, id).toBeGreaterThan(0);
  }
});
