/**
 * In: a form as data.
 * Out: its file in the content's `forms/`, which every command reads; whole, or as it was.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Document, isSeq, LineCounter, parseDocument } from 'yaml';
import { replaceFile } from '../cache/replace-file.ts';
import { compileOfficeForm, type OfficeForm, type OfficeFormData } from '../content/read-forms.ts';
import { readYaml } from '../content/read-yaml.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Form } from '../record/form.ts';
import { OfficeFormSchema } from '../record/form-schema.ts';
import { formInputs, forms as knownForms } from '../record/forms/forms.ts';
import { PLACES } from '../report/suggest-form.ts';
import { labelsAt } from './form-places.ts';

/** Of a form's name, in characters. */
export const LONGEST_NAME = 60;

/** Why a form can't be kept. Its message is for staff. */
export class KeepError extends Error {}

/** Throws a {@link KeepError}. @param own The office's form that has the name now. Null: a new one gets it. */
export function checkName(name: string, forms: readonly OfficeForm[], own: OfficeForm | null): void {
  if (name === '') throw new KeepError('请写这种表叫什么。');
  if (name.length > LONGEST_NAME || /\p{C}/u.test(name))
    throw new KeepError(`名称最多 ${LONGEST_NAME} 个字，写在一行里。`);
  const taken = [
    ...forms.filter(({ file }) => file !== own?.file).map(({ data }) => data.name),
    ...Object.values(formInputs).map((input) => input.name),
  ];
  if (taken.includes(name))
    throw new KeepError(`已经有一种表叫“${name}”，没有改动它。请另起一个名称，例如加上单位的名称。`);
}

/** Throws a {@link KeepError} while a site is being built: its content must not change. */
export function refuseWhile(isBuilding: boolean): void {
  if (isBuilding) throw new KeepError('正在做网站。做好以后再点一次；选过的都记着。');
}

/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The file of a new form: its name in letters, with a number where another form has that file. */
export function newFile(name: string, forms: readonly Pick<OfficeForm, 'file'>[]): string {
  const slug = toSlug(name);
  const stem = RESERVED.test(slug) ? `form-${slug}` : slug;
  const taken = new Set(forms.map(({ file }) => file.replace(/\.[^.]*$/, '')));
  let free = stem;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${number}`;
  return `${free}.yaml`;
}

/** All forms, in the order in which tables are tried, if a file said this. @param data Null: the file is gone. */
export function formsWith(
  forms: readonly OfficeForm[],
  file: string,
  data: OfficeFormData | null,
): readonly Form[] {
  const others = forms.filter((each) => each.file !== file);
  const own = data ? [...others, { file, form: compileOfficeForm(data) }] : others;
  return [...own.sort((a, b) => (a.file < b.file ? -1 : 1)).map(({ form }) => form), ...knownForms];
}

/** Throws a {@link KeepError} for a file that somebody wrote so that it can't be changed here, and the system's errors. */
export function saveForm(folder: string, file: string, data: OfficeFormData, isNew: boolean): void {
  const path = join(folder, 'forms', file);
  const text = writeForm(isNew ? null : readFileSync(path, 'utf8'), data);
  mkdirSync(join(folder, 'forms'), { recursive: true });
  replaceFile(path, text);
}

export function removeForm(folder: string, file: string): void {
  rmSync(join(folder, 'forms', file));
}

/** The lines of a form's file. Comments, and what has no place here, stay. @param before The file as it is. Null: there is none. */
export function writeForm(before: string | null, data: OfficeFormData): string {
  const document = before === null ? newDocument(data) : parseDocument(before);
  if (document.get('name') !== data.name) document.set('name', data.name);
  for (const place of Object.keys(PLACES)) setLabels(document, place.split('.'), labelsAt(data, place));
  const text = document.toString();
  const yaml = readYaml(text, new LineCounter());
  const read = 'offset' in yaml ? null : OfficeFormSchema.safeParse(yaml.values).data;
  if (!read || !isDeepStrictEqual(partsOf(read), partsOf(data)))
    throw new KeepError('这个文件是手写的，工作台改不了它，没有动它；请在文件里改。');
  return text;
}

/** All that a form says; a list that is empty says as much as one that is not there. */
function partsOf(data: OfficeFormData): unknown {
  const { name, basedOn, layout, categories, subcategories } = data;
  const places = Object.keys(PLACES).map((place) => labelsAt(data, place));
  return [name, basedOn, layout, categories, subcategories, places];
}

function newDocument({ basedOn }: OfficeFormData): Document {
  const document = new Document({ name: '', basedOn });
  document.commentBefore =
    ' 工作台记下的表式：每个栏目写在它的意思下面。在工作台里改，或者在这里改，都可以。';
  return document;
}

function setLabels(document: Document, path: readonly string[], labels: readonly string[]): void {
  const list = document.getIn(path, true);
  if (!isSeq(list)) {
    if (labels.length > 0) document.setIn(path, document.createNode(labels));
    return;
  }
  const listed = list.items.map((item) => String(item));
  for (const [index, label] of [...listed.entries()].reverse())
    if (!labels.includes(label)) list.delete(index);
  for (const label of labels) if (!listed.includes(label)) list.add(document.createNode(label));
  if (labels.length === 0) document.deleteIn(path);
}
