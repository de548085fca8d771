import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import {
  PublishedDisclosureSchema,
  toPublishedDisclosure,
} from '../../../src/record/published-disclosure.ts';

test('what is published is the record without the lines of single fields', () => {
  const path = 'disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
  const disclosure = readDisclosure(new VFile({ path, value: readFileSync(`content/${path}`) }));
  const published = toPublishedDisclosure(disclosure);
  expect(PublishedDisclosureSchema.parse(published)).toEqual(published);
  expect(published.notices).toEqual(disclosure.notices);
  expect(published.projects).toHaveLength(7);
  for (const [index, { source, ...project }] of published.projects.entries())
    expect(disclosure.projects[index]).toEqual({
      ...project,
      source: { ...source, lines: expect.any(Object) as object },
    });
  expect(JSON.stringify(published)).not.toContain('"lines"');
});
