import { describe, expect, test } from 'vitest';
import { matchRecorded, type RecordedProject } from '../../../src/identity/match-recorded.ts';
import { formatTrait, parseTrait, traitOf } from '../../../src/identity/project-trait.ts';
import { fingerprintOf, formatFingerprint } from '../../../src/identity/row-fingerprint.ts';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';

/** A project of one name; only what tells it apart matters here. */
function project(unit: string | null, yuan: string, ...names: string[]): ParsedProject {
  const indicators = names.map((name) => ({
    category: '产出指标',
    subcategory: '数量指标',
    name,
    periodTarget: null,
    annualTarget: null,
    details: [],
  }));
  return {
    year: 2026,
    name: '公务用车',
    spendingUnit: unit,
    budget: { text: yuan, yuan },
    goals: { period: null, annual: null },
    indicators,
    otherFields: [],
  } as unknown as ParsedProject;
}

/** What is on record of a project under an id; without its trait, as it was published before traits were. */
function record(id: string, of: ParsedProject, hasTrait = true): RecordedProject {
  const rows = new Set(of.indicators.map((indicator) => formatFingerprint(fingerprintOf(indicator))));
  return { id, trait: hasTrait ? parseTrait(formatTrait(traitOf(of))) : null, rows };
}

const station = project('水文站', '1.00', '行驶里程');
const office = project('水务局', '2.00', '行驶里程');

describe('projects of one name keep their ids', () => {
  test.each([
    ['as they were', [station, office]],
    ['in another order', [office, station]],
    ['with another between them', [project('水厂', '3.00', '车辆'), office, station]],
  ])('%s', (_name, projects) => {
    const ids = matchRecorded(projects, [record('a', station), record('b', office)]);
    expect([ids.get(station), ids.get(office), ids.size]).toEqual(['a', 'b', 2]);
  });

  test('though the sum of one changes', () => {
    const changed = project('水文站', '9.00', '行驶里程');
    const ids = matchRecorded([office, changed], [record('a', station), record('b', office)]);
    expect([ids.get(changed), ids.get(office)]).toEqual(['a', 'b']);
  });

  test('though the unit of one is named anew', () => {
    const renamed = project('水文中心站', '1.00', '行驶里程');
    const ids = matchRecorded([office, renamed], [record('a', station), record('b', office)]);
    expect(ids.get(renamed)).toBe('a');
  });

  test('without a unit, by their content', () => {
    const [first, second] = [project(null, '1.00', '甲'), project(null, '2.00', '甲')];
    const ids = matchRecorded([second, first], [record('a', first), record('b', second)]);
    expect([ids.get(first), ids.get(second)]).toEqual(['a', 'b']);
  });

  test('without a trait on record, by their rows', () => {
    const old = project('水厂', '3.00', '车辆', '油耗');
    const ids = matchRecorded([station, old], [record('a', old, false)]);
    expect([...ids]).toEqual([[old, 'a']]);
  });
});

test('the only project of a name has its id, whatever else changes', () => {
  expect(matchRecorded([project('水厂', '5.00', '新')], [record('a', station)]).size).toBe(1);
});

test('a new project has none', () => {
  expect(matchRecorded([station], []).size).toBe(0);
  const added = project('水厂', '5.00', '新');
  expect(matchRecorded([station, added], [record('a', station)]).get(added)).toBeUndefined();
});
