import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { hideByClass, isHidden, readWebText } from '../../../src/import/read-web-text.ts';

/** An element with this content. */
function elementOf(html: string): Element {
  const [element] = fromHtml(`<div>${html}</div>`, { fragment: true }).children;
  return element as Element;
}
const read = (html: string) => readWebText(elementOf(html));
const plain = (text: string) => ({ text, remarks: [], faults: [] });

test.each(
  ['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'select', 'textarea', 'button'].map((name) => [
    name,
  ]),
)('the text of the element %s is not read', (name) => {
  expect(read(`甲<${name}>乙</${name}>丙`)).toEqual(plain('甲丙'));
});

test.each(
  [
    ...['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'ul', 'ol', 'dl', 'dt'],
    ...['dd', 'header', 'footer', 'nav', 'main', 'form', 'blockquote', 'pre'],
  ].map((name) => [name]),
)('the element %s begins and ends a line', (name) => {
  expect(read(`甲<${name}>乙</${name}>丙`)).toEqual(plain('甲\n乙\n丙'));
});

test.each([
  ['a table', '甲<table><tr><td>乙</td></tr><tr><td>丙</td></tr></table>丁', '甲\n乙\n丙\n丁'],
  ['a rule', '甲<hr>乙', '甲\n乙'],
  ['an element within a line', '甲<b>乙</b>丙', '甲乙丙'],
  ['white space', '甲 \t\r\n 乙', '甲 乙'],
  ['a break', '甲<br>乙', '甲\n乙'],
  [
    'boxes',
    '<input type="radio" checked>甲<input type="checkbox">乙<input type="text" checked>丙',
    '☑甲☐乙丙',
  ],
  ['digits', '10<sup>3</sup> CO<sub>2</sub>', '10³ CO₂'],
  ['a comment of the file', '甲<!-- 乙 -->丙', '甲丙'],
])('%s is read as a browser shows it', (_name, html, text) => {
  expect(read(html)).toEqual(plain(text));
});

test.each([
  '<s>乙</s>',
  '<strike>乙</strike>',
  '<del>乙</del>',
  '<b style="text-decoration:LINE-THROUGH">乙</b>',
])('%s is struck', (html) => {
  expect(read(`甲${html}`)).toEqual({ ...plain('甲'), remarks: ['有删除线的文字没有读入：“乙”'] });
});

test.each([
  '<b hidden>乙</b>',
  '<b style="display : none">乙</b>',
  '<b style="VISIBILITY:hidden">乙</b>',
  '<b style="font-size:0px">乙</b>',
])('%s is hidden', (html) => {
  expect(read(`甲${html}`)).toEqual({ ...plain('甲'), remarks: ['隐藏的文字没有读入：“乙”'] });
});

test.each(['display:block', 'visibility:visible', 'font-size:0.9em', 'font-size:05px'])(
  'a text with the style %s is shown',
  (style) => {
    expect(read(`甲<b style="${style}">乙</b>`)).toEqual(plain('甲乙'));
  },
);

test('what is hidden and struck is named as hidden, and what is blank not at all', () => {
  expect(read('甲<s hidden>乙</s>').remarks).toEqual(['隐藏的文字没有读入：“乙”']);
  expect(read('甲<s> </s><b hidden></b>')).toEqual(plain('甲'));
});

test('a raised or lowered word is named', () => {
  for (const name of ['sup', 'sub'])
    expect(read(`甲<${name}>注</${name}>`)).toEqual({
      ...plain('甲注'),
      remarks: ['上标或下标“注”按普通文字读入，请对照原件'],
    });
});

test('a picture beside text is named, one alone is an error', () => {
  expect(read('甲<img>').remarks).toEqual(['有图片，没有读入；只读了文字“甲”']);
  expect(read('<img><img>')).toEqual({ ...plain(''), faults: ['只有一张图片，读不出；请改成文字'] });
});

/** Whether the styles of a page hide an element of the class `h`. */
const isHiddenBy = (style: string, html = '<p class="a h">甲</p>') => {
  const tree = fromHtml(`<style>${style}</style>${html}`, { fragment: true });
  hideByClass(tree);
  return isHidden(tree.children[1] as Element);
};

test.each([
  ['.h { display: none }', true],
  ['p.h{visibility:hidden}', true],
  ['.x, .h { display: none }', true],
  ['.h, .x { display: none }', true],
  ['.x { color: red } .h { display: none }', true],
  ['.h { color: red; font-size: 0 }', true],
  ['.h { color: red }', false],
  ['.x { display: none }', false],
  ['.x .h { display: none }', false],
  ['.h .x { display: none }', false],
  ['.h:hover { display: none }', false],
  ['.hh { display: none }', false],
  ['@media print { .x { color: red } .h { display: none } }', false],
  ['@media print { .x { color: red } } .h { display: none }', true],
])('the style %s hides what has its class: %s', (style, expected) => {
  expect(isHiddenBy(style)).toBe(expected);
});

test('an element without a class is not hidden by one', () => {
  expect(isHiddenBy('.h { display: none }', '<p>甲</p>')).toBe(false);
  expect(isHiddenBy('.h { display: none }', '<p id="h">甲</p>')).toBe(false);
});
