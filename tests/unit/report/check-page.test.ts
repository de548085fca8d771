import { expect, test } from 'vitest';
import { checkPage } from '../../../src/report/check-page.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();

/** What the page writes to. */
interface Response {
  statusCode: number;
  setHeader: (name: string, value: string) => void;
  end: (text: string) => void;
}
type Handle = (request: { url: string }, response: Response, next: () => void) => void;

/** The answer to a request, as lines of status, headers and text; null: it is passed on. */
function answer(folder: string, url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const { configureServer } = checkPage('.', folder) as unknown as {
      configureServer: (server: { middlewares: { use: (handle: Handle) => void } }) => void;
    };
    const use = (handle: Handle) => {
      const headers: string[] = [];
      const response: Response = {
        statusCode: 200,
        setHeader: (name, value) => headers.push(`${name}: ${value}`),
        end: (text) => {
          resolve([response.statusCode, ...headers, text].join('\n'));
        },
      };
      handle({ url }, response, () => {
        resolve(null);
      });
    };
    configureServer({ middlewares: { use } });
  });
}

test.each(['/_check', '/_check/', '/_check?a', '/_check/?a=b'])('%s is the report', async (url) => {
  const sent = await answer(newFolder(), url);
  expect(sent).toMatch(/^200\n/);
  expect(sent).toContain('content-type: text/html; charset=utf-8');
  expect(sent).toContain('<!doctype html>');
});

test.each(['/', '', '/2026/_check', '/_checks', '/_check/a', '/x?/_check'])(
  '%j is passed on',
  async (url) => {
    expect(await answer(newFolder(), url)).toBeNull();
  },
);

test('the report has each notice once, of files and of the folder', async () => {
  const folder = writeFiles(newFolder(), {
    'disclosures/2026/a.md': fixtureSource('a-plain-table').replace('30,000.00', '30,0oo.00'),
    'disclosures/b.md': fixtureSource('a-plain-table'),
    'disclosures/2026/c.xlsx': '',
  });
  const sent = (await answer(folder, '/_check')) ?? '';
  const [, list = ''] = /要看的地方<\/h2>\s*<ul[^>]*>(.*?)<\/ul>/s.exec(sent) ?? [];
  expect(list.match(/不是数字/g)).toHaveLength(1);
  expect(list.match(/文件应放在以预算年份命名的文件夹里/g)).toHaveLength(1);
  expect(list.match(/这种文件不会直接公开/g)).toHaveLength(1);
});

test('wrong forms of the office are named as text', async () => {
  const sent = await answer(writeFiles(newFolder(), { 'forms/own.yaml': 'name: [' }), '/_check');
  expect(sent).toMatch(/^500\n/);
  expect(sent).toContain('content-type: text/plain; charset=utf-8');
  expect(sent).toContain('forms/own.yaml:1 不是有效的 YAML');
  expect(sent).not.toContain('Error:');
});

test('it is there in development only', () => {
  expect(checkPage('.', '.')).toMatchObject({ name: 'jixiao-check-page', apply: 'serve' });
});
