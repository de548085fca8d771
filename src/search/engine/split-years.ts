import type { Question } from '../read-questions.ts';

const YEAR_FIRST = /^((?:19|20)\d\d)年?度?(?!\d)(.+)$/;
const YEAR_LAST = /^(.*\D)((?:19|20)\d\d)年?度?$/;

/** `2026年培训` and `培训2026`: a year and a word. @param years That are published. */
export function splitYears(questions: readonly Question[], years: readonly number[]): Question[] {
  return questions.flatMap((question): Question[] => {
    if (question.kind !== 'word') return [question];
    const [, first = '', rest = ''] = YEAR_FIRST.exec(question.text) ?? [];
    const [, lead = '', last = ''] = YEAR_LAST.exec(question.text) ?? [];
    const [year, word] = years.includes(Number(first)) ? [first, rest] : [last, lead];
    if (!years.includes(Number(year))) return [question];
    return [
      { kind: 'year', text: year, year: Number(year) },
      { kind: 'word', text: word },
    ];
  });
}
