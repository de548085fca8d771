import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { DisclosureEntrySchema } from '../../../src/collection/disclosure-entry-schema.ts';
import { toDisclosureEntry } from '../../../src/collection/to-disclosure-entry.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { must } from '../../../src/record/must.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

function anEntry() {
  const path = 'disclosures/2026/qingxi.md';
  const bytes = Buffer.from(fixtureSource('a-plain-table'));
  const disclosure = readDisclosure(new VFile({ path, value: bytes }));
  return must(toDisclosureEntry({ path, bytes, parsed: disclosure, disclosure })).data();
}
const fits = (value: unknown) => DisclosureEntrySchema.safeParse(value).success;

test('an entry is kept as it is', () => {
  const entry = { ...anEntry(), maskedLines: [1, 7] };
  expect(entry.notices.length).toBeGreaterThan(0);
  expect(DisclosureEntrySchema.parse(entry)).toEqual(entry);
});

test('an entry has each of its fields, and no other one', () => {
  const entry = anEntry();
  const fields = Object.entries(entry);
  const needless = fields.filter(([name]) =>
    fits(Object.fromEntries(fields.filter(([key]) => key !== name))),
  );
  expect(needless).toEqual([]);
  expect(fits({ ...entry, title: '示例市' })).toBe(false);
});

test.each([
  { year: 2026.5 },
  { year: '2026' },
  { bytes: 0.5 },
  { publication: { publisher: '' } },
  { sheets: [{}] },
  { projectIds: [1] },
  { notices: [{}] },
  { maskedLines: [0] },
  { maskedLines: [1.5] },
])('no entry has %j', (field) => {
  expect(fits({ ...anEntry(), ...field })).toBe(false);
});
