/** A build that is killed, finds the disk full or may not write leaves the last good site whole; two builds don't mix. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';

const KILLS = Number(process.env['JIXIAO_TEST_KILLS'] ?? 20);
const good = fixtureSource('a-plain-table');
const folder = tempFolders()();

/** A content folder of one project with this name. */
function contentOf(name: string): string {
  return writeFiles(join(folder, `content-${name}`), {
    'disclosures/2026/qingxi.md': good.replace('河道清淤', name),
  });
}

/** SHA-256 over the names and bytes of all files. */
function hashOf(site: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(site.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function start(env: Record<string, string>) {
  const build = spawn(process.execPath, ['scripts/build.ts'], {
    env: plainEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(build, 'close') as Promise<[number | null, string | null]>;
  return { pid: build.pid ?? 0, ended };
}

/** The build and the programs it has started. */
function killAll(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

test(
  `killed at ${KILLS} random moments, a build leaves the old site or the new one, whole`,
  { timeout: 300_000 },
  async () => {
    const sites = ['甲渠整修', '乙渠整修'].map((name) => ({
      content: contentOf(name),
      out: join(folder, name),
    }));
    const buildBoth = () => {
      for (const { content, out } of sites) {
        const build = runScript('build', [], { JIXIAO_CONTENT: content, JIXIAO_OUT: out });
        expect(build).toMatchObject({ status: 0 });
      }
    };
    buildBoth();
    // Those that are killed find what these have stored.
    const began = performance.now();
    buildBoth();
    const duration = (performance.now() - began) / 2;
    const whole = sites.map(({ out }) => hashOf(out));
    const out = join(folder, 'killed');
    cpSync(sites[0]?.out ?? '', out, { recursive: true });

    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const { content = '' } = sites[(round + 1) % 2] ?? {};
      const { pid, ended } = start({ JIXIAO_CONTENT: content, JIXIAO_OUT: out });
      // Half of the moments are near the end, where the folders are exchanged.
      const from = round % 2 === 0 ? 0 : 0.8;
      await new Promise((resolve) => setTimeout(resolve, duration * (from + Math.random() * (1.1 - from))));
      killAll(pid);
      const [, signal] = await ended;
      if (signal === 'SIGKILL') killed += 1;
      expect(whole).toContain(hashOf(out));
    }
    expect(killed).toBeGreaterThan(KILLS / 3);

    const { content = '' } = sites[1] ?? {};
    expect(runScript('build', [], { JIXIAO_CONTENT: content, JIXIAO_OUT: out })).toMatchObject({ status: 0 });
    expect(hashOf(out)).toBe(whole[1]);
    expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual(['killed']);
  },
);

test('two builds at once, of two folders and of one, give two whole sites and one', async () => {
  const contents = [contentOf('丙渠整修'), contentOf('丁渠整修')];
  const alone = contents.map((content, index) => {
    const out = join(folder, `alone-${index}`);
    runScript('build', [], { JIXIAO_CONTENT: content, JIXIAO_OUT: out });
    return hashOf(out);
  });
  const apart = contents.map((content, index) =>
    start({ JIXIAO_CONTENT: content, JIXIAO_OUT: join(folder, `apart-${index}`) }),
  );
  for (const { ended } of apart) expect((await ended)[0]).toBe(0);
  expect(contents.map((_, index) => hashOf(join(folder, `apart-${index}`)))).toEqual(alone);

  const shared = join(folder, 'shared');
  const together = contents.map((content) => start({ JIXIAO_CONTENT: content, JIXIAO_OUT: shared }));
  const statuses = await Promise.all(together.map(async ({ ended }) => (await ended)[0]));
  expect(statuses).toContain(0);
  expect(alone).toContain(hashOf(shared));
});

/** Runs a command where `place` is a file system of its own, mounted with these options. */
function runMounted(place: string, options: string, prepare: string, env: Record<string, string>) {
  const script = `mount -t tmpfs -o ${options} tmpfs "$PLACE" && ${prepare} && "$NODE" scripts/build.ts; status=$?
    cd "$PLACE" && find . -type f | sort | xargs sha256sum; exit $status`;
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--map-root-user', '--mount', 'sh', '-c', script],
    {
      env: { ...plainEnvironment(env), PLACE: place, NODE: process.execPath },
      encoding: 'utf8',
    },
  );
  return { status, stderr, files: stdout.split('\n').filter((line) => /^[\da-f]{64} /.test(line)) };
}

const DISKS = [
  ['a full disk', 'size=300k', 'true', '磁盘已满'],
  ['a folder that is read-only', 'size=9m', 'mount -o remount,ro "$PLACE"', '只读'],
] as const;

/** Pull requests run without the right to mount. */
test.each(process.env['JIXIAO_TEST_MOUNTS'] === 'none' ? [] : DISKS)(
  '%s ends the build with 1, says what to do, and the last site stays',
  (_, options, then, advice) => {
    const content = contentOf('戊渠整修');
    const place = join(folder, 'mounted');
    mkdirSync(place, { recursive: true });
    const prepare = `mkdir -p "$PLACE/site" && echo old > "$PLACE/site/index.html" && touch "$PLACE/site/.jixiao-site" && ${then}`;
    const env = { JIXIAO_CONTENT: content, JIXIAO_OUT: join(place, 'site') };
    const { status, stderr, files } = runMounted(place, options, prepare, env);
    expect(stderr).toContain(advice);
    expect(stderr).toContain('上一次发布的网站不变');
    expect(status).toBe(1);
    expect(files.map((line) => line.slice(66))).toEqual(['./site/.jixiao-site', './site/index.html']);
  },
);
