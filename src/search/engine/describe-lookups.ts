import { must } from '../../record/must.ts';
import type { Answer } from '../query.ts';
import type { Question } from '../read-questions.ts';
import type { ProjectTable } from './filter-projects.ts';
import type { Lookup } from './look-up.ts';

/** What a page says of the words. */
export function describeLookups(
  lookups: readonly Lookup[],
  questions: readonly Question[],
  { names, table }: ProjectTable,
): Pick<Answer, 'words' | 'readAs' | 'bodiesMeant' | 'isNamesOnly'> {
  const typed = questions.flatMap(({ text }) => text.split(' '));
  const simplified = lookups.filter(({ typed: word, isPinyin }) => !isPinyin && !typed.includes(word));
  const fromPinyin = lookups.filter(({ isPinyin }) => isPinyin).flatMap(({ word }) => word);
  const short = lookups.filter(
    ({ bodies, typed: word, isPinyin }) =>
      !isPinyin && bodies.length > 0 && !names[must(bodies[0])]?.includes(word),
  );
  return {
    words: lookups.flatMap(({ word }) => word),
    readAs: [...new Set([...simplified.map(({ typed: word }) => word), ...fromPinyin])],
    bodiesMeant: short.map(({ typed: word, bodies }) => [
      word,
      bodies.map((body) => must(table.bodies[body])),
    ]),
    isNamesOnly: lookups.some(({ isNamesOnly }) => isNamesOnly),
  };
}
