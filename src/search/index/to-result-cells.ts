/**
 * In: a Result.
 * Out: what search finds of it: as a part of the project that it answers, or as a record of its own.
 */
import { FIELD_LABELS } from '../../record/fields.ts';
import type { Result, ResultIndicator } from '../../record/result-schema.ts';
import { textsOf, type ResultCell, type SearchIndicator, type SearchRecord } from '../search-record.ts';

/** @param record The project that it answers. */
export function withResult(record: SearchRecord, result: Result): SearchRecord {
  return { ...record, result: { url: `/${result.id}/`, cells: toResultCells(result, record) } };
}

/** The record of a result whose target was not published, or that may answer several. @param publisher The body that published it. */
export function toResultRecord(result: Result, publisher: string): SearchRecord {
  const { id, year, name, code, department, spendingUnit, goals, indicators } = result;
  const others: [label: string, text: string | null][] = [
    [`${year}${FIELD_LABELS.annualGoal}`, goals.expected],
    [FIELD_LABELS.department, department],
    [FIELD_LABELS.spendingUnit, spendingUnit],
    ['项目编码', code],
  ];
  const record: SearchRecord = {
    ...{ url: `/${id}/`, year, publisher, name, type: null, asksType: false, yuan: null },
    ...(indicators.some(({ target }) => target) ? {} : { asksAnnual: false }),
    indicators: indicators.map(toIndicator),
    others: others.flatMap(([label, text]) => (text ? [{ label, text }] : [])),
  };
  return withResult(record, result);
}

function toIndicator({ anchor, category, subcategory, name, target }: ResultIndicator): SearchIndicator {
  return {
    ...{ anchor, category, subcategory, name },
    ...{ annual: target?.text ?? '', period: '', details: [] },
  };
}

/** What it says besides the texts that the record has: names, targets and goals are repeated from the table of targets. */
function toResultCells(result: Result, record: SearchRecord): ResultCell[] {
  const { name, code, department, spendingUnit, funds, goals, indicators, otherFields } = result;
  const own = new Set(textsOf(record).map(withoutSpaces));
  const isNew = ({ text }: ResultCell) => !own.has(withoutSpaces(text));
  const repeated: [label: string, text: string | null][] = [
    ['项目名称', name],
    ['项目编码', code],
    ['主管部门', department],
    ['实施单位', spendingUnit],
    ['预期目标', goals.expected],
  ];
  const said: [label: string, text: string | null | undefined][] = [
    ['目标完成情况', goals.actual],
    ['年初预算数', funds.total?.initial?.text],
    ['全年预算数', funds.total?.revised?.text],
    ['全年执行数', funds.total?.spent?.text],
    ...otherFields.map(({ label, value }): [string, string] => [label, value || label]),
  ];
  return [
    ...toCells(repeated, {}).filter(isNew),
    ...toCells(said, {}),
    ...indicators.flatMap((row) => {
      const place = { of: row.name, anchor: row.anchor };
      const again: [string, string | undefined][] = [
        ['二级指标', row.subcategory],
        ['三级指标', row.name],
        ['年度指标值', row.target?.text],
      ];
      const written: [string, string | null | undefined][] = [
        ['实际完成值', row.actual?.text],
        ['偏差原因', row.reason],
        ...row.details.map(({ label, value }): [string, string] => [label, value]),
      ];
      return [...toCells(again, place).filter(isNew), ...toCells(written, place)];
    }),
  ];
}

/** Blank ones are left out. */
function toCells(
  texts: readonly [label: string, text: string | null | undefined][],
  place: Pick<ResultCell, 'of' | 'anchor'>,
): ResultCell[] {
  return texts.flatMap(([label, text]) => (text ? [{ label, ...place, text }] : []));
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '');
}
