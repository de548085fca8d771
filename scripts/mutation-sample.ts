/**
 * `npm run mutation:sample [-- --changes 5 --seed 1 --rooms import,search/engine]`: makes small changes of the code, chosen by the
 * seed in each folder of `src/`, and counts those that a test notices. A change is written to a copy of the project, where the unit
 * tests of the folder judge it. Where they notice fewer than 90 %, what they let pass is judged by a build and by all other tests.
 * Prints each change that nothing noticed, with the reason if `tests/mutation-survivors.json` has one, and a table by folder. Exits
 * with 1 where a folder is below 90 %.
 */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Change } from './mutation/apply-change.ts';
import { chooseChanges } from './mutation/choose-changes.ts';
import { describeChange, findSurvivor, readSurvivors } from './mutation/known-survivors.ts';
import { listChanges } from './mutation/list-changes.ts';
import { passAllTests } from './mutation/pass-all-tests.ts';
import { copyProject } from './mutation/project-copy.ts';
import { relatedTests } from './mutation/related-tests.ts';
import { openUnitJudge } from './mutation/unit-judge.ts';
import { parseOptions } from './parse-options.ts';

/** Per cent. */
const LEAST = 90;
/** Changes from one line that counts them to the next. */
const PROGRESS = 20;
/** What `npm run mutation` does not change in full, and the search engine and the caches. */
const ROOMS =
  'build,cache,collection,content,display,downloads,import,metadata,redirects,report,revisions,search,site';

const root = join(import.meta.dirname, '..');
const { values } = parseOptions({
  options: {
    changes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    rooms: { type: 'string', default: ROOMS },
  },
});
const texts = new Map(
  globSync(['src/**/*.{ts,astro}', 'tests/unit/**/*.ts'], { cwd: root })
    .sort()
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const testsOf = relatedTests(texts);
const survivors = readSurvivors(root);
const rooms = await Promise.all(
  values.rooms.split(',').map(async (name) => {
    const files = [...texts].filter(([file]) => /^src\/.*(?<!\.d)\.ts$/.test(file) && isIn(name, file));
    const changes = chooseChanges(await listChanges(files), Number(values.changes), Number(values.seed));
    return { name, changes, left: [] as Change[] };
  }),
);

await judgeByUnitTests();
const poor = rooms.filter(({ changes, left }) => !isEnough(changes.length, left.length));
if (poor.length > 0) await judgeByAllTests();

console.table(
  Object.fromEntries(
    rooms.map(({ name, changes, left }) => {
      const noticed = changes.length - left.length;
      return [name, { changes: changes.length, noticed, '%': percent(noticed, changes.length).toFixed(1) }];
    }),
  ),
);
if (rooms.some(({ changes, left }) => !isEnough(changes.length, left.length))) process.exitCode = 1;

/** Puts what no unit test notices into `left`. */
async function judgeByUnitTests(): Promise<void> {
  const queue = rooms.flatMap((room) => room.changes.map((change) => ({ room, change })));
  const durations = {};
  const copies = Array.from({ length: Math.min(availableParallelism(), 4) }, () => copyProject(root));
  const judges = copies.map((copy) => openUnitJudge(copy, durations));
  const total = queue.length;
  console.log(`${total} changes, seed ${values.seed}`);
  try {
    await Promise.all(
      judges.map(async (judge) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          if (queue.length % PROGRESS === 0) console.log(`${total - queue.length} of ${total}`);
          if (!(await judge.notices(next.change, testsOf(next.change.file)))) {
            next.room.left.push(next.change);
            console.log(`no unit test of its folder notices ${describe(next.change)}`);
          }
        }
      }),
    );
  } finally {
    for (const judge of judges) judge.close();
    for (const copy of copies) copy.remove();
  }
}

/** Takes what another test notices out of what is left. */
async function judgeByAllTests(): Promise<void> {
  const copy = copyProject(root);
  try {
    if (!(await passAllTests(copy.folder, []))) throw new Error('the tests fail without any change');
    for (const room of poor)
      for (const change of [...room.left]) {
        const first = room.name.split('/').slice(0, 1);
        const isNoticed = await copy.withChange(
          change,
          async () => !(await passAllTests(copy.folder, first)),
        );
        if (isNoticed) room.left.splice(room.left.indexOf(change), 1);
        console.log(`${isNoticed ? 'another test' : 'no test'} notices ${describe(change)}`);
      }
  } finally {
    copy.remove();
  }
}

function isIn(room: string, file: string): boolean {
  return file === `src/${room}` || file.startsWith(`src/${room}/`);
}

function isEnough(changes: number, left: number): boolean {
  return percent(changes - left, changes) >= LEAST;
}

function percent(noticed: number, changes: number): number {
  return changes === 0 ? 100 : (noticed / changes) * 100;
}

function describe(change: Change): string {
  const text = texts.get(change.file) ?? '';
  const { line, column } = change.start;
  const known = findSurvivor(survivors, text, change);
  return `${change.file}:${line}:${column} ${describeChange(text, change)}${known ? ` (${known.reason})` : ''}`;
}
