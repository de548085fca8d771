/** 工作台 in Chromium: from an office's file to its published page, with the mouse or the keyboard alone. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MODES, violationsOf } from '../../scripts/browser/run-axe.ts';
import { spawnServer, type Server } from '../../scripts/browser/spawn-server.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { countEffort } from '../helpers/count-effort.ts';
import { layouts } from '../helpers/layouts.ts';
import { makeWord } from '../helpers/make-originals.ts';
import { toWorkbook, withLines } from '../helpers/office-files.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const browser = await browserOfFile();
const folder = tempFolders()();
const out = join(folder, 'out');
let server: Server;
let address: string;
let page: Page;
let spent: Awaited<ReturnType<typeof countEffort>>;
const complaints: string[] = [];
/** Milliseconds: a build on a busy machine. */
const BUILD = 240_000;

beforeAll(async () => {
  const env = { JIXIAO_CONTENT: join(folder, 'content'), JIXIAO_OUT: out };
  server = spawnServer(process.execPath, ['scripts/desk.ts', '--no-open'], plainEnvironment(env));
  address = await server.waitFor(/http:\/\/127\.0\.0\.1:\d+\/\w+\//);
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  spent = await countEffort(page);
  await page.goto(address);
});
afterAll(() => server.close());

function file(name: string, buffer: Buffer): File {
  return { name, mimeType: 'application/octet-stream', buffer };
}
const tablesOf = (id: string) => layouts.find((layout) => layout.id === id)?.tables ?? [];
const pdf = (name: string) => readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`);

/** Chooses files as a person does: two clicks. */
async function choose(...files: File[]): Promise<void> {
  await page.goto(address);
  await page.setInputFiles('#file', files);
  await page.waitForURL(/\/(?:read|files|teach)/);
}
/** From the file to its published page, without a key but in these fields. */
function expectLittle(...typed: string[]): void {
  const { clicks, typed: fields } = spent.effort();
  expect(clicks).toBeGreaterThan(2);
  expect(clicks).toBeLessThanOrEqual(12);
  expect([...fields]).toEqual(typed);
}
const heading = () => page.textContent('h1');
const go = () => page.locator('[data-go]');

/** The violations of a page at three widths, in all modes; and whether it moves sideways. */
async function faultsOf(): Promise<string[]> {
  const faults: string[] = [];
  for (const mode of MODES) {
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' });
    await page.setChecked('#elder', mode === 'elder');
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await violationsOf(page)).map((text) => `${mode} ${width}: ${text}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${mode} ${width}: ${wide} px too wide`);
    }
  }
  await page.setChecked('#elder', false);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

describe('from a fresh folder', () => {
  test('the first page says that nothing is public before it is clicked', async () => {
    expect(await heading()).toContain('把要公开的表拖到这里');
    expect(await page.textContent('main')).toContain('您点“公开”以前，什么都不会公开');
  });

  test('a workbook is read: its sum, each project, every cell with what it became', async () => {
    spent.start();
    await choose(file('云州市水务局2026年项目绩效目标表.xlsx', toWorkbook(tablesOf('A'))));
    expect(await heading()).toContain('读出 4 个项目，合计');
    expect(await page.inputValue('#address')).toBe('yun-zhou-shi-shui-wu-ju');
    expect(await page.locator('.which a').count()).toBe(4);
    await page.click('td.is-value:text-is("≥1200吨")');
    expect(await page.textContent('[data-use]')).toBe('≥1200吨　读成：指标值');
    await page.keyboard.press('ArrowDown');
    expect(await page.textContent('[data-use]')).toBe('＝18公里　读成：指标值');
    expect(await page.textContent('.reading-side')).toContain('打捞水草');
  });

  test(
    'one click publishes it: progress, then the finished site and where it may go',
    async () => {
      await go().click();
      await page.waitForURL(/\/publish$/);
      expect(await heading()).toBe('正在做网站');
      await page.waitForSelector('text=网站做好了，放到哪里？', { timeout: BUILD });
      expect(existsSync(join(out, '2026/yun-zhou-shi-shui-wu-ju/index.html'))).toBe(true);
      const permalinks = readFileSync(join(folder, 'content/permalinks.json'), 'utf8');
      expect(permalinks).toContain('/2026/yun-zhou-shi-shui-wu-ju/');
      expectLittle();
    },
    BUILD,
  );

  test('the site is served with its styles and its search', async () => {
    const [site] = await Promise.all([page.waitForEvent('popup'), page.click('text=看网站')]);
    await site.waitForLoadState();
    expect(new URL(site.url()).origin).not.toBe(new URL(address).origin);
    await site.fill('#q', '打捞水草');
    await site.press('#q', 'Enter');
    await site.waitForSelector('main .hit a');
    await site.close();
  });

  test('it is copied to a folder that is named once, every file compared', async () => {
    const target = join(folder, '门户网站');
    await page.fill('#target', target);
    await page.click('button:text-is("放过去")');
    await page.waitForSelector('h1:text-is("已经公开")');
    expect(await page.textContent('main')).toMatch(/\d+ 个文件都核对过，和做好的一样/);
    expect(readFileSync(join(target, 'index.html')).equals(readFileSync(join(out, 'index.html')))).toBe(true);
  });

  test('a folder with other files is left alone, and what is public stays', async () => {
    await page.fill('#target', folder);
    await page.click('button:text-is("放过去")');
    await page.waitForSelector('[role="alert"]');
    expect(await page.textContent('[role="alert"]')).toContain('请用 JIXIAO_OUT 另指一个');
    expect(existsSync(join(folder, '门户网站/index.html'))).toBe(true);
  });

  test('the archive is saved', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=存压缩包')]);
    expect(download.suggestedFilename()).toBe('jixiao-site.zip');
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test(
    'a PDF that says no year asks for it, and its pages are published',
    async () => {
      spent.start();
      await choose(file('绩效目标表.pdf', pdf('layout-c')));
      expect(await page.textContent('[data-open]')).toContain('还差 1 项没有选：年份');
      expect(await go().textContent()).toBe('去选年份');
      await go().click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('year');
      await page.selectOption('#year', '2026');
      expect(await go().textContent()).toBe('公开');
      await go().click();
      await page.waitForSelector('h1:text-is("已经公开")', { timeout: BUILD });
      expect(existsSync(join(folder, '门户网站/2026/nan-ping-shi-zhu-jian-ju/index.html'))).toBe(true);
      expectLittle();
    },
    BUILD,
  );

  test(
    'a document is published, under a name that is typed',
    async () => {
      spent.start();
      await choose(file('2026年项目绩效目标表.docx', makeWord(tablesOf('F').map(withLines))));
      await page.selectOption('#body', '*');
      await page.fill('#publisher', '青原市交通局');
      await go().click();
      await page.waitForSelector('h1:text-is("已经公开")', { timeout: BUILD });
      const html = readFileSync(join(out, '2026/qing-yuan-shi-jiao-tong-ju/index.html'), 'utf8');
      expect(html).toContain('青原市交通局');
      // The body's name, which the file does not say.
      expectLittle('publisher');
    },
    BUILD,
  );

  test('the start page lists the bodies, their sums and that they are public', async () => {
    await page.goto(address);
    expect(await page.locator('.published tbody tr').count()).toBe(3);
    expect(await page.locator('.state.open').count()).toBe(3);
    expect(await page.textContent('main')).not.toContain('还没有公开的');
  });
});

describe('a corrected file', () => {
  const change = (text: string) =>
    text.replace('社区图书角购书经费', '社区图书角购书和活动经费').replace('≥1200吨', '≥1300吨');
  const corrected = tablesOf('A')
    .slice(0, 3)
    .map((printed) => ({
      ...printed,
      table: {
        ...printed.table,
        cells: printed.table.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
      },
    }));

  test('that is the published one needs nothing', async () => {
    await choose(file('水务局.xlsx', toWorkbook(tablesOf('A'))));
    expect(await page.textContent('#act')).toContain('和网站上的一模一样，不用再公开');
    expect(await go().count()).toBe(0);
    await page.click('text=不要了');
  });

  test('shows what it changes, cell by cell, and asks what became of projects that it does not have', async () => {
    await choose(file('水务局2026年（更正）.xlsx', toWorkbook(corrected)));
    expect(await page.textContent('.diff')).toContain('打捞水草，2026年指标值');
    expect(await page.textContent('.diff del')).toContain('≥1200');
    expect(await page.textContent('.diff ins')).toContain('≥1300');
    expect(await page.textContent('#act')).toContain('还有 2 个问题没有答');
    expect(await page.textContent('#ask')).toContain(
      '“社区图书角购书经费”改名叫“社区图书角购书和活动经费”了吗？',
    );
    expect(await page.textContent('#ask')).toContain('“老旧泵站检修和值守费用”是撤下了吗？');
    expect(await go().count()).toBe(0);
    await page.click('text=是，改了名称');
    await page.click('text=是，撤下');
    expect(await go().textContent()).toBe('公开');
  });

  test(
    'is published: old addresses lead to the new name, and to the page of the body',
    async () => {
      await go().click();
      await page.waitForSelector('h1:text-is("已经公开")', { timeout: BUILD });
      const body = '/2026/yun-zhou-shi-shui-wu-ju/';
      const redirects = readFileSync(join(out, '_redirects'), 'utf8');
      expect(redirects).toContain(
        `${body}she-qu-tu-shu-jiao-gou-shu-jing-fei/ ${body}she-qu-tu-shu-jiao-gou-shu-he-huo-dong-jing-fei/ 301`,
      );
      expect(redirects).toContain(`${body}lao-jiu-beng-zhan-jian-xiu-he-zhi-shou-fei-yong/ ${body} 301`);
    },
    BUILD,
  );
});

describe('a doubled file', () => {
  test(
    'that is public already is not published once more under another name, and that is said',
    async () => {
      const before = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
      await choose(file('又一份.pdf', pdf('layout-c')));
      await page.selectOption('#year', '2026');
      await page.selectOption('#body', '*');
      await page.fill('#publisher', '南屏市房管局');
      await go().click();
      await page.waitForSelector('main:has-text("这份原件已经导入为")', { timeout: BUILD });
      expect(await page.textContent('main')).toContain('否则项目会重复公开');
      expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(before);
    },
    BUILD,
  );
});

describe('a build', () => {
  test('is stopped: nothing is published, and the table waits', async () => {
    const before = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    await choose(file('澄江市城管局2026年.xlsx', toWorkbook(tablesOf('B'))));
    await go().click();
    await page.waitForURL(/\/publish$/);
    await page.click('text=停下来');
    await page.waitForSelector('h1:text-is("停下来了")');
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'content/disclosures/2026/cheng-jiang-shi-cheng-guan-ju.md'))).toBe(false);
    await page.click('text=接着公开');
    expect(await heading()).toContain('读出 4 个项目');
  });
});

describe('a form that nobody described', () => {
  /** Of an invented archive. */
  const form = (project: string, sum: string, targets: readonly string[]) => {
    const rows = [
      ['云岭市2026年度绩效目标申报表', '', '', '', ''],
      ['事项全称', project, '', '核定数', sum],
      ['用款单位', '云岭市档案馆', '', '', ''],
      ['年度目标', '方便市民查档。', '', '', ''],
      ['大类', '小类', '考核项', '承诺值', '责任科室'],
      ['产出指标', '数量指标', '数字化页数', targets[0] ?? '', '保管科'],
      ['满意度指标', '服务对象满意度', '查档群众满意度', targets[1] ?? '', '利用科'],
    ];
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '申报表');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };
  const other = Buffer.from(
    '## 绩效目标表\n\n任务名\t清淤\n批准数\t3万元\n一级指标\t三级指标\t期望\n产出指标\t长度\t3公里\n',
  );
  const CHOICES = [
    ['事项全称', '项目名称'],
    ['核定数', '当年的预算金额（万元）'],
    ['大类', '一级指标'],
    ['小类', '二级指标'],
    ['考核项', '三级指标'],
    ['承诺值', '年度指标值'],
    ['责任科室', '照原样公开，不当作哪一项'],
  ] as const;
  const lists = () => page.locator('.asks select');
  /** axe is a script of another origin: the page is opened once more, without its policy. */
  const faultsWithoutPolicy = async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const tested = page;
    page = await context.newPage();
    await page.goto(tested.url());
    const faults = await faultsOf();
    await context.close();
    page = tested;
    return faults;
  };
  const summary = () => page.textContent('#live-summary');
  const checkOf = (...args: string[]) =>
    runScript('check', args, { JIXIAO_CONTENT: join(folder, 'content') });

  test('is asked for, label by label, with nothing chosen, and is not read', async () => {
    spent.start();
    await choose(file('档案馆2026年申报表.xlsx', form('馆藏档案数字化', '18.6', ['12万页', '≥95%'])));
    expect(await heading()).toBe('有 7 个栏目没见过，请您说是什么');
    expect(await page.locator('.asks b').allTextContents()).toEqual(CHOICES.map(([label]) => `“${label}”`));
    expect(await lists().evaluateAll((all) => all.map((list) => (list as HTMLSelectElement).value))).toEqual(
      CHOICES.map(() => ''),
    );
    expect(await page.textContent('.asks')).toContain('下面写着 12万页、≥95%');
    expect(await summary()).toBe('还读不出项目。');
  });

  test('can be left, and goes on where it was', async () => {
    await page.click('text=先放着，以后再说');
    expect(await page.textContent('.desk-list')).toContain('有 7 个栏目没见过');
    await page.click('.desk-list a:has-text("有 7 个栏目没见过")');
    expect(await lists().count()).toBe(7);
  });

  test('has no violation of axe, and does not move sideways', async () => {
    expect(await faultsWithoutPolicy()).toEqual([]);
  });

  test('is taught with the keyboard alone, in 7 choices; the reading follows each at once', async () => {
    for (const [index, [label, word]] of CHOICES.entries()) {
      expect((await go().textContent())?.trim()).toBe(`去选第 ${index + 1} 个`);
      await go().focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`ask-${index}`);
      const words = await page.locator(`#ask-${index} option`).allTextContents();
      for (let down = words.findIndex((each) => each.trim() === word); down > 0; down -= 1)
        await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        ([said = '']) => document.querySelector('[data-said]')?.textContent.startsWith(said),
        [`“${label}”：${word}。`],
      );
      if (label === '核定数') expect(await page.textContent('.sheet')).toContain(`读成 ${word}`);
    }
    expect(await summary()).toBe('读出 1 个项目，合计 186,000.00 元，合 18.6 万元。');
    expect(await page.textContent('[data-said]')).toContain('读出 1 个项目');
    expect(await page.textContent('.read')).toMatch(/数字化页数\s*12万页/);
    expect(existsSync(join(folder, 'content/forms'))).toBe(false);
  });

  test('has none either when it is read', async () => {
    expect(await faultsWithoutPolicy()).toEqual([]);
  });

  test('is kept under its name, and the file is read', async () => {
    expect(await page.inputValue('#form-name')).toBe('云岭市绩效目标申报表');
    await go().click();
    await page.waitForURL(/\/read\//);
    expect(await heading()).toContain('读出 1 个项目，合计');
    const yaml = readFileSync(
      join(folder, 'content/forms/yun-ling-shi-ji-xiao-mu-biao-shen-bao-biao.yaml'),
      'utf8',
    );
    expect(yaml).toContain('核定数（万元）');
    const { chosen, typed } = spent.effort();
    expect([chosen.size, typed.size]).toEqual([CHOICES.length, 0]);
    expect(chosen.size).toBeLessThanOrEqual(8);
    await page.click('text=不要了');
  });

  test(
    'is read without an answer the next time, and published with its values',
    async () => {
      spent.start();
      await choose(file('档案馆2026年第二批.xlsx', form('库房改造', '20.5', ['300平方米', '≥90%'])));
      expect(await heading()).toContain('读出 1 个项目，合计');
      expect(await page.textContent('.sum')).toContain('205,000.00');
      await go().click();
      await page.waitForSelector('h1:text-matches("已经公开|放到哪里")', { timeout: BUILD });
      const path = '2026/yun-ling-shi-dang-an-guan/ku-fang-gai-zao/index.html';
      const html = readFileSync(join(out, path), 'utf8');
      for (const text of ['205,000.00', '300平方米', '≥90%', '方便市民查档。', '利用科'])
        expect(html).toContain(text);
      expect(spent.effort().chosen.size).toBe(0);
      expectLittle();
    },
    BUILD,
  );

  test('is read by the commands in the same way', () => {
    expect(checkOf()).toMatchObject({ status: 0 });
    const text = checkOf(join(folder, 'content/disclosures/2026/yun-ling-shi-dang-an-guan.md'));
    expect([text.status, text.stdout]).toEqual([0, expect.stringContaining('1 个项目：0 处错误（error）')]);
  });

  test('is corrected where it was read, and not without a question where that changes what is published', async () => {
    await choose(file('档案馆2026年第三批.xlsx', form('查档大厅', '3', ['2个', '≥90%'])));
    await page.click('text=读得不对，改一下');
    expect(await heading()).toBe('这种表的栏目');
    await page.selectOption('select[name="is:责任科室"]', { label: '计量单位' });
    await page.waitForFunction(() => document.querySelector('.sheet')?.textContent.includes('读成 计量单位'));
    await go().click();
    expect(await page.textContent('#effects')).toContain('云岭市档案馆2026年');
    await page.click('#effects button');
    await page.waitForURL(/\/read\//);
    const [yaml = ''] = readdirSync(join(folder, 'content/forms'));
    expect(readFileSync(join(folder, 'content/forms', yaml), 'utf8')).toMatch(/unit:\s+- 责任科室/);
    await page.click('text=不要了');
  });

  test('can be looked at and changed on its own page, and stays while something is read by it', async () => {
    await page.click('footer >> text=记住的表式');
    await page.click('text=云岭市绩效目标申报表');
    await page.selectOption('select[name="is:责任科室"]', 'others');
    await page.click('button:text-is("记住改动")');
    await page.click('#effects button');
    await page.waitForURL(/\/forms$/);
    await page.click('text=云岭市绩效目标申报表');
    expect(await page.inputValue('select[name="is:责任科室"]')).toBe('others');
    await page.click('text=去掉这种表式');
    expect(await page.textContent('[role="alert"]')).toContain('云岭市档案馆2026年就读不出了');
    expect(readdirSync(join(folder, 'content/forms'))).toHaveLength(1);
  });

  test('says so where a choice can not be sent', async () => {
    await choose(file('另一种.txt', other));
    await page.route('**/teach/**', (route) => route.abort());
    await page.selectOption('.asks select >> nth=0', { index: 1 });
    await page.waitForSelector('text=没有存下。工作台可能关了');
    await page.unroute('**/teach/**');
    complaints.length = 0;
  });

  test('is answered without script, too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(page.url());
    await plain.selectOption('#ask-0', { label: '项目名称' });
    await plain.click('button:text-is("看读成什么样")');
    expect(await plain.textContent('.sheet')).toContain('读成 项目名称');
    expect(await plain.inputValue('#ask-0')).toBe('fields.name');
    await context.close();
  });

  test('in a file that somebody spoilt by hand is named, and nothing is lost', async () => {
    const path = join(folder, 'content/forms/spoilt.yaml');
    writeFileSync(path, 'name: [');
    await page.goto(address);
    expect(await page.textContent('main')).toContain('forms/spoilt.yaml:1 不是有效的 YAML');
    rmSync(path);
    await page.click('text=再看一次');
    await page.waitForSelector('h1:has-text("把要公开的表")');
    complaints.length = 0;
  });
});

describe('a file that is no target table', () => {
  test.each([
    ['a scan', () => file('扫描.pdf', pdf('scan')), '这是扫描件，里面没有字'],
    [
      'a workbook with a password',
      () => file('定稿.xlsx', readFileSync('tests/cli/fixtures/import/locked.xlsx')),
      '这个文件设了打开密码，读不出',
    ],
    [
      'a table of monitoring',
      () =>
        file(
          '监控.txt',
          Buffer.from(
            '项目支出绩效运行监控表\n\n项目名称\t清淤\n三级指标\t1-7月执行情况\t全年预计完成情况\n长度\t3公里\t5公里\n',
          ),
        ),
      '这是运行监控表，这里公开的是目标表',
    ],
    [
      'a price list',
      () => file('报价.csv', Buffer.from('品名,规格,单价,数量\n纸,A4,20,3\n')),
      '这好像是价目表，不是目标表',
    ],
    ['a program', () => file('a.xlsx', Buffer.from('MZ-program')), '这是一个程序，不是表格'],
    ['a file of 21 MB', () => file('大.xlsx', Buffer.alloc(21 * 1024 * 1024)), '文件有 21 MB'],
  ])('%s is said to be one, with what to do', async (_, make, title) => {
    await choose(make());
    expect(await heading()).toContain(title);
    expect(await page.locator('main li').count()).toBeGreaterThan(0);
    await page.click('text=不要了');
    await page.waitForSelector('h1:has-text("把要公开的表")');
  });

  test('of several files each is said what it is', async () => {
    await choose(file('扫描.pdf', pdf('scan')), file('澄江市园林局2026年.xlsx', toWorkbook(tablesOf('B2'))));
    expect(await heading()).toContain('2 个文件，1 个可以接着公开');
    await page.click('text=接着看');
    expect(await heading()).toContain('读出 4 个项目');
  });
});

describe('a table with a place that must change', () => {
  const wrong = `## 项目绩效目标表

项目名称	清淤
用款单位	云岭市水务局
2026年预算金额（元）	125,0O0.00
一级指标	二级指标	三级指标	2026年指标值
产出指标	数量指标	清淤长度	3公里
`;

  test('shows it at its cell, and offers no button to publish', async () => {
    await choose(file('水务局.txt', Buffer.from(wrong)));
    expect(await heading()).toContain('有 1 处要改');
    expect(await page.textContent('td.is-wrong')).toContain('125,0O0.00');
    expect(await page.textContent('.said .notice.wrong')).toContain('在原表里改好，保存，再把文件拖到这一页');
    expect(await go().count()).toBe(0);
  });

  test('is read again when the corrected file is pasted there', async () => {
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      wrong.replace('125,0O0.00', '125,000.00'),
    );
    await page.waitForSelector('h1:has-text("读出 1 个项目，合计")');
    expect(await page.textContent('.sum')).toContain('125,000.00');
  });
});

test('no page has a violation of axe, or moves sideways, in any mode', async () => {
  const faults = [];
  const context = await browser.newContext({ bypassCSP: true });
  const tested = page;
  page = await context.newPage();
  for (const path of [
    '',
    'help',
    'publish',
    'forms',
    new URL(tested.url()).pathname.split('/').slice(2).join('/'),
  ]) {
    await page.goto(address + path);
    faults.push(...(await faultsOf()).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  page = tested;
  expect(faults).toEqual([]);
});

test('no page complained to the console', () => {
  expect(complaints).toEqual([]);
});
