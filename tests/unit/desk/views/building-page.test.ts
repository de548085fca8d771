import { describe, expect, test } from 'vitest';
import { showBuilding } from '../../../../src/desk/views/building-page.ts';

const work = {
  ...{ what: '', said: '', did: '', subject: '', from: '/' },
  ...{ draft: null, id: null, yuan: null },
};
/** A build that began at 0, in this phase. */
const building = (phase: string, done = 0, total = 0, isPreview = false) => ({
  ...({ kind: 'building', work, isPreview, began: 0 } as const),
  progress: { phase, done, total },
});
const known = { seconds: 40, target: null };

describe('the time that is left', () => {
  test.each([
    ['the first build has none', 5, { seconds: null, target: null }, '第一次要久一点', null],
    ['in tens of seconds', 12, known, '还要约 30 秒', 0.3],
    ['in minutes', 10, { seconds: 200, target: null }, '还要约 4 分钟', 0.05],
    ['longer than the last one', 50, known, '快好了', 0.95],
  ])('%s', (_, elapsed, memory, left, share) => {
    const shown = showBuilding(building('生成页面', 1, 2), memory, elapsed * 1000);
    expect([shown.left, shown.share]).toEqual([left, share]);
  });
});

test('each stage says what is done of it', () => {
  const { stages } = showBuilding(building('生成页面', 19, 42), known, 0);
  expect(stages.map(({ state, isNow }) => [state, isNow])).toEqual([
    ['好了', false],
    ['正在做，19 / 42 页', true],
    ['', false],
  ]);
});

test('copying to a network folder is a stage where there is one, and counts files', () => {
  const memory = { seconds: 40, target: '/mnt/门户网站' };
  const { stages, left, share } = showBuilding(building('放到网络文件夹', 30, 120), memory, 90_000);
  expect(stages.at(-1)).toEqual({
    label: '放到 /mnt/门户网站',
    isNow: true,
    state: '正在做，30 / 120 个文件',
  });
  expect([left, share]).toEqual(['快好了', 0.25]);
  expect(showBuilding(building('', 0, 0, true), memory, 0).stages).toHaveLength(3);
});
