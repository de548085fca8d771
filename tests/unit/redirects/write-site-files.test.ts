import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSiteFiles } from '../../../src/redirects/write-site-files.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test.each(['', '/jixiao'])(
  'with the base “%s” redirects are written for servers, and downloads have sums',
  (base) => {
    const dist = writeFiles(tempFolders()(), {
      'index.html': '页',
      'b.csv': '乙',
      'a/a.json': '甲',
      'a/c.xlsx': '丙',
      'a/csv': '无',
      'pagefind/x.json': '索引',
      'a/d.json.gz': '丁',
    });
    writeSiteFiles(dist, [{ from: '/a/old.csv', to: '/b.csv' }], base, (file) =>
      file === 'a/c.xlsx' ? 'sum' : undefined,
    );
    const text = (path: string) => readFileSync(join(dist, path), 'utf8');
    expect(text('SHA256SUMS')).toBe(
      `${sha256('甲')}  a/a.json\nsum  a/c.xlsx\n${sha256('乙')}  a/old.csv\n${sha256('乙')}  b.csv\n`,
    );
    expect(text('_redirects')).toBe(`${base}/a/old.csv ${base}/b.csv 301\n`);
    expect(text('nginx-redirects.conf')).toContain(
      `location = "${base}/a/old.csv" { return 301 "${base}/b.csv"; }`,
    );
  },
);
