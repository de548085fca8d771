import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allowFrames, FRAME_RULES } from '../../../../src/build/publish/allow-frames.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';

const newFolder = tempFolders();

function rulesOf(identity: Parameters<typeof allowFrames>[1]) {
  const dist = newFolder();
  writeFileSync(join(dist, '_headers'), '/*\n  X-Frame-Options: DENY\n');
  allowFrames(dist, identity);
  return Object.fromEntries(readdirSync(dist).map((file) => [file, readFileSync(join(dist, file), 'utf8')]));
}

test('without permission nothing is written', () => {
  expect(rulesOf({ embed: undefined, url: undefined })).toEqual({
    _headers: '/*\n  X-Frame-Options: DENY\n',
  });
});

test('the pages of projects get the sites that are named, other pages keep their rules', () => {
  expect(
    rulesOf({ embed: ['https://a.example', 'https://*.b.example'], url: 'https://example.gov.cn/jixiao/' }),
  ).toEqual({
    [FRAME_RULES]: `# include nginx-embed.conf; in the server block
if ($uri ~ "^/jixiao/[^/]+/[^/]+/[^/]+/embed/(?:index\\.html)?$") {
    set $jixiao_frames "https://a.example https://*.b.example";
    set $jixiao_frame_options "";
}
`,
    _headers: `/*
  X-Frame-Options: DENY

/:year/:body/:project/embed/
  ! Content-Security-Policy
  ! X-Frame-Options
  Content-Security-Policy: frame-ancestors https://a.example https://*.b.example
`,
  });
});

test('a star is every site', () => {
  expect(rulesOf({ embed: '*', url: undefined })[FRAME_RULES]).toContain('set $jixiao_frames "*";');
});
