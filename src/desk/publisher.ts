/**
 * In: a dropped file that is understood.
 * Out: its source in the content, and the site built from it; or, where anything is wrong or it is stopped, both as they were.
 */
import { join } from 'node:path';
import { describeFailure } from '../build/publish/describe-failure.ts';
import { readIfThere } from '../cache/digest-store.ts';
import { filesUnder } from '../cache/files-under.ts';
import type { Content } from '../content/open-content.ts';
import { ImportError } from '../import/import-error.ts';
import { refuseSame } from '../import/refuse-same.ts';
import { saveSource } from '../import/save-source.ts';
import { totalOf } from '../record/total-of.ts';
import { moveVanished } from '../redirects/move-vanished.ts';
import { recordPublished } from '../redirects/record-published.ts';
import { movesOf } from './compare-draft.ts';
import { copySite } from './copy-site.ts';
import type { Desk } from './desk.ts';
import { heldSource, holdSource, releaseHeld, restoreHeld } from './hold-source.ts';
import { isPublished } from './list-bodies.ts';
import { readMemory, remember, type Published } from './memory.ts';
import type { DraftReading } from './read-draft.ts';
import { runBuild, type BuildProgress, type RunningBuild } from './run-build.ts';

/** What is published, and how far it is. */
export type Publishing =
  | { kind: 'none' }
  | { kind: 'building'; what: string; draft: string | null; progress: BuildProgress; began: number }
  /** `trouble`: why the site could not be put where it goes, in words; empty: it is there, or nobody named a place. */
  | { kind: 'done'; published: Published; trouble: string }
  | { kind: 'stopped'; what: string; draft: string | null }
  | { kind: 'failed'; what: string; draft: string | null; message: string };

export interface Publisher {
  state: () => Publishing;
  /**
   * Begins, if nothing is being built. False: something is, and this has to wait.
   *
   * @param reading Null: what waits in the content.
   * @param onPublished Called when it is published.
   */
  begin: (reading: DraftReading | null, onPublished: () => void) => boolean;
  stop: () => void;
  /** Puts the site into a folder, and from now on each new one. */
  deliver: (target: string) => void;
  /** Shows the last publication as it is remembered. */
  forget: () => void;
}

export function openPublisher(desk: Desk, openContent: () => Promise<Content>): Publisher {
  const keep = join(desk.state, 'held');
  repair(desk, keep);
  let state: Publishing = { kind: 'none' };
  let build: RunningBuild | null = null;

  async function publish(reading: DraftReading | null, what: string, onPublished: () => void): Promise<void> {
    const draft = reading?.draft.id ?? null;
    const began = performance.now();
    try {
      if (reading) await save(reading);
      const options = { root: desk.root, folder: desk.folder, out: desk.out, shard: null, merge: null };
      build = runBuild({ ...options, recheck: false, compress: false }, (progress) => {
        if (state.kind === 'building') state = { ...state, progress };
      });
      const result = await build.result;
      // It may have been stopped when the new site was already in its place.
      const isBuilt = result.kind === 'built' || (reading !== null && isSourcePublished(reading, desk));
      if (!isBuilt) {
        restoreHeld(desk.folder, keep);
        state = result.kind === 'failed' ? { ...result, what, draft } : { kind: 'stopped', what, draft };
        return;
      }
      const content = await openContent();
      recordPublished(content, null);
      releaseHeld(keep);
      onPublished();
      const published = describe(reading, content, what, desk);
      remember(desk.state, { last: published, seconds: (performance.now() - began) / 1000 });
      state = { kind: 'done', published, trouble: '' };
      const { target } = readMemory(desk.state);
      if (target !== null) deliver(target);
    } catch (error) {
      restoreHeld(desk.folder, keep);
      const message =
        error instanceof ImportError
          ? error.message
          : describeFailure(error, '没有做完；已经公开的网站没有变。');
      state = { kind: 'failed', what, draft, message };
    } finally {
      build = null;
    }
  }

  async function save({ original, converted, changes }: DraftReading): Promise<void> {
    const { path, text, copies } = converted;
    refuseSame([original], path, desk.folder);
    holdSource(desk.folder, path, keep);
    saveSource({ path: join(desk.folder, path), text }, copies, { force: true });
    if (!changes) return;
    const problem = moveVanished(await openContent(), movesOf(changes));
    if (problem !== null) throw new ImportError(problem);
  }

  function deliver(target: string): void {
    const { last } = readMemory(desk.state);
    if (!last) return;
    try {
      const files = copySite(desk.out, target, [desk.root, desk.folder, desk.out]);
      const published = { ...last, files, place: target };
      remember(desk.state, { target, last: published });
      state = { kind: 'done', published, trouble: '' };
    } catch (error) {
      const unchanged = '网站做好了，还没有放过去；那里还是原来的网站。';
      state = { kind: 'done', published: last, trouble: describeFailure(error, unchanged) };
    }
  }

  return {
    state: () => state,
    begin: (reading, onPublished) => {
      if (state.kind === 'building') return false;
      const what = reading ? describeReading(reading) : '内容里还没有公开的改动';
      const progress = { phase: '', total: 0, done: 0 };
      state = { kind: 'building', what, draft: reading?.draft.id ?? null, progress, began: Date.now() };
      void publish(reading, what, onPublished);
      return true;
    },
    stop: () => build?.stop(),
    deliver,
    forget: () => {
      if (state.kind !== 'building') state = { kind: 'none' };
    },
  };
}

/** `云岭市文化局2026年的 3 个项目`. */
export function describeReading({ place, converted }: DraftReading): string {
  const whose = `${place.body?.name ?? ''}${place.year === null ? '' : `${place.year}年`}`;
  return `${whose === '' ? '' : `${whose}的 `}${converted.reading.projects.length} 个项目`;
}

/** Where the desk was ended while it published, the content is what the site shows. */
function repair({ folder, out }: Desk, keep: string): void {
  const path = heldSource(keep);
  if (path === null) return;
  const source = readIfThere(join(folder, path));
  if (source && isPublished(out, idOf(path), source)) releaseHeld(keep);
  else restoreHeld(folder, keep);
}

function isSourcePublished({ converted }: DraftReading, { out }: Desk): boolean {
  return isPublished(out, idOf(converted.path), Buffer.from(converted.text));
}

/** `disclosures/2026/wen-hua-ju.md` → `2026/wen-hua-ju`. */
function idOf(path: string): string {
  return path.replace(/^disclosures\//, '').replace(/\.md$/, '');
}

function describe(reading: DraftReading | null, content: Content, what: string, { out }: Desk): Published {
  const projects = reading
    ? reading.converted.reading.projects
    : content.sources.flatMap(({ disclosure }) => disclosure.projects);
  return {
    at: new Date().toISOString(),
    id: reading && idOf(reading.converted.path),
    what: reading ? what : `全部 ${projects.length} 个项目`,
    yuan: totalOf(projects).yuan,
    files: filesUnder(out).length,
    place: null,
  };
}
