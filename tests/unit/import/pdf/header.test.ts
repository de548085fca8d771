import { expect, test } from 'vitest';
import { isTargetHeader } from '../../../../src/import/pdf/header.ts';

test.each([
  [['绩效指标', '一级指标', '二级指标', '指标值'], true],
  [['一级 指标', '指标内容（说明）'], true],
  [['三级指标名称', '一级指标'], true],
  [['一级指标', '指标值'], false],
  [['四级指标', '一级指标'], false],
  [['其中一级指标', '一级指标分值'], false],
  [[], false],
])('%j is a header of targets: %s', (texts, is) => {
  expect(isTargetHeader(texts)).toBe(is);
});
