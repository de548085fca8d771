import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { saveReport } from '../../../src/report/save-report.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

test('a report replaces the one before, in a folder of its own', () => {
  const root = tempFolders()();
  const path = join(root, '.jixiao/check.html');
  expect(saveReport(root, '<p>一</p>')).toBe(pathToFileURL(path).href);
  expect(saveReport(root, '<p>二</p>')).toBe(pathToFileURL(path).href);
  expect(readFileSync(path, 'utf8')).toBe('<p>二</p>');
});
