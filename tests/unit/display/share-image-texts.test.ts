import { expect, test } from 'vitest';
import { describeShareImage, shareImageTexts } from '../../../src/display/share-image-texts.ts';
import { aProject } from './a-project.ts';

const project = aProject();

test('an image says what the page of the project says', () => {
  const texts = shareImageTexts(project, '示例市水务局', '示例市公开');
  expect(texts).toEqual({
    name: project.name,
    publisher: '示例市水务局',
    year: '2026年项目',
    amount: '27,700.00 元',
    count: '4 项指标',
    site: '示例市公开',
  });
  expect(describeShareImage(texts)).toBe(
    `${project.name}，示例市水务局，2026年项目，27,700.00 元，4 项指标，示例市公开`,
  );
});

test('a project whose form has no funds has no amount', () => {
  const texts = shareImageTexts({ ...project, budget: null }, '甲', '乙');
  expect(texts.amount).toBeNull();
  expect(describeShareImage(texts)).toBe(`${project.name}，甲，2026年项目，4 项指标，乙`);
});

test('white space is shown as in browsers', () => {
  const { name, site } = shareImageTexts({ ...project, name: ' 河道\n  保洁\t费 ' }, '甲', '示例市　公开 ');
  expect([name, site]).toEqual(['河道 保洁 费', '示例市　公开']);
});
