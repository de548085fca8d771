import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';
import { writeQuality } from '../../../src/report/write-quality.ts';
import { aProject } from '../display/a-project.ts';

const project = aProject({
  rows: [
    ['巡查<b>', '≥12次'],
    ['水质达标率', '95%'],
    ['沿岸环境', '有所改善'],
    ['居民满意度', '≥90%'],
  ],
});
const withWeights = (...weights: string[]): ParsedProject => ({
  ...project,
  indicators: project.indicators.map((indicator, place) => ({
    ...indicator,
    details: [{ label: '权重', value: weights[place] ?? '' }],
  })),
});

/** Each count with its links. */
function countsOf(...projects: ParsedProject[]): string[][] {
  const page = parse(writeQuality(projects, (line) => `#r${line}`));
  const labels = page.querySelectorAll('dt');
  return page.querySelectorAll('dd').map((count, place) => {
    const share = count.querySelector('summary') ?? count.childNodes[0];
    const links = count
      .querySelectorAll('a')
      .map((link) => `${link.getAttribute('href') ?? ''} ${link.text}`);
    return [labels[place]?.text ?? '', share?.text ?? '', ...links];
  });
}

test('each count is a share of what could have it, and leads to its rows', () => {
  expect(countsOf(project)).toEqual([
    [
      ...['指标值是一个数', '3 / 4 项，75.0%'],
      ...['#r15 第 15 行 巡查<b>', '#r16 第 16 行 水质达标率', '#r18 第 18 行 居民满意度'],
    ],
    ['数有方向', '2 / 3 项，66.7%', '#r15 第 15 行 巡查<b>', '#r18 第 18 行 居民满意度'],
    [
      ...['数有单位', '3 / 3 项，100%'],
      ...['#r15 第 15 行 巡查<b>', '#r16 第 16 行 水质达标率', '#r18 第 18 行 居民满意度'],
    ],
    ['写有数字，读不成一个数', '0 / 4 项，0%'],
    ['只有文字', '1 / 4 项，25.0%', '#r17 第 17 行 沿岸环境'],
    ['没有写指标值', '0 / 4 项，0%'],
    ['别的项目里一字不差', '0 / 4 项，0%'],
    ['有产出指标', '1 / 1 个，100%', '#r3 第 3 行 河道保洁'],
    ['有效益指标', '1 / 1 个，100%', '#r3 第 3 行 河道保洁'],
    ['有满意度指标', '1 / 1 个，100%', '#r3 第 3 行 河道保洁'],
    ['有成本指标', '0 / 1 个，0%'],
    ['写了权重', '0 / 1 个，0%'],
  ]);
});

test('sums of weights are counted where a project has weights, as a share of those', () => {
  const counts = countsOf(withWeights('40', '30', '20', '10'), withWeights('40'), project);
  expect(counts.slice(-2)).toEqual([
    ['写了权重', '2 / 3 个，66.7%', '#r3 第 3 行 河道保洁', '#r3 第 3 行 河道保洁'],
    ['权重合计是 100', '1 / 2 个，50.0%', '#r3 第 3 行 河道保洁'],
  ]);
});

test('a project whose name has no line is at its first line', () => {
  const { source } = project;
  const unnamed = { ...project, source: { ...source, lines: { ...source.lines, name: null } } };
  expect(countsOf(unnamed).at(-3)?.[2]).toBe('#r1 第 1 行 河道保洁');
});

test('only what was counted can be opened', () => {
  const page = parse(writeQuality([project], String));
  const closed = page.querySelectorAll('dd').filter((count) => count.querySelector('details') === null);
  expect(closed.map(({ text }) => text.slice(0, 5))).toEqual(
    Array.from({ length: 5 }, (_, place) => (place < 3 ? '0 / 4' : '0 / 1')),
  );
  expect(page.querySelector('dd p')?.text).toBe('第 15 行 巡查<b>　第 16 行 水质达标率　第 18 行 居民满意度');
});

test('the summary names figures and words alone; of no project there is none', () => {
  const page = parse(writeQuality([project, withWeights()], String));
  expect(page.querySelector('.quality > summary')?.text).toMatch(/^指标怎样写：8 项里 6 项.*，2 项只有文字$/);
  expect(writeQuality([], String)).toBe('');
});
