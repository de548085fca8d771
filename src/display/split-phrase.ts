const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Each opens what follows it. */
const OPENING = '（(《“‘【〔「『〈';
/** Longest piece that a single character is added to. */
const LONGEST = 5;

/**
 * The words of a name, between which a line may break: together they are the name. A single character stays with the word
 * before it, an opening bracket with the word after it, so that no line begins with a lone 费.
 */
export function splitPhrase(text: string): string[] {
  const pieces: string[] = [];
  let opening = '';
  for (const { segment } of segmenter.segment(text)) {
    if (OPENING.includes(segment)) {
      opening += segment;
      continue;
    }
    const last = pieces.at(-1);
    const isLone = /^.$/su.test(segment) && opening === '';
    if (isLone && last !== undefined && (last.length < LONGEST || !/\p{Script=Han}/u.test(segment)))
      pieces[pieces.length - 1] = last + segment;
    else {
      pieces.push(opening + segment);
      opening = '';
    }
  }
  if (opening !== '') pieces.push(opening);
  return pieces;
}
