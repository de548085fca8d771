import { expect, test } from 'vitest';
import { Numbering } from '../../../../src/import/word/numbering.ts';

const level = (at: number, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}">${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const format = (name: string) => `<w:numFmt w:val="${name}"/>`;
const suffix = (name: string) => `<w:suff w:val="${name}"/>`;
const start = (count: number) => `<w:start w:val="${count}"/>`;
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, base: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${base}"/>${overrides}</w:num>`;
const override = (at: number, content: string) => `<w:lvlOverride w:ilvl="${at}">${content}</w:lvlOverride>`;
const numberingOf = (...parts: string[]) =>
  new Numbering(`<w:numbering xmlns:w="w">${parts.join('')}</w:numbering>`);

/** The numbers of paragraphs, each given as its list and level: `1.0`. */
const numbers = (numbering: Numbering, paragraphs: string) =>
  paragraphs.split(' ').map((paragraph) => {
    const [id = '', at] = paragraph.split('.');
    return numbering.next({ id, level: Number(at) });
  });

test.each([
  ['a number and a space', level(0, '%1.'), ['1. ', '2. ']],
  ['no space where none is wanted', level(0, '%1.', suffix('nothing')), ['1.', '2.']],
  ['a space as separator', level(0, '%1.', suffix('space')), ['1. ', '2. ']],
  ['no space behind a Chinese sign', level(0, '%1、', format('chineseCounting')), ['一、', '二、']],
  ['another start', level(0, '第%1条', start(0)), ['第0条', '第1条']],
  ['a bullet', level(0, '◆', format('bullet')), ['◆ ', '◆ ']],
  ['a bullet of a font of symbols', level(0, '\uf0b7', format('bullet')), ['• ', '• ']],
  ['no numbers', level(0, '%1.', format('none')), ['', '']],
  ['no text', level(0, ''), ['', '']],
  ['numbers that can not be printed', level(0, '%1', format('ideographDigital')), [null, null]],
  ['a level that the list has not', level(1, '%2.'), ['', '']],
])('a list of %s', (_name, levels, expected) => {
  expect(numbers(numberingOf(abstract(0, levels), num(1, 0)), '1.0 1.0')).toEqual(expected);
});

test('levels count within the one above, whose count they may say again', () => {
  const levels =
    level(0, '%1.', format('chineseCounting')) + level(1, '%1.%2') + level(2, '%1-%3', '<w:isLgl/>');
  const numbering = numberingOf(abstract(0, levels), num(1, 0));
  expect(numbers(numbering, '1.0 1.1 1.1 1.2 1.0 1.1 1.2')).toEqual([
    '一. ',
    '一.1 ',
    '一.2 ',
    '1-1 ',
    '二. ',
    '二.1 ',
    '2-1 ',
  ]);
});

test('a level whose upper one has no paragraph yet takes its start', () => {
  const levels = level(0, '%1', start(3)) + level(1, '%1.%2') + level(2, '%5.%3');
  expect(numbers(numberingOf(abstract(0, levels), num(1, 0)), '1.1 1.2')).toEqual(['3.1 ', '1.1 ']);
});

test('lists of one kind count on, unless one starts anew', () => {
  const levels = level(0, '%1.');
  const numbering = numberingOf(
    abstract(0, levels),
    num(1, 0),
    num(2, 0),
    num(3, 0, override(0, '<w:startOverride w:val="5"/>')),
    num(4, 0, override(0, level(0, '(%1)'))),
    num(5, 9),
    num(6, 9, override(0, level(0, '[%1]'))),
  );
  expect(numbers(numbering, '1.0 2.0 3.0 3.0 4.0 1.0 5.0 6.0 7.0')).toEqual([
    '1. ',
    '2. ',
    '5. ',
    '6. ',
    '(3) ',
    '4. ',
    '',
    '[1] ',
    '',
  ]);
});

test('a document without lists has no numbers', () => {
  expect(new Numbering('').next({ id: '1', level: 0 })).toBe('');
});
