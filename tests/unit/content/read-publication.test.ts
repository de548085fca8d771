/** What an import wrote in the front matter and can't be read is an error, at its line and column. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';

const ORIGINAL = [
  'originals:',
  '  - name: 甲.pdf',
  `    sha256: '${'1'.repeat(64)}'`,
  '    file: a.original.pdf',
  '    parts: [第 1 张表（第 1 页）]',
  'tables:',
  '  - file: a.original.pdf',
  '    rows:',
  '      - part: 第 1 页',
  '        from: 1',
  '        to: 1',
].join('\n');

function noticesOf(front: string): string[] {
  const value = `---\n${front}\n---\n\n## 项目绩效目标表\n\n| 项目名称 | 河道清淤 |\n| --- | --- |\n`;
  const { notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
  return notices
    .filter(({ rule }) => rule.startsWith('front-matter/'))
    .map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);
}

const HINT = '读不懂；这是导入时写的，请恢复原样，或再导入一次';

test.each([
  ['as it was written', ORIGINAL, []],
  [
    'with a hash of digits that is not quoted',
    ORIGINAL.replaceAll("'", ''),
    [`4:13 error 文件头的 originals 第 1 项 sha256 ${HINT}`],
  ],
  [
    'without a hash',
    ORIGINAL.replace(/ {4}sha256.*\n/, ''),
    [`3:5 error 文件头的 originals 第 1 项 sha256 ${HINT}`],
  ],
  [
    'with a row 0',
    ORIGINAL.replace('from: 1', 'from: 0'),
    [`11:15 error 文件头的 tables 第 1 项 rows 第 1 项 from ${HINT}`],
  ],
  [
    'with a key of another program',
    ORIGINAL.replace('    file:', '    size: 1\n    file:'),
    [`3:5 error 文件头的 originals 第 1 项 ${HINT}`],
  ],
  ['without tables', ORIGINAL.replace(/tables:[^]*/, 'tables: []'), [`7:9 error 文件头的 tables ${HINT}`]],
  ['with a word of the office’s', `${ORIGINAL}\npage: 1`, ['13:7 warning 文件头的 page 读不懂，已略过']],
])('front matter %s', (_, front, expected) => {
  expect(noticesOf(front)).toEqual(expected);
});

const UNREADABLE = 'warning 文件头（两行“---”之间）不是有效的 YAML，已略过';

test.each([
  [
    'aliases that multiply',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
      'bcdefghi',
      (name, index) =>
        `${name}: &${name} [${Array<string>(9)
          .fill(`*${'abcdefgh'.charAt(index)}`)
          .join(',')}]`,
    ).join('\n')}`,
    `3:8 ${UNREADABLE}`,
  ],
  ['an alias of nothing', 'a: b\nc: *d', `3:4 ${UNREADABLE}`],
])('front matter with %s is left out', (_, front, notice) => {
  expect(noticesOf(front)).toEqual([notice]);
});

test('front matter nested thousands deep is left out', () => {
  expect(noticesOf(`a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([
    expect.stringContaining(UNREADABLE),
  ]);
});

const WRONG = '读不懂；每一条更正写 date（如 2026-03-05）和 text，可以写 project（表里的项目名称）';

test.each([
  ['as it should be', 'corrections:\n  - date: 2026-03-05\n    text: 预算金额更正', []],
  [
    'with a day in words',
    'corrections:\n  - date: 3月5日\n    text: 预算金额更正',
    [`3:11 error 文件头的 corrections 第 1 项 date ${WRONG}`],
  ],
  [
    'without a text',
    'corrections:\n  - date: 2026-03-05\n    text: 一\n  - date: 2026-03-06',
    [`5:5 error 文件头的 corrections 第 2 项 text ${WRONG}`],
  ],
  ['that is no list', 'corrections: 预算金额更正', [`2:14 error 文件头的 corrections ${WRONG}`]],
  [
    'of a project that is not in the file',
    'corrections:\n  - date: 2026-03-05\n    project: 河道\n    text: 预算金额更正',
    ['4:14 error 更正说的项目“河道”不在这个文件里；project 要和表里的项目名称一字不差'],
  ],
])('a correction %s', (_, front, expected) => {
  expect(noticesOf(front)).toEqual(expected);
});

test.each([
  ['another key can not be read', 'page: 1', []],
  ['another key is not one', 'colour: red', ['文件头没有 colour 这一项，已略过；可用的有 ']],
])('what can be read of front matter is kept where %s', (_, line, words) => {
  const value = `---\npublisher: 示例市水务局\n${line}\n---\n\n项目名称\t河道清淤\n`;
  const { publication, notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
  expect(publication).toEqual({ publisher: '示例市水务局' });
  const messages = notices
    .filter(({ rule }) => rule === 'front-matter/unreadable')
    .map(({ message }) => message);
  expect(messages).toHaveLength(1);
  for (const each of words) expect(messages[0]).toContain(`${each}publisher、`);
});
