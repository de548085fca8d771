/** Sees to what the browser tests need: Chromium and a Chinese font. Installs them on Debian as root; else says how, and fails. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const packages = [
  ...(existsSync('/usr/bin/chromium') ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
];
if (packages.length > 0) install(packages);

function hasChineseFont(): boolean {
  const found = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

function install(names: readonly string[]): void {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log(`Installing for the browser tests: ${names.join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0)
      return;
  }
  console.error(`The browser tests need ${names.join(' and ')}. On Debian, as root: ${command}`);
  process.exitCode = 1;
}
