/**
 * In: a number of projects, a seed, a folder.
 * Out: generated disclosures, `disclosures/<year>/*.md`, in the form of the real source with its irregularities: titles without
 * `##`, one tab instead of two, shifted rows, merged cells, varying units and amounts. The same seed gives the same bytes.
 *
 * In the words, `{}` is replaced by a subject and `n` by a number. Any resemblance to real names is accidental.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import words from './corpus-words.json' with { type: 'json' };
import { must } from '../../src/record/must.ts';
import { seededRandom } from './seeded-random.ts';

const YEARS = [2022, 2023, 2024, 2025, 2026];
/** Minimum and maximum number of projects per disclosure. */
const FEWEST = 5;
const MOST = 15;

interface Row {
  category: string;
  subcategory: string;
  name: string;
  period: string;
  annual: string;
}

/** A project as its body wrote it in one year. */
interface Written {
  yuan: number;
  rows: readonly Row[];
}

/**
 * Replaces `<out>/disclosures`.
 *
 * @param options.bodies So many bodies, each with a disclosure in each of the five years: most projects go on from year to year
 * with another budget and a few other targets, some end, some begin. Without it each body has one year.
 */
export function generateCorpus(options: {
  projects: number;
  seed: number;
  out: string;
  bodies?: number;
}): void {
  const { projects, out, bodies } = options;
  const random = seededRandom(options.seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const pick = <Value>(values: readonly Value[]): Value => values[between(0, values.length - 1)] as Value;
  const chance = (share: number) => random() < share;

  rmSync(join(out, 'disclosures'), { recursive: true, force: true });
  if (bodies === undefined) {
    for (let made = 0, file = 1; made < projects; file += 1) {
      const year = must(YEARS[(file - 1) % YEARS.length]);
      const place = newPlace();
      const body = `${place}${pick(words.bodies)}`;
      const count = Math.min(projects - made, between(FEWEST, MOST));
      writeDisclosure(file, year, body, addNames(new Set(), count, place), new Map());
      made += count;
    }
  } else {
    const disclosures = bodies * YEARS.length;
    const taken = new Set<string>();
    for (let file = 1, made = 0, written = 0; file <= bodies; file += 1) {
      const [place, body] = newBody(taken);
      let before = new Map<string, Written>();
      for (const year of YEARS) {
        written += 1;
        const count = Math.round((projects * written) / disclosures) - made;
        const going = [...before.keys()].filter(() => chance(0.85)).slice(0, count);
        before = writeDisclosure(file, year, body, addNames(new Set(going), count, place), before);
        made += count;
      }
    }
  }

  /** @returns What it wrote, by the names of the projects. */
  function writeDisclosure(
    file: number,
    year: number,
    body: string,
    names: ReadonlySet<string>,
    before: ReadonlyMap<string, Written>,
  ): Map<string, Written> {
    const projects = new Map<string, Written>();
    const texts = Array.from(names, (name) => {
      const { text, ...project } = writeProject(name, body, year, before.get(name));
      projects.set(name, project);
      return text;
    });
    const folder = join(out, 'disclosures', String(year));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `office-${String(file).padStart(4, '0')}.md`), `\n\n${texts.join('\n')}`);
    return projects;
  }

  function newPlace(): string {
    return placeCharacter() + placeCharacter() + pick(['县', '市', '区']);
  }

  /** A place and a body in it whose name is not taken; it is then. */
  function newBody(taken: Set<string>): [place: string, body: string] {
    const place = newPlace();
    const body = `${place}${pick(words.bodies)}`;
    if (taken.has(body)) return newBody(taken);
    taken.add(body);
    return [place, body];
  }

  /** Names up to a number of them. */
  function addNames(names: Set<string>, count: number, place: string): Set<string> {
    while (names.size < count) names.add(projectName(place));
    return names;
  }

  function placeCharacter(): string {
    return pick(Array.from(words.placeCharacters));
  }

  function projectName(place: string): string {
    const lead = chance(0.25) ? place : chance(0.4) ? pick(words.leads) : '';
    const second = chance(0.3) ? `和${pick(words.subjects)}` : '';
    return `${lead}${pick(words.subjects)}${second}${pick(words.actions)}${chance(0.05) ? '（二期）' : ''}`;
  }

  function writeProject(
    name: string,
    body: string,
    year: number,
    before: Written | undefined,
  ): Written & { text: string } {
    const subject = words.subjects.find((word) => name.includes(word)) ?? pick(words.subjects);
    const yuan = before ? changeYuan(before.yuan) : newYuan();
    const rows = before
      ? changeRows(before, yuan)
      : words.indicators.flatMap((set) => writeRows(set, subject, yuan));
    const isOneTab = chance(0.15);
    const gap = isOneTab ? '\t' : '\t\t';
    const trailing = isOneTab ? '\t\t\t\t' : '\t\t\t';
    const line = (label: string, value: string) => `${label}${gap}${value}${trailing}`;
    const period = writeGoal(subject);
    const text = [
      chance(0.7) ? '## 项目绩效目标表' : '项目绩效目标表',
      '',
      line('项目名称', name),
      line('项目类型', pick(words.types)),
      line('项目等级', '二级项目'),
      line('主管部门', body),
      line('用款单位', body),
      `实施周期${gap}起始年度\t${between(2018, year)}\t到期年度\t${chance(0.9) ? 2099 : year + 2}${isOneTab ? '\t' : ''}`,
      line(`${year}年预算金额(元)`, `${yuan.toLocaleString('en-US')}.00`),
      line('总体绩效目标', '实施周期总目标'),
      `${gap}${period}${trailing}`,
      `${gap}${year}年度目标${trailing}`,
      `${gap}${chance(0.6) ? period : writeGoal(subject)}${trailing}`,
      '绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值',
      ...writeTable(rows, chance(0.15)),
      '',
    ].join('\n');
    return { yuan, rows, text };
  }

  /** From a few hundred thousand to tens of millions, mostly multiples of a hundred. */
  function newYuan(): number {
    return Math.round(10 ** (3.5 + random() * 4)) * 100 + (chance(0.1) ? between(1, 99) : 0);
  }

  /** As before, or up to a third more or less. */
  function changeYuan(yuan: number): number {
    return chance(0.3) ? yuan : Math.round((yuan * between(67, 133)) / 10_000) * 100;
  }

  /** The same indicators, a sixth of them with another target of the year; the cost is that of the new budget. */
  function changeRows({ rows }: Written, yuan: number): Row[] {
    const cost = rows.findIndex(({ category }) => category === '成本指标');
    return rows.map((row, index) => {
      if (index === cost) return { ...row, annual: toWan(yuan), period: toWan(yuan * 3) };
      const set = words.indicators.find(({ subcategory }) => subcategory === row.subcategory);
      return chance(0.17) ? { ...row, annual: writeValue(pick(must(set).values)) } : row;
    });
  }

  function writeRows(set: (typeof words.indicators)[number], subject: string, yuan: number): Row[] {
    const { category, subcategory } = set;
    if (subcategory === '生态效益' && chance(0.7)) return [];
    const names = new Set(
      Array.from({ length: chance(0.2) ? between(2, 3) : 1 }, () => pick(set.names).replace('{}', subject)),
    );
    return [...names].map((name, index) => {
      const isSum = category === '成本指标' && index === 0;
      const annual = isSum ? toWan(chance(0.95) ? yuan : yuan - 50_000) : writeValue(pick(set.values));
      const period = isSum ? toWan(yuan * 3) : chance(0.5) ? annual : writeValue(pick(set.values));
      return { category, subcategory, name, period, annual };
    });
  }

  function toWan(yuan: number): string {
    return `${(Math.max(0, yuan) / 10_000).toFixed(chance(0.2) ? 4 : 2)}万元`;
  }

  function writeValue(value: string): string {
    if (value === '万元') return `四级二档人员${(between(60, 240) / 10).toFixed(1)}万元/年`;
    return value.replace(/n/g, () => String(value.includes('%') ? between(60, 99) : between(1, 400)));
  }

  function writeGoal(subject: string): string {
    const parts = Array.from({ length: between(2, 6) }, () =>
      pick(words.goals).replace('{}', chance(0.7) ? subject : pick(words.subjects)),
    );
    return `${parts.join(chance(0.8) ? '，' : '；')}。`;
  }

  /** Merged cells are empty after their first row. If `isShifted`, the last row is one column too far left. */
  function writeTable(rows: readonly Row[], isShifted: boolean): string[] {
    return rows.map(({ category, subcategory, name, period, annual }, index) => {
      const before = rows[index - 1];
      const first = before?.category === category ? '' : category;
      const second = first === '' && before?.subcategory === subcategory ? '' : subcategory;
      const cells = [first, second, name, period, annual];
      const isShiftedRow = isShifted && index === rows.length - 1 && first !== '';
      return (isShiftedRow ? [...cells, ''] : ['', ...cells]).join('\t');
    });
  }
}
