/** Lines of code to change, chosen by a seed. */
import { seededRandom } from '../bench/seeded-random.ts';

/** A file by its path from the project's folder, and its text. */
export type SourceFile = readonly [path: string, text: string];

/** Lines that hold no code: comments, types, imports, brackets alone. */
const WITHOUT_CODE = /^\s*(?:\/?\*|\/\/|$)|^\s*(?:export )?(?:declare|interface|type) |^[\s()[\]{},;]*$/;

/** @returns At most `count` lines, as Stryker names them: `src/a.ts:12-12`. */
export function chooseLines(files: readonly SourceFile[], count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const lines = files.flatMap(([path, text]) => linesOfCode(text).map((line) => `${path}:${line}-${line}`));
  return Array.from({ length: Math.min(count, lines.length) }, () => {
    return lines.splice(Math.floor(random() * lines.length), 1);
  }).flat();
}

/** Their numbers, from 1. */
function linesOfCode(text: string): number[] {
  let isImport = false;
  return text.split('\n').flatMap((line, index) => {
    isImport ||= line.startsWith('import ');
    const isCode = !isImport && !WITHOUT_CODE.test(line);
    if (line.endsWith(';')) isImport = false;
    return isCode ? [index + 1] : [];
  });
}
