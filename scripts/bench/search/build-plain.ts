import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { escapeText } from '../../../src/display/escape-text.ts';
import { toSearchable } from '../../../src/search/fold.ts';
import { textsOf, type SearchRecord } from '../../../src/search/search-record.ts';

/** Pagefind as it comes, over a plain page a project; and all folded cells in one JSON. */
export async function buildPlain(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join('; '));
  await Promise.all(
    records.map((record, number) => {
      const cells = textsOf(record).map((text) => `<p>${escapeText(text)}</p>`);
      const content = `<!doctype html><html lang="zh-CN"><head><title>${escapeText(record.name)}</title></head><body><h1>${escapeText(record.name)}</h1>${cells.join('')}</body></html>`;
      return index.addHTMLFile({ url: `/${number}/`, content });
    }),
  );
  await index.writeFiles({ outputPath: join(out, 'pagefind') });
  await pagefind.close();
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, 'all.json'),
    JSON.stringify(records.map((record) => textsOf(record).map((text) => toSearchable(text).text))),
  );
  writeFileSync(
    join(out, 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>Benchmark</title><h1>x</h1></html>',
  );
}
