/**
 * In: a built site, and its results with the projects that they answer.
 * Out: what the page of the quality counts otherwise: results, those that are joined, with other targets, or with other sums of scores.
 */
import { dirname } from 'node:path';
import type { JoinedResult } from './join-results.ts';
import type { PublishedSite } from './published-site.ts';
import { attributeOf, findAll, readElements, textOf } from './read-elements.ts';
import { countOf } from './sums.ts';

const FILE = 'quality/index.html';
const OF_SCORES = ['result/scores-differ', 'result/weights-not-100'];

export function compareQualityOfResults(joined: readonly JoinedResult[], site: PublishedSite): string[] {
  const page = readElements(site.read(FILE));
  const tables = page
    ? findAll(page, ({ attributes }) => attributes.includes(' data-quality="results"'))
    : [];
  const rows = tables
    .flatMap((table) => findAll(table, ({ tag }) => tag === 'tbody'))
    .flatMap((part) => findAll(part, ({ tag }) => tag === 'tr'));
  const found = rows.map((row) =>
    findAll(row, ({ tag }) => tag === 'th' || tag === 'td').map((cell) => [
      attributeOf(cell, 'data-measure') ?? '',
      textOf(cell).trim(),
    ]),
  );
  const years = [...Map.groupBy(joined, ({ result }) => result.year)].sort(([a], [b]) => b - a);
  const expected = years.map(([year, own]) => {
    const count = (is: (each: JoinedResult) => boolean) => countOf(own.filter(is).length);
    return [
      ['', `${year}年`],
      ['results', count(() => true)],
      ['joined', count(({ project }) => project !== null)],
      ['apart', count(({ project }) => project === null)],
      ['differing', count(({ rows: answers }) => answers.some(({ targets }) => targets.length > 1))],
      ['unbalanced', count((each) => isUnbalanced(each, site))],
    ];
  });
  const [text, other] = [found, expected].map((value) => JSON.stringify(value));
  return text === other ? [] : [`${FILE}: 自评的数是 ${text ?? ''}，应是 ${other ?? ''}`];
}

function isUnbalanced({ result }: JoinedResult, { results }: PublishedSite): boolean {
  const { startLine, endLine } = result.source;
  const { notices = [] } = results.get(dirname(result.id)) ?? {};
  return notices.some(({ rule, line }) => OF_SCORES.includes(rule) && line >= startLine && line <= endLine);
}
