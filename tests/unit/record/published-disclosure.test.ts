import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import {
  PublishedDisclosureSchema,
  PublishedProjectSchema,
  toPublishedDisclosure,
  toPublishedProject,
} from '../../../src/record/published-disclosure.ts';
import { faultsOf } from './faults-of.ts';

const path = 'disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const disclosure = readDisclosure(new VFile({ path, value: readFileSync(`content/${path}`) }));

test('what is published is the record without the lines of single fields', () => {
  const published = toPublishedDisclosure(disclosure);
  expect(PublishedDisclosureSchema.parse(published)).toEqual(published);
  for (const [index, notice] of published.notices.entries()) {
    const { related } = disclosure.notices[index] ?? {};
    expect(disclosure.notices[index]).toEqual(related ? { ...notice, related } : notice);
  }
  expect(published.notices).toHaveLength(disclosure.notices.length);
  expect(JSON.stringify(disclosure)).toContain('"related"');
  expect(JSON.stringify(published)).not.toContain('"related"');
  expect(published.projects).toHaveLength(7);
  for (const [index, { source, ...project }] of published.projects.entries())
    expect(disclosure.projects[index]).toMatchObject({
      ...project,
      source: { ...source, lines: expect.any(Object) as object },
    });
  expect(JSON.stringify(published)).not.toContain('"lines"');
});

test('a project as it is published has no anchors of rows', () => {
  const [project] = disclosure.projects;
  if (!project) throw new Error('the published file has no project');
  const published = toPublishedProject(project);
  expect(faultsOf(PublishedProjectSchema, published)).toEqual([]);
  for (const own of [{ anchor: 'a' }, { formerAnchors: ['b'] }]) {
    const indicators = published.indicators.map((indicator) => ({ ...indicator, ...own }));
    expect(faultsOf(PublishedProjectSchema, { ...published, indicators }).length).toBeGreaterThan(0);
    const kept = project.indicators.map((indicator) => ({ ...indicator, ...own }));
    expect(toPublishedProject({ ...project, indicators: kept })).toEqual(published);
  }
});

test('what is published of results is the record without the lines of single fields and the anchors of rows', () => {
  const file = readFileSync('tests/unit/record/results/fixtures/ministry-form-with-every-part/source.md');
  const reading = readDisclosure(new VFile({ path: 'disclosures/2025/a.md', value: file }));
  const published = toPublishedDisclosure(reading);
  expect(PublishedDisclosureSchema.parse(published)).toEqual(published);
  const [result] = reading.results;
  expect(published.results).toHaveLength(1);
  expect(result).toMatchObject({ ...published.results[0], bodyId: '2025/a' });
  expect(faultsOf(PublishedDisclosureSchema, { ...published, results: [result] })).not.toEqual([]);
});

test('what is published of a whole office is the record without the lines of single fields', () => {
  const source = readFileSync(
    'tests/unit/record/overall/fixtures/ministry-form-with-tasks-of-three-sums/source.md',
  );
  const read = readDisclosure(new VFile({ path: 'disclosures/2026/water.md', value: source }));
  const published = toPublishedDisclosure(read);
  expect(PublishedDisclosureSchema.parse(published)).toEqual(published);
  expect(published.overall).toHaveLength(1);
  expect(JSON.stringify(published.overall)).not.toContain('"lines"');
});
