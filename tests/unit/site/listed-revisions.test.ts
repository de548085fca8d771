import { expect, test } from 'vitest';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import type { Revision } from '../../../src/revisions/collect-revisions.ts';
import { keyOfRevisions, listRevisions } from '../../../src/site/listed-revisions.ts';
import type { BodyYear } from '../../../src/site/site.ts';
import { settledResult } from '../../helpers/make-result.ts';
import { aProject } from '../display/a-project.ts';

const project = aProject();
const entry = { publisher: '示例市河道所' } as BodyYear['entry'];
const body = { id: project.bodyId, entry } as BodyYear;
const site = { bodies: [body], projects: [project], results: [], files: [] };
const revision = (own: Partial<Revision>): Revision => ({
  ...{ id: 'a', date: '2026-03-01T00:00:00.000Z', day: '2026-03-01' },
  ...{ projectId: project.id, projectName: project.name },
  ...{ field: '预算金额', anchor: null, indicators: [], before: '1', after: '2' },
  ...own,
});

test('a change leads to its row, to its project, to its body, or nowhere', () => {
  const [{ anchor }] = project.indicators as [Project['indicators'][number]];
  const listed = listRevisions(
    [
      revision({ anchor }),
      revision({ anchor: 'gone' }),
      revision({}),
      revision({ projectId: `${body.id}/gone` }),
      // It was withdrawn, and its address leads to the page of the body.
      revision({ projectId: body.id }),
      revision({ projectId: '2026/gone/gone' }),
    ],
    site,
  );
  expect(listed.map(({ href }) => href)).toEqual([
    `/${project.id}/#${anchor}`,
    `/${project.id}/`,
    `/${project.id}/`,
    `/${body.id}/`,
    `/${body.id}/`,
    undefined,
  ]);
  expect(listed.map((each) => each.body)).toEqual([body, body, body, body, body, undefined]);
});

test('each is on a page of the list of its day', () => {
  const many = Array.from({ length: 201 }, (_, index) => revision({ id: `r${index}` }));
  const listed = listRevisions([...many, revision({ day: '2026-02-01' })], site);
  expect([0, 199, 200, 201].map((index) => listed[index]?.path)).toEqual([
    '/changes/2026-03-01/#r0',
    '/changes/2026-03-01/#r199',
    '/changes/2026-03-01/page/2/#r200',
    '/changes/2026-02-01/#a',
  ]);
});

test('the key of a page changes with what it shows of them', () => {
  const [listed] = listRevisions([revision({})], site);
  const key = (own: object) => JSON.stringify(keyOfRevisions(listed ? [{ ...listed, ...own }] : []));
  for (const own of [{ id: 'b' }, { path: '/x' }, { href: '/x' }, { body: undefined }])
    expect(key(own)).not.toBe(key({}));
});

test('a change of a result leads to its row, and is of the body of its file, else of the file', () => {
  const result = settledResult({ year: 2026 }, 'water');
  const anchor = result.indicators[0]?.anchor ?? '';
  const list = '2026/water/results';
  const file = { id: list, entry: { publisher: '示例市水务局' } };
  const of = (bodies: readonly BodyYear[]) => {
    const revisions = [
      revision({ projectId: result.id, anchor }),
      revision({ projectId: `${list}/gone` }),
      revision({ projectId: list }),
    ];
    const listed = listRevisions(revisions, { ...site, bodies, results: [result], files: [file] });
    return listed.map(({ href, body: listedBody }) => [href, listedBody?.id]);
  };
  expect(of([])).toEqual([
    [`/${result.id}/#${anchor}`, list],
    [`/${list}/`, list],
    [`/${list}/`, list],
  ]);
  const targets = { id: '2026/water', entry } as BodyYear;
  expect(of([targets])).toEqual([
    [`/${result.id}/#${anchor}`, '2026/water'],
    ['/2026/water/', '2026/water'],
    ['/2026/water/', '2026/water'],
  ]);
});
