import fc from 'fast-check';
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { micromark } from 'micromark';
import { expect, it, test } from 'vitest';
import { tabTableHtml } from '../../../src/tab-table/tab-table-html.ts';
import { tabTableSyntax } from '../../../src/tab-table/tab-table-syntax.ts';

function toHtml(source: string): string {
  return micromark(source, { extensions: [tabTableSyntax()], htmlExtensions: [tabTableHtml()] });
}

it.each([
  [
    'with the first row as its head',
    'a\tb\nc\td\n',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n',
  ],
  [
    'without a body where it has one row',
    'a\tb',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>',
  ],
  [
    'as wide as its widest row',
    'a\tb\nc\td\te',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n<th></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td>d</td>\n<td>e</td>\n</tr>\n</tbody>\n</table>',
  ],
  [
    'in a list',
    '- a\tb\n\nc',
    '<ul>\n<li>\n<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>\n</li>\n</ul>\n<p>c</p>',
  ],
])('a table is written %s', (_, source, html) => {
  expect(toHtml(source)).toBe(html);
});

it('escapes what HTML would read, and reads no Markdown', () => {
  expect(toHtml('<b>\t*c* & "d"\t"e\n<f>\0"\n\tg')).toContain(
    '<th>&lt;b&gt;</th>\n<th>*c* &amp; &quot;d&quot;</th>\n<th>e\n&lt;f&gt;\uFFFD</th>',
  );
});

it('writes each table of a document once', () => {
  expect(textsOf(toHtml('a\tb\n\nx\n\nc\td'))).toEqual(['a', 'b', 'c', 'd']);
});

test('the cells of any grid are those of the HTML', () => {
  const text = fc
    .array(fc.constantFrom(...Array.from('ab项-><&"#|*_`\\ ')), { maxLength: 6 })
    .map((parts) => parts.join('').replace(/^"+/, ''));
  const row = fc.tuple(fc.constant('项'), text, text);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (grid) => {
      expect(textsOf(toHtml(grid.map((cells) => cells.join('\t')).join('\n')))).toEqual(grid.flat());
    }),
  );
});

/** The texts of all cells of a page. */
function textsOf(html: string): string[] {
  const visit = (node: Element | ElementContent): string[] => {
    if (node.type !== 'element') return [];
    const [first] = node.children;
    if (/^t[dh]$/.test(node.tagName)) return [first?.type === 'text' ? first.value : ''];
    return node.children.flatMap(visit);
  };
  return fromHtml(html, { fragment: true }).children.flatMap((node) =>
    node.type === 'element' ? visit(node) : [],
  );
}
