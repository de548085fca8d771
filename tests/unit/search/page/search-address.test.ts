import { expect, test } from 'vitest';
import { addressOf, isAsked, readAddress, toAddress } from '../../../../src/search/page/search-address.ts';

test.each([
  '?q=%E5%85%9A%E5%BB%BA',
  '?q=95%25&year=2026&type=%E7%BB%BC%E5%90%88%E7%B1%BB&sort=budget',
  '?q=a+b&body=x&category=y&budget=z&sort=name',
  '?year=2026&body=x',
  '?q=70%E4%B8%87&as=text',
  '?q=95&part=same',
  '',
])('%s is read and written the same', (address) => {
  expect(toAddress(readAddress(address))).toBe(address);
});

test('what is missing is left out', () => {
  expect(readAddress('?q=x&sort=colour&what=ever&type=')).toEqual({
    text: 'x',
    filters: {},
    sort: 'relevance',
    isLiteral: false,
    part: null,
  });
  expect(toAddress({ ...readAddress('?sort=name&as=text'), text: '  ' })).toBe('');
});

test.each([
  ['', {}, false],
  [' \u3000', {}, false],
  ['党建', {}, true],
  [' ', { year: '2026' }, true],
])('for the words “%s” and the filters %j something is asked: %s', (text, filters, expected) => {
  expect(isAsked({ text, filters })).toBe(expected);
});

test('an address has what differs from a plain search, in the order of the page', () => {
  const state = { ...readAddress(''), text: ' 党 建 ' };
  expect(toAddress(state)).toBe('?q=%E5%85%9A+%E5%BB%BA');
  expect(
    toAddress({
      ...{ ...state, sort: 'budget-up', isLiteral: true, part: 'near' },
      filters: { budget: '3', department: 'd', category: 'c', type: 't', body: 'b', year: '2026' },
    }),
  ).toBe(
    '?q=%E5%85%9A+%E5%BB%BA&year=2026&body=b&department=d&type=t&category=c&budget=3&sort=budget-up&as=text&part=near',
  );
});

test('unknown values are read as none', () => {
  expect(readAddress('?as=yes&part=all')).toMatchObject({ text: '', isLiteral: false, part: null });
  expect(readAddress('?sort=budget-up&part=nearest&as=text')).toMatchObject({
    ...{ sort: 'budget-up', part: 'nearest', isLiteral: true },
  });
});

test('another search has the words alone', () => {
  expect(addressOf(' 95% ')).toBe('/search/?q=95%25');
  expect(addressOf('')).toBe('/search/');
});
