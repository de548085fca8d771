/** Sees to what the tests need beyond npm's packages. Installs it on Debian as root; else says how, and fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** While this file is there, Debian's packages start no service: nginx is wanted as a program. */
const POLICY = '/usr/sbin/policy-rc.d';

const missing = [
  { name: 'chromium', has: existsSync('/usr/bin/chromium') },
  { name: 'fonts-noto-cjk', has: answers('fc-list', [':lang=zh-cn', 'family']) },
  { name: 'nginx-light', has: existsSync('/usr/sbin/nginx') },
  { name: 'default-jre-headless', has: answers('java', ['-version']) },
  {
    name: 'libnginx-mod-http-brotli-static',
    has: existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'),
  },
  { name: 'wrk', has: existsSync('/usr/bin/wrk') },
]
  .filter(({ has }) => !has)
  .map(({ name }) => name);
if (missing.length > 0) install(missing);

/** Whether a command is there and has something to say. */
function answers(command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && `${stdout}${stderr}`.trim() !== '';
}

function install(names: readonly string[]): void {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log(`Installing for the tests: ${names.join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const isOurs = !existsSync(POLICY);
    if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    const { status } = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (isOurs) rmSync(POLICY);
    if (status === 0) return;
  }
  console.error(`The tests need ${names.join(' and ')}. On Debian, as root: ${command}`);
  process.exitCode = 1;
}
