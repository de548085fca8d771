import { expect, test } from 'vitest';
import { reportLink } from '../../../src/display/report-link.ts';

const reported = {
  address: 'https://example.gov.cn/2026/a/b/#qing-yu-chang-du',
  what: '河道清淤，清淤长度 & 宽度',
  place: '第 12 行',
};

test('a mail names page, row and line', () => {
  const { protocol, pathname, searchParams } = new URL(reportLink('jixiao@example.gov.cn', reported));
  expect(protocol + pathname).toBe('mailto:jixiao@example.gov.cn');
  expect(searchParams.get('subject')).toBe(`报告错误：${reported.what}`);
  expect(searchParams.get('body')?.split('\r\n')).toEqual([
    `网页：${reported.address}`,
    `内容：${reported.what}`,
    '位置：第 12 行',
    '',
    '哪里不对：',
    '',
  ]);
});

test('a form gets them as parameters, after its own', () => {
  const { origin, searchParams } = new URL(reportLink('https://example.gov.cn/form?kind=jixiao', reported));
  expect(origin).toBe('https://example.gov.cn');
  expect(Object.fromEntries(searchParams)).toEqual({
    kind: 'jixiao',
    page: reported.address,
    row: reported.what,
    line: reported.place,
  });
});
