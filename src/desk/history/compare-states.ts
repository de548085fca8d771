/**
 * In: the state that is published, and one that was.
 * Out: what is different where the earlier one comes back, in sentences.
 */
import { VFile } from 'vfile';
import type { Content } from '../../content/open-content.ts';
import { readDisclosure } from '../../content/read-disclosure.ts';
import type { Project } from '../../record/disclosure-schema.ts';
import { compareProjects } from '../../revisions/compare-projects.ts';
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
    if (!back) return old ? `${nameOf(old)}的 ${old.projects.length} 个项目不再公开。` : '';
    if (!old) return `${nameOf(back)}的 ${back.projects.length} 个项目重新公开。`;
    const [a, b] = [now, target].map(({ files }) => readProjects(path, files[path] ?? '', reader));
    return `${nameOf(back)}：${describeChange(a ?? [], b ?? [])}。`;
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

function readProjects(path: string, sha256: string, { forms, permalinks, read }: Reader): Project[] {
  const file = new VFile({ path, value: read(sha256) });
  return readDisclosure(file, { forms, permalinks: permalinks.permalinks }).projects;
}

function describeChange(now: readonly Project[], target: readonly Project[]): string {
  const old = new Map(now.map((project) => [project.id, project]));
  const ids = new Set(target.map(({ id }) => id));
  const gone = now.filter(({ id }) => !ids.has(id)).length;
  const back = target.filter(({ id }) => !old.has(id)).length;
  const cells = target.reduce((sum, project) => {
    const before = old.get(project.id);
    return sum + (before ? compareProjects(before, project).length : 0);
  }, 0);
  const said = [
    cells > 0 && `有 ${cells} 格变回以前的`,
    gone > 0 && `${gone} 个项目不再公开`,
    back > 0 && `${back} 个项目重新公开`,
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
