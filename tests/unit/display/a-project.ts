import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { writeProject, type WrittenProject } from '../../helpers/write-project.ts';

/** A project of an invented office, read from its table. */
export function aProject(own: Partial<WrittenProject> = {}): Project {
  const value = writeProject({
    ...{ name: '河道保洁', year: 2026, unit: '示例市河道所', department: '示例市水务局', yuan: '27700.00' },
    ...own,
  });
  return must(readDisclosure(new VFile({ path: 'disclosures/2026/shuiwu.md', value })).projects[0]);
}
