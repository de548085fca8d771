import { dirname } from 'node:path';
import type { FrontMatter } from './front-matter.ts';
import type { PublishedSite } from './published-site.ts';

/** A source as the files of a set describe it. */
export interface PublishedSource extends FrontMatter {
  publisher: string;
  year: number;
  sha256: string;
  /** What it is called. */
  what: '项目绩效目标表' | '项目支出绩效自评表';
}

const TARGETS = ['disclosure.xlsx', 'projects.csv', 'indicators.csv', 'disclosure.json'];
const RESULTS = ['results.xlsx', 'results.csv', 'result-indicators.csv', 'results.json'];

/** The sources of a set: of the site (`''`), a year, a body, or a file of results. A body has its targets alone. */
export function sourcesOf(folder: string, { bodies, results }: PublishedSite): PublishedSource[] {
  const isIn = (id: string) =>
    id === folder || folder === '' || (/^\d{4}$/.test(folder) && dirname(id).startsWith(folder));
  const describe = (what: PublishedSource['what']) => {
    const sources = what === '项目绩效目标表' ? bodies : results;
    return [...sources].flatMap(([id, source]) =>
      isIn(id) ? [{ ...source, publisher: source.publisher ?? '', year: Number(id.slice(0, 4)), what }] : [],
    );
  };
  return [...describe('项目绩效目标表'), ...describe('项目支出绩效自评表')];
}

/** The downloads of a set with these sources. @param folder Empty: the whole site, which has tables of targets in any case. */
export function filesOfSet(sources: readonly PublishedSource[], folder: string): string[] {
  const has = (what: PublishedSource['what']) => sources.some((source) => source.what === what);
  return [
    ...(has('项目绩效目标表') || folder === '' ? TARGETS : []),
    ...(has('项目支出绩效自评表') ? RESULTS : []),
    'datapackage.json',
  ];
}
