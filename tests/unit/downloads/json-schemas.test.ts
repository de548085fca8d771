import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/downloads/json-schemas.ts';
import { toPublishedDisclosure, toPublishedProject } from '../../../src/record/published-disclosure.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from './a-source.ts';

const ajv = new Ajv2020({ strictTypes: false });
const isProject = ajv.compile(jsonSchemas.project);
const isDisclosure = ajv.compile(jsonSchemas.disclosure);
const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('what is published keeps to its schema', () => {
  for (const source of [water, school]) {
    const { projects, notices } = source;
    for (const project of projects) expect(isProject(inJson(toPublishedProject(project)))).toBe(true);
    const { results, ...disclosure } = toPublishedDisclosure({
      projects: [...projects],
      results: [],
      notices,
    });
    expect(isDisclosure(inJson(disclosure))).toBe(true);
    // The file has no results; they are in files of their own.
    expect(isDisclosure(inJson({ ...disclosure, results }))).toBe(false);
  }
});

test('a project with more, with less, or with another kind of value does not', () => {
  const { year, ...rest } = toPublishedProject(must(water.projects[0]));
  expect(isProject({ year, ...rest })).toBe(true);
  for (const other of [rest, { ...rest, year: String(year) }, { ...rest, year, bodyId: '2026/water' }])
    expect(isProject(other)).toBe(false);
  expect(isDisclosure({ projects: [rest], notices: [] })).toBe(false);
  expect(isDisclosure({ projects: [] })).toBe(false);
});

test('each schema says its draft and what it is of', () => {
  for (const { $schema, title, description } of Object.values(jsonSchemas)) {
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([title, description]).not.toContain('');
  }
});
