/** `index-alone.ts OUT`, in a separate process: builds the search index of `$JIXIAO_CONTENT` from the cached sources of a build. */
import { fileURLToPath } from 'node:url';
import { readCachedContent } from '../../../src/content/read-cached-content.ts';
import { buildSearchIndex } from '../../../src/search/index/build-search-index.ts';
import { toSearchRecords } from '../search/to-search-records.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [outDir = ''] = process.argv.slice(2);
const { sources } = await readCachedContent(root);
await buildSearchIndex({ records: toSearchRecords(sources), outDir });
