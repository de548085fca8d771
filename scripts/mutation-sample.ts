/**
 * `npm run mutation:sample [-- --lines 5 --seed 1 --rooms display,downloads]`: changes lines of the code around the parser, chosen by
 * the seed, and counts the changes that a test notices. Unit tests judge first; where they notice fewer than 90 %, what they let
 * pass is judged by a build and by all tests of the commands, of the site and in the browser. Prints a table by folder of `src/`,
 * and each change that nothing noticed. Exits with 1 below 90 %.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { chooseLines, type SourceFile } from './mutation/choose-lines.ts';
import { copyProject } from './mutation/project-copy.ts';
import { parseOptions } from './parse-options.ts';

/** Per cent. */
const LEAST = 90;
/** What `npm run mutation` does not change in full. */
const ROOMS =
  'build cache collection content display downloads import metadata redirects report revisions search site'.split(
    ' ',
  );
/** `npm run mutation` changes these. */
const ELSEWHERE = /^src\/(?:search\/engine\/|collection\/to-)/;

const root = join(import.meta.dirname, '..');
const { values } = parseOptions({
  options: {
    lines: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    rooms: { type: 'string', default: ROOMS.join(',') },
  },
});
const rooms = values.rooms.split(',');
const texts = new Map<string, string>();
for (const file of globSync(`src/{${rooms.join(',')},}/**/*.ts`, { cwd: root }).sort())
  if (!file.endsWith('.d.ts') && !ELSEWHERE.test(file))
    texts.set(file, readFileSync(join(root, file), 'utf8'));
const filesOf = (room: string): SourceFile[] =>
  [...texts].filter(([file]) => file.startsWith(`src/${room}/`));
const mutate = rooms.flatMap((room) => chooseLines(filesOf(room), Number(values.lines), Number(values.seed)));

const results = await new Stryker({ configFile: 'tests/stryker.sample.json', mutate }).runMutationTest();
const mutants = results
  .map((result) => ({ ...result, file: relative(root, result.fileName) }))
  .filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
  .filter((mutant) => !isWording(mutant));
const left = new Set(mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage'));
console.log(`${mutants.length} changes, seed ${values.seed}; ${left.size} that no unit test noticed:`);
for (const mutant of left) console.log(describe(mutant));

if (!isEnough()) await judgeByAllTests();

const rows = rooms.map((room) => {
  const own = mutants.filter(({ file }) => file.startsWith(`src/${room}/`));
  return [room, scoreOf(own.length, own.filter((mutant) => left.has(mutant)).length)] as const;
});
const total = scoreOf(mutants.length, left.size);
console.table(Object.fromEntries([...rows, ['all', total]]));
if (!isEnough()) process.exitCode = 1;

function isEnough(): boolean {
  return left.size <= (mutants.length * (100 - LEAST)) / 100;
}

/** Takes what another test notices out of what is left. */
async function judgeByAllTests(): Promise<void> {
  const copy = copyProject(root);
  try {
    if (!(await copy.passes())) throw new Error('the tests fail without any change');
    for (const mutant of [...left]) {
      const { file, location, replacement } = mutant;
      const isNoticed = await copy.notices({ file, ...location, replacement });
      if (isNoticed) left.delete(mutant);
      console.log(`${isNoticed ? 'noticed' : 'NOT NOTICED'} ${describe(mutant)}`);
    }
  } finally {
    copy.remove();
  }
}

function describe({ file, location: { start }, replacement }: (typeof mutants)[number]): string {
  return `${file}:${start.line}:${start.column} ${replacement.slice(0, 100)}`;
}

function scoreOf(changes: number, unnoticed: number) {
  const noticed = changes - unnoticed;
  return { changes, noticed, '%': changes === 0 ? '' : ((noticed / changes) * 100).toFixed(1) };
}

/** Whether a change is of nothing but Chinese words: these are read by people, not by tests. */
function isWording({ file, location, mutatorName }: (typeof results)[number] & { file: string }): boolean {
  const line = texts.get(file)?.split('\n')[location.start.line - 1] ?? '';
  const text = line.slice(location.start.column - 1, location.end.column - 1);
  return mutatorName === 'StringLiteral' && /\p{Script=Han}/u.test(text);
}
