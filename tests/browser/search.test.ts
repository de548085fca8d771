/** The page of results on the built site of the seven real projects, in Chromium: what is found, ranked, filtered. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { serveBuiltSite } from '../../scripts/browser/serve-built-site.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { buildFixture } from '../helpers/build-fixture.ts';
import { plainEnvironment } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { CITY_FILES, CITY_QUERIES } from './golden-city.ts';
import { GOLDEN_NUMBERS, type NumberQuery } from './golden-numbers.ts';
import { GOLDEN } from './golden-queries.ts';

const address = inject('address');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const LETTERS: Record<string, string> = {
  W: '东莞市直机关工委网站维护项目',
  M: '民兵事业费',
  R: '市直机关民主评议政风行风和阳光热线工作经费',
  P: '机关党员培训',
  D: '机关事业单位派遣人员经费',
  N: '市直机关工委网络安全服务项目',
  C: '东莞市党建工作创新大赛',
};
const newFolder = tempFolders();
const browser = await browserOfFile();
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  return () => context.close();
});

async function answered(): Promise<void> {
  await page.waitForSelector('[data-search-results][aria-busy="false"]', { state: 'attached' });
}

/** What the page of results lists: projects as letters, indicators as letter and name. */
async function listed(): Promise<{ projects: string[]; indicators: string[] }> {
  const items = await page.$$eval('[data-search-results] > li', (all) =>
    all.map((item) => ({
      isProject: item.classList.contains('hit'),
      links: item.querySelectorAll('a[href]').length,
      text: item.querySelector('a')?.textContent ?? '',
    })),
  );
  const projects: string[] = [];
  const indicators: string[] = [];
  for (const { isProject, links, text } of items) {
    expect(links).toBe(1);
    if (isProject) projects.push(Object.keys(LETTERS).find((letter) => LETTERS[letter] === text) ?? text);
    else indicators.push(`${projects.at(-1) ?? ''}${text}`);
  }
  return { projects, indicators };
}

/** Searches from the box of a page that is there already. All in the page: hundreds of queries would wait for the way there. */
async function searchFor(query: string): Promise<void> {
  await page.evaluate(async (text) => {
    const box = document.querySelector<HTMLInputElement>('#q');
    if (!box) throw new Error('no search box');
    box.value = text;
    box.form?.requestSubmit();
    const isAnswered = () =>
      new URLSearchParams(location.search).get('q') === text.trim() &&
      document.querySelector('[data-search-results][aria-busy="false"]') !== null;
    while (!isAnswered()) await new Promise((resolve) => setTimeout(resolve, 2));
  }, query);
}

describe('the golden list', () => {
  test('has at least 150 queries, each once', () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(150);
    expect(new Set(GOLDEN.map(({ query }) => query)).size).toBe(GOLDEN.length);
  });

  test('is answered exactly', async () => {
    await page.goto(`${address}search/`);
    const wrong: unknown[] = [];
    for (const { query, projects, indicators } of GOLDEN) {
      await searchFor(query);
      const found = await listed();
      const count = Number(await page.textContent('[data-search-count]'));
      const expected = { projects: projects.split('').sort(), indicators: [...indicators].sort() };
      const own = { projects: [...found.projects].sort(), indicators: [...found.indicators].sort() };
      if (JSON.stringify(own) !== JSON.stringify(expected) || count !== projects.length)
        wrong.push({ query, own, expected });
    }
    expect(wrong).toEqual([]);
  }, 180_000);
});

/** The first results of the page, as in NumberQuery; where there are none, the other searches. */
async function firstResults(): Promise<string[]> {
  return page.$$eval('main .line, .results > .hit', (items) =>
    items
      // A page that explains how numbers are searched comes last.
      .filter((item) => item.closest('[data-search-section] ~ [data-search-group] .guide') === null)
      .slice(0, 3)
      .map((item) =>
        [item.querySelector('.value')?.textContent, item.querySelector('a')?.textContent]
          .filter((text) => text !== undefined)
          .join(' ')
          .replace(/\u00A0/g, ' '),
      ),
  );
}

describe('amounts, targets, years, bodies, misspellings', () => {
  test('are at least 150 queries, each once', () => {
    expect(GOLDEN_NUMBERS.length + CITY_QUERIES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(GOLDEN_NUMBERS.map(([query]) => query)).size).toBe(GOLDEN_NUMBERS.length);
    expect(new Set(CITY_QUERIES.map(([query]) => query)).size).toBe(CITY_QUERIES.length);
  });

  const answer = async (site: string, queries: readonly NumberQuery[]) => {
    await page.goto(`${site}search/`);
    const wrong: unknown[] = [];
    for (const [query, count, ...first] of queries) {
      await searchFor(query);
      const shown = [Number(await page.textContent('[data-search-count]')), ...(await firstResults())];
      if (JSON.stringify(shown) !== JSON.stringify([count, ...first])) wrong.push({ query, shown, first });
    }
    return wrong;
  };

  test('are answered on the real projects', { timeout: 180_000 }, async () => {
    expect(await answer(address, GOLDEN_NUMBERS)).toEqual([]);
  });

  test('are answered in a city of many bodies', { timeout: 180_000 }, async () => {
    const fixture = buildFixture(newFolder(), CITY_FILES);
    const city = await serveBuiltSite(plainEnvironment(fixture.env));
    onTestFinished(() => city.close());
    expect(await answer(city.address, CITY_QUERIES)).toEqual([]);
  });
});

describe('results', () => {
  const open = async (query: string) => {
    await page.goto(`${address}search/?${query}`);
    await answered();
  };

  test.each([
    // A name that contains it before indicators, those by budget.
    ['费用总额', 'RDMCWN'],
    ['网络安全', 'N'],
    ['满意度', 'RDPMCWN'],
    ['机关', 'DPRWNCM'],
    ['东莞市', 'CWRDPMN'],
    ['服务', 'NRWCDPM'],
  ])('%s is ranked %s', async (query, order) => {
    await open(`q=${encodeURIComponent(query)}`);
    expect((await listed()).projects.join('')).toBe(order);
  });

  test('are filtered and sorted; each choice says how many it shows; the address keeps all of it', async () => {
    await open(`q=${encodeURIComponent('满意度')}`);
    const options = await page.$$eval('select[name=type] option', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(options).toEqual([
      '全部',
      '其他特定目标类（部门职能类）（4）',
      '其他运转类（信息化运维类）（2）',
      '其他运转类（综合类）（1）',
    ]);
    await page.click('[data-search-refine] summary');
    await page.selectOption('select[name=type]', '其他运转类（信息化运维类）');
    await page.waitForFunction(() => document.querySelector('[data-search-count]')?.textContent === '2');
    expect((await listed()).projects).toEqual(['W', 'N']);
    await page.selectOption('select[name=sort]', 'budget-up');
    await page.waitForFunction(
      () => document.querySelector('.hit a')?.textContent === '市直机关工委网络安全服务项目',
    );
    const shared = page.url();
    expect(new URL(shared).searchParams.get('type')).toBe('其他运转类（信息化运维类）');
    expect(new URL(shared).searchParams.get('sort')).toBe('budget-up');
    expect(await page.textContent('[data-search-message]')).toBe('找到 7 个项目，符合筛选的 2 个。');

    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.hit a')?.textContent.includes('网站'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[data-search-count]')?.textContent === '7');
    expect(await page.inputValue('select[name=type]')).toBe('');
    await page.goForward();
    await page.waitForFunction(() => document.querySelector('[data-search-count]')?.textContent === '2');

    const other = await context.newPage();
    await other.goto(shared);
    await other.waitForSelector('[data-search-results][aria-busy="false"] li');
    expect(await other.$$eval('.hit h3', (all) => all.map(({ textContent }) => textContent))).toEqual([
      LETTERS['N'],
      LETTERS['W'],
    ]);
    expect(await other.inputValue('select[name=sort]')).toBe('budget-up');
  });

  test('a filter that lets nothing pass says so, and is set back', async () => {
    await open(`q=${encodeURIComponent('民兵')}&type=${encodeURIComponent('没有的')}`);
    expect(await page.textContent('[data-search-count]')).toBe('0');
    expect(await page.isVisible('[data-search-none]')).toBe(true);
    await page.click('[data-search-refine] summary');
    await page.click('[data-search-reset]');
    await page.waitForFunction(() => document.querySelector('[data-search-count]')?.textContent === '1');
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('民兵')}`);
  });

  test('filters list projects without words; the line that opens them says what is chosen', async () => {
    await open('year=2026&budget=5%E4%B8%87%E8%87%B310%E4%B8%87%E5%85%83');
    expect(await page.textContent('h1')).toBe('筛选项目');
    expect((await listed()).projects).toEqual(['M', 'C']);
    expect(await page.textContent('[data-search-chosen]')).toBe('2026年，5万至10万元');
    expect(await page.isVisible('select[name=category]')).toBe(false);
    await page.click('[data-search-refine] summary');
    await page.click('[data-search-reset]');
    await answered();
    expect(new URL(page.url()).search).toBe('');
  });

  test('a larger group leads to all of it, and back; a number by its letters is a word', async () => {
    await open(`q=${encodeURIComponent('≥80%')}`);
    expect(await page.locator('#beyond .line').count()).toBe(5);
    await page.click('#beyond .whole-group a');
    await answered();
    expect(await page.locator('.line').count()).toBe(10);
    expect(await page.locator('.lines').count()).toBe(1);
    await page.click('[data-search-more]');
    await page.waitForFunction(() => document.querySelectorAll('.line').length === 11);
    await page.click('#all a');
    await answered();
    expect(await page.locator('#beyond .line').count()).toBe(5);
    await page.click('#literal a');
    await answered();
    expect((await listed()).projects).toEqual(['C']);
    expect(await page.locator('[data-search-group]').count()).toBe(0);
  });

  test('a line leads to its row, where the value is marked as it is published', async () => {
    await open(`q=${encodeURIComponent('大于95%')}`);
    await page.click('.line a');
    await page.waitForSelector('tr:target mark');
    expect(await page.textContent('tr:target mark')).toBe('> 95%');
    await open(`q=${encodeURIComponent('70万')}`);
    await page.click('.line a');
    await page.waitForSelector('.marked-bar');
    expect(await page.textContent('main mark')).toBe('703,644.00');
  });

  test('places of matches, budgets: every choice shows as many as it says', async () => {
    await open(`q=${encodeURIComponent('服务')}`);
    await page.waitForSelector('select[name=category] option:nth-child(2)', { state: 'attached' });
    expect(
      await page.$$eval('select[name=category] option', (all) => all.map(({ textContent }) => textContent)),
    ).toEqual([
      '全部',
      '项目名称（1）',
      '产出指标（1）',
      '效益指标（3）',
      '满意度指标（7）',
      '目标和其他（3）',
    ]);
    for (const name of ['category', 'budget', 'type'] as const) {
      await open(`q=${encodeURIComponent('服务')}`);
      await page.waitForSelector(`select[name=${name}] option:nth-child(2)`, { state: 'attached' });
      const choices = await page.$$eval(`select[name=${name}] option`, (all) =>
        all.slice(1).map((option) => (option as HTMLOptionElement).value),
      );
      expect(choices.length).toBeGreaterThan(1);
      for (const choice of choices) {
        await open(`q=${encodeURIComponent('服务')}&${name}=${encodeURIComponent(choice)}`);
        const label = await page.$eval(`select[name=${name}]`, (select) =>
          (select as HTMLSelectElement).selectedOptions[0]?.textContent.replace(/^.*（(\d+)）$/, '$1'),
        );
        expect(label, choice).toBe(await page.textContent('[data-search-count]'));
        expect((await listed()).projects.length, choice).toBe(Number(label));
      }
    }
  });

  test('under a category its own indicators are shown', async () => {
    await open(`q=${encodeURIComponent('服务')}&category=${encodeURIComponent('产出指标')}`);
    expect(await listed()).toEqual({
      projects: ['N'],
      indicators: ['N服务项目数量', 'N安全服务合格率', 'N安全服务进度完成率'],
    });
  });

  test('three indicators of a project are listed, a button lists all; category, period and year are told', async () => {
    await open(`q=${encodeURIComponent('民兵')}`);
    expect(await page.locator('li.found:visible').count()).toBe(3);
    await page.click('text=全部 5 项指标');
    expect(await page.locator('li.found:visible').count()).toBe(5);
    const first = (await page.textContent('li.found'))?.replaceAll(/\s+/g, ' ');
    expect(first).toBe('民兵人数 约100人 产出指标，周期 约300人次');
  });

  test('the match is marked as one piece of the text as published', async () => {
    await open(`q=${encodeURIComponent('>95%')}`);
    expect(await page.$$eval('mark', (all) => all.map(({ textContent }) => textContent))).toEqual(['> 95%']);
    await open(`q=${encodeURIComponent('>95%')}&as=text`);
    expect(await page.$$eval('mark', (all) => all.map(({ textContent }) => textContent))).toEqual(['> 95%']);
  });

  test('the page that is found marks the words, goes to them, and takes the marks away', async () => {
    await open(`q=${encodeURIComponent('武装部')}`);
    expect(await page.getAttribute('[data-search-results] a', 'href')).toBe(`/${body}/min-bing-shi-ye-fei/`);
    await page.click('[data-search-results] a');
    await page.waitForSelector('.marked-bar');
    expect(await page.textContent('.marked-bar p')).toMatch(/^标出“武装部”\d 处$/);
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document.querySelector('main mark')?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        }),
      )
      .toBe(true);
    expect(await page.textContent('h1')).toBe('民兵事业费');
    await page.click('.marked-bar button');
    expect(await page.locator('main mark').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    await page.goBack();
    await page.waitForSelector('[data-search-results][aria-busy="false"] li');
    expect(await page.inputValue('#q')).toBe('武装部');
  });

  test('an indicator is gone to at its row, with the words marked', async () => {
    await open(`q=${encodeURIComponent('参训率')}`);
    await page.click('li.found a');
    await page.waitForSelector('tr[data-indicator]:target mark');
    expect(new URL(page.url()).hash).toBe('#min-bing-can-xun-lv');
    expect(await page.textContent('tr:target mark')).toBe('参训率');
  });

  test('nothing found says what to try', async () => {
    await open(`q=${encodeURIComponent('满意渡')}`);
    expect(await page.textContent('h1')).toBe('没有找到“满意渡”');
    expect(await page.textContent('#near .lines')).toBe('7 个项目 满意度');
    await page.click('#near a');
    await answered();
    expect(await page.inputValue('#q')).toBe('满意度');
  });

  test('without the engine names are searched; without anything a sentence says so', async () => {
    await page.route('**/pagefind.js', (route) => route.abort());
    // What engines of 2018 lack: of the language, of the page, and workers of modules.
    await page.addInitScript(() => {
      for (const [owner, names] of [
        [Array.prototype, ['at']],
        [String.prototype, ['at', 'replaceAll']],
        [Object, ['hasOwn', 'fromEntries', 'groupBy']],
        [Element.prototype, ['replaceChildren']],
        [HTMLFormElement.prototype, ['requestSubmit']],
        [window, ['Worker']],
      ] as [object, string[]][])
        for (const name of names) Object.defineProperty(owner, name, { value: undefined });
    });
    await open(`q=${encodeURIComponent('参训率')}`);
    expect((await listed()).projects).toEqual(['M']);
    expect(await page.textContent('[data-search-message]')).toContain('只在项目和指标的名称里找');
    await open(`q=${encodeURIComponent('70万')}`);
    expect((await firstResults())[0]).toBe(`703,644.00 元 ${LETTERS['R'] ?? ''}`);
    await page.route('**/quantities/**', (route) => route.abort());
    await open(`q=${encodeURIComponent('≥95%')}`);
    expect(await page.textContent('[data-search-message]')).toContain('没有载入');
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(`q=${encodeURIComponent('党建')}`);
    expect(await page.textContent('[data-search-message]')).toContain('没有载入');
    expect(await page.isVisible('[data-search-ways]')).toBe(true);
  });

  test('where words of the index can not be had, names are searched, and it says so', async () => {
    // On the page, whose requests can be stopped.
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await page.route('**/*.pf_index*', (route) => route.abort());
    await open(`q=${encodeURIComponent('参训率')}`);
    expect((await listed()).projects).toEqual(['M']);
    expect(await page.textContent('[data-search-message]')).toContain('只在项目和指标的名称里找');
  });

  test('an engine without workers searches on the page', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', { value: undefined });
    });
    await open(`q=${encodeURIComponent('参训率')}`);
    expect(await listed()).toEqual({ projects: ['M'], indicators: ['M民兵参训率'] });
  });
});
