/** The Nu HTML checker on every page of the built site. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, inject, test } from 'vitest';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

test('the Nu checker finds no error on any page', () => {
  const { status, stderr, error } = spawnSync(
    'java',
    ['-jar', jar, '--errors-only', '--skip-non-html', '--format', 'gnu', inject('dist')],
    { encoding: 'utf8' },
  );
  expect(error).toBeUndefined();
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
