/** The workflow runs actions by commit, may read and no more, and installs only what the lock holds. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { judgeLicence } from '../../scripts/supply-chain/judge-licence.ts';
import { must } from '../../src/record/must.ts';

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions?: Record<string, string>;
      container?: { image: string; options?: string };
      steps: { uses?: string; run?: string }[];
    }
  >;
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name): [string, Workflow] => [
  name,
  parse(readFileSync(join(folder, name), 'utf8')) as Workflow,
]);

test.each(workflows)('%s names every action by a full commit', (_, { jobs }) => {
  const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[\da-f]{40}$/);
});

test.each(workflows)(
  '%s may only read, but for the job that deploys and runs no code of ours',
  (_, { permissions, jobs }) => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const { permissions: own, steps } of Object.values(jobs)) {
      if (own === undefined) continue;
      expect(own).toEqual({ pages: 'write', 'id-token': 'write' });
      expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    }
  },
);

test('no pull request runs with more rights than its container', () => {
  const [, { jobs }] = must(workflows.find(([name]) => name === 'publish.yml'));
  const options = Object.values(jobs).flatMap(({ container }) => container?.options ?? []);
  expect(options).toEqual(["${{ github.event_name != 'pull_request' && '--privileged' || '--init' }}"]);
});

test('every container is named by its digest', () => {
  const containers = workflows.flatMap(([, { jobs }]) =>
    Object.values(jobs).flatMap(({ container }) => container ?? []),
  );
  expect(containers).not.toEqual([]);
  for (const { image } of containers) expect(image).toMatch(/^[a-z]+:[a-z]+@sha256:[\da-f]{64}$/);
});

test.each(workflows)('%s installs what the lock holds', (_, { jobs }) => {
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toContain('npm ci');
  expect(commands.filter((command) => /npm (?:i|install|add|exec)\b|npx /.test(command))).toEqual([]);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['unknown', false],
])('a package under %s may be used: %s', (licence, expected) => {
  expect(judgeLicence(licence)).toBe(expected);
});
