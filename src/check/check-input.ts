/**
 * In: what somebody pasted, or a file.
 * Out: what the site would read of it, as HTML, and the text that an office would store.
 */
import { decodeSource } from '../content/decode-source.ts';
import { NO_FRONT_MATTER } from '../content/front-matter.ts';
import { readText, type TextOptions } from '../content/read-text.ts';
import { forms } from '../record/forms/forms.ts';
import { toNotice } from '../record/notices.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { readInput, type CheckInput, type OnPart } from './read-input.ts';
import { writeResult } from './write-result.ts';

export interface CheckOptions {
  /** Address of the page of rules. Null: the site has none. */
  rules: string | null;
  /** The year that is taken where the table and the file's name have none. */
  year: number;
}

export interface CheckResult {
  /** Sections of the page. */
  html: string;
  /** What came of it, in one sentence. */
  summary: string;
  /** The text to store. Empty: nothing could be read. */
  text: string;
}

/** Rules that report a table without a year. */
const WITHOUT_YEAR: readonly RuleId[] = ['budget/no-year', 'result/no-year'];

/** Throws an ImportError for a file that can't be read. */
export async function checkInput(
  input: CheckInput,
  { rules, year }: CheckOptions,
  onPart: OnPart,
): Promise<CheckResult> {
  const { text: given, origins, remarks } = await readInput(input, onPart);
  const text = decodeSource(new TextEncoder().encode(given));
  if (typeof text !== 'string') {
    const notices = [toNotice({ path: '', ...text }, text.rule, text.message)];
    return {
      ...writeResult({ text: '', projects: [], results: [], notices, origins, remarks, rules }),
      text: '',
    };
  }
  const options = { forms, readFrontMatter: await frontMatterReader(text) };
  const file = { path: '', sha256: '', year: yearIn(input) };
  const first = readText(text, file, options);
  const isWithoutYear = first.notices.some(({ rule }) => WITHOUT_YEAR.includes(rule));
  const { projects, results, notices } = isWithoutYear ? readText(text, { ...file, year }, options) : first;
  const said = isWithoutYear
    ? [...remarks, `表上和文件名里没有写年份，这里按 ${year} 年读；公开时文件要放进以年份命名的文件夹`]
    : remarks;
  return { ...writeResult({ text, projects, results, notices, origins, remarks: said, rules }), text };
}

/** A text seldom has front matter, and to read it takes as much code as everything else. */
async function frontMatterReader(text: string): Promise<TextOptions['readFrontMatter']> {
  if (!text.startsWith('---')) return () => NO_FRONT_MATTER;
  return (await import('../content/read-publication.ts')).readPublication;
}

/** As for a file of the content folder. */
function yearIn(input: CheckInput): number | null {
  const [year] = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(input.kind === 'file' ? input.name : '') ?? [];
  return year === undefined ? null : Number(year);
}
