import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { readGuide } from '../../../src/content/read-guide.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-guide-'));
});
afterEach(() => {
  rmSync(join(folder, 'guide'), { recursive: true, force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, 'guide', name)), { recursive: true });
  writeFileSync(join(folder, 'guide', name), text);
}

/** A page whose text begins on line 7. */
function readBody(body: string): string {
  write('ban-shi.mdx', `---\ntitle: 办事\nsummary: 怎样办\norder: 1\n---\n\n${body}\n`);
  const { pages, notices } = readGuide('.', folder);
  expect(pages).toHaveLength(notices.length === 0 ? 1 : 0);
  return formatNotices(notices).replaceAll('guide/ban-shi.mdx:', '');
}

test('pages come in their order', () => {
  write('b.mdx', '---\ntitle: 乙\nsummary: 后\norder: 2\n---\n文字\n');
  write('c.mdx', '---\ntitle: 甲\nsummary: 前\norder: 1.5\n---\n文字\n');
  expect(readGuide('.', folder)).toEqual({
    pages: [
      { id: 'c', file: join(folder, 'guide/c.mdx'), data: { title: '甲', summary: '前', order: 1.5 } },
      { id: 'b', file: join(folder, 'guide/b.mdx'), data: { title: '乙', summary: '后', order: 2 } },
    ],
    notices: [],
  });
});

test("a content folder without a guide has the project's, which has no errors", () => {
  const { pages, notices } = readGuide('.', folder);
  expect(notices).toEqual([]);
  expect(pages.map(({ id }) => id)).toContain('check');
});

test('a guide without pages is one', () => {
  mkdirSync(join(folder, 'guide'));
  expect(readGuide('.', folder)).toEqual({ pages: [], notices: [] });
});

test.each([
  '**粗** [链接](/guide/)，&lt;3，`<Foo> {x}`',
  '<Terms terms={[["词", \'意思\'], ["词", "意思"],]} />',
  "<Terms\n  terms={[\n    [\n      '词',\n      '意思',\n    ],\n  ]}\n/>",
  '<Glossary part="表头" /> <Columns table="projects" />',
  '<Writing writings={[]} />',
  '<img src="/pictures/check.png" width={900} alt="图" />',
  '{/* 注 */}\n\n{"文字"}，{12}',
  '<>文字</>',
  '{/* 注 */ /* 又一条 * / */}',
  '<p hidden>文字</p>',
  '<my-note>文字</my-note>',
])('%j has no errors', (body) => {
  expect(readBody(body)).toBe('');
});

const COMPONENTS = 'Columns、English、FormExample、Glossary、Rules、SiteFields、Terms、Writing';

test.each([
  ['文字\n\n字 <b>粗', '9:3 error guide/unreadable <b> 没有结束的标记；要写“<”这个字，请写成 &lt;'],
  ['一\n\n二\n\n字 <b>粗', '11:3 error guide/unreadable <b> 没有结束的标记；要写“<”这个字，请写成 &lt;'],
  ['一行<br>两行', '7:3 error guide/unreadable <br> 没有结束的标记；要写“<”这个字，请写成 &lt;'],
  ['少于 <3 次', '7:4 error guide/unreadable “<”后面不是标记；要写“<”这个字，请写成 &lt;'],
  ['集合 {1, 2', '7:4 error guide/unreadable “{”没有对应的“}”；要写“{”这个字，请写成 &#123;'],
  [
    '<Terms terms={[["词", "意思"} />',
    '7:26 error guide/unreadable “{”和“}”之间写得不对，请看前后的逗号、引号和括号',
  ],
  ['字 </b>', '7:3 error guide/unreadable 这里写得不对，请看前后的 <…> 和 {…}'],
  [
    "import X from '../x.astro';\n\n<X />",
    `7:1 error guide/code 不能用 import 和 export；${COMPONENTS} 可以直接用\n9:1 error guide/unknown-component 没有 <X> 这个组件；可用的有 ${COMPONENTS}`,
  ],
  [
    '今年是 {new Date().getFullYear()} 年',
    '7:5 error guide/code “{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;',
  ],
  ['{/* 注 */ x}', '7:1 error guide/code “{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;'],
  ['{x /* 注 */}', '7:1 error guide/code “{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;'],
  ['{x}', '7:1 error guide/code “{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;'],
  ['{!x}', '7:1 error guide/code “{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;'],
  ['<p title={x}>文字</p>', '7:1 error guide/code <p> 的 title 只能写加引号的文字、数和用 […] 列出的这些'],
  ['<p {...x}>文字</p>', '7:1 error guide/code <p> 的 … 只能写加引号的文字、数和用 […] 列出的这些'],
  ['- 文字 <Foo />', `7:6 error guide/unknown-component 没有 <Foo> 这个组件；可用的有 ${COMPONENTS}`],
  ['<a.b />', `7:1 error guide/unknown-component 没有 <a.b> 这个组件；可用的有 ${COMPONENTS}`],
  ['<toString />', ''],
  [
    '<Terms />',
    "7:1 error guide/wrong-attribute <Terms> 的写法不对，应为 <Terms terms={[['词', '意思'], …]} />",
  ],
  [
    '<Columns table="x" />',
    '7:1 error guide/wrong-attribute <Columns> 的写法不对，应为 <Columns table="projects"、"indicators"、"results"、"result-indicators"之一 />',
  ],
])('%j is reported at its place', (body, expected) => {
  expect(readBody(body)).toBe(expected);
});

test.each([
  [
    '没有文件头\n',
    ['2:1 error guide/wrong-field 文件头（两行“---”之间）：缺 title 这一项，应为这一页的标题'],
  ],
  [
    '---\ntitle: 办事\nsummary: [怎样办]\norder: 一\n---\n',
    [
      '3:10 error guide/wrong-field 文件头（两行“---”之间）：summary 写得不对，应为一句话，说这一页讲什么',
      '4:8 error guide/wrong-field 文件头（两行“---”之间）：order 写得不对，应为这一页在目录里的次序，写成数，如 1',
    ],
  ],
  [
    '---\ntitle: 办事\nsummary: 怎样办\norder: 1\nlayout: x\n---\n',
    [
      '5:1 error guide/unknown-field 文件头（两行“---”之间）：没有 layout 这一项；可用的有 title、summary、order、lang',
    ],
  ],
  ...['English', 'e', 'zh-CN', "''"].map((lang): [string, string[]] => [
    `---\ntitle: 办事\nsummary: 怎样办\norder: 1\nlang: ${lang}\n---\n`,
    [
      '5:7 error guide/wrong-field 文件头（两行“---”之间）：lang 写得不对，应为文字不是中文的，写语言的代码，如 en',
    ],
  ]),
  ['---\ntitle: "办事\nsummary: 怎样办\n---\n', ['error guide/unreadable 文件头（两行“---”之间）：']],
])('the front matter of %j is reported at its place', (text, expected) => {
  write('ban-shi.mdx', text);
  const reported = formatNotices(readGuide('.', folder).notices);
  for (const line of expected) expect(reported).toContain(line);
});

const FRONT = '---\ntitle: 办事\nsummary: 怎样办\norder: 1\n---\n';

test.each(['a.mdx', 'a1-b2-c.mdx', 'index-a.mdx'])('a page is called by its file %s', (name) => {
  write(name, FRONT);
  write('note.txt', '注');
  const { pages, notices } = readGuide('.', folder);
  expect([pages.map(({ id }) => `${id}.mdx`), notices]).toEqual([[name], []]);
});

test.each([
  ['ends of lines of Windows, and spaces', FRONT.replaceAll('\n', '\r\n').replaceAll('---', '--- \t')],
  ['a field that ends like it', FRONT.replace('办事', '办事 ---')],
  ['a line of the text that is like its end', `${FRONT}文字\n\n---\n\norder: 二\n`],
])('front matter may have %s', (_, text) => {
  write('ban-shi.mdx', text);
  expect(formatNotices(readGuide('.', folder).notices)).toBe('');
});

test.each([
  ['below a blank line', `\n${FRONT}`],
  ['without its end', FRONT.slice(0, -4)],
])('front matter %s is none', (_, text) => {
  write('ban-shi.mdx', text);
  expect(formatNotices(readGuide('.', folder).notices)).toContain('缺 title 这一项');
});

test.each(['title', 'summary'])('the field %s can not be empty', (field) => {
  write('ban-shi.mdx', FRONT.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ''`));
  expect(formatNotices(readGuide('.', folder).notices)).toContain(`${field} 写得不对`);
});

test('a page may be in another language', () => {
  write('english.mdx', '---\ntitle: Guide\nsummary: In English\norder: 1\nlang: en\n---\nText\n');
  expect(readGuide('.', folder).pages.map(({ data }) => data.lang)).toEqual(['en']);
});

test.each(['办事.mdx', 'Ban.mdx', 'a/b.mdx', 'index.mdx', '-a.mdx', 'a-.mdx', 'a--b.mdx', 'a.b.mdx'])(
  'a page can not be named %s',
  (name) => {
    write(name, '---\ntitle: 办事\nsummary: 怎样办\norder: 1\n---\n');
    expect(formatNotices(readGuide('.', folder).notices)).toContain(
      `guide/${name}:1:1 error guide/wrong-name`,
    );
  },
);

test('a page that is not UTF-8 is reported', () => {
  write('ban-shi.mdx', '');
  writeFileSync(join(folder, 'guide/ban-shi.mdx'), Buffer.from('2d2d2d0ac7e0', 'hex'));
  expect(formatNotices(readGuide('.', folder).notices)).toContain('ban-shi.mdx:2:1 error file/not-utf-8');
});
