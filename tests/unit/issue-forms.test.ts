/** The forms of issues: GitHub leaves out a form that is not as it expects. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The part of GitHub's schema that our forms use.
 *
 * @see https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
const Field = z.strictObject({
  type: z.enum(['input', 'textarea']),
  id: z.string().regex(/^[a-z-]+$/),
  attributes: z.strictObject({
    label: z.string().min(1),
    description: z.string().optional(),
    placeholder: z.string().optional(),
  }),
  validations: z.strictObject({ required: z.boolean() }).optional(),
});
const Words = z.strictObject({
  type: z.literal('markdown'),
  attributes: z.strictObject({ value: z.string().min(1) }),
});
const IssueForm = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1).max(200),
  labels: z.array(z.string()),
  body: z.array(z.discriminatedUnion('type', [Field, Words])).min(1),
});

const read = (name: string) => IssueForm.parse(parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}`, 'utf8')));

test.each(readdirSync('.github/ISSUE_TEMPLATE'))('GitHub can read %s', (name) => {
  const form = read(name);
  const fields = form.body.flatMap((item) => (item.type === 'markdown' ? [] : [item]));
  const ids = fields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(fields.some(({ validations }) => validations?.required)).toBe(true);
});

test('who reports a wrong reading is asked for file, row and what was expected', () => {
  const required = read('wrong-reading.yml').body.flatMap((item) =>
    item.type !== 'markdown' && item.validations?.required ? [item.id] : [],
  );
  expect(required).toEqual(expect.arrayContaining(['file', 'row', 'expected']));
});
