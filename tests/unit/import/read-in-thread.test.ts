import { afterEach, expect, test, vi } from 'vitest';
import { ImportError } from '../../../src/import/import-error.ts';
import { readInThread, type ThreadTask } from '../../../src/import/read-in-thread.ts';

const ANSWER = `parentPort.postMessage({ kind: 'imported', imported: { pieces: [], remarks: [workerData] } });`;

/** A task whose thread runs this code. */
function taskOf(code: string, limits: Partial<ThreadTask> = {}): ThreadTask {
  const module = `const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');\n${code}`;
  return {
    module: new URL(`data:text/javascript,${encodeURIComponent(module)}`),
    data: '河道',
    longest: 30_000,
    onPart: () => undefined,
    describe: (reason) => reason,
    ...limits,
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('the thread gets its data, says each part it begins, and its answer comes back', async () => {
  const parts: string[] = [];
  const code = `for (const name of ['甲', '乙']) parentPort.postMessage({ kind: 'part', name }); ${ANSWER}`;
  const imported = await readInThread(taskOf(code, { onPart: (name) => parts.push(name) }));
  expect(imported).toEqual({ pieces: [], remarks: ['河道'] });
  expect(parts).toEqual(['甲', '乙']);
});

test('what a library prints in the thread is not printed', async () => {
  const printed = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'));
  await readInThread(taskOf(`console.log('from the thread'); console.error('from the thread'); ${ANSWER}`));
  const texts = printed.flatMap(({ mock }) => mock.calls.map(([text]) => text.toString()));
  expect(texts.filter((text) => text.includes('from the thread'))).toEqual([]);
});

test('what the thread refuses is refused, with its reason', async () => {
  const task = taskOf(
    `parentPort.postMessage({ kind: 'refused', message: '文件有密码', reason: 'locked' });`,
  );
  await expect(readInThread(task)).rejects.toMatchObject({
    name: 'ImportError',
    message: '文件有密码',
    reason: 'locked',
  });
});

test.each([
  ['all of the file', { longest: 500 }],
  ['one part', { longestPart: 500 }],
])('a thread that computes too long for %s is ended', async (_, limits) => {
  const task = taskOf('for (;;);', limits);
  await expect(readInThread(task)).rejects.toEqual(new ImportError('time'));
});

test('a part has its time from where it begins', async () => {
  const code = `
    const computeFor = (milliseconds) => {
      const begun = process.cpuUsage().user;
      while (process.cpuUsage().user - begun < milliseconds * 1000);
    };
    for (const name of ['1', '2', '3']) {
      parentPort.postMessage({ kind: 'part', name });
      computeFor(500);
    }
    ${ANSWER}`;
  const imported = await readInThread(taskOf(code, { longestPart: 1_200 }));
  expect(imported.remarks).toEqual(['河道']);
});

test('a thread that takes too much memory is ended', async () => {
  const code = `const kept = []; for (;;) kept.push(new Array(100_000).fill(kept.length));`;
  await expect(readInThread(taskOf(code, { longest: 120_000 }))).rejects.toEqual(new ImportError('memory'));
});

test('an error in the thread is no fault of the file', async () => {
  const error = await readInThread(taskOf(`throw new TypeError('a bug');`)).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: 'a bug' });
});

test('a thread that ends without an answer is an error', async () => {
  await expect(readInThread(taskOf(''))).rejects.toThrow('ended without an answer');
});
