import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTarget } from '../../src/record/parse-target.ts';

/** text → comparator, value, upper, unit. */
test.each([
  ['≥95%', '≥', '95', null, '%'],
  ['> 95%', '>', '95', null, '%'],
  ['≤9次', '≤', '9', null, '次'],
  ['<= 3 次', '≤', '3', null, '次'],
  ['≧９５％', '≥', '95', null, '%'],
  ['＞90%', '>', '90', null, '%'],
  ['═5个', '=', '5', null, '个'],
  ['约300人次', '≈', '300', null, '人次'],
  ['100人左右', '≈', '100', null, '人'],
  ['不少于3次', '≥', '3', null, '次'],
  ['不低于85%', '≥', '85', null, '%'],
  ['大于等于85%', '≥', '85', null, '%'],
  ['85%以上', '≥', '85', null, '%'],
  ['回访满意度达85%以上', '≥', '85', null, '%'],
  ['满意度不低于85%', '≥', '85', null, '%'],
  ['不得超过5%', '≤', '5', null, '%'],
  ['控制在3%以内', '≤', '3', null, '%'],
  ['达到100%', null, '100', null, '%'],
  ['0', null, '0', null, null],
  ['36个月', null, '36', null, '个月'],
  ['15天', null, '15', null, '天'],
  ['8个班次', null, '8', null, '个班次'],
  ['8.3370万元', null, '8.3370', null, '万元'],
  ['27,700.00元', null, '27700.00', null, '元'],
  ['2~3万人次', null, '2', '3', '万人次'],
  ['6-9次', null, '6', '9', '次'],
  ['85%至90%', null, '85', '90', '%'],
  ['10.5万元/年', null, '10.5', null, '万元/年'],
  ['3万元/人/月', null, '3', null, '万元/人/月'],
  ['3000元/人/月', null, '3000', null, '元/人/月'],
  ['≦5%', '≤', '5', null, '%'],
  ['＜10分钟', '<', '10', null, '分钟'],
  ['＝50套', '=', '50', null, '套'],
  ['>=90%', '≥', '90', null, '%'],
  ['不高于3%', '≤', '3', null, '%'],
  ['小于等于3%', '≤', '3', null, '%'],
  ['超过90%', '>', '90', null, '%'],
  ['30分钟以下', '≤', '30', null, '分钟'],
  ['24小时以内', '≤', '24', null, '小时'],
  ['控制在5万元以内', '≤', '5', null, '万元'],
  ['约100人左右', '≈', '100', null, '人'],
  ['±3%以内', null, '-3', '3', '%'],
  ['±3%', null, '-3', '3', '%'],
  ['±5之内', null, '-5', '5', null],
  ['⩾90%', '≥', '90', null, '%'],
  ['⩽3%', '≤', '3', null, '%'],
  ['﹥90%', '>', '90', null, '%'],
  ['﹤3%', '<', '3', null, '%'],
  ['12.5万平方米', null, '12.5', null, '万平方米'],
  ['95百分比', null, '95', null, '百分比'],
  ['≤2‰', '≤', '2', null, '‰'],
  ['三次', null, '3', null, '次'],
  ['两个', null, '2', null, '个'],
  ['十二个月', null, '12', null, '个月'],
  ['不少于二十场', '≥', '20', null, '场'],
  ['一百二十人次', null, '120', null, '人次'],
  ['一百零五人', null, '105', null, '人'],
  ['百分之九十五', null, '95', null, '%'],
  ['百分之百', null, '100', null, '%'],
  ['达到百分之九十以上', '≥', '90', null, '%'],
])('reads %s', (text, comparator, value, upper, unit) => {
  expect(parseTarget(text)).toEqual({ text, comparator, value, upper, unit });
});

test.each([
  '满意',
  '有所提高',
  '大学本科、硕士研究生',
  '2026年全年',
  '2026年至2028年',
  '2026年-2028年',
  '2026',
  '11月底之前',
  '12月',
  '未达到95%',
  '不少于5%以下',
  '27,70元',
  '2023.07-2024.01',
  '2023.07',
  '2026年1月至12月',
  '十分满意',
  '一流',
  '三公经费',
  '一百八人',
  '每人3次、每次2天',
  '≥95%，≤5次',
  '>=<5',
  '第3次',
  '2名四级二档人员薪酬10.5万元/年/人。三级一档人员薪酬标准13.2万元/年',
  '安排2026年节目上线和制作，群众来信跟踪处理率达100%',
  '',
])('keeps %s as text', (text) => {
  expect(parseTarget(text)).toEqual({ text, comparator: null, value: null, upper: null, unit: null });
});

test('never throws, keeps the text, and gives plain decimals', () => {
  const piece = fc.constantFrom(
    '≥',
    '不少于',
    '约',
    '2',
    '95',
    '1,000',
    '.5',
    '%',
    '万元',
    '~',
    '至',
    '以上',
    '人次',
    '/',
    '年',
    ' ',
    '，',
    '满意度',
    '达',
    '-',
    '±',
    '三',
    '百分之',
    '十',
    '两个',
    '2026年',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const target = parseTarget(written);
      expect(target.text).toBe(written);
      expect(parseTarget(target.text)).toEqual(target);
      for (const figure of [target.value, target.upper])
        if (figure !== null) expect(figure).toMatch(/^-?\d+(?:\.\d+)?$/);
      if (target.value === null)
        expect([target.comparator, target.upper, target.unit]).toEqual([null, null, null]);
    }),
    { numRuns: 2_000 },
  );
});
