import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import type { ResultSource } from '../../../src/downloads/result-set.ts';
import { matchResults } from '../../../src/identity/match-results.ts';
import { matchRows } from '../../../src/identity/match-rows.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { writeProject, type WrittenProject } from '../../helpers/write-project.ts';
import { writeResult, type WrittenResult } from '../../helpers/write-result.ts';
import type { DataSource } from '../../../src/downloads/data-set.ts';

const WATER = { unit: '示例市水务局', department: '示例市水务局' };

function readText(path: string, value: string) {
  return { ...readDisclosure(new VFile({ path, value })), bytes: Buffer.byteLength(value) };
}

/** A file of targets of one body and year. */
export function targetsOf(
  year: number,
  ...written: readonly Pick<WrittenProject, 'name' | 'rows'>[]
): DataSource {
  const path = `disclosures/${year}/water.md`;
  const text = written.map((each) => writeProject({ ...WATER, year, yuan: '100000.00', ...each })).join('');
  const { projects, notices, publication, sha256, bytes } = readText(path, text);
  return {
    ...{
      id: `${year}/water`,
      year,
      publisher: WATER.unit,
      publication,
      path,
      sha256,
      bytes,
      notices,
      projects,
    },
    ...{ commit: null, apart: new Map() },
    overall: [],
  };
}

/** A file of results of the same body and year. @param projects Those of the site, which the results may answer. */
export function resultsOf(
  year: number,
  projects: readonly Project[],
  ...written: readonly (Pick<WrittenResult, 'name'> & Partial<WrittenResult>)[]
): ResultSource {
  const path = `disclosures/results/${year}/water.md`;
  const text = written.map((each) => writeResult({ ...WATER, year, ...each })).join('');
  const { results, notices, publication, sha256, bytes } = readText(path, text);
  return {
    ...{
      id: `${year}/water/results`,
      year,
      publisher: WATER.unit,
      publication,
      path,
      sha256,
      bytes,
      notices,
    },
    commit: null,
    results: matchResults(projects, results).map(({ result, project }) => ({
      ...{ result, project },
      rows: matchRows(project?.indicators ?? [], result.indicators),
    })),
  };
}

const ROWS: WrittenProject['rows'] = [
  ['巡查河道', '≥12次'],
  ['水质达标率', '≥98%'],
  ['沿岸环境', '有所改善'],
];
/** Targets of one project, and its result: the second target differs, the last indicator is the result's alone. */
export const targets = targetsOf(2025, { name: '河道保洁', rows: ROWS });
export const answers = resultsOf(
  2025,
  targets.projects,
  { name: '河道保洁', code: 'X-1' },
  { name: '=水质监测' },
);
