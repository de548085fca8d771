/** What a label can mean, and where a form's file lists the labels of each meaning. */
import type { OfficeFormData } from '../content/read-forms.ts';
import { readLabel } from '../record/read-label.ts';
import { PLACES } from '../report/suggest-form.ts';

/** Meanings of sums, whose unit is asked where the table names none. */
const SUMS: readonly string[] = ['budget', 'totals', 'funding'];
/** Between a place and the unit that was chosen: `budget|万元`. */
const UNIT = '|';
/** A label without a meaning of its own: it is published as it is written. */
export const AS_WRITTEN = 'others';

/** One thing to choose. */
interface Choice {
  /** `columns.annualTarget`, `budget|万元`. */
  id: string;
  /** 年度指标值, 当年的预算金额（万元）. */
  word: string;
}

/** Choices that are shown together. */
export interface ChoiceGroup {
  word: string;
  choices: readonly Choice[];
}

/** In an order that never changes. @param isUnitKnown Whether the table names the unit of a sum. */
export function choicesFor({
  isColumn,
  isUnitKnown,
}: {
  isColumn: boolean;
  isUnitKnown: boolean;
}): ChoiceGroup[] {
  const head = {
    word: '项目的栏目',
    choices: choicesAt((place) => !place.startsWith('columns.'), isUnitKnown),
  };
  const columns = { word: '指标的栏目', choices: choicesAt((place) => place.startsWith('columns.'), true) };
  const rest = { word: '都不是', choices: [{ id: AS_WRITTEN, word: '照原样公开，不当作哪一项' }] };
  // A ledger has the project's columns next to those of the indicators.
  return isColumn ? [columns, head, rest] : [head, rest];
}

function choicesAt(isMeant: (place: string) => boolean, isUnitKnown: boolean): Choice[] {
  const places = Object.entries(PLACES).filter(([place]) => place !== AS_WRITTEN && isMeant(place));
  return places.flatMap(([place, word]) =>
    SUMS.includes(place) && !isUnitKnown
      ? ['元', '万元'].map((unit) => ({ id: `${place}${UNIT}${unit}`, word: withUnit(word, unit) }))
      : [{ id: place, word }],
  );
}

/** `资金来源，如财政拨款` → `资金来源（万元），如财政拨款`. */
function withUnit(word: string, unit: string): string {
  const [name = '', ...rest] = word.split('，');
  return [`${name}（${unit}）`, ...rest].join('，');
}

/** 年度指标值, of its id. Null: nothing is to choose under this id. */
export function wordOf(id: string): string | null {
  const all = [true, false].flatMap((isUnitKnown) => choicesFor({ isColumn: true, isUnitKnown }));
  return all.flatMap(({ choices }) => choices).find((choice) => choice.id === id)?.word ?? null;
}

/** Whether a unit was chosen together with a meaning. */
export function hasUnit(choice: string | undefined): boolean {
  return choice?.includes(UNIT) === true;
}

/** Where a form's file lists a label that was chosen, and how it writes it: `核定数（万元）` with the unit that was chosen. */
export function placeOfChoice(
  id: string,
  { key, text }: { key: string; text: string },
): { place: string; label: string } {
  const [place = '', unit] = id.split(UNIT);
  const label = readLabel(key).key === key ? key : text.replaceAll(/\s+/g, '');
  return { place, label: unit === undefined ? label : `${label}（${unit}）` };
}

/** The labels that a form's file lists under a place. */
export function labelsAt(data: OfficeFormData, place: string): readonly string[] {
  const [first = '', second] = place.split('.');
  const lists: unknown = partsOf(data)[first];
  const found = second === undefined ? lists : partsOf(lists)[second];
  return Array.isArray(found) ? (found as string[]) : [];
}

/** A form's data with other labels under a place. */
export function withLabels(data: OfficeFormData, place: string, labels: readonly string[]): OfficeFormData {
  const [first = '', second] = place.split('.');
  const list = [...labels];
  return {
    ...data,
    [first]: second === undefined ? list : { ...partsOf(partsOf(data)[first]), [second]: list },
  };
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Record<string, unknown>;
}

/** A label of the office's own, and what it was chosen to be. */
export interface ListedLabel {
  key: string;
  /** As the file writes it. */
  text: string;
  /** As in {@link Choice}. */
  choice: string;
}

/** All labels that a form's file gives a meaning, in the order of the choices. */
export function listLabelsOf(data: OfficeFormData): ListedLabel[] {
  const seen = new Set<string>();
  return Object.keys(PLACES).flatMap((place) =>
    labelsAt(data, place).flatMap((text): ListedLabel[] => {
      const { key, unit } = readLabel(text);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ key, text, choice: unit && SUMS.includes(place) ? `${place}${UNIT}${unit}` : place }];
    }),
  );
}
