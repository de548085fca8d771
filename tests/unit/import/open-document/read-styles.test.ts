import { expect, test } from 'vitest';
import { readOpenStyles } from '../../../../src/import/open-document/read-styles.ts';

const stylesOf = (styles: string) => `<a xmlns:style="s" xmlns:fo="f" xmlns:table="t">${styles}</a>`;
const style = (name: string, properties: string, parent?: string) =>
  `<style:style style:name="${name}"${parent === undefined ? '' : ` style:parent-style-name="${parent}"`}>${properties}</style:style>`;
const text = (attributes: string) => `<style:text-properties ${attributes}/>`;
const read = (...styles: string[]) =>
  readOpenStyles(new Map([['styles.xml', stylesOf(styles.join(''))]])).get('a');

test.each([
  ['', undefined],
  ['style:text-line-through-style="solid"', true],
  ['style:text-line-through-style="none"', false],
  ['style:text-line-through-type="single"', true],
  ['style:text-line-through-type="none"', false],
])('a style with %s strikes: %s', (attributes, struck) => {
  expect(read(style('a', text(attributes)))?.struck).toBe(struck);
});

test.each([
  ['', undefined],
  ['text:display="none"', true],
  ['text:display="true"', false],
])('a style with %s hides: %s', (attributes, hidden) => {
  expect(read(style('a', text(attributes)))?.hidden).toBe(hidden);
});

test.each([
  ['super 58%', 'super'],
  ['sub', 'sub'],
  ['33% 58%', 'super'],
  ['-33% 58%', 'sub'],
  ['0% 100%', ''],
  ['auto 58%', ''],
  ['', undefined],
])('a text at “%s” is placed: %s', (position, place) => {
  expect(read(style('a', text(`style:text-position="${position}"`)))?.place).toBe(place);
});

test.each([
  ['table:display="false"', true],
  ['table:display="true"', false],
  ['', undefined],
])('a sheet with %s is hidden: %s', (attributes, isHiddenSheet) => {
  expect(read(style('a', `<style:table-properties ${attributes}/>`))?.isHiddenSheet).toBe(isHiddenSheet);
});

test('a style takes over what it does not say, from the nearest that does', () => {
  const all = text(
    'style:text-line-through-style="solid" text:display="none" style:text-position="super 58%"',
  );
  const shown = '<style:table-properties table:display="false"/>';
  const none = text('style:text-line-through-style="none"');
  expect(read(style('c', all + shown), style('b', none, 'c'), style('a', '', 'b'))).toEqual({
    ...{ struck: false, hidden: true, place: 'super', isHiddenSheet: true },
  });
});

test('styles that are based on each other say nothing more', () => {
  expect(read(style('b', '', 'a'), style('a', text('text:display="none"'), 'b'))).toEqual({ hidden: true });
});

test.each([
  [19, true],
  [20, undefined],
])('what is %i styles below is taken over: %s', (steps, hidden) => {
  const chain = Array.from({ length: steps - 1 }, (_, index) => style(`s${index + 1}`, '', `s${index + 2}`));
  const last = style(`s${steps}`, text('text:display="none"'));
  expect(read(style('a', '', 's1'), ...chain, last)?.hidden).toBe(hidden);
});

test('styles of the content go before those of the file', () => {
  const parts = [
    ['styles.xml', stylesOf(style('a', text('text:display="none"')) + style('b', ''))],
    ['content.xml', stylesOf(style('a', text('text:display="true"')))],
  ] as const;
  expect([...readOpenStyles(new Map(parts))].map(([name, { hidden }]) => [name, hidden])).toEqual([
    ['a', false],
    ['b', undefined],
  ]);
  expect(readOpenStyles(new Map()).size).toBe(0);
});
