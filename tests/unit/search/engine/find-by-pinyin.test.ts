import { expect, test } from 'vitest';
import { findByPinyin } from '../../../../src/search/engine/find-by-pinyin.ts';
import { toPinyin } from '../../../../src/search/index/to-pinyin.ts';

const texts = ['东莞市党建工作创新大赛', '民兵参训率', '政风行风', '绿化APP推广', '西安', '先锋'];
const pinyin = toPinyin(texts);

test.each([
  ['dangjian', '东莞市党建工作创新大赛', ['党建']],
  ['dangj', '东莞市党建工作创新大赛', ['党建']],
  ['mbcxl', '民兵参训率', ['民兵参训率']],
  ['cxl', '民兵参训率', ['参训率']],
  ['canxunlv', '民兵参训率', ['参训率']],
  ['canxunlu', '民兵参训率', ['参训率']],
  ['xingfeng', '政风行风', ['行风']],
  ['hangfeng', '政风行风', ['行风']],
  ['lvhua', '绿化APP推广', ['绿化']],
  ['luhua', '绿化APP推广', ['绿化']],
  ['huaapp', '绿化APP推广', ['化APP']],
  ['xian', '西安', ['西安']],
  ['xian', '先锋', ['先']],
  ['xianx', '西安', []],
  ['mb', '民兵参训率', ['民兵']],
  ['xlm', '民兵参训率', []],
  ['dangjiao', '东莞市党建工作创新大赛', []],
  ['angjian', '东莞市党建工作创新大赛', []],
])('%s in %s is %j', (letters, text, parts) => {
  expect(findByPinyin(text, letters, pinyin)).toEqual(parts);
});

test('a reading that leads nowhere gives way to the next', () => {
  expect(findByPinyin('甲乙', 'xian', { 甲: ['xi', 'xia'], 乙: ['n'] })).toEqual(['甲乙']);
});

test('characters with several readings have all of them', () => {
  expect(pinyin['行']).toEqual(expect.arrayContaining(['xing', 'hang']));
  expect(pinyin['A']).toBeUndefined();
});
