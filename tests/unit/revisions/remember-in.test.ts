import { expect, test } from 'vitest';
import { openDigestStore } from '../../../src/cache/digest-store.ts';
import { rememberIn } from '../../../src/revisions/remember-in.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

test('a value is made once for each key and each code', () => {
  const store = openDigestStore(tempFolders()());
  const made: string[] = [];
  const ask = (code: string, key: unknown) =>
    rememberIn(store, code)(key, () => {
      made.push(`${code} ${JSON.stringify(key)}`);
      return { of: key };
    });
  expect(ask('a', [1, { b: '二' }])).toEqual({ of: [1, { b: '二' }] });
  expect(ask('a', [1, { b: '二' }])).toEqual({ of: [1, { b: '二' }] });
  ask('b', [1, { b: '二' }]);
  ask('a', [1]);
  expect(made).toEqual(['a [1,{"b":"二"}]', 'b [1,{"b":"二"}]', 'a [1]']);
});
