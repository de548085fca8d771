/** Seeded changes of targets between the table of targets and that of results: each is named, and nothing else. */
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { matchResults } from '../../../src/identity/match-results.ts';
import { matchRows } from '../../../src/identity/match-rows.ts';
import { must } from '../../../src/record/must.ts';
import { shownRows } from '../../../src/site/shown-rows.ts';
import { seededRandom } from '../../../scripts/bench/seeded-random.ts';
import { writeProject } from '../../helpers/write-project.ts';
import { writeResult } from '../../helpers/write-result.ts';

const PROJECTS = 60;
const NAMES = ['巡查河道', '水质达标率', '清淤长度', '堤岸环境', '居民满意度', '应急响应时间', '养护成本'];

test('200 changes of targets are named, each with both, and none else', () => {
  const seed = Number(process.env['JIXIAO_SEED'] ?? 1);
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => must(items[Math.floor(random() * items.length)]);
  const number = () => String(1 + Math.floor(random() * 98));
  const target = () =>
    pick([
      () => `≥${number()}次`,
      () => `≤${number()}分钟`,
      () => `≥${number()}.5%`,
      () => `${number()}公里`,
      () => `＝${number()}万元`,
      () => pick(['有所改善', '及时', '达到国家标准']),
      () => `每${number()}天一次`,
    ])();
  const changed = new Map<string, [before: string, after: string]>();
  const tables = Array.from({ length: PROJECTS }, (_, place) => {
    const name = `河段${place}养护`;
    const rows = NAMES.map((row) => [row, target()] as const);
    const repeated = rows.map(([row, before]) => {
      if (changed.size === 200 || random() < 0.45) return [row, sameAs(before, random)] as const;
      let after = target();
      while (isAlike(before, after)) after = target();
      changed.set(`${name} ${row}`, [before, after]);
      return [row, after] as const;
    });
    const of = { name, year: 2025, unit: '青溪县水务局', department: '青溪县水务局' };
    return {
      targets: writeProject({ ...of, yuan: '100000.00', rows }),
      results: writeResult({
        ...of,
        rows: repeated.map(([row, text]) => [row, text, '完成', '10', '10', '']),
      }),
    };
  });
  expect(changed.size, `seed ${seed}`).toBe(200);
  const read = (path: string, texts: string[]) => readDisclosure(new VFile({ path, value: texts.join('') }));
  const { projects } = read(
    'disclosures/2025/water.md',
    tables.map(({ targets }) => targets),
  );
  const { results } = read(
    'disclosures/results/2025/water.md',
    tables.map(({ results: text }) => text),
  );
  expect([projects.length, results.length], `seed ${seed}`).toEqual([PROJECTS, PROJECTS]);
  const named = matchResults(projects, results).flatMap(({ project, result }) =>
    shownRows(matchRows(must(project).indicators, result.indicators)).flatMap(({ name, targets, outcome }) =>
      outcome === 'two-targets'
        ? [[`${result.name} ${name}`, targets.map(({ target: { text } }) => text)]]
        : [],
    ),
  );
  expect(Object.fromEntries(named), `seed ${seed}`).toEqual(Object.fromEntries(changed));
});

/** The same target as another office's clerk may type it. */
function sameAs(text: string, random: () => number): string {
  if (random() < 0.6) return text;
  return random() < 0.5 ? text.replace(/^[≥≤＝]/, (sign) => `${sign} `) : text.replaceAll(/\d/g, toWide);
}

function toWide(digit: string): string {
  return String.fromCodePoint(must(digit.codePointAt(0)) + 0xfe_e0);
}

/** Targets that may be the same: a sign or a unit is missing in one of them. */
function isAlike(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll(/[≥≤＝]/g, '');
  return plain(a) === plain(b);
}
