import { describe, expect, test } from 'vitest';
import { explain, glossary, type GlossaryEntry } from '../../../src/display/glossary.ts';
import { OTHER_CATEGORY_WORDS } from '../../../src/record/categories.ts';
import forms from '../../../src/record/forms/forms.json' with { type: 'json' };

describe('a word is explained in any spelling', () => {
  test.each([
    ['数量指标', '数量'],
    ['社会效益', '社会效益指标'],
    ['经济成本指标', ' 经济 成本'],
    ['可持续影响', '可持续影响指标'],
    ['服务对象满意度', '服务对象满意度指标'],
    ['产出指标', '产出'],
    ['数量指标', '数量：'],
    ['数量指标', '数量指标（个）。'],
  ])('%s as %s', (word, spelling) => {
    expect(explain(word)).toBeDefined();
    expect(explain(spelling)).toBe(explain(word));
  });
});

describe('a name is explained by its ending', () => {
  test.each([
    ['读者满意度', '满意度'],
    ['农户满意率（％）', '满意度'],
    ['培训计划完成率', '完成率'],
    ['工程按期完成率', '及时率'],
    ['补助及时发放率', '及时率'],
    ['设备可正常使用率', '完好率'],
    ['热线接通率达标', '占比'],
    ['购书数量(册)', '数量'],
    ['演出场次', '次数'],
    ['参加活动人次', '人数'],
    ['项目总成本控制', '成本控制率'],
    ['预算完成率', '预算执行率'],
    ['不动产登记参训率', '参训率'],
    ['未成年人满意度', '满意度'],
    ['非遗项目参训率', '参训率'],
    ['用户不超时完成率', '完成率'],
    ['降低成本培训完成率', '完成率'],
    ['完成率达标率', '达标率'],
    ['购书数量（万册）', '数量'],
    ['无障碍设施完好率', '完好率'],
  ])('%s as %s', (name, ending) => {
    expect(explain(name)).toBeDefined();
    expect(explain(name)).toBe(explain(`甲乙${ending}`));
  });
});

describe('is silent about', () => {
  test.each([
    ['an ending that is another word', '养老金发放频率'],
    ['an ending that is another word', '办事效率'],
    ['an ending that is another word', '高峰拥堵指数'],
    ['an ending that is another word', '工程质量'],
    ['an ending that is another word', '处罚收入数'],
    ['several things in one name', '参训率和合格率'],
    ['several things in one name', '购书数量；读者满意度'],
    ['nothing to measure', '不适用可持续影响指标'],
    ['nothing to measure', '无'],
    ['nothing to measure', '非标准件合格率'],
    ['nothing to measure', '未设满意度'],
    ['a bound', '低于预算数'],
    ['a cost that shall be less', '节约总成本'],
    ['a cost that shall be less', '节约办公用品总成本'],
    ['a condition', '符合补助标准'],
    ['words', '环境明显改善'],
    ['no word', ''],
    ['words with another within', '数量.指标'],
    ['words with another within', '数（册）量'],
    ['words with another within', '社会指标效益'],
  ])('%s: %s', (_what, name) => {
    expect(explain(name)).toBeUndefined();
  });
});

test('each ending belongs to one family', () => {
  const shown = Object.keys(glossary.三级指标的名称).flatMap((words) => words.split('、'));
  expect(shown.length).toBeGreaterThan(60);
  expect(new Set(shown).size).toBe(shown.length);
  for (const ending of shown) expect(explain(`甲乙${ending}`)).toBe(explain(`丙丁${ending}`));
});

test('at most three endings of a family are shown, and these are no word', () => {
  for (const words of Object.keys(glossary.三级指标的名称)) {
    expect(words.split('、').length).toBeLessThanOrEqual(3);
    if (/[率度]、/.test(words)) expect(explain(words)).toBeUndefined();
  }
});

test('each word has its meaning in Chinese and in English', () => {
  for (const [word, { meaning, english, also }] of Object.values(glossary).flatMap(
    Object.entries<GlossaryEntry>,
  )) {
    expect(meaning, word).toMatch(/。$/);
    expect(english.title, word).toMatch(/^[A-Z][a-z -]+$/);
    expect(english.description, word).toMatch(/^[A-Z]\P{Script=Han}+\.$/u);
    expect(also ?? [word]).not.toEqual([]);
  }
});

test('each subcategory of the forms is explained in English', () => {
  for (const word of forms.common.subcategories) expect(explain(word)?.english, word).toBeDefined();
});

test('a word that some forms use is explained as the usual one', () => {
  expect(explain('环境效益指标')).toBe(glossary.二级指标.生态效益);
});

test('each category of some provinces has an entry, and is not explained where it may be a name', () => {
  const words = Object.entries(glossary.其他一级指标).flatMap(([word, { also = [] }]) => [word, ...also]);
  expect(words.map((word) => word.replace(/指标$/, '')).sort()).toEqual([...OTHER_CATEGORY_WORDS].sort());
  expect(explain('管理')).toBeUndefined();
});
