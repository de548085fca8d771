import { markdownTable } from '../markdown-table.ts';
import { formatRange, kilobytes, median } from './figures.ts';
import type { Measured } from './measured.ts';

/** What a reader loads, at every size. */
export function describeReader(results: readonly Measured[]): string {
  const rows = results.map(({ size, output, firstQueries }) => [
    size,
    kilobytes(output.projectPage.raw),
    kilobytes(output.projectPage.gzipped),
    `${kilobytes(output.heaviest.gzipped)}: \`/${output.heaviest.path.replace(/index\.html$/, '')}\``,
    ...(firstQueries.length === 0
      ? ['', '', '']
      : [
          kilobytes(median(firstQueries.map(({ bytes }) => bytes))),
          median(firstQueries.map(({ requests }) => requests)),
          formatRange(firstQueries.map(({ milliseconds }) => milliseconds / 1000)),
        ]),
  ]);
  return [
    '## What a reader loads',
    markdownTable(
      [
        'projects',
        'project page kB',
        'compressed',
        'heaviest page, compressed kB',
        'first search kB',
        'requests',
        'first result s',
      ],
      rows,
    ),
    'The project page is the one of middle size. The first search is that of a fresh Chromium on the loaded search page,\nfrom this machine: bytes over the wire with gzip, and the time until results stand there.',
  ].join('\n\n');
}
