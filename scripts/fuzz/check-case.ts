import { deepStrictEqual } from 'node:assert/strict';
import { VFile } from 'vfile';
import { catalogue } from '../../src/record/rules/catalogue.ts';
import { readDisclosure, type DisclosureReading } from '../../src/content/read-disclosure.ts';
import { maskOverall } from '../../src/record/mask-overall.ts';
import { maskProject } from '../../src/record/mask-numbers.ts';
import { toPublishedDisclosure } from '../../src/record/published-disclosure.ts';
import { compareSource } from '../../src/verify/compare-source.ts';
import { readVocabulary } from '../../src/verify/words.ts';
import type { Damage, DisclosureModel } from './disclosure-arbitrary.ts';
import { findMissed, writeLayout, type LayoutCase } from '../../tests/helpers/damaged-layouts.ts';
import { writeDisclosure } from './write-disclosure.ts';

/** Time limit for a file of this size, milliseconds. */
const LONGEST = 1000;
/** Of the project's forms alone. Read once: it remembers the labels that were looked up. */
const VOCABULARY = readVocabulary('');

/** Throws unless reading returns what was written, and the conservation check finds every cell. */
export function checkRoundTrip(model: DisclosureModel): void {
  const bytes = writeDisclosure(model);
  const reading = read(bytes, model.year);
  const { projects, notices } = reading;
  const errors = notices.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`unexpected error: ${JSON.stringify(errors)}`);
  const found = projects.map(({ period, budget, goals, indicators, otherFields, ...project }) => ({
    texts: pick(project, 'name', 'type', 'level', 'department', 'spendingUnit'),
    period: period && pick(period, 'start', 'end'),
    budget,
    goals,
    rows: indicators.map(({ periodTarget, annualTarget, ...row }) => ({
      ...pick(row, 'category', 'subcategory', 'name', 'details'),
      periodTarget: periodTarget?.text ?? '',
      annualTarget: annualTarget?.text ?? '',
    })),
    others: otherFields.map((field) => pick(field, 'label', 'value')),
  }));
  const expected = model.projects.map(({ columns, ...project }) => ({
    ...project,
    budget: pick(project.budget, 'text', 'yuan'),
    rows: project.rows.map((row) => ({
      ...row,
      details: row.details.flatMap((value, index) => (value === '' ? [] : { label: columns[index], value })),
    })),
  }));
  // fast-check's objects may have no prototype.
  deepStrictEqual(found, structuredClone(expected));
  expectConserved(bytes, reading);
}

/** Throws if a damaged file makes the parser throw, hang, or lose a cell without a notice. */
export function checkDamaged(model: DisclosureModel, damages: readonly Damage[]): void {
  let text = writeDisclosure(model).toString();
  for (const { at, remove, insert } of damages) {
    const place = Math.floor(at * text.length);
    text = text.slice(0, place) + insert + text.slice(place + remove);
  }
  const bytes = Buffer.from(text);
  const reading = read(bytes, model.year);
  const { notices } = reading;
  // A file with an error is not published; text outside tables is reported.
  if (notices.some(({ severity, rule }) => severity === 'error' || catalogue[rule].subject === 'text'))
    return;
  expectConserved(bytes, reading);
}

/** Throws unless a table of an office's layout, damaged or not, is an error or is published with every intact cell in its place. */
export function checkLayout(layout: LayoutCase): void {
  const written = writeLayout(layout);
  const reading = read(Buffer.from(written.source), 2026);
  if (reading.notices.some(({ severity }) => severity === 'error')) return;
  expectConserved(Buffer.from(written.source), reading);
  const missed = findMissed(written, reading);
  if (missed.length > 0) throw new Error(`not read, and not reported: ${missed.join('\n')}`);
}

/** Retries, because load can make one attempt slow; text that is slow to read is slow every time. */
function read(bytes: Buffer, year: number): DisclosureReading {
  for (let tries = 1; ; tries += 1) {
    const start = performance.now();
    const reading = readDisclosure(new VFile({ path: `disclosures/${year}/a.md`, value: bytes }));
    const time = performance.now() - start;
    if (time <= LONGEST) return reading;
    if (tries === 5) throw new Error(`took ${time.toFixed(0)} ms for ${bytes.length} bytes`);
  }
}

function expectConserved(bytes: Buffer, { projects, overall, notices }: DisclosureReading): void {
  const lines = bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/);
  const published = toPublishedDisclosure({
    projects: projects.map(maskProject),
    results: [],
    overall: overall.map(maskOverall),
    notices,
  });
  const { losses } = compareSource(lines, published, VOCABULARY);
  if (losses.length > 0) throw new Error(`lost: ${losses.join('\n')}`);
}

function pick<Value extends object, Key extends keyof Value>(value: Value, ...keys: Key[]): Pick<Value, Key> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<Value, Key>;
}
