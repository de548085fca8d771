import { expect, test } from 'vitest';
import { findNear } from '../../../../src/search/engine/near-spellings.ts';

const sounds = { zhan: '占站战', du: '度渡', min: '民', bing: '兵', xun: '训讯', sai: '赛' };
const names = ['东莞网站维护项目', '民兵事业费', '民兵参训率', '参赛率', '市民满意度', '网站'];
const near = (word: string) =>
  findNear(word, names, sounds).map(({ text, isSound }) => `${isSound ? '=' : ''}${text}`);

test.each([
  ['网占维护', ['=网站维护']],
  ['满意渡', ['=满意度']],
  ['网占', ['=网站']],
  ['兵民', ['民兵']],
  ['参讯率', ['=参训率', '参赛率']],
  ['民兵事费', ['民兵事业费', '民兵事业']],
  ['民兵事业业费', ['民兵事业费']],
  ['网站维互', ['网站维护']],
  ['渡', []],
  ['占战', []],
  ['飞机场', []],
  ['网站维护', []],
])('%s is nearly %j', (word, expected) => {
  expect(near(word)).toEqual(expected);
});
