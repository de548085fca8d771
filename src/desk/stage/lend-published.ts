/**
 * In: sources of other bodies that have errors.
 * Out: in the copy of the content, what was published of these bodies last, so that they don't stop anybody.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readIfThere } from '../../cache/digest-store.ts';
import { findCopies } from '../../content/find-imported.ts';
import type { Content } from '../../content/open-content.ts';
import { idOfSource } from '../id-of-source.ts';
import type { Desk } from '../desk.ts';
import { lastPublished, readKept, type KeptState } from '../history/kept-states.ts';
import { siteBodies } from '../site-bodies.ts';
import { removeStaged, writeStaged, type Stage } from './stage.ts';

/** A source that has errors. */
export interface Faulty {
  path: string;
  /** `云岭市水务局`. */
  name: string;
  errors: number;
  /** When what is on the site was published, ISO 8601. Null: nobody knows. */
  since: string | null;
  /** Whether anything of it is on the site. */
  isPublished: boolean;
}

/**
 * The sources with errors. Null: there are other errors, which no older source mends.
 *
 * @param replaced Path of the source that is about to be replaced: its errors go with it.
 */
export function faultySources(
  { errors, sources }: Pick<Content, 'errors' | 'sources'>,
  replaced: string | null,
  { state, out }: Desk,
): Faulty[] | null {
  const counted = Map.groupBy(errors, ({ path }) => path);
  counted.delete(replaced ?? '');
  const kept = lastPublished(state);
  const faulty: Faulty[] = [];
  for (const [path, { length }] of counted) {
    const source = sources.find((each) => each.path === path);
    if (!source) return null;
    const body = kept?.bodies.find((each) => each.path === path);
    const known = siteBodies({ sources }).find(({ slug }) => slug === source.disclosure.slug);
    const { publisher } = source.disclosure.publication;
    faulty.push({
      ...{ path, errors: length, since: body ? (kept?.at ?? null) : null },
      name: body?.name ?? publisher ?? known?.name ?? basename(path),
      isPublished: existsSync(publishedSource(out, path)) || body !== undefined,
    });
  }
  return faulty;
}

/**
 * Gives a copy of the content the published files of these sources; what was never published is left out.
 *
 * @returns Paths that the copy has another file at, or none, than the content.
 */
export function lendPublished(stage: Stage, faulty: readonly Faulty[], desk: Desk): string[] {
  const kept = lastPublished(desk.state);
  return faulty.flatMap(({ path }) => {
    const now = [...stage.base.keys()].filter((each) => isOf(path, each));
    removeStaged(stage, now);
    const files = keptFiles(desk.state, kept, path) ?? siteFiles(desk, path);
    for (const [name, bytes] of files) writeStaged(stage, name, bytes);
    return [...new Set([...now, ...files.keys()])];
  });
}

/** Whether a file is a source, or a copy of one of its originals. */
function isOf(path: string, file: string): boolean {
  const stem = path.slice(0, -'.md'.length);
  return file === path || /^\.original(?:-\d+)?\./.test(file.startsWith(stem) ? file.slice(stem.length) : '');
}

/** Null: no state is kept that has it. */
function keptFiles(state: string, kept: KeptState | null, path: string): Map<string, Buffer> | null {
  if (!kept || !(path in kept.files)) return null;
  const files = Object.entries(kept.files).filter(([file]) => isOf(path, file));
  return new Map(files.map(([file, sha256]) => [file, readKept(state, sha256)]));
}

/** What the built site has of it. Copies that are not for download are in the content. */
function siteFiles({ folder, out }: Desk, path: string): Map<string, Buffer> {
  const published = publishedSource(out, path);
  const source = readIfThere(published);
  if (!source) return new Map();
  const places = [join(dirname(published), 'original'), join(folder, dirname(path))];
  const copies = findCopies(source.toString()).flatMap((name): [string, Buffer][] => {
    const bytes = places.map((place) => readIfThere(join(place, name))).find((each) => each !== null);
    return bytes ? [[`${dirname(path)}/${name}`, bytes]] : [];
  });
  return new Map([[path, source], ...copies]);
}

function publishedSource(out: string, path: string): string {
  return join(out, idOfSource(path), 'source.txt');
}
