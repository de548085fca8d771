/**
 * In: a content folder.
 * Out: the forms that its tables may be filled in on: the office's own in `forms/*.yaml`, then the project's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter } from 'yaml';
import type { z } from 'zod';
import { compileForm, extendForm, type Form } from '../record/form.ts';
import { OfficeFormSchema } from '../record/form-schema.ts';
import { formInputs, forms as knownForms } from '../record/forms/forms.ts';
import { must } from '../record/must.ts';
import { readYaml } from './read-yaml.ts';

const { fields, period, goals, columns } = OfficeFormSchema.shape;
/** What a form can have, by the key that it is under; empty: the form itself. */
const KEYS: Readonly<Record<string, object>> = {
  '': OfficeFormSchema.shape,
  fields: fields.unwrap().shape,
  period: period.unwrap().shape,
  goals: goals.unwrap().shape,
  columns: columns.unwrap().shape,
};

/** What an office's form says: its own labels, and the form that it is based on. */
export type OfficeFormData = z.infer<typeof OfficeFormSchema>;

/** A form of the office, and its file. */
export interface OfficeForm {
  /** Name of the file in `forms/`: `own.yaml`. */
  file: string;
  data: OfficeFormData;
  form: Form;
}

/** Thrown once, with everything that is wrong in an office's forms. Its message is for staff. */
export class FormError extends Error {
  constructor(problems: readonly string[]) {
    super(`content/forms/ 里的表式有误，没有读文件：\n${problems.join('\n')}`);
    this.name = 'FormError';
  }
}

/** Throws a {@link FormError}. */
export function readForms(folder: string): readonly Form[] {
  const own = readOfficeForms(folder).map(({ form }) => form);
  return own.length === 0 ? knownForms : [...own, ...knownForms];
}

/** In the order of their files' names, which is the order in which tables are tried. Throws a {@link FormError}. */
export function readOfficeForms(folder: string): OfficeForm[] {
  const problems: string[] = [];
  const own = formFiles(folder).flatMap((name) => readForm(join(folder, 'forms', name), name, problems));
  if (problems.length > 0) throw new FormError(problems);
  return own;
}

/** The form that an office's data describe. */
export function compileOfficeForm({ basedOn, layout, ...own }: OfficeFormData): Form {
  return compileForm(extendForm({ ...own, ...(layout ? { layout } : {}) }, formInputs[basedOn]));
}

function formFiles(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'forms'))
      .filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function readForm(path: string, name: string, problems: string[]): OfficeForm[] {
  const lines = new LineCounter();
  const yaml = readYaml(readFileSync(path, 'utf8'), lines);
  if ('offset' in yaml) {
    problems.push(`forms/${name}:${lines.linePos(yaml.offset).line} 不是有效的 YAML`);
    return [];
  }
  const result = OfficeFormSchema.safeParse(yaml.values);
  if (!result.success) {
    problems.push(...result.error.issues.map((issue) => `forms/${name} ${describeIssue(issue)}`));
    return [];
  }
  return [{ file: name, data: result.data, form: compileOfficeForm(result.data) }];
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${path ? `${path} 里` : ''}没有 ${issue.keys.join('、')} 这一项；可用的有 ${Object.keys(must(KEYS[path])).join('、')}`;
  if (issue.code === 'invalid_value') return `${path} 应为 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'invalid_type')
    return `${path || '文件'} 应为${issue.expected === 'array' ? '一列栏目名称' : issue.expected === 'string' ? '文字' : '“项: 值”的形式'}`;
  return `${path} 写得不对`;
}
