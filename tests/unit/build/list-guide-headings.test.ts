import { expect, test } from 'vitest';
import { listGuideHeadings } from '../../../src/build/list-guide-headings.ts';
import { readGuide } from '../../../src/content/read-guide.ts';

test('titles and headings are listed; a fragment is given only where it is sure', () => {
  const headings = listGuideHeadings(readGuide(process.cwd(), 'content'));
  expect(headings).toContainEqual({ title: '怎样搜索', page: null, url: '/guide/search/' });
  expect(headings).toContainEqual({ title: '按金额找', page: '怎样搜索', url: '/guide/search/#按金额找' });
  expect(headings).toContainEqual({ title: 'Excel', page: '数据下载', url: '/guide/downloads/' });
  // What search itself refers to.
  expect(headings.filter(({ title }) => title === '按要求找')).toHaveLength(1);
});
