/** Publishing on the desk: look first, go back, and what goes wrong in between. Nothing is lost, and all of it is said in Chinese. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driveDesk, wordsOf, type DrivenDesk } from '../helpers/drive-desk.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const BODY = '2026/yun-ling-shi-wen-hua-ju';
const SOURCE = `disclosures/${BODY}.md`;
/** Milliseconds: a build on a busy machine. */
const BUILD = 300_000;

/** A table as it is pasted. @param projects Names with targets. */
function table(unit: string, projects: Record<string, string>): string {
  return Object.entries(projects)
    .map(
      ([name, target]) => `## 项目绩效目标表

项目名称	${name}
用款单位	${unit}
2026年预算金额（元）	125,000.00
一级指标	二级指标	三级指标	2026年指标值
产出指标	数量指标	服务次数	${target}
`,
    )
    .join('\n');
}
const culture = (projects: Record<string, string>) => table('云岭市文化局', projects);
const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
/** All files of a folder with their bytes. */
const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .flatMap((path) => {
          try {
            return [`${path} ${readFileSync(join(folder, path)).toString('base64')}`];
          } catch {
            return [];
          }
        })
    : [];

describe('from the first publication on', () => {
  const folder = newFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  let desk: DrivenDesk;
  let first: string[] = [];

  beforeAll(async () => {
    desk = await driveDesk(folder);
  });
  afterAll(() => desk.close());

  test(
    'a preview has real pages, and neither content nor site have changed',
    async () => {
      const id = await desk.drop('文化局.txt', culture({ 送戏下乡: '20场', 图书采购: '300册' }));
      await desk.post(`publish/${id}`, { body: '+', year: '2026', address: '', preview: '1' });
      const built = await desk.ended();
      expect(wordsOf(built)).toContain('做好了，还没有公开');
      expect([existsSync(out), existsSync(content)]).toEqual([false, false]);
      const address = /href="(http[^"]+index\.html)"/.exec(built)?.[1] ?? '';
      expect(address.endsWith(`${BODY}/index.html`)).toBe(true);
      expect(await (await fetch(address)).text()).toContain('图书采购');
    },
    BUILD,
  );

  test(
    'what was looked at is published as it is: nothing is built again',
    async () => {
      const began = performance.now();
      await desk.post('go-on');
      expect(wordsOf(await desk.ended())).toContain('网站做好了，放到哪里？');
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(read(out, `${BODY}/source.txt`)).toBe(read(content, SOURCE));
      expect(read(content, 'permalinks.json')).toContain(`/${BODY}/tu-shu-cai-gou/`);
      expect(readdirSync(join(desk.state, 'drafts'))).toEqual([]);
      expect(existsSync(join(desk.state, 'next'))).toBe(false);
      first = filesIn(join(content, 'disclosures'));
    },
    BUILD,
  );

  test(
    'a correction with a rename and a withdrawal is the second state',
    async () => {
      const id = await desk.drop('更正.txt', culture({ 图书和报刊采购: '300册' }));
      await desk.post(`answer/${id}`, {
        project: `${BODY}/tu-shu-cai-gou`,
        answer: `${BODY}/tu-shu-he-bao-kan-cai-gou`,
      });
      await desk.post(`answer/${id}`, { project: `${BODY}/song-xi-xia-xiang`, answer: '' });
      await desk.post(`publish/${id}`, { body: 'yun-ling-shi-wen-hua-ju', year: '2026' });
      expect(wordsOf(await desk.ended())).toContain('撤回这一次');
      const listed = wordsOf(await desk.page('history'));
      expect(listed).toContain('最近 2 次公开');
      expect(listed).toContain('更正云岭市文化局2026年，1 格');
      expect(listed).toContain('放入云岭市文化局2026年，2 个项目');
      expect(read(out, '_redirects')).toContain(
        `/${BODY}/tu-shu-cai-gou/ /${BODY}/tu-shu-he-bao-kan-cai-gou/ 301`,
      );
    },
    BUILD,
  );

  test('the start page offers to take it back, and says what that changes', async () => {
    expect(await desk.page('')).toContain('撤回这一次');
    const asked = wordsOf(await desk.page('?undo'));
    expect(asked).toMatch(/撤回 \d+月\d+日 \d+:\d\d 这一次公开？网站回到 \d+月\d+日 \d+:\d\d 的样子/);
    expect(asked).toContain('云岭市文化局2026年：1 个项目不再公开，2 个项目重新公开。');
  });

  test(
    'going back brings the same files, every address still leads somewhere, and the newer state stays',
    async () => {
      const [, back = ''] = /\/back\/(\w+)"/.exec(await desk.page('?undo')) ?? [];
      const state = wordsOf(await desk.page(`history/${back}`));
      expect(state).toContain('1 个单位，2 个项目，合计 250,000.00 元');
      expect(state).toContain('送戏下乡');
      await desk.post(`back/${back}`);
      await desk.ended();
      expect(filesIn(join(content, 'disclosures'))).toEqual(first);
      expect(read(out, `${BODY}/source.txt`)).toBe(read(content, SOURCE));
      expect(read(out, '_redirects')).toContain(
        `/${BODY}/tu-shu-he-bao-kan-cai-gou/ /${BODY}/tu-shu-cai-gou/ 301`,
      );
      expect(read(out, `${BODY}/song-xi-xia-xiang/index.html`)).toContain('20场');
      const recorded = JSON.parse(read(content, 'permalinks.json')) as { urls: string[] };
      expect(recorded.urls).toContain(`/${BODY}/tu-shu-he-bao-kan-cai-gou/`);
      const listed = wordsOf(await desk.page('history'));
      expect(listed).toContain('最近 3 次公开');
      expect(listed).toMatch(/回到 \d+月\d+日 \d+:\d\d 的样子/);
    },
    BUILD,
  );

  test(
    'what is in the content and was never published is kept before another state replaces it',
    async () => {
      const changed = read(content, SOURCE).replace('20场', '21场');
      writeFiles(content, { [SOURCE]: changed });
      const states = [...(await desk.page('history')).matchAll(/history\?back=(\w+)"/g)].map(([, id]) => id);
      const [newest = ''] = states;
      await desk.post(`back/${newest}`);
      await desk.ended();
      expect(read(content, SOURCE)).not.toContain('送戏下乡');
      expect(wordsOf(await desk.page('history'))).toContain('内容文件夹里还没有公开的样子');
      const kept = filesIn(join(desk.state, 'kept/files')).map((line) =>
        Buffer.from(line.split(' ')[1] ?? '', 'base64').toString(),
      );
      expect(kept).toContain(changed);
    },
    BUILD,
  );
});

describe('a file of other projects than those that are published', () => {
  const folder = newFolder();
  const content = join(folder, 'content');
  const body = BODY.slice(5);
  let desk: DrivenDesk;

  beforeAll(async () => {
    desk = await driveDesk(folder);
    const id = await desk.drop('一季度.txt', culture({ 送戏下乡: '20场', 图书采购: '300册' }));
    await desk.post(`publish/${id}`, { body: '+', year: '2026' });
    await desk.ended();
  }, BUILD);
  afterAll(() => desk.close());

  // Nothing of it is like the others: another sum, and other rows.
  const other = culture({ 剧场维修: '2处' })
    .replace('125,000.00', '80,000.00')
    .replace('服务次数', '维修处数');

  test(
    'adds to them: one source of both files, and what was public stays as it was',
    async () => {
      const id = await desk.drop('追加.txt', other);
      const asked = wordsOf(await desk.page(`read/${id}`));
      expect(asked).toContain(
        '新表里的项目和网站上的都不同。是补充，还是换掉原来的？补充原来的 2 个也留着。',
      );
      expect(await desk.page(`read/${id}`)).not.toContain('data-go');
      const answered = wordsOf(await desk.post(`answer/${id}`, { apart: 'add' }));
      expect(answered).toContain('补充：原来的 2 个也留着');
      expect(answered).toContain('多了：“剧场维修”。');
      await desk.post(`publish/${id}`, { body, year: '2026' });
      expect(wordsOf(await desk.ended())).toContain('云岭市文化局2026年的 3 个项目');
      for (const project of ['song-xi-xia-xiang', 'tu-shu-cai-gou', 'ju-chang-wei-xiu'])
        expect(read(folder, `out/${BODY}/${project}/project.json`)).toContain('云岭市文化局');
      const originals = readdirSync(join(content, 'disclosures/2026')).filter(
        (name) => !name.endsWith('.md'),
      );
      expect(originals).toEqual([`${body}.original-2.txt`, `${body}.original.txt`]);
    },
    BUILD,
  );

  test(
    'replaces them: they are withdrawn, and their addresses lead to the body',
    async () => {
      const id = await desk.drop(
        '换.txt',
        other.replace('剧场维修', '剧场改造').replace('80,', '90,').replace('维修处数', '改造面积'),
      );
      await desk.post(`answer/${id}`, { apart: 'replace' });
      await desk.post(`publish/${id}`, { body, year: '2026' });
      expect(wordsOf(await desk.ended())).toContain('云岭市文化局2026年的 1 个项目');
      expect(read(folder, 'out/_redirects')).toContain(`/${BODY}/song-xi-xia-xiang/ /${BODY}/ 301`);
    },
    BUILD,
  );

  test('can not be added to a source that somebody changed by hand: that is said, and asked again', async () => {
    writeFiles(content, { [SOURCE]: read(content, SOURCE).replace('2处', '3处') });
    const id = await desk.drop('再加.txt', other);
    const answered = await desk.post(`answer/${id}`, { apart: 'add' });
    expect(wordsOf(answered)).toContain('原来的那一份读入以后又改过，不能自动和新表合在一起。');
    expect(answered).not.toContain('data-go');
  });
});

describe('a table of another body that has an error', () => {
  const folder = newFolder();
  const content = join(folder, 'content');
  const other = 'disclosures/2026/shui-wu-ju.md';
  const right = table('云岭市水务局', { 清淤: '3公里' });
  const wrong = right.replace('125,000.00', '125,0O0.00');
  let desk: DrivenDesk;
  let id = '';

  beforeAll(async () => {
    writeFiles(content, { [other]: right });
    desk = await driveDesk(folder);
  });
  afterAll(() => desk.close());

  test(
    'asks whether this one may be public before the other is mended',
    async () => {
      await desk.post('publish');
      await desk.ended();
      writeFiles(content, { [other]: wrong });
      id = await desk.drop('文化局.txt', culture({ 送戏下乡: '20场' }));
      await desk.post(`publish/${id}`, { body: '+', year: '2026' });
      const asked = wordsOf(await desk.ended());
      expect(asked).toContain('云岭市水务局的表有 1 处要改，先公开云岭市文化局2026年的 1 个项目吗？');
      expect(asked).toMatch(/云岭市水务局照 \d+月\d+日 \d+:\d\d 的那一份，一个字不变/);
      expect(existsSync(join(folder, 'out', BODY))).toBe(false);
    },
    BUILD,
  );

  test(
    'is built as it was published, and the content keeps the newer one',
    async () => {
      await desk.post('go-on');
      expect(wordsOf(await desk.ended())).toContain('网站做好了，放到哪里？');
      expect(read(folder, 'out/2026/shui-wu-ju/source.txt')).toBe(right);
      expect(existsSync(join(folder, 'out', BODY, 'index.html'))).toBe(true);
      expect(read(content, other)).toBe(wrong);
      const start = wordsOf(await desk.page(''));
      expect(start).toContain('内容文件夹里有 1 处错误');
      expect(start).toContain(
        '云岭市水务局 1 125,000.00 有错误内容文件夹里的有 1 处要改，网站上还是以前的那一份。',
      );
    },
    BUILD,
  );
});

describe('a content in Git', () => {
  const folder = newFolder();
  const content = join(folder, 'content');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', content, ...args])
      .toString()
      .trim();
  let desk: DrivenDesk;

  beforeAll(async () => {
    writeFiles(content, { 'disclosures/2026/shui-wu-ju.md': table('云岭市水务局', { 清淤: '3公里' }) });
    git('init', '-q');
    git('config', 'user.name', 't');
    git('config', 'user.email', 't@example.com');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFiles(content, { 'notes.txt': 'mine' });
    desk = await driveDesk(folder);
  });
  afterAll(() => desk.close());

  test(
    'has a commit of what was published, and the next site shows its versions',
    async () => {
      for (const target of ['20场', '25场']) {
        const id = await desk.drop('文化局.txt', culture({ 送戏下乡: target }));
        await desk.post(`publish/${id}`, { body: target === '20场' ? '+' : BODY.slice(5), year: '2026' });
        expect(await desk.ended()).not.toContain('Git');
      }
      expect(git('log', '--format=%s').split('\n')).toEqual([
        '更正云岭市文化局2026年的1个项目',
        '公开云岭市文化局2026年的1个项目',
        'x',
      ]);
      const files = git('show', '--name-only', '--format=', 'HEAD~1').split('\n');
      expect(files).toEqual([SOURCE, SOURCE.replace('.md', '.original.txt'), 'permalinks.json']);
      expect(git('status', '--porcelain')).toBe('?? notes.txt');
      expect(existsSync(join(content, 'versions.json'))).toBe(false);
      await desk.post('publish');
      await desk.ended();
      expect(read(folder, `out/${BODY}/song-xi-xia-xiang/index.html`)).toContain('25场');
      expect(read(folder, 'out/changes/index.html')).toContain('送戏下乡');
    },
    BUILD,
  );
});

describe('a desk that is killed', () => {
  const folder = newFolder();
  let desk: DrivenDesk;

  beforeAll(async () => {
    desk = await driveDesk(folder);
  });
  afterAll(() => desk.close());

  test(
    'while it builds: its next start says so, the table is there, and goes on',
    async () => {
      const id = await desk.drop('文化局.txt', culture({ 送戏下乡: '20场' }));
      await desk.post(`publish/${id}`, { body: '+', year: '2026' });
      expect(await desk.isBuilding()).toBe(true);
      desk.kill();
      desk = await driveDesk(folder);
      expect([existsSync(join(folder, 'out')), existsSync(join(folder, 'content'))]).toEqual([false, false]);
      const start = await desk.page('');
      expect(wordsOf(start)).toContain(
        '上次做网站做到一半，工作台关了。网站没有变，云岭市文化局2026年的 1 个项目还在。',
      );
      expect(start).toContain(`read/${id}">接着公开`);
      await desk.post(`publish/${id}`, { body: '+', year: '2026' });
      await desk.ended();
      expect(existsSync(join(folder, 'out', BODY, 'index.html'))).toBe(true);
      expect(wordsOf(await desk.page(''))).not.toContain('做到一半');
    },
    BUILD,
  );
});

test(
  'what was looked at and is then taken away is not published',
  async () => {
    const folder = newFolder();
    const desk = await driveDesk(folder);
    const id = await desk.drop('文化局.txt', culture({ 送戏下乡: '20场' }));
    await desk.post(`publish/${id}`, { body: '+', year: '2026', preview: '1' });
    expect(wordsOf(await desk.ended())).toContain('做好了，还没有公开');
    await desk.post(`remove/${id}`);
    await desk.post('go-on');
    expect(wordsOf(await desk.ended())).toContain('还没有公开');
    expect(existsSync(join(folder, 'out'))).toBe(false);
    await desk.close();
  },
  BUILD,
);

describe('a network folder that goes', () => {
  const folder = newFolder();
  const target = join(folder, 'share/门户网站');
  let desk: DrivenDesk;

  beforeAll(async () => {
    desk = await driveDesk(folder);
  });
  afterAll(() => desk.close());

  test(
    'is said to be gone, is not made anew, and gets the site when it is there again, without a build',
    async () => {
      const id = await desk.drop('文化局.txt', culture({ 送戏下乡: '20场' }));
      await desk.post(`publish/${id}`, { body: '+', year: '2026' });
      await desk.ended();
      await desk.post('target', { target });
      expect(wordsOf(await desk.ended())).toContain(`没有 ${join(folder, 'share')} 这个文件夹`);
      expect(existsSync(join(folder, 'share'))).toBe(false);
      writeFiles(folder, { 'share/.keep': '' });
      await desk.post('target', { target });
      expect(wordsOf(await desk.ended())).toContain('个文件都核对过，和做好的一样');
      // The share is not mounted: its place is there, and empty.
      execFileSync('mv', [join(folder, 'share'), join(folder, 'unmounted')]);
      mkdirSync(join(folder, 'share'));
      const next = await desk.drop('文化局.txt', culture({ 送戏下乡: '30场' }));
      await desk.post(`publish/${next}`, { body: BODY.slice(5), year: '2026' });
      const gone = wordsOf(await desk.ended());
      expect(gone).toContain('网络文件夹连不上，网站做好了还没有放上去');
      expect(gone).toContain('没有放上一半');
      expect(existsSync(target)).toBe(false);
      execFileSync('rm', ['-r', join(folder, 'share')]);
      execFileSync('mv', [join(folder, 'unmounted'), join(folder, 'share')]);
      await desk.post('retry');
      expect(wordsOf(await desk.ended())).toContain('已经公开');
      expect(read(target, `${BODY}/song-xi-xia-xiang/index.html`)).toContain('30场');
    },
    BUILD,
  );
});
