import { must } from '../../src/record/must.ts';
import { findStarts } from '../../src/search/find-marks.ts';
import { toSearchable, toWords } from '../../src/search/fold.ts';
import { departmentOf } from '../../src/search/index/to-search-table.ts';
import { textsOf, type SearchRecord } from '../../src/search/search-record.ts';
import { findNamed } from '../../src/search/short-names.ts';

/** A query, and the numbers of the projects that match: each word is in one of their cells, or is a name of their body. */
export interface SampledQuery {
  text: string;
  kind:
    'name' | 'indicator' | 'value' | 'category' | 'one character' | 'several words' | 'full width' | 'absent';
  truth: ReadonlySet<number>;
}

/** How many of each kind. */
const SAMPLES: Record<SampledQuery['kind'], number> = {
  name: 80,
  indicator: 80,
  value: 80,
  category: 10,
  'one character': 20,
  'several words': 60,
  'full width': 30,
  absent: 200,
};

/** Queries that readers could type, drawn from the records; the truth is found by looking into every cell. */
export function sampleQueries(records: readonly SearchRecord[], random: () => number): SampledQuery[] {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const cells = records.map((record) => textsOf(record).map((text) => toSearchable(text).text));
  const all = cells.flat().join('\n');
  const bodies = records.map((record) =>
    [record.publisher, departmentOf(record) ?? ''].filter(Boolean).map((name) => toSearchable(name).text),
  );
  const names = [...new Set(bodies.flat())];

  const part = (text: string, least = 2, most = 8): string => {
    const length = Math.min(text.length, least + Math.floor(random() * (most - least + 1)));
    const start = Math.floor(random() * (text.length - length + 1));
    return text.slice(start, start + length);
  };
  const anyText = (): string => {
    const record = pick(records);
    const indicator = pick(record.indicators);
    return pick([record.name, indicator.name, indicator.annual, pick(record.others).text].filter(Boolean));
  };
  const draw: Record<SampledQuery['kind'], () => string> = {
    name: () => part(pick(records).name),
    indicator: () => part(pick(pick(records).indicators).name),
    value: () => {
      const { annual, period } = pick(pick(records).indicators);
      const text = pick([annual, period].filter(Boolean));
      // Whole cells as often as parts.
      return random() < 0.5 ? text.slice(0, 40) : part(text);
    },
    category: () => {
      const { category, subcategory } = pick(pick(records).indicators);
      return pick([category, subcategory].filter(Boolean));
    },
    'one character': () => part(anyText(), 1, 1),
    'several words': () => {
      const record = pick(records);
      const words = [record.name, pick(record.indicators).name, pick(record.others).text].map((text) =>
        part(text, 2, 4),
      );
      return words.slice(0, random() < 0.7 ? 2 : 3).join(' ');
    },
    'full width': () =>
      part(pick(pick(records).indicators).annual || '95%').replace(/[!-~]/g, (unit) =>
        String.fromCharCode(unit.charCodeAt(0) + 0xfee0),
      ),
    absent: () => {
      // Characters that the content has, in an order that it has not.
      for (;;) {
        const text = part(anyText(), 1, 4) + part(anyText(), 1, 4);
        if (text.length > 1 && !all.includes(toSearchable(text).text) && !/\s/.test(text)) return text;
      }
    },
  };
  const truthOf = (text: string): ReadonlySet<number> => {
    const isAnywhere = (word: string) =>
      !cells.some((own) => own.some((cell) => findStarts(cell, word, false).length > 0));
    // A number is found whole; if it is nowhere, within longer ones.
    const words = toWords(text).map((word) => ({ word, isAnywhere: isAnywhere(word) }));
    const tests = words.map(({ word, isAnywhere: any }) => {
      const named = new Set(word.length > 1 ? findNamed(names, word).map((index) => names[index]) : []);
      return (number: number) =>
        must(bodies[number]).some((name) => named.has(name)) ||
        must(cells[number]).some((cell) => findStarts(cell, word, any).length > 0);
    });
    return new Set(cells.keys().filter((number) => tests.every((test) => test(number))));
  };
  return (Object.keys(SAMPLES) as SampledQuery['kind'][]).flatMap((kind) => {
    const drawn = new Set<string>();
    for (let tries = 0; drawn.size < SAMPLES[kind] && tries < SAMPLES[kind] * 30; tries += 1) {
      const text = draw[kind]();
      if (toWords(text).length > 0) drawn.add(text);
    }
    return [...drawn].map((text) => ({ text, kind, truth: truthOf(text) }));
  });
}
