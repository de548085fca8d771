/**
 * In: a dropped file, and what staff chose for its labels.
 * Out: the labels that are asked about, the form that the choices make, and the file as it is read with it.
 */
import type { Content } from '../content/open-content.ts';
import {
  compileOfficeForm,
  readOfficeForms,
  type OfficeForm,
  type OfficeFormData,
} from '../content/read-forms.ts';
import { readTables } from '../content/read-tables.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { chooseForm } from '../record/choose-form.ts';
import { OfficeFormSchema } from '../record/form-schema.ts';
import { formInputs, forms as knownForms } from '../record/forms/forms.ts';
import { placesIn } from '../record/find-nearest-label.ts';
import { joinHeaders } from '../record/join-headers.ts';
import { labelGrid, type LabelledGrid } from '../record/labelled-grid.ts';
import { must } from '../record/must.ts';
import { readLabel } from '../record/read-label.ts';
import { recognizeTables } from '../record/recognize-tables.ts';
import { findAskedLabels, type AskedLabel } from './asked-labels.ts';
import { PLACES } from '../report/suggest-form.ts';
import type { Draft } from './drafts.ts';
import { choicesFor, labelsAt, listLabelsOf, placeOfChoice, withLabels } from './form-places.ts';
import { readDraft, type DraftReading, type OpenedDrafts } from './read-draft.ts';
import { formsWith, LONGEST_NAME, newFile } from './save-form.ts';

/** A label that is asked about, and what was chosen for it. */
export interface TaughtLabel extends AskedLabel {
  /** Id of the choice. Null: nothing was chosen yet. */
  choice: string | null;
}

export interface Teaching {
  labels: readonly TaughtLabel[];
  /** Whether the file can't be read without an answer. */
  isNeeded: boolean;
  /** The office's form that is corrected or extended. Null: a new one is made. */
  office: OfficeForm | null;
  /** Of the form. Empty: the table has none that could be its name, and staff have to write one. */
  name: string;
}

/** A file has labels of one form or of a few; a table of so many cells is none. */
const MOST_LABELS = 30;

/** Null: no label of the file is unknown or of the office's own. @param reading As the forms of the content read it. */
export function teachingOf(
  { draft, converted }: DraftReading,
  forms: readonly OfficeForm[],
): Teaching | null {
  const all = [...forms.map(({ form }) => form), ...knownForms];
  const tables = readTables(converted.text, () => undefined)
    .flatMap((grid) => recognizeTables(grid, all, () => undefined))
    .filter(({ other }) => !other)
    .map((table) => findAskedLabels(table, forms));
  const needed = tables.filter(({ isNeeded }) => isNeeded);
  const first =
    needed[0] ?? tables.find(({ office }) => office !== null) ?? tables.find(({ asked }) => asked.length > 0);
  if (!first) return null;
  const isSame = ({ office }: (typeof tables)[number]) => office === first.office;
  // What is read without an answer is asked about where it has no other name on the page than its label.
  const asWritten = new Set(converted.reading.projects.flatMap(labelsAsWritten));
  const asked = (needed.length > 0 ? needed : tables)
    .filter(isSame)
    .flatMap((table) => table.asked)
    .filter(
      ({ text, kept }) =>
        needed.length > 0 || converted.reading.projects.length === 0 || kept !== null || asWritten.has(text),
    );
  const chosen = new Map(Object.entries(draft.answers.taught?.choices ?? {}));
  const labels = distinctKeys(asked)
    .slice(0, MOST_LABELS)
    .map((label): TaughtLabel => {
      // A sum without a unit, whose label was chosen where a unit was written, is asked about once more.
      const ways = [chosen.get(label.key), label.kept ?? undefined];
      return { ...label, choice: ways.find((way) => way !== undefined && isChoice(label, way)) ?? null };
    });
  if (labels.length === 0) return null;
  const name = draft.answers.taught?.name ?? first.office?.data.name ?? nameIn(first.title);
  return { labels, isNeeded: needed.length > 0, office: first.office, name };
}

function labelsAsWritten({ otherFields, indicators }: Project): string[] {
  return [...otherFields, ...indicators.flatMap(({ details }) => details)].map(({ label }) => label);
}

/** Whether a label can be chosen to be this. */
export function isChoice(label: Pick<AskedLabel, 'isColumn' | 'isUnitKnown'>, choice: string): boolean {
  return choicesFor(label).some(({ choices }) => choices.some(({ id }) => id === choice));
}

function distinctKeys(labels: readonly AskedLabel[]): AskedLabel[] {
  const first = new Map<string, AskedLabel>();
  for (const label of labels) if (!first.has(label.key)) first.set(label.key, label);
  return [...first.values()];
}

/** `云岭市2026年度绩效目标申报表（试行）` → 云岭市绩效目标申报表（试行）. */
function nameIn(title: string): string {
  return title
    .replaceAll(/[(（]?(?:19|20)\d{2}\s*年?度?[)）]?/g, '')
    .replaceAll(/\s+/g, '')
    .slice(0, LONGEST_NAME);
}

/** A form's data with what was chosen. Labels without a choice stay as they are. */
export function applyChoices(
  data: OfficeFormData,
  labels: readonly Pick<TaughtLabel, 'key' | 'text' | 'choice'>[],
): OfficeFormData {
  // What is as it was chosen stays as somebody may have written it.
  const before = new Map(listLabelsOf(data).map((listed) => [listed.key, listed.choice]));
  return labels.reduce((form, { key, text, choice }) => {
    if (choice === null || before.get(key) === choice) return form;
    const { place, label } = placeOfChoice(choice, { key, text });
    const without = Object.keys(PLACES).reduce((each, other) => {
      const listed = labelsAt(each, other);
      const rest = listed.filter((written) => readLabel(written).key !== key);
      return rest.length === listed.length ? each : withLabels(each, other, rest);
    }, form);
    return withLabels(without, place, [...labelsAt(without, place), label]);
  }, data);
}

/** The form that the choices make: the office's, or a new one that is based on the form that has most of the table's other labels. */
export function taughtForm({ labels, office, name }: Teaching, text: string): OfficeFormData {
  const named = { ...(office?.data ?? EMPTY), ...(name !== '' && { name }) };
  const data = applyChoices(named, labels);
  if (office) return data;
  const bases = Object.keys(formInputs) as (keyof typeof formInputs)[];
  const candidates = bases.map((basedOn) => ({ ...data, basedOn }));
  const forms = candidates.map(compileOfficeForm);
  const keys = new Set(labels.map(({ key }) => key));
  const hasAsked = ({ rows }: LabelledGrid) =>
    rows.some(({ cells }) => cells.some((cell) => keys.has(cell.key)));
  const tables = readTables(text, () => undefined).flatMap((grid) =>
    recognizeTables(grid, forms, () => undefined),
  );
  const grid = tables.map((table) => joinHeaders(table.grid, forms)).find(hasAsked);
  return grid ? must(candidates[forms.indexOf(chooseForm(grid, forms))]) : { ...data, basedOn: 'guangdong' };
}

const EMPTY = OfficeFormSchema.parse({ name: '新的表式' });

/** The file as it is read with the choices. */
export async function readTaught(
  draft: Draft,
  content: Content,
  opened: OpenedDrafts,
  teaching: Teaching,
  text: string,
): Promise<DraftReading> {
  const data = taughtForm(teaching, text);
  const office = readOfficeForms(content.folder);
  const file = teaching.office?.file ?? newFile(data.name, office);
  return readDraft(draft, { ...content, forms: formsWith(office, file, data) }, opened);
}

/** What tables need, with the places of its labels. */
const NEEDED: readonly (readonly [word: string, places: readonly string[]])[] = [
  ['项目名称', ['fields.name']],
  ['一级指标或者二级指标', ['columns.category', 'columns.subcategory']],
  ['三级指标', ['columns.name']],
  ['年度指标值', ['columns.target', 'columns.annualTarget', 'columns.periodTarget']],
];

/** Words for what no cell of the file is a label of. Empty where projects are read. @param data The form that it was read with. */
export function missingPlaces({ converted }: DraftReading, data: OfficeFormData): string[] {
  if (converted.reading.projects.length > 0) return [];
  const form = compileOfficeForm(data);
  const grids = readTables(converted.text, () => undefined).map(labelGrid);
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const places = new Set(cells.flatMap(({ key }) => (key === '' ? [] : placesIn(form, key))));
  return NEEDED.flatMap(([word, of]) => (of.some((place) => places.has(place)) ? [] : [word]));
}
