/** A fault in the code that writes a download, a page, metadata or the search index stops the build, and its loss is named. */
import { hash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSource, writeFiles } from '../helpers/write-files.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';
import { nameAllLosses } from './fault.ts';
import { OUTPUT_FAULTS } from './output-faults.ts';
import { testFaults } from './test-faults.ts';

/** Two years, several bodies and departments, an old address, sums of more than one 亿, cells of the office's own columns. */
const FRONT = 'publisher: 云岭市卫生局\npublished: 2026-03-02\ndocumentNumber: 云卫〔2026〕3号\n';
const CLINIC = '/2026/weisheng/cun-wei-sheng-shi-she-bei-geng-xin/';
const moved = {
  '/2026/weisheng/lao-ming-zi/': CLINIC,
  '/2026/weisheng/lao-ming-zi/project.json': `${CLINIC}project.json`,
};
const identity = {
  ...{
    name: '绩效',
    url: 'https://jixiao.example.gov.cn',
    publisher: '云岭市财政局',
    siteCode: '4400000001',
  },
};
const clinics = fixtureSource('national-form')
  .replace('100.00', '12367.8')
  .replace('=50套', '=123456789012套');

const later = `---\n${FRONT}---\n${clinics}`;
const earlier = later.replace('12367.8', '12000').replace('≥98%', '≥95%').replace('受益人口', '受益人数');
const digestOf = (text: string) => hash('sha256', text);
const version = (step: number, day: string, text: string) => ({
  ...{ path: 'disclosures/2026/weisheng.md', day, step, sha256: digestOf(text) },
});

let project: ProjectCopy;
let env: Record<string, string>;

beforeAll(() => {
  project = copyProject();
  nameAllLosses(project);
  const content = join(project.root, 'faulty');
  cpSync('tests/site/fixtures/two-years', content, { recursive: true });
  writeFiles(content, {
    'site.json': JSON.stringify(identity),
    'permalinks.json': JSON.stringify({ urls: Object.keys(moved), names: {}, moved }),
    'disclosures/2026/weisheng.md': later,
    // Changed since it was published: sums, a target, a name of an indicator.
    'versions.json': JSON.stringify({
      versions: [version(1, '2026-03-02', earlier), version(2, '2026-04-01', later)],
    }),
    [`versions/${digestOf(earlier)}.md`]: earlier,
    [`versions/${digestOf(later)}.md`]: later,
    'disclosures/2026/twin.md': `---\n${FRONT}---\n${clinics}`,
    'disclosures/2026/phone.md': `---\npublished: 2026-01-15\n---\n${fixtureSource('phone-number-in-a-cell')}`,
    'disclosures/2025/chengguan.md': fixtureSource('ledger-of-two-projects').replace('2026', '2025'),
    'disclosures/2026/chengguan.md': fixtureSource('ledger-of-two-projects'),
  });
  env = { JIXIAO_CONTENT: content };
});
afterAll(() => {
  project.remove();
});

testFaults(OUTPUT_FAULTS, () => ({ project, env }));

test('without a fault the same content is published', () => {
  const { status } = project.build({ ...env, JIXIAO_OUT: join(project.root, 'whole') });
  expect(status).toBe(0);
});
