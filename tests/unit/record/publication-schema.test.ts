import { describe, expect, test } from 'vitest';
import { PublicationSchema } from '../../../src/record/publication-schema.ts';
import { faultsOf } from './faults-of.ts';

describe('the front matter of a source', () => {
  const original = {
    name: '绩效目标表.xlsx',
    sha256: 'a1'.repeat(32),
    file: '0-jixiao.v2.xlsx',
    parts: ['工作表“Sheet1”'],
  };

  test.each([
    {},
    {
      publisher: '青溪县水务局',
      page: 'https://example.gov.cn/a.html',
      published: '2026-02-28',
      documentNumber: '青水〔2026〕1号',
      licence: 'CC BY 4.0',
      originals: [original],
    },
    { page: 'http://example.gov.cn/' },
  ])('is right: %j', (value) => {
    expect(faultsOf(PublicationSchema, value)).toEqual([]);
    expect(PublicationSchema.parse(value)).toEqual(value);
  });

  test.each([
    ['publisher', { publisher: '' }],
    ['page', { page: 'example.gov.cn' }],
    ['page', { page: 'ftp://example.gov.cn/' }],
    ['page', { page: 'xhttp://example.gov.cn/' }],
    ['page', { page: 'httpsx://example.gov.cn/' }],
    ['published', { published: '2026-02-30' }],
    ['documentNumber', { documentNumber: '' }],
    ['licence', { licence: '' }],
    ['originals', { originals: [] }],
    ['originals.0.name', { originals: [{ ...original, name: '' }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: 'a1'.repeat(31) }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: `${'a1'.repeat(32)}0` }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: `0${'a1'.repeat(32)}` }] }],
    ['originals.0.sha256', { originals: [{ ...original, sha256: 'A1'.repeat(32) }] }],
    ['originals.0.file', { originals: [{ ...original, file: '.htaccess' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'a/b.xlsx' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'A.xlsx' }] }],
    ['originals.0.file', { originals: [{ ...original, file: 'a.xlsx ' }] }],
    ['originals.0.parts', { originals: [{ ...original, parts: [] }] }],
    ['originals.0.parts.0', { originals: [{ ...original, parts: [''] }] }],
    ['originals.0', { originals: [{ ...original, size: 1 }] }],
    ['', { author: '甲' }],
  ])('is wrong at %s: %j', (path, value) => {
    expect(faultsOf(PublicationSchema, value)).toEqual([path]);
  });
});
