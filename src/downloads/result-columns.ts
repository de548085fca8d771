import { textColumn, type PublishedColumn } from './column.ts';
import type { ResultRow } from './result-set.ts';
import { sharedColumns } from './shared-columns.ts';
import type { Figure } from '../record/result-schema.ts';
import { IF_WRITTEN, IF_WRITTEN_ENGLISH } from './quantity-columns.ts';

/** The columns of both tables of results: of what year, by whom, in which file. Each table adds the rest. */
export const resultColumns = {
  year: {
    ...sharedColumns.year,
    title: '年度',
    description: '自评所说的年份，不是公布的年份。',
    english: {
      title: 'Year',
      description: 'The year that the result is about, not that of its publication.',
    },
    value: ({ result }) => result.year,
  },
  publisher: { ...sharedColumns.publisher, value: ({ source }) => source.publisher },
  projectName: { ...sharedColumns.projectName, value: ({ result }) => result.name },
  sourcePath: { ...sharedColumns.sourcePath, value: ({ result }) => result.source.path },
} as const satisfies Record<string, Partial<PublishedColumn<ResultRow>>>;

/** A number of points or per cent: what was read, and behind it the text. */
export function figureColumns<Row>(
  name: string,
  title: string,
  englishTitle: string,
  figureOf: (row: Row) => Figure | null,
): PublishedColumn<Row>[] {
  return [
    {
      name,
      title,
      description: '从原文读出的数，不带单位：写作 97.57% 的是 97.57。原文不是一个数时为空。',
      english: {
        title: englishTitle,
        description:
          'The number read from the published text, without its unit: 97.57 for 97.57%. Empty if the text is not one number.',
      },
      type: 'number',
      width: 10,
      value: (row) => figureOf(row)?.value ?? null,
    },
    textColumn(
      `${name}_text`,
      `${title}原文`,
      IF_WRITTEN,
      { title: `${englishTitle} as published`, description: IF_WRITTEN_ENGLISH },
      10,
      (row) => figureOf(row)?.text ?? null,
    ),
  ];
}
