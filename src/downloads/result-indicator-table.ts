import { targetOf } from '../display/target-of.ts';
import { isSame } from '../site/shown-rows.ts';
import { textColumn, toJsonCell, type PublishedColumn, type Table } from './column.ts';
import { IF_WRITTEN, IF_WRITTEN_ENGLISH, quantityColumns } from './quantity-columns.ts';
import { figureColumns, resultColumns } from './result-columns.ts';
import type { ResultIndicatorRow } from './result-set.ts';
import { sharedColumns } from './shared-columns.ts';

/** One row an indicator of a result. @param toAddress Makes the address of a page from its path. */
export function resultIndicatorTable(toAddress: (path: string) => string): Table<ResultIndicatorRow> {
  const pageOf = ({ result, answer }: ResultIndicatorRow) => toAddress(`/${result.id}/#${answer.anchor}`);
  return {
    name: 'result-indicators',
    title: '自评指标',
    description: '每行是自评表里的一项指标，即原表的一行；合并的单元格已逐行填上。',
    english: {
      title: 'Indicators of results',
      description:
        'One row per indicator of a result, that is, per row of the published table; merged cells are repeated in each row.',
    },
    sheet: {
      first: [
        ...['year', 'publisher', 'project', 'category', 'subcategory', 'name'],
        ...['target', 'published_target', 'same_target', 'actual', 'score', 'weight', 'reason'],
      ],
      last: [
        ...['published_target_page', 'page', 'source_path', 'source_line'],
        ...['id', 'result_id', 'indicator_id'],
      ],
      frozen: 6,
    },
    primaryKey: 'id',
    foreignKeys: [
      { field: 'result_id', table: 'results', key: 'id' },
      { field: 'indicator_id', table: 'indicators', key: 'id' },
    ],
    columns: [
      {
        name: 'id',
        title: '自评指标编号',
        description: '自评编号、井号和这一行在自评页上的锚点。',
        english: {
          title: 'ID of the row',
          description: 'Result ID, number sign, and the anchor of the row on the result’s page.',
        },
        type: 'string',
        constraints: {
          required: true,
          unique: true,
          pattern: '^\\d{4}/[a-z0-9-]+/results/[a-z0-9-]+#[a-z0-9-]+$',
        },
        width: 56,
        value: ({ result, answer }) => `${result.id}#${answer.anchor}`,
      },
      {
        name: 'result_id',
        title: '自评编号',
        description: 'results 表的 id。',
        english: { title: 'Result ID', description: 'The id in the table of results.' },
        type: 'string',
        constraints: { required: true },
        width: 50,
        value: ({ result }) => result.id,
      },
      resultColumns.year,
      {
        ...resultColumns.publisher,
        description: '同 results 表。',
        english: { title: 'Publisher', description: 'As in the table of results.' },
      },
      resultColumns.projectName,
      written('category', '一级指标', 'Category', 11, ({ answer }) => answer.category),
      written('subcategory', '二级指标', 'Subcategory', 15, ({ answer }) => answer.subcategory),
      {
        ...textColumn<ResultIndicatorRow>(
          'name',
          '三级指标',
          '原文。',
          { title: 'Indicator', description: 'Its name, as published.' },
          28,
          ({ answer }) => answer.name,
        ),
        link: pageOf,
      },
      ...quantityColumns<ResultIndicatorRow>(
        {
          ...{ name: 'target', prefix: 'target', title: '自评表写的目标' },
          ...{ englishTitle: 'Target as the result repeats it', what: 'target' },
        },
        ({ answer }) => answer.target,
      ),
      ...publishedTargetColumns(toAddress),
      ...quantityColumns<ResultIndicatorRow>(
        {
          ...{ name: 'actual', prefix: 'actual', title: '实际完成值' },
          ...{ englishTitle: 'Actual value', what: 'actual value' },
        },
        ({ answer }) => answer.actual,
      ),
      ...figureColumns<ResultIndicatorRow>(
        'weight',
        '分值',
        'Points, at most',
        ({ answer }) => answer.weight,
      ),
      ...figureColumns<ResultIndicatorRow>('score', '得分', 'Points', ({ answer }) => answer.score),
      written('reason', '偏差原因和改进措施', 'Reason and remedy', 40, ({ answer }) => answer.reason),
      {
        name: 'details',
        title: '其他列',
        description: '本表没有列的各列，JSON 数组，每项有 label（列名）和 value（原文）。没有时为空。',
        english: {
          title: 'Other columns',
          description:
            'Columns of the source that have no column here, as a JSON array of objects with label (the header) and value (as published). Empty if there are none.',
        },
        type: 'array',
        width: 20,
        value: ({ answer }) => toJsonCell(answer.details),
      },
      {
        ...sharedColumns.page,
        description: '这一行在自评页上的地址。',
        english: { title: 'Page', description: 'Address of the row on the result’s page.' },
        value: pageOf,
      },
      resultColumns.sourcePath,
      {
        ...sharedColumns.sourceLine,
        title: '所在行',
        description: '这一行在原文件里的行号。',
        english: { title: 'Line', description: 'Line of the row in the source file.' },
        value: ({ answer }) => answer.line,
      },
    ],
  };
}

/** A text of the row as the office wrote it. */
function written(
  name: string,
  title: string,
  englishTitle: string,
  width: number,
  value: PublishedColumn<ResultIndicatorRow>['value'],
): PublishedColumn<ResultIndicatorRow> {
  return textColumn(
    name,
    title,
    IF_WRITTEN,
    { title: englishTitle, description: IF_WRITTEN_ENGLISH },
    width,
    value,
  );
}

/** The row of the project's target that this one answers. All are empty where there is none, or it is not clear which. */
function publishedTargetColumns(toAddress: (path: string) => string): PublishedColumn<ResultIndicatorRow>[] {
  return [
    textColumn(
      'published_target',
      '年初公开的目标',
      '原文，来自对上的项目的目标表：年度指标值，没有时是实施周期指标值。没有对上这一项时为空。',
      {
        title: 'Target as it was published',
        description:
          'As published in the target table of the project: the target of the year or, without one, of the whole period. Empty if no row of that table is answered.',
      },
      20,
      ({ indicator }) => publishedTargetOf(indicator)?.text ?? null,
    ),
    textColumn(
      'published_target_page',
      '年初目标的网页',
      '年初公开的这一项在项目页上的地址。没有对上这一项时为空。',
      {
        title: 'Page of the published target',
        description:
          'Address of the row on the project’s page that this row answers. Empty if no row of that table is answered.',
      },
      30,
      ({ project, indicator }) =>
        project && indicator ? toAddress(`/${project.id}/#${indicator.anchor}`) : null,
    ),
    textColumn(
      'indicator_id',
      '指标编号',
      '年初公开的这一项，即 indicators 表的 id。没有对上这一项时为空。',
      {
        title: 'Indicator ID',
        description:
          'The row of the target table that this row answers: its id in the table of indicators. Empty if no row of that table is answered.',
      },
      50,
      ({ project, indicator }) => (project && indicator ? `${project.id}#${indicator.anchor}` : null),
    ),
    {
      name: 'same_target',
      title: '两表目标相同',
      description:
        '自评表写的目标和年初公开的相同的是 true，不同的是 false；有一个没有写时为空。空格、全角半角，一处没有写的方向或单位，不算不同。',
      english: {
        title: 'Same target in both tables',
        description:
          'True if the result repeats the target as it was published, otherwise false; empty if one of them is not written. Spaces, the width of characters, and a direction or unit that one of them leaves out make no difference.',
      },
      type: 'boolean',
      width: 9,
      value: ({ indicator, answer }) => {
        const published = publishedTargetOf(indicator);
        return published && answer.target && isSame(published, answer.target);
      },
    },
  ];
}

function publishedTargetOf(indicator: ResultIndicatorRow['indicator']) {
  return indicator && targetOf(indicator);
}
