import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/desk/drafts.ts';
import { placeDraft } from '../../../src/desk/place-draft.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { must } from '../../../src/record/must.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const bodies = [
  { slug: 'shui-wu-ju', name: '青溪县水务局', years: ['2026', '2025'] },
  { slug: 'jiao-yu-ju', name: '青溪县教育局', years: ['2026'] },
];
const source = new VFile({ path: 'disclosures/2026/a.md', value: fixtureSource('a-plain-table') });
const project = must(readDisclosure(source).projects[0]);

/** A file of one project for each unit. */
function place(
  units: (string | null)[],
  answers: Answers = {},
  file = '表.xlsx',
  year: string | null = '2026',
) {
  const tables = units.map((spendingUnit) => ({ ...project, spendingUnit, department: null }));
  return placeDraft({ file, tables, year }, answers, bodies);
}

describe('the body', () => {
  test('is the one that the tables name, with its address', () => {
    const { body, bodyFrom, problem } = place(['青溪县水务局', '青溪县水务局']);
    expect(body).toEqual({ slug: 'shui-wu-ju', name: '青溪县水务局', isNew: false, isNamed: false });
    expect([bodyFrom, problem]).toEqual(['表里写的。', null]);
  });

  test('that publishes for the first time has its address by its sound', () => {
    expect(place(['青溪县文化局'])).toMatchObject({
      body: { slug: 'qing-xi-xian-wen-hua-ju', name: '青溪县文化局', isNew: true, isNamed: false },
      bodyFrom: '表里写的，第一次公开。',
    });
  });

  test('is named without the code that some forms ask for: then the source says the name', () => {
    expect(place(['310_青溪县水务局']).body?.slug).toBe('shui-wu-ju');
    expect(place(['310_青溪县文化局']).body).toMatchObject({ name: '青溪县文化局', isNamed: true });
  });

  test('is read from the name of the file where the tables name several units', () => {
    expect(place(['甲站', '乙站'], {}, '青溪县教育局2026年.xlsx')).toMatchObject({
      body: { slug: 'jiao-yu-ju' },
      bodyFrom: '文件名里写的。',
    });
  });

  test('that nobody wrote is asked, and never guessed', () => {
    expect(place(['甲站', '乙站'])).toMatchObject({
      body: null,
      bodyFrom: '表里没有写单位，请您选。',
      problem: null,
    });
  });

  test('is the one that staff chose or named', () => {
    expect(place(['青溪县水务局'], { slug: 'jiao-yu-ju' })).toMatchObject({
      body: { slug: 'jiao-yu-ju', isNew: false },
      bodyFrom: '您选的。',
    });
    expect(place([null], { publisher: '青溪县档案馆' }).body).toEqual({
      slug: 'qing-xi-xian-dang-an-guan',
      name: '青溪县档案馆',
      isNew: true,
      isNamed: true,
    });
  });

  test('that is new keeps its name under another address', () => {
    expect(place(['青溪县文化局'], { slug: 'wen-hua' }).body).toMatchObject({
      slug: 'wen-hua',
      name: '青溪县文化局',
    });
  });
});

describe('an address is not used', () => {
  test.each([
    ['that is another body’s', 'shui-wu-ju', '“shui-wu-ju”是青溪县水务局的网址，请改一个。'],
    ['that is a page of the site', 'changes', '“changes”留给网站自己的页面，请改一个。'],
    ['with other signs', '../x', '网址里的名称只能用小写字母、数字和连字符，如 shui-wu-ju。'],
    ['with a telephone number', 'a-13812345678', '名称会成为网址，里面不能有电话或证件号码。'],
  ])('%s', (_, slug, problem) => {
    expect(place([null], { publisher: '青溪县文化局', slug }).problem).toBe(problem);
  });
});

describe('the year', () => {
  test.each<[string, string | null, string, Answers, string | null, string]>([
    ['is in the tables', '2026', '表.xlsx', {}, '2026', '表里写的。'],
    ['is in the name of the file', '2026', '2026年.xlsx', {}, '2026', '文件名里写的。'],
    ['is asked', null, '表.xlsx', {}, null, '表里没有写年份，请您选。'],
    ['is chosen', null, '表.xlsx', { year: '2025' }, '2025', '您选的。'],
  ])('%s', (_, said, file, answers, year, yearFrom) => {
    expect(place([null], answers, file, said)).toMatchObject({ year, yearFrom });
  });
});
