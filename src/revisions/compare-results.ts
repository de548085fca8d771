/**
 * In: one result as it was and as it is.
 * Out: what differs, field by field, as texts that its tables publish.
 */
import { identifyRow } from '../identity/settle-results.ts';
import type { Figure, FundRow, Money, Result, ResultIndicator } from '../record/result-schema.ts';
import { compareDetails, difference, targetDifference, type Difference } from './difference.ts';
import { pairRows } from './pair-rows.ts';

export function compareResults(before: Result, after: Result): Difference[] {
  return [...compareHeads(before, after), ...compareFunds(before, after), ...compareRows(before, after)];
}

function compareHeads(before: Result, after: Result): Difference[] {
  return [
    difference('项目名称', before.name, after.name),
    difference('项目编码', before.code, after.code),
    difference('主管部门', before.department, after.department),
    difference('实施单位', before.spendingUnit, after.spendingUnit),
    difference('预期目标', before.goals.expected, after.goals.expected),
    difference('实际完成情况', before.goals.actual, after.goals.actual),
    difference('总分的分值', textOf(before.total?.weight), textOf(after.total?.weight)),
    difference('总分', textOf(before.total?.score), textOf(after.total?.score)),
    ...compareDetails(before.otherFields, after.otherFields),
  ].filter((each) => each !== null);
}

/** Rows of funds by their labels, those of one label in their order. */
function compareFunds(before: Result, after: Result): Difference[] {
  const [old, current] = [before, after].map(({ funds }) =>
    Map.groupBy([...(funds.total ? [funds.total] : []), ...funds.sources], ({ label }) => label),
  );
  const labels = new Set([...(old?.keys() ?? []), ...(current?.keys() ?? [])]);
  return [...labels].flatMap((label) => {
    const [from, to] = [old?.get(label) ?? [], current?.get(label) ?? []];
    const count = Math.max(from.length, to.length);
    return Array.from({ length: count }, (_, at) => compareFundRow(label, from[at], to[at])).flat();
  });
}

function compareFundRow(label: string, before?: FundRow, after?: FundRow): Difference[] {
  // A field has no colon: it may stand behind the name of an indicator and one.
  const of = label.replace(/^其中[：:]/, '').replaceAll(/[：:]/g, '');
  return [
    difference(`${of}的年初预算数`, textOf(before?.initial), textOf(after?.initial)),
    difference(`${of}的全年预算数`, textOf(before?.revised), textOf(after?.revised)),
    difference(`${of}的全年执行数`, textOf(before?.spent), textOf(after?.spent)),
    difference(`${of}的分值`, textOf(before?.weight), textOf(after?.weight)),
    difference(`${of}的执行率`, textOf(before?.rate), textOf(after?.rate)),
    difference(`${of}的得分`, textOf(before?.score), textOf(after?.score)),
    ...compareDetails(before?.details ?? [], after?.details ?? []),
  ].filter((each) => each !== null);
}

function compareRows(before: Result, after: Result): Difference[] {
  const [old, current] = [before, after].map(({ indicators }) =>
    indicators.map((answer) => ({ ...identifyRow(answer), answer })),
  );
  const pairs = pairRows(old ?? [], current ?? []);
  const paired = new Set(pairs.values());
  return [
    ...(current ?? []).flatMap((row) => {
      const earlier = pairs.get(row);
      return earlier
        ? compareRow(earlier.answer, row.answer)
        : [wholeRow('增加指标', row.answer, null, describeRow(row.answer))];
    }),
    ...(old ?? [])
      .filter((row) => !paired.has(row))
      .map(({ answer }) => wholeRow('删去指标', answer, describeRow(answer), null)),
  ];
}

function wholeRow(
  field: string,
  { anchor, name }: ResultIndicator,
  before: string | null,
  after: string | null,
): Difference {
  return { field, anchor, indicators: [name], before, after };
}

/** `培训人次：≥300人次，320人次`. */
function describeRow({ name, target, actual }: ResultIndicator): string {
  const texts = [target?.text, actual?.text].filter((text) => text !== undefined);
  return texts.length === 0 ? name : `${name}：${texts.join('，')}`;
}

function compareRow(before: ResultIndicator, after: ResultIndicator): Difference[] {
  const indicators = [...new Set([after.name, before.name])];
  return [
    difference('一级指标', before.category, after.category),
    difference('二级指标', before.subcategory, after.subcategory),
    difference('三级指标', before.name, after.name),
    targetDifference('年度指标值', before.target, after.target),
    targetDifference('实际完成值', before.actual, after.actual),
    difference('分值', textOf(before.weight), textOf(after.weight)),
    difference('得分', textOf(before.score), textOf(after.score)),
    difference('偏差原因', before.reason, after.reason),
    ...compareDetails(before.details, after.details),
  ].flatMap((each) => (each ? [{ ...each, anchor: after.anchor, indicators }] : []));
}

function textOf(cell: Money | Figure | null | undefined): string | null {
  return cell?.text ?? null;
}
