import { expect, test } from 'vitest';
import { fillCategories } from '../../../src/record/fill-categories.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { toRow } from './to-grid.ts';

/** Category and subcategory of each row, `·` where there is none. */
function fill(...rows: string[]) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const cells = rows.map((row, index) => toRow(row.split('|'), index + 1));
  return fillCategories(cells, 0, 1, form).map((pair) => pair.map((cell) => cell?.text ?? '·').join(' '));
}

test.each([
  [
    'merged cells are filled down',
    ['产出指标|数量指标', '|', '|质量指标'],
    ['产出指标 数量指标', '产出指标 数量指标', '产出指标 质量指标'],
  ],
  [
    'a category said again leaves the subcategory merged',
    ['产出指标|数量指标', '产出指标|'],
    ['产出指标 数量指标', '产出指标 数量指标'],
  ],
  [
    'a new category has none yet',
    ['产出指标|数量指标', '满意度指标|'],
    ['产出指标 数量指标', '满意度指标 ·'],
  ],
  [
    'a word that a page cuts is one',
    ['效益指|经济效益指标', '标|社会效益指标'],
    ['效益指标 经济效益指标', '效益指标 社会效益指标'],
  ],
  [
    'so with blank cells between',
    ['效益指|经济效益指标', '|生态效益指标', '标|社会效益指标'],
    ['效益指标 经济效益指标', '效益指标 生态效益指标', '效益指标 社会效益指标'],
  ],
  [
    'so with a subcategory',
    ['满意度指标|服务对象满意度指', '|标'],
    ['满意度指标 服务对象满意度指标', '满意度指标 服务对象满意度指标'],
  ],
  ['words of an office are not joined', ['产出|数量', '类|质量'], ['产出 数量', '类 质量']],
  [
    'a category in its middle row is that of the rows above',
    ['|数量指标', '产出指标|质量指标', '|社会效益指标', '效益指标|生态效益指标'],
    ['产出指标 数量指标', '产出指标 质量指标', '效益指标 社会效益指标', '效益指标 生态效益指标'],
  ],
  [
    'one that nobody wrote is not the one above',
    ['产出指标|数量指标', '|社会效益指标', '满意度指标|服务对象满意度指标'],
    ['产出指标 数量指标', '· 社会效益指标', '满意度指标 服务对象满意度指标'],
  ],
  [
    'the rows of one merged subcategory are of the category below it, too',
    ['产出指标|数量指标', '|社会效益指标', '|', '效益指标|生态效益指标'],
    ['产出指标 数量指标', '效益指标 社会效益指标', '效益指标 社会效益指标', '效益指标 生态效益指标'],
  ],
  [
    'so where nobody wrote their category',
    ['产出指标|数量指标', '|社会效益指标', '|'],
    ['产出指标 数量指标', '· 社会效益指标', '· 社会效益指标'],
  ],
  [
    'one that is written stays, whatever its subcategory',
    ['产出指标|社会效益指标'],
    ['产出指标 社会效益指标'],
  ],
  [
    'older forms have costs under 产出',
    ['产出指标|数量指标', '|成本指标'],
    ['产出指标 数量指标', '产出指标 成本指标'],
  ],
])('%s', (_name, rows, filled) => {
  expect(fill(...rows)).toEqual(filled);
});
