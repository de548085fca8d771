import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  childElements,
  childOf,
  eachElement,
  elementsIn,
  localName,
  readElement,
  textIn,
  type XmlElement,
} from '../../../src/import/read-xml.ts';
import { must } from '../../../src/record/must.ts';

const all = (xml: string, name: string) => {
  const found: XmlElement[] = [];
  eachElement(xml, name, (element) => found.push(element));
  return found;
};

test('gives each outermost element of a name, whatever its prefix', () => {
  const xml = '\ufeff<r><w:a x="1">甲<a/></w:a><b><a w:y="2"><![CDATA[<乙>]]></a></b>丙</r>';
  expect(all(xml, 'a')).toEqual([
    { name: 'w:a', attributes: { x: '1' }, children: ['甲', { name: 'a', attributes: {}, children: [] }] },
    { name: 'a', attributes: { 'w:y': '2' }, children: ['<乙>'] },
  ]);
  expect(readElement(xml, 'a')?.name).toBe('w:a');
  expect([readElement(xml, 'none'), readElement('', 'a')]).toEqual([null, null]);
});

test('marks of editing sessions are left out', () => {
  const xml = '<a w:rsidR="1" w:id="2" rsid="3"/>';
  expect(readElement(xml, 'a')?.attributes).toEqual({ 'w:id': '2', rsid: '3' });
});

const tree = must(
  readElement('<a x:n="1" m="2"><b>甲<w:c>乙</w:c></b>丙<c q="3"/><b><c/></b></a>', 'a') ?? undefined,
);

test('children, attributes and texts of an element', () => {
  expect(childElements(tree).map(({ name }) => name)).toEqual(['b', 'c', 'b']);
  expect(childOf(tree, 'c')).toMatchObject({ name: 'c', attributes: { q: '3' } });
  expect(childOf(childOf(tree, 'b'), 'c')?.name).toBe('w:c');
  expect([childOf(tree, 'none'), childOf(null, 'b'), childOf(undefined, 'b')]).toEqual([null, null, null]);
  expect(['n', 'm', 'none'].map((name) => attributeOf(tree, name))).toEqual(['1', '2', '']);
  expect([attributeOf(null, 'n'), attributeOf(undefined, 'n')]).toEqual(['', '']);
  expect(textIn(tree)).toBe('甲乙丙');
  expect(elementsIn(tree, 'c').map(({ name }) => name)).toEqual(['w:c', 'c', 'c']);
  expect([localName('w:tbl'), localName('tbl')]).toEqual(['tbl', 'tbl']);
});

describe('XML is refused', () => {
  test.each(['<a>', '<a></b>', '甲', '<a', '&none;'])('if it is broken: %s', (xml) => {
    expect(() => all(xml, 'a')).toThrow('文件已损坏');
  });

  test('if it is deeper than 250 elements', () => {
    const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(all(deep(250), 'a')).toHaveLength(1);
    expect(() => all(deep(251), 'a')).toThrow('文件太复杂');
    expect(() => all(deep(251), 'none')).toThrow('文件太复杂');
  });
});
