import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../scripts/fuzz/any-character.ts';
import { listsToJson, toJson } from '../../../src/downloads/to-json.ts';

test('lists that are written entry by entry give the same bytes as all at once', () => {
  const entries = fc.array(fc.oneof(fc.jsonValue(), fc.string({ unit: anyCharacter })));
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), entries), { selector: ([key]) => key }), (lists) => {
      const named = lists.filter(([key]) => !/^\d+$/.test(key) && key !== '__proto__');
      fc.pre(named.length > 0);
      const text = Buffer.from(listsToJson(named)).toString();
      expect(text).toBe(Buffer.from(toJson(Object.fromEntries(named))).toString());
    }),
  );
});

test('an entry is made when it is written', () => {
  const made: string[] = [];
  const entries = ['a', 'b'].values().map((name) => {
    made.push(name);
    return { name };
  });
  expect(made).toEqual([]);
  expect(JSON.parse(Buffer.from(listsToJson([['all', entries]])).toString())).toEqual({
    all: [{ name: 'a' }, { name: 'b' }],
  });
  expect(made).toEqual(['a', 'b']);
});
