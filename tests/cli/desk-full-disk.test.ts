/** The desk on real disks that are full: small ones, which root may mount. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskState } from '../../src/desk/desk.ts';
import { driveDesk, wordsOf, type DrivenDesk } from '../helpers/drive-desk.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

/** Milliseconds: a build on a busy machine. */
const BUILD = 300_000;
const folder = tempFolders()();
const content = join(folder, 'content');
const share = join(folder, 'share');
const state = deskState(process.cwd(), content);
let desk: DrivenDesk;
let id = '';

/** Many projects: their pages need more than a first site is thought to need. */
const table = Array.from(
  { length: 150 },
  (_, index) => `## 项目绩效目标表

项目名称	送戏下乡第${index + 1}批
用款单位	云岭市文化局
2026年预算金额（元）	125,000.00
一级指标	二级指标	三级指标	2026年指标值
产出指标	数量指标	演出场次	${index + 20}场
`,
).join('\n');

/** Fails where the system lets nobody mount: then this is not tested, and must not look as if it were. */
function mount(place: string, megabytes: number): void {
  mkdirSync(place, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
}
const resize = (place: string, megabytes: number) =>
  execFileSync('mount', ['-o', `remount,size=${megabytes}m`, place]);

beforeAll(async () => {
  mount(state, 4);
  mount(share, 2);
  desk = await driveDesk(folder);
  id = await desk.drop('文化局.txt', table);
});
afterAll(async () => {
  execFileSync('umount', ['--lazy', state, share]);
  await desk.close();
});

/** Nothing is published, nothing is left, and the table waits. */
function expectUnchanged(): void {
  expect([existsSync(content), existsSync(join(folder, 'out'))]).toEqual([false, false]);
  expect([existsSync(join(state, 'next')), readdirSync(join(state, 'drafts'))]).toEqual([false, [id]]);
}

test('too little room for any site is said before a build, with what is missing', async () => {
  await desk.post(`publish/${id}`, { body: '+', year: '2026' });
  const full = wordsOf(await desk.ended());
  expect(full).toContain('磁盘满了，网站没有做完');
  expect(full).toMatch(/还差 4 MB放 .+ 的那个盘只剩 4 MB，做网站要 8 MB。/);
  expectUnchanged();
});

test(
  'a disk that fills while the site is built is said, and all is as it was',
  async () => {
    resize(state, 9);
    await desk.post('go-on');
    const full = wordsOf(await desk.ended());
    expect(full).toContain('磁盘满了，网站没有做完');
    expect(full).toMatch(/的那个盘现在有 \d+ MB，做网站的中间不够用。/);
    expectUnchanged();
  },
  BUILD,
);

test('a file that does not fit is not taken, and that is said', async () => {
  const { origin } = new URL(desk.address);
  const response = await fetch(`${desk.address}drop?name=a.txt`, {
    method: 'POST',
    body: Buffer.alloc(12_000_000, 'a'),
    headers: { origin, 'content-type': 'application/octet-stream' },
  });
  expect([response.status, (await response.text()).startsWith('磁盘满了，没有做成')]).toEqual([507, true]);
  expectUnchanged();
});

test(
  'with room the same button publishes it',
  async () => {
    resize(state, 200);
    await desk.post('go-on');
    expect(wordsOf(await desk.ended())).toContain('网站做好了，放到哪里？');
    expect(existsSync(join(content, 'disclosures/2026/yun-ling-shi-wen-hua-ju.md'))).toBe(true);
  },
  BUILD,
);

test(
  'a network folder without room has nothing of the site, and is said to be full',
  async () => {
    await desk.post('target', { target: join(share, 'site') });
    expect(wordsOf(await desk.ended())).toContain('网站做好了，还没有放过去；那里还是原来的网站。磁盘已满');
    expect(readdirSync(share)).toEqual([]);
  },
  BUILD,
);
