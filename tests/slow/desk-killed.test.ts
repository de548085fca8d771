/** A desk that is killed while it publishes, at many of its writes: content and site are the old ones, or the new ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveDesk, wordsOf, type DrivenDesk } from '../helpers/drive-desk.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const folder = tempFolders()();
const BODY = '2026/yun-ling-shi-wen-hua-ju';
let desk: DrivenDesk;

const table = (times: number) => `## 项目绩效目标表

项目名称	送戏下乡
用款单位	云岭市文化局
2026年预算金额（元）	125,000.00
一级指标	二级指标	三级指标	2026年指标值
产出指标	数量指标	服务次数	${times}场
`;
const published = () => readFileSync(join(folder, 'out', BODY, 'source.txt'), 'utf8');
const isOpen = async () => {
  try {
    await desk.isBuilding();
    return true;
  } catch {
    return false;
  }
};

beforeAll(async () => {
  desk = await driveDesk(folder);
  const id = await desk.drop('文化局.txt', table(1));
  await desk.post(`publish/${id}`, { body: '+', year: '2026' });
  await desk.ended();
  desk.kill();
}, 300_000);
afterAll(() => desk.close());

// In the folder of content and site, where copies of the content that are made count, too.
test.each([1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22])('at write %i', async (write) => {
  const before = published();
  desk = await driveDesk(folder, {
    NODE_OPTIONS: '--import ./tests/helpers/stop-at-write.ts',
    ...{ STOP_AT: String(write), STOP_IN: folder, STOP_HOW: 'kill' },
  });
  const id = await desk.drop(`文化局${write}.txt`, table(write + 1));
  // It may end before it answers.
  await desk.post(`publish/${id}`, { body: BODY.slice(5), year: '2026' }).catch(() => '');
  while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 200));
  desk = await driveDesk(folder);
  const start = await desk.page('');
  expect(readFileSync(join(folder, 'content/disclosures', `${BODY}.md`), 'utf8')).toBe(published());
  const isNew = published().includes(`${write + 1}场`);
  expect(published() === before).toBe(!isNew);
  expect(start.includes(`read/${id}`)).toBe(!isNew);
  expect(wordsOf(start).includes('上次做网站做到一半')).toBe(!isNew);
  expect(existsSync(join(desk.state, 'next'))).toBe(false);
  // Both can be published again.
  await desk.post('publish');
  expect(wordsOf(await desk.ended())).toContain('网站做好了，放到哪里？');
  desk.kill();
});
