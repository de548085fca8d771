import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { embedCode } from '../../../src/display/embed-code.ts';

test('the code is one frame, with the address and the title as they are', () => {
  const [address, title] = ['https://example.gov.cn/2026/a/b/embed/#c', '“河道”<整治> & "疏浚"'];
  const frames = parse(embedCode(address, title)).querySelectorAll('*');
  expect(
    frames.map((frame) => [frame.rawTagName, frame.getAttribute('src'), frame.getAttribute('title')]),
  ).toEqual([['iframe', address, title]]);
});
