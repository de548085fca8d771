/** Options of commands: an unknown one is one line in Chinese and exit code 2; `--version` is the version alone. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';

test.each([
  ['build', ['--fast'], '没有“--fast”这个选项；可用的选项：--compress、--merge、'],
  ['check', ['--fast'], '没有“--fast”这个选项；可用的选项：--json、--html、--version\n'],
  ['import', ['--as'], '选项“--as”的写法不对；可用的选项：--year …、'],
  ['permalinks', ['-x'], '没有“-x”这个选项；可用的选项：--moved、--version\n'],
  ['preview', ['site'], '多写了一个词；可用的选项：--port …、--version\n'],
  ['preview', ['--port', 'x'], '端口“x”应为 0 到 65535 的整数，如 --port 4321\n'],
])('%s %j', (name, options, message) => {
  const { status, stderr } = runScript(name, options);
  expect(stderr.startsWith(message), stderr).toBe(true);
  expect(status).toBe(2);
});

const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};
/** Commands that are a script of ours: `check`, `bench/parse`. A script that runs before another one, or after npm, has no options. */
const commands = Object.values(scripts).flatMap(
  (command) => /^node scripts\/([\w/-]+)\.ts$/.exec(command)?.[1] ?? [],
);

test.each([...new Set(commands)].filter((name) => name !== 'ensure-test-tools'))(
  '%s --version says which Jixiao it is, and does nothing else',
  (name) => {
    expect(runScript(name, ['--version'])).toEqual({ status: 0, stdout: `Jixiao ${version}\n`, stderr: '' });
  },
);
