import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../../src/record/check-project.ts';
import { maskedLines, maskNumbers } from '../../../src/record/mask-numbers.ts';

test('each rule has an id of its own, noun/finding', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
});

const notices = readdirSync('tests/unit/record/fixtures').map((name) =>
  readFileSync(`tests/unit/record/fixtures/${name}/notices.txt`, 'utf8'),
);

test.each(rules.map(({ id, severity }) => [id, severity]))('%s has a fixture', (id, severity) => {
  expect(notices.filter((text) => text.includes(` ${severity} ${id} `))).not.toEqual([]);
});

test.each([
  ['联系人电话 13800138000。', '联系人电话 138********。'],
  ['电话０７６９－２２２２３３３３', '电话０７６**********'],
  ['0769-22223333', '076**********'],
  ['身份证11010519491231002X号', '身份证110***************号'],
  ['13800138000、13900139000', '138********、139********'],
  ['电话 138-0013-8000 或 138 0013 8000', '电话 138********** 或 138**********'],
  ['+86 13800138000', '+86************'],
  ['（0769）22223333', '（07***********'],
  ['300人 2026年 1380', '300人 2026年 1380'],
  ['13912345678.00', '13912345678.00'],
  ['13912345678元', '13912345678元'],
  ['项目编码 4419002026000012345678', '项目编码 4419002026000012345678'],
])('masks %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

test('names the lines on which a number is masked', () => {
  expect(maskedLines('联系人\t张三\r\n电话\t13800138000\n预算\t30,000.00\n13900139000')).toEqual([2, 4]);
});
