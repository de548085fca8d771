/**
 * In: CSV files and workbooks of results, and the results as published in JSON, with the projects that they answer.
 * Out: each cell that is otherwise in a table.
 */
import { compareRows, targetCells, toJson, type Row } from './compare-tables.ts';
import { isSameTarget, type JoinedResult, type JoinedRow } from './join-results.ts';
import type { CsvRows } from './read-tables.ts';
import type { Comparison, Figure, Money } from './record.ts';

/** What the rows of a file of results have in common. */
export interface OfResults {
  origin: string;
  publisher: string;
  /** The address of a row of targets, `<project>#<anchor>`; empty: it has none. */
  addressOf: (row: JoinedRow) => string;
  /** Anchors of the rows of a result. */
  anchorsOf: (id: string) => readonly string[];
}

export function compareResultRows(rows: CsvRows, joined: readonly JoinedResult[], of: OfResults): Comparison {
  return compareRows(
    rows,
    joined.map((each) => ({ line: each.result.source.startLine, cells: resultCells(each, of) })),
  );
}

export function compareAnswerRows(rows: CsvRows, joined: readonly JoinedResult[], of: OfResults): Comparison {
  return compareRows(
    rows,
    joined.flatMap((each) =>
      each.result.indicators.map((answer, place): Row => {
        const row = each.rows.find((other) => other.answer === answer);
        const anchor = of.anchorsOf(each.result.id)[place] || '有链接';
        return { line: answer.line, cells: row ? answerCells(each, row, anchor, of) : {} };
      }),
    ),
  );
}

function resultCells({ result, project }: JoinedResult, { origin, publisher }: OfResults): Row['cells'] {
  const { id, year, name, code, department, spendingUnit, funds, goals, source } = result;
  const { total } = funds;
  const rows = [...(total ? [total] : []), ...funds.sources];
  return {
    ...{ id, year: String(year), publisher, name, code: code ?? '', department: department ?? '' },
    spending_unit: spendingUnit ?? '',
    project_id: project?.id ?? '',
    project_page: project ? `${origin}/${project.id}/` : '',
    ...moneyCells('initial', total?.initial),
    ...moneyCells('revised', total?.revised),
    ...moneyCells('spent', total?.spent),
    ...figureCells('rate', total?.rate),
    ...figureCells('funds_weight', total?.weight),
    ...figureCells('funds_score', total?.score),
    ...figureCells('score', result.total?.score),
    ...figureCells('full_score', result.total?.weight),
    expected_goal: goals.expected ?? '',
    actual_goal: goals.actual ?? '',
    indicator_count: String(result.indicators.length),
    fund_rows: toJson(rows),
    other_fields: toJson(result.otherFields),
    page: `${origin}/${id}/`,
    source_path: source.path,
    source_line: String(source.startLine),
    source_end_line: String(source.endLine),
    funds_line: String(total?.line ?? ''),
    score_line: String(result.total?.line ?? ''),
    source_sha256: source.sha256,
  };
}

function answerCells(
  { result }: JoinedResult,
  row: JoinedRow,
  anchor: string,
  { origin, publisher, addressOf }: OfResults,
): Row['cells'] {
  const { id, year, name, source } = result;
  const { indicator, answer } = row;
  const published = indicator && (indicator.annualTarget ?? indicator.periodTarget);
  const address = addressOf(row);
  const isSame = published && answer?.target ? String(isSameTarget(published, answer.target)) : '';
  return {
    id: `${id}#${anchor}`,
    result_id: id,
    year: String(year),
    publisher,
    project: name,
    category: answer?.category ?? '',
    subcategory: answer?.subcategory ?? '',
    name: answer?.name ?? '',
    ...named('target', targetCells('target', answer?.target ?? null)),
    published_target: published?.text ?? '',
    published_target_page: address === '' ? '' : `${origin}/${address.replace('#', '/#')}`,
    indicator_id: address,
    same_target: isSame,
    ...named('actual', targetCells('actual', answer?.actual ?? null)),
    ...figureCells('weight', answer?.weight),
    ...figureCells('score', answer?.score),
    reason: answer?.reason ?? '',
    details: toJson(answer?.details ?? []),
    page: `${origin}/${id}/#${anchor}`,
    source_path: source.path,
    source_line: String(answer?.line ?? ''),
  };
}

/** The first column of a target has the name alone. */
function named(name: string, cells: Row['cells']): Row['cells'] {
  return Object.fromEntries(
    Object.entries(cells).map(([key, text]) => [key === `${name}_target` ? name : key, text]),
  );
}

function moneyCells(name: string, money: Money | null | undefined): Row['cells'] {
  return { [`${name}_yuan`]: money?.yuan ?? '', [`${name}_text`]: money?.text ?? '' };
}

function figureCells(name: string, figure: Figure | null | undefined): Row['cells'] {
  return { [name]: figure?.value ?? '', [`${name}_text`]: figure?.text ?? '' };
}
