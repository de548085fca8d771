import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a machine that lacks tools and can not install them is told how, in one line', () => {
  // Without a path neither Java is found, nor a shell that could install it.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/ensure-test-tools.ts'], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^The tests need .*default-jre-headless.* On Debian, as root: apt-get update && apt-get install -y .*default-jre-headless/,
    ),
  ]);
  expect(stdout.trim()).toMatch(/^(?:Installing for the tests: .*default-jre-headless.*)?$/);
  expect(status).toBe(1);
});
