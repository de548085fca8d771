import { expect, test } from 'vitest';
import { readAddress, toAddress } from '../../../../src/search/page/search-address.ts';

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

test('what is not known is left out', () => {
  expect(readAddress('?q=x&sort=colour&what=ever&type=')).toEqual({
    text: 'x',
    filters: {},
    sort: 'relevance',
    isLiteral: false,
    part: null,
  });
  expect(toAddress({ ...readAddress('?sort=name&as=text'), text: '  ' })).toBe('');
});
