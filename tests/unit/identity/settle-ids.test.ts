import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIds } from '../../../src/identity/check-ids.ts';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';
import { toSlug } from '../../../src/identity/to-slug.ts';
import { formatTrait, traitOf } from '../../../src/identity/project-trait.ts';
import { settleIds } from '../../../src/identity/settle-ids.ts';

const BODY = '2026/shuiwuju';

/** A project as the reader gives it; only what an id hangs on matters here. */
function project(name: string): ParsedProject {
  return {
    year: 2026,
    name,
    type: null,
    level: null,
    department: null,
    spendingUnit: null,
    period: null,
    budget: { text: '1.00', yuan: '1.00' },
    goals: { period: null, annual: null },
    indicators: [],
    otherFields: [],
    source: {
      path: 'disclosures/2026/shuiwuju.md',
      sha256: '0'.repeat(64),
      startLine: 1,
      asked: { fields: [], columns: [] },
      endLine: 2,
      lines: {
        header: null,
        name: 1,
        type: null,
        level: null,
        department: null,
        spendingUnit: null,
        period: null,
        budget: 1,
        periodGoal: null,
        annualGoal: null,
      },
    },
  };
}
const recordOf = (names: ReadonlyMap<string, string>) => ({
  urls: [],
  names: Object.fromEntries(names),
  traits: {},
  rows: {},
  moved: {},
});
const idsOf = (names: readonly string[], recorded: ReadonlyMap<string, string> = new Map()) =>
  new Map(settleIds(names.map(project), 'shuiwuju', recordOf(recorded)).map(({ id, name }) => [name, id]));

/** Many of these sound alike; others are long, or nothing that pinyin knows. */
const names = fc.oneof(
  fc.constantFrom(
    '事实',
    '实施',
    '时事',
    '试试',
    '史诗',
    '工程',
    '公称',
    '公乘',
    'source',
    'Source',
    '——',
    '…',
    '！',
  ),
  fc.constantFrom('𠮷', '𠮷野', '吉野', '长'.repeat(500), `${'长'.repeat(499)}短`),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== ''),
);
const sets = fc.uniqueArray(names, { minLength: 1, maxLength: 12 });

test('names that sound alike both get an id, and neither depends on which stands first', () => {
  const ids = idsOf(['事实', '实施', '工程']);
  expect(ids.get('事实')).toMatch(/^2026\/shuiwuju\/shi-shi-[\da-f]{8}$/);
  expect(ids.get('实施')).toMatch(/^2026\/shuiwuju\/shi-shi-[\da-f]{8}$/);
  expect(ids.get('工程')).toBe('2026/shuiwuju/gong-cheng');
  expect(idsOf(['工程', '实施', '事实'])).toEqual(new Map([...ids].reverse()));
});

test('a recorded project keeps its id when another comes that sounds alike', () => {
  const recorded = new Map([[`${BODY}/shi-shi`, '事实']]);
  const ids = idsOf(['实施', '事实'], recorded);
  expect(ids.get('事实')).toBe(`${BODY}/shi-shi`);
  expect(ids.get('实施')).toMatch(/shi-shi-[\da-f]{8}$/);
  expect(idsOf(['实施'], recorded).get('实施')).toBe(ids.get('实施'));
});

describe('projects of one name', () => {
  const of = (unit: string | null, yuan: string): ParsedProject => ({
    ...project('公务用车'),
    spendingUnit: unit,
    budget: { text: yuan, yuan },
  });
  const idsIn = (...projects: ParsedProject[]) =>
    settleIds(projects, 'shuiwuju').map(({ id }) => id.slice(BODY.length + 1));

  test('are told apart by their units', () => {
    expect(idsIn(of('水文站', '1.00'), of('水务局', '1.00'))).toEqual([
      'gong-wu-yong-che-shui-wen-zhan',
      'gong-wu-yong-che-shui-wu-ju',
    ]);
  });

  test('are told apart by their content where the unit is one, or none is named', () => {
    const ids = idsIn(of('水文站', '1.00'), of('水文站', '2.00'), of('水务局', '1.00'), of(null, '4.00'));
    expect(ids).toEqual([
      expect.stringMatching(/^gong-wu-yong-che-shui-wen-zhan-[\da-f]{8}$/),
      expect.stringMatching(/^gong-wu-yong-che-shui-wen-zhan-[\da-f]{8}$/),
      'gong-wu-yong-che-shui-wu-ju',
      expect.stringMatching(/^gong-wu-yong-che-[\da-f]{8}$/),
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  test('have the same ids in any order', () => {
    const projects = [of('水文站', '1.00'), of('水文站', '2.00'), of('水务局', '1.00')];
    expect(idsIn(...projects.toReversed())).toEqual(idsIn(...projects).toReversed());
  });

  test('leave the first its published id', () => {
    const recorded = recordOf(new Map([[`${BODY}/gong-wu-yong-che`, '公务用车']]));
    const first = of('水文站', '1.00');
    const record = {
      ...recorded,
      traits: { [`${BODY}/gong-wu-yong-che`]: formatTrait(traitOf(first)) },
    };
    const settled = settleIds([of('水务局', '2.00'), first], 'shuiwuju', record);
    expect(settled.map(({ id }) => id)).toEqual([
      `${BODY}/gong-wu-yong-che-shui-wu-ju`,
      `${BODY}/gong-wu-yong-che`,
    ]);
  });

  test('with a long unit have its digest', () => {
    const [id = ''] = idsIn(
      of('云州市水利工程建设与质量安全中心站长江路管理所', '1.00'),
      of('水务局', '1.00'),
    );
    expect(id).toMatch(/^gong-wu-yong-che-[\da-f]{8}$/);
  });
});

test('two tables that say the same have one id, which is an error', () => {
  const settled = settleIds([project('事实'), project('事实')], 'shuiwuju');
  expect(checkIds(settled).map(({ rule }) => rule)).toEqual(['project/duplicate']);
});

test('any names get valid ids that nobody shares, in any order', () => {
  fc.assert(
    fc.property(sets, fc.infiniteStream(fc.nat()), (given, random) => {
      const ids = idsOf(given);
      expect(new Set(ids.values()).size).toBe(given.length);
      for (const id of ids.values()) {
        expect(id).toMatch(/^2026\/shuiwuju\/[\da-z]+(?:-[\da-z]+)*$/);
        expect(id.length).toBeLessThan(160);
        expect(id).not.toBe(`${BODY}/source`);
      }
      const shuffled = given
        .map((name) => ({ name, key: Number(random.next().value) }))
        .sort((a, b) => a.key - b.key);
      const again = idsOf(shuffled.map(({ name }) => name));
      for (const [name, id] of ids) expect(again.get(name)).toBe(id);
    }),
  );
});

test('adding, removing and reordering other tables never changes an id that was published', () => {
  fc.assert(
    fc.property(fc.array(sets, { minLength: 2, maxLength: 6 }), (publications) => {
      const recorded = new Map<string, string>();
      for (const publication of publications) {
        const ids = idsOf(publication, recorded);
        expect(new Set(ids.values()).size).toBe(publication.length);
        for (const [name, id] of ids) {
          const before = [...recorded].find(([, other]) => other === name)?.[0];
          expect(id).toBe(before ?? id);
          expect(recorded.get(id) ?? name).toBe(name);
          recorded.set(id, name);
        }
      }
    }),
  );
});

test('adding, removing and reordering tables of other names never changes an id, recorded or not', () => {
  fc.assert(
    fc.property(sets, sets, fc.boolean(), (given, others, isBefore) => {
      const sounds = new Set(given.map(toSlug));
      const unlike = others.filter((other) => !sounds.has(toSlug(other)));
      const ids = idsOf(isBefore ? [...unlike, ...given] : [...given.toReversed(), ...unlike]);
      for (const [name, id] of idsOf(given)) expect(ids.get(name)).toBe(id);
    }),
  );
});
