import { expect, test } from 'vitest';
import { describeFailure } from '../../../../src/build/publish/describe-failure.ts';
import { ADVICE } from '../../../../src/cache/system-advice.ts';

const NOT = '没有发布。';
const systemError = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: failed`), { code, ...(path !== undefined && { path }) });
const named = (name: string) => Object.assign(new Error('有 2 处错误'), { name });

test.each(['ContentError', 'ConservationError', 'OutputError'])('a %s speaks for itself', (name) => {
  expect(describeFailure(named(name), NOT)).toBe('有 2 处错误');
});

test('what is no error is shown as it is, and an unknown error with its place in the code', () => {
  expect(describeFailure('停', NOT)).toBe('停');
  const error = new Error('what');
  expect(describeFailure(error, NOT)).toBe(error.stack);
  const bare = new Error('bare');
  delete bare.stack;
  expect(describeFailure(bare, NOT)).toBe('bare');
});

test.each([
  ['the system’s', systemError('ENOSPC', '/dist/a'), 'ENOSPC', '/dist/a ENOSPC: failed'],
  ['without a path', systemError('EROFS'), 'EROFS', ' EROFS: failed'],
  [
    'caused by the system’s',
    new Error('x', { cause: new Error('y', { cause: systemError('EACCES', '/b') }) }),
    'EACCES',
    '/b EACCES: failed',
  ],
  [
    'one that no one knows, caused by the system’s',
    Object.assign(new Error('x', { cause: systemError('EPERM', '/b') }), { code: 'EOTHER' }),
    'EPERM',
    '/b EPERM: failed',
  ],
  ['with words behind it', new Error('write EMFILE now'), 'EMFILE', ' write EMFILE now'],
  ...(
    [
      [13, 'EACCES'],
      [28, 'ENOSPC'],
      [30, 'EROFS'],
      [122, 'EDQUOT'],
    ] as const
  ).map(([number, code]): [string, Error, string, string] => [
    `number ${number}`,
    new Error(`failed (os error ${number})`),
    code,
    ` failed (os error ${number})`,
  ]),
])('an error of the file system gets advice: %s', (_name, error, code, last) => {
  expect(describeFailure(error, NOT)).toBe(`${NOT}${ADVICE[code] ?? ''}\n${last}`);
});

test.each([
  new Error('os error 2'),
  new Error('XENOSPCX'),
  systemError('ENOENT'),
  Object.assign(new Error('x', { cause: 'ENOSPC' }), { code: 'EOTHER' }),
])('an error without advice has none: %s', (error) => {
  expect(describeFailure(error, NOT)).toBe(error.stack);
});

test('it says that nothing was published, unless something else was to be done', () => {
  expect(describeFailure(systemError('EROFS'))).toMatch(/^没有发布；/);
});
