/**
 * `node scripts/ensure-test-tools.ts [--packages]`: installs what the tests need besides the packages of `npm ci`. `--packages`: only
 * the packages of `scripts/quality`. The programs are installed as root on Debian; otherwise it prints the command and fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHROMIUMS } from './browser/chromiums.ts';
import { installPackages } from './quality/install-packages.ts';

/** While this file exists, Debian starts no services after installing them. nginx is needed as a program only. */
const POLICY = '/usr/sbin/policy-rc.d';

const { values } = parseArgs({ options: { packages: { type: 'boolean', default: false } } });
if (!installPackages()) process.exitCode = 1;
else if (!values.packages) ensurePrograms();

function ensurePrograms(): void {
  const installed: Record<string, boolean> = {
    'chromium-headless-shell': CHROMIUMS.some((path) => existsSync(path)),
    'fonts-noto-cjk': hasOutput('fc-list', [':lang=zh-cn', 'family']),
    'nginx-light': existsSync('/usr/sbin/nginx'),
    'default-jre-headless': hasOutput('java', ['-version']),
    'libnginx-mod-http-brotli-static': existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'),
    wrk: existsSync('/usr/bin/wrk'),
    debootstrap: existsSync('/usr/sbin/debootstrap'),
    iproute2: existsSync('/usr/sbin/ip'),
  };
  const missing = Object.keys(installed).filter((name) => !installed[name]);
  if (missing.length > 0) install(missing);
}

/** Whether a command succeeds and prints something. */
function hasOutput(command: string, args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 && `${stdout}${stderr}`.trim() !== '';
}

function install(names: readonly string[]): void {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
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
