/** An option that a command does not have is one line in Chinese, and exit code 2. */
import { expect, test } from 'vitest';
import { runScript } from '../helpers/run-script.ts';

test.each([
  ['build', ['--fast'], '没有“--fast”这个选项；可用的选项：--compress、--merge、'],
  ['check', ['--fast'], '没有“--fast”这个选项；可用的选项：--json、--html\n'],
  ['import', ['--as'], '选项“--as”的写法不对；可用的选项：--year …、'],
  ['permalinks', ['-x'], '没有“-x”这个选项；可用的选项：--moved\n'],
  ['preview', ['site'], '多写了一个词；可用的选项：--port …\n'],
  ['preview', ['--port', 'x'], '端口“x”应为 0 到 65535 的整数，如 --port 4321\n'],
])('%s %j', (name, options, message) => {
  const { status, stderr } = runScript(name, options);
  expect(stderr.startsWith(message), stderr).toBe(true);
  expect(status).toBe(2);
});
