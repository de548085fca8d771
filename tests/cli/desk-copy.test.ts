/** The built site is copied and moved to where it is published, whole or not at all. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copySite, isUnreachable, placeSite, refuseMissing } from '../../src/desk/copy-site.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const SITE = { '.jixiao-site': '', 'index.html': 'new', '2026/a/index.html': 'a' };
const text = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');

test('a copy has every file, and takes the place of the one before', () => {
  const [site, share] = [writeFiles(newFolder(), SITE), newFolder()];
  const target = join(share, 'site');
  writeFiles(target, { '.jixiao-site': '', 'index.html': 'old', 'gone.html': 'x' });
  const counted: (number | null)[] = [];
  expect(copySite(site, target, [site], (total) => counted.push(total))).toBe(3);
  expect(counted).toEqual([3, null, null, null]);
  expect([text(target), existsSync(join(target, 'gone.html')), readdirSync(share)]).toEqual([
    'new',
    false,
    ['site'],
  ]);
});

test('a folder with other files is refused, and nothing is left next to it', () => {
  const [site, share] = [writeFiles(newFolder(), SITE), newFolder()];
  writeFiles(share, { 'target/letter.docx': 'x' });
  expect(() => copySite(site, join(share, 'target'), [])).toThrow('不是本程序生成的文件');
  expect(readdirSync(share)).toEqual(['target']);
  expect(() => {
    placeSite(site, join(share, 'target'), []);
  }).toThrow('不是本程序生成的文件');
  expect(text(site)).toBe('new');
});

test('a site is moved to where it is published', () => {
  const [built, place] = [join(newFolder(), 'site'), newFolder()];
  writeFiles(built, SITE);
  writeFiles(join(place, 'out'), { '.jixiao-site': '', 'index.html': 'old' });
  placeSite(built, join(place, 'out'), []);
  expect([existsSync(built), text(join(place, 'out')), readdirSync(place)]).toEqual([false, 'new', ['out']]);
});

describe('a network folder', () => {
  const refusal = (target: string, isKnown: boolean): unknown => {
    try {
      refuseMissing(target, isKnown);
      return null;
    } catch (error) {
      return error;
    }
  };

  test('that is new needs a folder to be in; that is known needs the site that was there', () => {
    const share = newFolder();
    const target = join(share, 'site');
    expect(refusal(target, false)).toBeNull();
    expect(refusal(join(share, 'none/site'), false)).toMatchObject({
      message: expect.stringContaining('没有') as string,
    });
    expect(isUnreachable(refusal(target, true))).toBe(true);
    mkdirSync(target);
    expect(isUnreachable(refusal(target, true))).toBe(true);
    writeFiles(target, SITE);
    expect(refusal(target, true)).toBeNull();
  });

  test.each(['ENOTCONN', 'EHOSTDOWN', 'ESTALE', 'ENOENT'])('answers no more: %s', (code) => {
    expect(isUnreachable(Object.assign(new Error(code), { code }))).toBe(true);
  });

  test.each(['EACCES', 'ENOSPC', undefined])('answers: %s', (code) => {
    expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(false);
  });
});
