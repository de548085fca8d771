/** `index-alone.ts OUT`, a separate process: reads `$JIXIAO_CONTENT` and builds its search index, and nothing else of a build. */
import { join } from 'node:path';
import { toSearchRecords } from '../../../src/build/to-search-records.ts';
import { contentFolder } from '../../../src/content/content-folder.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { buildSearchIndex } from '../../../src/search/index/build-search-index.ts';

const root = join(import.meta.dirname, '../../..');
const [outDir = ''] = process.argv.slice(2);
const content = await openContent({ root, folder: contentFolder(root) });
await buildSearchIndex({ records: toSearchRecords(content), guide: [], outDir });
