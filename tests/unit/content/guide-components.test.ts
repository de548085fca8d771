import { expect, test } from 'vitest';
import { guideComponents, isGuideComponent } from '../../../src/content/guide-components.ts';
import { glossary } from '../../../src/display/glossary.ts';

const VALID = {
  Columns: [{ table: 'projects' }, { table: 'indicators' }],
  English: ['projects', 'indicators', 'notices', 'explanations', 'error', 'warning', 'info']
    .concat(Object.keys(glossary))
    .map((of) => ({ of })),
  FormExample: [{ label: '甲', above: ['乙'], rows: [['丙', '丁'], ['戊']] }],
  Glossary: Object.keys(glossary).map((part) => ({ part })),
  Rules: ['error', 'warning', 'info'].map((severity) => ({ severity })),
  SiteFields: [{}],
  Terms: [{ terms: [['词', '意思']] }, { terms: [] }],
  Writing: [{ writings: [['写法', '意思']] }],
} as const;
const names = Object.keys(VALID) as (keyof typeof VALID)[];

test('the components are those that a page of the guide can use', () => {
  expect(Object.keys(guideComponents)).toEqual(names);
  expect([...names, 'toString', 'columns', ''].filter(isGuideComponent)).toEqual(names);
});

test.each(names)('%s takes its attributes, and no others', (name) => {
  const accepts = (attributes: unknown) => guideComponents[name].safeParse(attributes).success;
  for (const attributes of VALID[name]) {
    expect(accepts(attributes)).toBe(true);
    expect(accepts({ ...attributes, colour: 'red' })).toBe(false);
  }
  expect(accepts({})).toBe(name === 'SiteFields');
});

test.each([
  ['Columns', { table: 'rows' }],
  ['English', { of: 'rows' }],
  ['FormExample', { label: 1, above: [], rows: [] }],
  ['FormExample', { label: '甲', above: [1], rows: [] }],
  ['FormExample', { label: '甲', above: [], rows: ['丙'] }],
  ['Glossary', { part: '表尾' }],
  ['Rules', { severity: 'fatal' }],
  ['Terms', { terms: [['词']] }],
  ['Writing', { writings: [['写法', '意思', '又']] }],
] as const)('%s does not take %j', (name, attributes) => {
  expect(guideComponents[name].safeParse(attributes).success).toBe(false);
});

test('each attribute says what to write', () => {
  for (const name of names)
    for (const { description } of Object.values(guideComponents[name].shape))
      expect(description).toBeTruthy();
});
