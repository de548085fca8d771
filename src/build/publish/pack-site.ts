/**
 * In: a built site.
 * Out: `jixiao-site.zip`, the same site with relative links: it opens from a folder, without a server.
 *
 * The same site gives the same bytes.
 */
import { hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { filesUnder } from '../../cache/files-under.ts';
import { mapLinks } from './publish-under.ts';

/** Files for servers, images that other programs show with links, and copies that are compressed for servers. */
const FOR_SERVERS =
  /^(?:404\.html|_headers|_redirects|nginx-(?:redirects|embed)\.conf|robots\.txt|sitemap.*\.xml|SHA256SUMS|\.jixiao-site)$|\/share\.png$|\.(?:br|gz)$/;
/** In the archive. */
const FOLDER = 'jixiao-site';
/** The earliest that an archive can name. Local time, as archives have it. */
const DATE = new Date(1980, 0, 1);
/** More files, or more bytes, need an archive of another format, which old programs don't open. */
const MOST_FILES = 65_000;
const MOST_BYTES = 4_000_000_000;

/** A site that is too large for one archive. */
export class PackError extends Error {
  override name = 'PackError';
}

export interface Packed {
  files: number;
  /** Of the archive. */
  bytes: number;
}

/**
 * Writes the archive; an earlier one stays as it is until the new one is whole. Throws a PackError where the site is too large.
 *
 * @param archive Its name ends with `.zip`, so that no other file is replaced.
 * @param base Path under which the site is published: `/jixiao`, or empty.
 * @param name Of the site, for the README.
 */
export function packSite(
  dist: string,
  archive: string,
  { base, name }: { base: string; name: string },
): Packed {
  const files = filesUnder(dist).filter((file) => !FOR_SERVERS.test(file));
  if (files.length > MOST_FILES)
    throw new PackError(`网站有 ${files.length} 个文件，压缩包最多放 ${MOST_FILES} 个`);
  if (!archive.endsWith('.zip')) throw new PackError(`压缩包的名称要以 .zip 结尾：${archive}`);
  const unfinished = `${archive}.${process.pid}`;
  const out = openSync(unfinished, 'w');
  let bytes = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new PackError('网站太大，压缩包最多 4 GB');
      writeSync(out, chunk);
    });
    const add = (file: string, content: Uint8Array) => {
      const entry = new ZipDeflate(`${FOLDER}/${file}`, { level: 6 });
      entry.mtime = DATE;
      zip.add(entry);
      entry.push(content, true);
    };
    const sums: string[] = [];
    const addWithSum = (file: string, content: Uint8Array) => {
      sums.push(`${hash('sha256', content)}  ${file}\n`);
      add(file, content);
    };
    for (const file of files) addWithSum(file, toPacked(base, file, readFileSync(join(dist, file))));
    addWithSum('README.txt', Buffer.from(readMe(name)));
    add('SHA256SUMS', Buffer.from(sums.sort(byFile).join('')));
    zip.end();
    fsyncSync(out);
    renameSync(unfinished, archive);
  } finally {
    closeSync(out);
    rmSync(unfinished, { force: true });
  }
  return { files: files.length + 2, bytes };
}

/** A file as it is in the archive. @param file Its path in the site. */
export function toPacked(base: string, file: string, bytes: Buffer): Buffer {
  if (!file.endsWith('.html')) return bytes;
  const home = posix.relative(posix.dirname(file), '.') || '.';
  const html = mapLinks(bytes.toString(), (path) => toRelative(file, path.slice(base.length)));
  return Buffer.from(
    html
      .replace(/(<html lang="zh-CN")(?: data-base="[^"]*")?/, `$1 data-base="${home}"`)
      .replace(/<noscript>[^]*?<\/noscript>/, file === 'check/index.html' ? CHECK_FROM_FOLDER : FROM_FOLDER),
  );
}

/** The page `/search/` without its scripts, which browsers don't load from a folder. */
const FROM_FOLDER =
  '<p class="notice without-script"><b>提示</b>网页从文件夹里直接打开时，浏览器不让它读取搜索用的文件。下面两页列出全部内容，可用浏览器自带的“在页面中查找”；把这个文件夹放到网页服务器上打开，就能搜索。</p>';

/** The page `/check/` likewise. */
const CHECK_FROM_FOLDER =
  '<p class="notice without-script"><b>提示</b>网页从文件夹里直接打开时，浏览器不让它运行读表的脚本。把这个文件夹放到网页服务器上打开，就能核对；也可以用命令核对，见下面的指南。</p>';

/** A path of the site as the relative path of a file: `../../2026/index.html?q=a#L1`. */
function toRelative(from: string, path: string): string {
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const file = place.endsWith('/') ? `${place}index.html` : place;
  return posix.relative(posix.join('/', posix.dirname(from)), file) + rest;
}

/** `sha256sum --check` reads lines in any order; people look for a name. */
function byFile(a: string, b: string): number {
  return a.slice(64) < b.slice(64) ? -1 : 1;
}

function readMe(name: string): string {
  return [
    name,
    '',
    '这个文件夹是整个网站，不用联网，也不用装程序：解压以后打开 index.html。',
    '',
    '网页、表格、原文和下载的文件都在里面，链接都能点。浏览器不让文件夹里的网页读取搜索用的文件，',
    '所以直接打开时不能搜索；“指标”和各年度的页面列出全部内容，可以用浏览器的“在页面中查找”（Ctrl+F）。',
    '把这个文件夹放到任何网页服务器上打开，就能搜索。',
    '',
    '核对文件有没有被改动：在这个文件夹里运行 sha256sum --check SHA256SUMS',
    '',
  ].join('\r\n');
}
