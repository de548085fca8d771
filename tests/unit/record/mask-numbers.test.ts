import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import {
  findNumbers,
  maskCells,
  maskedLines,
  maskLines,
  maskNumbers,
  maskProject,
} from '../../../src/record/mask-numbers.ts';

test.each([
  ['１３８００１３８０００', '１３８********'],
  ['电话１３８００１３８０００', '电话１３８********'],
  ['１１０１０５１９４９１２３１００２Ｘ', '１１０***************'],
  ['（0763）3361234', '（07**********'],
])('masks a number that is of full width or in brackets: %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

test.each(['共13,912,345,678.00元', '２０２６年度', '第1期-第3期'])(
  'leaves other figures as they are: %s',
  (text) => {
    expect(maskNumbers(text)).toBe(text);
  },
);

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

test.each([
  ['110105 19491231 002X', '110*****************'],
  ['１１０１０５-１９４９１２３１-００２x', '110*****************'.replace('110', '１１０')],
  ['0769-2283 1234转801', '076***********转801'],
  ['（0769）2283 1234', '（07************'],
])('masks a number in groups: %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

test('a code of a place, a day and a serial number is none, unless its check digit is right', () => {
  expect(maskNumbers('441900-20260115-0012')).toBe('441900-20260115-0012');
  expect(findNumbers('110105 19491231 002X')).toEqual([
    { kind: 'identity', start: 0, end: 20, number: '11010519491231002X' },
  ]);
});

test.each([
  ['补助总额（元）', '15800000000', true],
  ['补助总额（元）', '≥15800000000', true],
  ['项目代码：', '440105199001011234', true],
  ['补助总额（元）', '15800000000（张三）', false],
  ['联系电话（元）', '15800000000', false],
  ['补助人数', '15800000000', false],
  ['身份证编码', '440105199001011234', false],
])('of %s, %s is a figure: %s', (label, text, isFigure) => {
  expect(maskNumbers(text, label) === text).toBe(isFigure);
  expect(maskCells(['', label, '', text, text])[3] === text).toBe(isFigure);
  expect(maskLines(`\t${label}\t\t${text}\r\n`) === `\t${label}\t\t${text}\r\n`).toBe(isFigure);
  expect(maskedLines(`| ${label} | ${text} |`)).toEqual(isFigure ? [] : [1]);
});

test('a number left of a label of amounts is no figure of it', () => {
  expect(maskLines('张三\t13912345678\t补助金额（元）\t15800000000')).toBe(
    '张三\t139********\t补助金额（元）\t15800000000',
  );
});

test('names the lines on which a number is masked', () => {
  expect(maskedLines('联系人\t张三\r\n电话\t13800138000\n预算\t30,000.00\n13900139000')).toEqual([2, 4]);
});

/** A project with a telephone number in each cell that an office writes freely; without goals and department where `isBare`. */
function read(number: string, isBare = false): Project {
  const head = isBare
    ? []
    : [
        `主管部门\t水务局${number}`,
        `用款单位\t河道所${number}`,
        `总体绩效目标\t实施周期总目标\t年度目标`,
        `\t三年清淤，电话${number}\t今年清淤，电话${number}`,
      ];
  const rows = [
    `项目名称\t河道清淤${number}`,
    `2026年预算金额(元)\t30,000.00`,
    `分管${number}领导\t张三${number}`,
    ...head,
    `绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值\t备注`,
    `\t产出指标\t数量指标\t清淤长度${number}\t9公里${number}\t3公里${number}\t问${number}`,
    `\t产出指标\t质量指标\t验收合格率\t${isBare ? '' : '100%'}\t\t`,
  ];
  const { projects } = readDisclosure(
    new VFile({ path: 'disclosures/2026/a.md', value: `${rows.join('\n')}\n` }),
  );
  const [project] = projects;
  if (!project) throw new Error('no project');
  return project;
}

test.each([
  ['every text of an office', false],
  ['a project without goals and offices', true],
])('masks telephone numbers in %s, and nothing else', (_, isBare) => {
  const project = read('13800138000', isBare);
  const told = JSON.stringify(project).split('13800138000').length - 1;
  expect(told).toBe(isBare ? 7 : 11);
  expect(JSON.stringify(maskProject(project))).toBe(
    JSON.stringify(project).replaceAll('13800138000', '138********'),
  );
});
