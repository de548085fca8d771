import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listGuideHeadings } from '../../../src/build/list-guide-headings.ts';
import { readGuide } from '../../../src/content/read-guide.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

test('titles and headings are listed; a fragment is given only where it is sure', () => {
  const headings = listGuideHeadings(readGuide(process.cwd(), 'content'));
  expect(headings).toContainEqual({ title: '怎样搜索', page: null, url: '/guide/search/' });
  expect(headings).toContainEqual({ title: '按金额找', page: '怎样搜索', url: '/guide/search/#按金额找' });
  expect(headings).toContainEqual({ title: 'Excel', page: '数据下载', url: '/guide/downloads/' });
  // What search itself refers to.
  expect(headings.filter(({ title }) => title === '按要求找')).toHaveLength(1);
});

test('a page in another language has its title alone, as its words would be found as pinyin', () => {
  const headings = listGuideHeadings(readGuide(process.cwd(), 'content'));
  expect(headings.filter(({ url }) => url.startsWith('/guide/english/'))).toEqual([
    { title: 'Guide in English', page: null, url: '/guide/english/' },
  ]);
});

test('only headings of the second level are listed, in their order', () => {
  const headings = ['## 甲乙', '### 丙', '甲## 丁', '## Excel 表', '## 表 1', '## 戊'];
  const folder = writeFiles(tempFolders()(), {
    'a.mdx': `---\ntitle: 找\nsummary: 怎样找\norder: 1\n---\n${headings.join('\n')}\n`,
  });
  const data = { title: '找', summary: '怎样找', order: 1 };
  const pages = [{ id: 'a', file: join(folder, 'a.mdx'), data }];
  expect(listGuideHeadings({ pages, notices: [] }).map(({ title, url }) => [title, url])).toEqual([
    ['找', '/guide/a/'],
    ['甲乙', '/guide/a/#甲乙'],
    ['Excel 表', '/guide/a/'],
    ['表 1', '/guide/a/'],
    ['戊', '/guide/a/#戊'],
  ]);
});
