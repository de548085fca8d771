/** Amounts, targets, years, bodies and other searches, over an index that is built from a few records. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import { createSearchEngine, type SearchEngine } from '../../../../src/search/engine/search-engine.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import { must } from '../../../../src/record/must.ts';
import type { Answer, Query } from '../../../../src/search/query.ts';
import { aQuery } from '../an-answer.ts';
import { aRecord } from '../a-record.ts';

const SATISFIED = '满意度指标';
const health = { publisher: '青溪县卫生健康局', others: [{ label: '主管部门', text: '青溪县卫生健康局' }] };
const records = [
  aRecord({
    name: '河道清淤',
    yuan: '703644.00',
    indicators: [
      ['清淤长度', '≥12公里'],
      ['村民满意度', '≥95%', SATISFIED],
      ['费用总额', '70.3644万元', '成本指标'],
    ],
    goal: '十年清淤，约109.8万方。',
  }),
  {
    ...aRecord({
      name: '疫苗接种',
      yuan: '80000.00',
      indicators: [
        ['家长满意度', '95%以上', SATISFIED],
        ['接种率', '> 98%'],
        ['费用总额', '8~9万元', '成本指标'],
      ],
    }),
    ...health,
  },
  {
    ...aRecord({
      name: '医生补助',
      yuan: '2000000.00',
      indicators: [
        ['到位率', '95%'],
        ['投诉率', '≤95%'],
        ['医生满意度', '约96%', SATISFIED],
      ],
    }),
    ...health,
    year: 2025,
    url: '/2025/y/医生补助/',
  },
  {
    ...aRecord({
      name: '无资金',
      indicators: [
        ['次数', '3次'],
        ['巡查', '3次'],
        ['时长', '40'],
        ['路程', ''],
      ],
    }),
    ...{ yuan: null, apart: '城区', others: [{ label: '主管部门', text: '青溪县妇女联合会' }] },
  },
].map((record) => ({
  ...record,
  indicators: record.indicators.map((indicator) => {
    if (indicator.name === '时长') return { ...indicator, annualReading: '≤40分钟' };
    return indicator.name === '路程' ? { ...indicator, period: '60', periodReading: '≥60里' } : indicator;
  }),
}));
const guide = [
  { title: '怎样搜索', page: null, url: '/guide/search/' },
  { title: '按金额找', page: '怎样搜索', url: '/guide/search/#按金额找' },
];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-numbers-'));
  await buildSearchIndex({ records, guide, outDir: folder });
  copyFileSync(join(folder, 'pagefind/pagefind.js'), join(folder, 'pagefind.mjs'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An engine loads each file once, so that most queries share one. @param isMissing Whether a file can't be loaded. */
function openEngine(isMissing: (path: string) => boolean): SearchEngine {
  return createSearchEngine('', {
    load(path) {
      if (isMissing(path)) return Promise.reject(new Error(path));
      return Promise.resolve(new Response(readFileSync(join(folder, 'pagefind', path.replace(/\?.*$/, '')))));
    },
    importClient: () =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.mjs')).href) as Promise<PagefindModule>,
  });
}
const shared = openEngine(() => false);

async function ask(text: string, query: Partial<Query> = {}, engine = shared): Promise<Answer> {
  return must(await engine({ ...aQuery(text), ...query }));
}

/** `exact: 80000.00 疫苗接种`; of what is found by words the name. */
function shown({ groups, hits }: Answer): string[] {
  return [
    ...groups.flatMap(({ id, lines }) =>
      lines.map(({ title, target, yuan }) => `${id}: ${target?.text ?? yuan ?? ''} ${title.text}`),
    ),
    ...hits.map(({ name }) => name.text),
  ];
}

test.each<[string, string[]]>([
  ['70万', ['near: 703644.00 河道清淤', 'near: 70.3644万元 费用总额']],
  ['703644', ['exact: 703644.00 河道清淤', 'exact: 70.3644万元 费用总额']],
  ['9万', ['exact: 8~9万元 费用总额']],
  ['8万', ['exact: 80000.00 疫苗接种', 'exact: 8~9万元 费用总额']],
  ['100万以上', ['budgets: 2000000.00 医生补助']],
  ['8~9万元', ['spelled: 8~9万元 费用总额', 'budgets: 80000.00 疫苗接种']],
  [
    '5万-100万',
    [
      'budgets: 703644.00 河道清淤',
      'budgets: 80000.00 疫苗接种',
      'money: 70.3644万元 费用总额',
      'money: 8~9万元 费用总额',
    ],
  ],
  [
    '卫健委 5万以上',
    ['budgets: 2000000.00 医生补助', 'budgets: 80000.00 疫苗接种', 'money: 8~9万元 费用总额'],
  ],
  ['2025 5万以上', ['budgets: 2000000.00 医生补助']],
  ['清淤 70万', ['near: 703644.00 河道清淤', 'near: 70.3644万元 费用总额']],
  ['≥95% 70万', ['spelled: ≥95% 村民满意度']],
  ['疫苗 70万', []],
])('%s finds the amounts %j', async (text, expected) => {
  expect(shown(await ask(text)).filter((line) => !line.startsWith('guide'))).toEqual(expected);
});

test.each<[string, string[]]>([
  [
    '≥95%',
    ['spelled: ≥95% 村民满意度', 'same: 95%以上 家长满意度', 'beyond: > 98% 接种率', 'bare: 95% 到位率'],
  ],
  [
    '不低于95%',
    ['same: ≥95% 村民满意度', 'same: 95%以上 家长满意度', 'beyond: > 98% 接种率', 'bare: 95% 到位率'],
  ],
  ['满意度 95以上', ['same: ≥95% 村民满意度', 'same: 95%以上 家长满意度']],
  ['大于95%', ['beyond: > 98% 接种率', 'bare: 95% 到位率']],
  ['村民≥95%', ['spelled: ≥95% 村民满意度']],
  ['河道 ≥95%', ['spelled: ≥95% 村民满意度']],
  ['约109.8 ≥95%', ['spelled: ≥95% 村民满意度']],
  ['90%-95%', ['beyond: 95% 到位率']],
  ['≥13公里', ['nearest: ≥12公里 清淤长度']],
  ['3', ['same: 3次 次数', 'same: 3次 巡查']],
  ['≥13吨', []],
])('%s finds the targets %j', async (text, expected) => {
  expect(shown(await ask(text))).toEqual(expected);
});

test('what a target leaves out is counted', async () => {
  expect((await ask('≥95%')).leftOut).toEqual([{ kind: 'opposite', text: '≤95%', count: 1 }]);
  expect((await ask('大于95%')).leftOut.map(({ kind, count }) => [kind, count])).toEqual([
    ['opposite', 1],
    ['strict', 2],
  ]);
});

test('an amount that is nowhere has the nearest budgets, and the text within longer numbers', async () => {
  expect(shown(await ask('1000万'))[1]).toBe('nearest: 2000000.00 医生补助');
  const inside = await ask('9.8万');
  expect(shown(inside).filter((line) => !line.startsWith('n'))).toEqual(['guide:  按金额找', '河道清淤']);
  expect(inside.inside).toEqual(['9.8万']);
  expect((await ask('109.8万')).inside).toEqual([]);
});

test('the words of a literal query are no numbers', async () => {
  const answer = await ask('≥95%', { isLiteral: true });
  expect([shown(answer), answer.groups]).toEqual([['河道清淤'], []]);
});

test('years, and filters without words, list projects; places of matches are none', async () => {
  expect(shown(await ask('2025'))).toEqual(['医生补助']);
  expect(shown(await ask('2025年补助'))).toEqual(['医生补助']);
  expect(shown(await ask('2025 2026'))).toHaveLength(4);
  const listed = await ask('', { filters: { body: '青溪县卫生健康局' }, withFacets: true });
  expect([shown(listed), listed.total]).toEqual([['医生补助', '疫苗接种'], 4]);
  expect(listed.choices.category).toEqual([]);
  expect(listed.choices.department).toEqual([{ value: '青溪县卫生健康局', count: 2 }]);
  expect((await ask('')).total).toBe(0);
});

test('bodies are named in full, in part, by short names and in pinyin', async () => {
  for (const text of ['青溪县卫生健康局', '卫生健康', '卫健委', 'weishengjiankang']) {
    const answer = await ask(text);
    expect(shown(answer)).toEqual(['bodies:  青溪县卫生健康局', '医生补助', '疫苗接种']);
    expect(must(must(answer.groups[0]).lines[0])).toMatchObject({
      url: '/2026/x/',
      projects: 2,
      years: [2026, 2025],
    });
  }
  expect((await ask('卫健委')).bodiesMeant).toEqual([['卫健委', ['青溪县卫生健康局']]]);
  expect((await ask('2025 卫健委')).groups).toHaveLength(1);
  expect((await ask('2025 水务局')).groups).toHaveLength(0);
  expect(shown(await ask('青溪县')).filter((line) => line.startsWith('bodies'))).toHaveLength(3);
  expect(shown(await ask('局')).some((line) => line.startsWith('bodies'))).toBe(false);
});

test('bodies alone are listed as far as asked', async () => {
  const { groups } = await ask('青溪县', { part: 'bodies', limit: 2 });
  expect(groups.map(({ id, count, lines }) => [id, count, lines.length])).toEqual([['bodies', 3, 2]]);
});

test('a department that publishes nothing leads to its projects', async () => {
  const answer = await ask('妇联');
  expect(shown(answer)).toEqual(['bodies:  青溪县妇女联合会', '无资金']);
  expect(must(must(answer.groups[0]).lines[0]).url).toBe(
    '/search/?department=%E9%9D%92%E6%BA%AA%E5%8E%BF%E5%A6%87%E5%A5%B3%E8%81%94%E5%90%88%E4%BC%9A',
  );
});

test('a line has the target as published, its reading, its period, and what tells its project apart', async () => {
  const lineOf = async (text: string) => must(must((await ask(text)).groups[0]).lines[0]);
  expect(await lineOf('40分钟以内')).toMatchObject({
    target: { text: '40' },
    reading: '≤40分钟',
    isPeriod: false,
    of: '无资金（城区）',
  });
  expect(await lineOf('不少于60里')).toMatchObject({
    target: { text: '60' },
    reading: '≥60里',
    isPeriod: true,
  });
});

test('pages of the guide are found by their headings', async () => {
  expect(shown(await ask('怎样搜索'))).toEqual(['guide:  怎样搜索']);
  expect(shown(await ask('搜索 怎样'))).toEqual(['guide:  怎样搜索']);
});

test('filters apply to groups; one group alone is listed as far as asked', async () => {
  const filtered = await ask('≥95%', { filters: { category: SATISFIED } });
  expect(shown(filtered)).toEqual(['spelled: ≥95% 村民满意度', 'same: 95%以上 家长满意度']);
  expect([filtered.count, filtered.total]).toEqual([2, 3]);
  // Budgets, and no target of an indicator.
  expect(shown(await ask('5万以上', { filters: { category: '目标和其他' } })).toSorted()).toEqual([
    'budgets: 2000000.00 医生补助',
    'budgets: 703644.00 河道清淤',
    'budgets: 80000.00 疫苗接种',
    'guide:  按金额找',
  ]);
  const part = await ask('5万以上', { part: 'budgets', limit: 1 });
  expect(shown(part)).toEqual(['budgets: 2000000.00 医生补助']);
  expect(must(part.groups[0]).count).toBe(3);
  const upwards = await ask('5万-100万', { sort: 'budget-up' });
  expect(shown(upwards).filter((line) => line.startsWith('budgets'))).toEqual([
    'budgets: 80000.00 疫苗接种',
    'budgets: 703644.00 河道清淤',
  ]);
  const sorted = await ask('≥95%', { sort: 'budget-up', part: 'beyond' });
  expect(shown(sorted)).toEqual(['beyond: > 98% 接种率']);
});

test.each<[string, string[]]>([
  ['河到清淤', ['sound 河道清淤', 'part 清淤']],
  ['疫苗接钟', ['sound 疫苗接种', 'part 疫苗接']],
  ['淤清河道', ['part 河道']],
  ['清淤河道', ['parts 清淤 河道', 'part 清淤', 'part 河道']],
  ['疫苗 清淤', ['part 疫苗', 'part 清淤']],
  ['村民 河到清淤', ['sound 村民 河道清淤', 'parts 村民 清淤', 'part 村民', 'part 清淤']],
  ['疫苗 河到清淤', ['sound 河道清淤', 'part 疫苗', 'part 清淤']],
  ['疫苗接钟记录本', ['sound 疫苗接种', 'part 疫苗接']],
  ['疫苗 >1亿', ['part 疫苗']],
  ['2025 清淤', ['part 清淤']],
  ['zzz', []],
  ['家民满意度', ['near 村民满意度', 'near 家长满意度', 'part 民满意度']],
  ['疫苗 清淤 >1亿', ['part 疫苗', 'part 清淤']],
  // Parts of more than eight characters would take all tries.
  ['家民满意度甲乙丙丁戊己庚', ['near 村民满意度', 'near 家长满意度', 'part 民满意度']],
  // The part that is nearly a name is the 27th; 24 are compared with all names.
  ['甲乙丙丁戊己庚家民满意度', ['part 民满意度']],
])('%s finds nothing, but %j would', async (text, expected) => {
  const answer = await ask(text, { withWays: true });
  expect(answer.total).toBe(0);
  expect(answer.ways.map(({ kind, text: other }) => `${kind} ${other}`)).toEqual(expected);
  expect((await ask(text)).ways).toEqual([]);
});

test('without the lists of quantities, texts are found, and the answer says so', async () => {
  const answer = await ask(
    '≥95%',
    {},
    openEngine((path) => path.startsWith('quantities')),
  );
  expect([shown(answer), answer.isTextOnly]).toEqual([['河道清淤'], true]);
  expect((await ask('≥95%')).isTextOnly).toBe(false);
});

test('without the addresses of bodies, their projects are found; without sounds, nothing else is', async () => {
  expect(
    shown(
      await ask(
        '卫健委',
        {},
        openEngine((path) => path.startsWith('bodies')),
      ),
    ),
  ).toEqual(['医生补助', '疫苗接种']);
  const lost = await ask(
    '河到清淤',
    { withWays: true },
    openEngine((path) => path.startsWith('sounds')),
  );
  expect(lost.ways).toEqual([]);
});
