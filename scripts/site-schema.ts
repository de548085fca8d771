/** `npm run site-schema`: writes `content/site.schema.json`, with which editors complete and check `site.json`, after a change of its fields. */
import { writeFileSync } from 'node:fs';
import { siteSchema } from '../src/content/site-identity.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
const path = new URL('../content/site.schema.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(siteSchema(), null, 2)}\n`);
