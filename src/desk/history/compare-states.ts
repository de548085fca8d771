/**
 * In: the state that is published, and one that was.
 * Out: what is different where the earlier one comes back, in sentences.
 */
import { VFile } from 'vfile';
import type { Content } from '../../content/open-content.ts';
import { readDisclosure, type DisclosureReading } from '../../content/read-disclosure.ts';
import { compareProjects } from '../../revisions/compare-projects.ts';
import { compareAllResults } from '../compare-results.ts';
import { countTables } from '../count-tables.ts';
import { KEPT_PARTS, type KeptBody, type KeptState } from './kept-states.ts';

/** What sources are read with. */
type Reader = Pick<Content, 'forms' | 'permalinks'> & {
  /** The bytes of a kept file. */
  read: (sha256: string) => Buffer;
};

/** A state, as far as it is compared. */
type State = Pick<KeptState, 'bodies' | 'files'>;

/** Empty: both have the same files. */
export function compareStates(now: State, target: State, reader: Reader): string[] {
  const [before, after] = [now, target].map(
    ({ bodies }) => new Map(bodies.map((body) => [body.path, body] as const)),
  ) as [Map<string, KeptBody>, Map<string, KeptBody>];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = paths.filter((path) => now.files[path] !== target.files[path]);
  const lines = differing.map((path) => {
    const [old, back] = [before.get(path), after.get(path)];
    if (!back) return old ? `${nameOf(old)}的 ${countTables(old)}不再公开。` : '';
    if (!old) return `${nameOf(back)}的 ${countTables(back)}重新公开。`;
    const [a, b] = [now, target].map(({ files }) => read(path, files[path] ?? '', reader)) as [Read, Read];
    return `${nameOf(back)}：${describeChange(a, b)}。`;
  });
  const parts = KEPT_PARTS.filter((part) => partOf(now, part) !== partOf(target, part));
  if (parts.includes('site.json')) lines.push('网站的名称和设置变回那时的。');
  if (parts.includes('guide')) lines.push('网站的指南变回那时的。');
  const isAlone = differing.length === paths.length;
  return lines.length > 0 && !isAlone ? [...lines, '别的单位不变。'] : lines;
}

/** `云岭市文化局2026年`. */
function nameOf({ name, id }: KeptBody): string {
  return `${name}${id.slice(0, 4)}年`;
}

type Read = Pick<DisclosureReading, 'projects' | 'results'>;

function read(path: string, sha256: string, { forms, permalinks, read: bytesOf }: Reader): Read {
  const file = new VFile({ path, value: bytesOf(sha256) });
  return readDisclosure(file, { forms, permalinks: permalinks.permalinks });
}

function describeChange(now: Read, target: Read): string {
  const old = new Map(now.projects.map((project) => [project.id, project]));
  const ids = new Set(target.projects.map(({ id }) => id));
  const gone = now.projects.filter(({ id }) => !ids.has(id)).length;
  const back = target.projects.filter(({ id }) => !old.has(id)).length;
  const results = compareAllResults(now.results, target.results);
  const cells = [
    ...target.projects.map((project) => {
      const before = old.get(project.id);
      return before ? compareProjects(before, project) : [];
    }),
    ...results.changed.map(({ differences }) => differences),
  ].flat().length;
  const said = [
    cells > 0 && `有 ${cells} 格变回以前的`,
    gone > 0 && `${gone} 个项目不再公开`,
    back > 0 && `${back} 个项目重新公开`,
    results.gone.length > 0 && `${results.gone.length} 张自评表不再公开`,
    results.added.length > 0 && `${results.added.length} 张自评表重新公开`,
  ].filter((text) => text !== false);
  return said.length > 0 ? said.join('，') : '原件换回以前的，读出的一个字也不变';
}

/** All files of a part, as one text. */
function partOf({ files }: State, part: string): string {
  return JSON.stringify(
    Object.entries(files)
      .filter(([path]) => path === part || path.startsWith(`${part}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
