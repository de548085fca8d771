import { expect, test } from 'vitest';
import { relatedTests } from '../../../../scripts/mutation/related-tests.ts';

const texts = new Map([
  ['src/cache/a.ts', "import { join } from 'node:path';"],
  ['src/cache/b.ts', "export { a } from './a.ts';"],
  ['src/cache/c.ts', "new Worker(new URL('./b.ts', import.meta.url));"],
  ['src/cache/d.ts', ''],
  ['tests/unit/cache/a.test.ts', "import { one } from './one.ts';"],
  ['tests/unit/cache/all.test.ts', "await import('../../../src/cache/b.ts');"],
  ['tests/unit/cache/b.test.ts', "import '../../../src/cache/b.ts';"],
  ['tests/unit/cache/c.test.ts', "import {\n  c,\n} from '../../../src/cache/c.ts';"],
  ['tests/unit/cache/d.test.ts', "import { d } from '../../../src/cache/d.ts';"],
  ['tests/unit/cache/one.ts', "import { a } from '../../../src/cache/a.ts';"],
  ['tests/unit/content/e.test.ts', "import { a } from '../../../src/cache/a.ts';"],
]);

test('the tests of a folder that run a file are found, that of the same name first, then the nearest', () => {
  const testsOf = relatedTests(texts);
  const found = (file: string) => testsOf(file).map((path) => path.replace('tests/unit/cache/', ''));
  expect(found('src/cache/a.ts')).toEqual(['a.test.ts', 'all.test.ts', 'b.test.ts', 'c.test.ts']);
  expect(found('src/cache/b.ts')).toEqual(['b.test.ts', 'all.test.ts', 'c.test.ts']);
  expect(found('src/cache/c.ts')).toEqual(['c.test.ts']);
  expect(found('src/cache/d.ts')).toEqual(['d.test.ts']);
});
