import { expect, test } from 'vitest';
import { publishedOriginals, PublicationSchema } from '../../../src/record/publication-schema.ts';

const original = (file: string) => ({
  name: '绩效目标表.xlsx',
  sha256: '0'.repeat(64),
  file,
  parts: ['工作表“Sheet1”'],
});

test('originals that are withheld are not published', () => {
  const publication = PublicationSchema.parse({
    originals: [original('a.original.xlsx'), { ...original('b.original.xlsx'), withheld: true }],
  });

  expect(publishedOriginals(publication).map(({ file }) => file)).toEqual(['a.original.xlsx']);
});

test('a file without originals publishes none', () => {
  expect(publishedOriginals(PublicationSchema.parse({}))).toEqual([]);
});
