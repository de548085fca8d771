/**
 * In: the first page of a body, and what its tables of the whole office say, as published in JSON.
 * Out: what the page does not show of them, or shows otherwise.
 */
import { attributeOf, findAll, hasClass, hasId, textOf, type Element } from './read-elements.ts';
import type { RecordedOverall } from './record.ts';
import { withoutSpaces } from './without-spaces.ts';

export function compareOverallPage(page: Element, overalls: readonly RecordedOverall[]): string[] {
  const shown = findAll(page, ({ attributes }) => attributes.includes('data-overall'));
  if (shown.length !== overalls.length)
    return [`页上有 ${shown.length} 张整体绩效目标表，应有 ${overalls.length} 张`];
  return overalls.flatMap((overall, index) => {
    const section = shown[index];
    if (!section) return [];
    const anchor = overall.id.replace(/.*#/, '');
    const isThere = hasId(section, anchor);
    return [...(isThere ? [] : [`整体绩效目标没有 #${anchor}`]), ...compareSection(section, overall)];
  });
}

function compareSection(section: Element, overall: RecordedOverall): string[] {
  const { name, funds, tasks, total, goal, indicators, otherFields } = overall;
  const textsOf = (kind: string, cell: (part: Element) => boolean) =>
    findAll(section, (part) => attributeOf(part, 'data-part') === kind).map((part) =>
      findAll(part, cell).map((each) => withoutSpaces(textOf(each, isLeftOut))),
    );
  const isCell = (part: Element) => ['th', 'td', 'dt', 'dd'].includes(part.tag);
  const isValue = (part: Element) => part.attributes.includes(' data-value');
  const compare = (kind: string, expected: readonly (readonly string[])[], by = isValue): string[] => {
    const found = textsOf(kind, by);
    const wanted = expected.map((texts) => texts.map(withoutSpaces));
    return JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`整体绩效目标：${kind} 写着 ${JSON.stringify(found)}，应是 ${JSON.stringify(wanted)}`];
  };
  const amounts = [...tasks, ...(total ? [total] : [])];
  return [
    ...compare('name', [name === null ? [] : [name]]),
    ...compare(
      'field',
      [...funds.map(({ label, text, line }) => ({ label, value: text, line })), ...otherFields].map(
        ({ label, value }) => [label, value],
      ),
      isCell,
    ),
    ...compare(
      'task',
      tasks.map((task) => [
        ...[task.name, task.content].flatMap((text) => text ?? []),
        ...task.details.flatMap(({ label, value }) => [label, value]),
      ]),
    ),
    ...compare(
      'total',
      total ? [[total.label, ...total.details.flatMap(({ label, value }) => [label, value])]] : [],
    ),
    ...compareAmounts(
      section,
      amounts.map(({ amounts: each }) =>
        each.flatMap(({ over, label, text }) => [(over ?? '') + label, text]),
      ),
    ),
    ...compare('goal', goal === null ? [] : [[goal]]),
    ...compare(
      'indicator',
      indicators.map((row) => [
        ...[row.category, row.subcategory, row.name],
        ...row.details.flatMap(({ label, value }) => [label, value]),
        ...[row.target?.text, row.weight?.text].flatMap((text) => text ?? []),
      ]),
    ),
  ];
}

/** Each amount with the label of its column, in the order of the table. */
function compareAmounts(section: Element, expected: readonly (readonly string[])[]): string[] {
  const rows = findAll(section, (part) => ['task', 'total'].includes(attributeOf(part, 'data-part') ?? ''));
  const found = rows.map((row) =>
    findAll(row, (part) => part.attributes.includes(' data-amount')).flatMap((part) => [
      withoutSpaces(attributeOf(part, 'data-label') ?? ''),
      withoutSpaces(textOf(part, isLeftOut)),
    ]),
  );
  const wanted = expected.map((texts) => texts.map(withoutSpaces));
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`整体绩效目标：金额写着 ${JSON.stringify(found)}，应是 ${JSON.stringify(wanted)}`];
}

/** Links to lines, and an amount in yuan next to its text. */
function isLeftOut(part: Element): boolean {
  return hasClass(part, 'to-line') || hasClass(part, 'in-yuan');
}
