/**
 * In: what staff want to publish.
 * Out: a site that was built from a copy of the content; to look at, or in its place with the content that it was built from. Where
 * anything is wrong, or it is stopped, content and site are as they were.
 */
import { relative } from 'node:path';
import { describeFailure, isDiskFull } from '../build/publish/describe-failure.ts';
import { ContentError } from '../content/content-error.ts';
import { historyKey } from '../content/content-history.ts';
import type { Content } from '../content/open-content.ts';
import { ImportError } from '../import/import-error.ts';
import { forgetBegun, noteBegun, readBegun } from './begun.ts';
import type { Desk } from './desk.ts';
import type { Drafts } from './drafts.ts';
import { lackingSpace, toSpace, type Space } from './free-space.ts';
import { keepFirst } from './history/keep-first.ts';
import { readMemory, remember, type Published } from './memory.ts';
import { runChild, type Failure, type Progress, type RunningChild } from './run-child.ts';
import { differingPaths, digestContent } from './stage/content-files.ts';
import { faultySources, lendPublished, type Faulty } from './stage/lend-published.ts';
import { finishPublished, publishStage } from './stage/publish-stage.ts';
import { clearStage, openStage, type Stage } from './stage/stage.ts';
import type { Work, WorkInfo } from './work.ts';

/** What is published, and how far it is. */
export type Publishing =
  | { kind: 'none' }
  | { kind: 'building'; work: WorkInfo; isPreview: boolean; progress: Progress; began: number }
  /** Tables of others have errors: staff say whether what is on the site may be used. */
  | { kind: 'asks'; work: WorkInfo; faulty: readonly Faulty[] }
  /** The site is built, and can be looked at. */
  | { kind: 'built'; work: WorkInfo }
  /** `trouble`: why the site could not be put where it goes. Null: it is there, or nobody named a place. */
  | { kind: 'done'; published: Published; trouble: Failure | null }
  | { kind: 'stopped'; work: WorkInfo }
  /** The desk ended while it built. */
  | { kind: 'interrupted'; work: WorkInfo }
  /** Null: nobody knows how much a build needs. */
  | { kind: 'full'; work: WorkInfo; space: Space; isKnown: boolean }
  | { kind: 'failed'; work: WorkInfo; message: string };

export interface Publisher {
  state: () => Publishing;
  /** Begins, if nothing is being built. False: something is, and this has to wait. @param isPreview Only to be looked at. */
  begin: (work: Work, isPreview: boolean) => boolean;
  /** Goes on with what was asked about, looked at, or did not go. False: there is nothing. */
  goOn: () => boolean;
  stop: () => void;
  /** Puts the site into a folder, and from now on each new one. Null: into the one that was named. */
  deliver: (target: string | null) => void;
  /** Shows the last publication as it is remembered. */
  forget: () => void;
  /** A file was taken away: what was to become of it is forgotten. @param draft Its id. */
  withdraw: (draft: string) => void;
}

const BUILD = new URL('build-process.ts', import.meta.url);
const COPY = new URL('copy-process.ts', import.meta.url);

/** A site that is built, and not published. */
interface Built {
  stage: Stage;
  key: string;
  history: string | null;
  lent: readonly string[];
}

/** What ends a work, for staff to see. */
class Ended extends Error {
  readonly state: Publishing;

  constructor(state: Publishing) {
    super(state.kind);
    this.state = state;
  }
}

export function openPublisher(desk: Desk, drafts: Drafts, openContent: () => Promise<Content>): Publisher {
  const { root, folder, out } = desk;
  const begun = readBegun(desk.state);
  let state: Publishing = begun ? { kind: 'interrupted', work: begun } : { kind: 'none' };
  let child: RunningChild | null = null;
  let built: Built | null = null;
  let last: { work: Work; isPreview: boolean } | null = null;
  const ready = repair();

  /** What a killed desk had almost published is published; what it had only built is not. */
  async function repair(): Promise<void> {
    try {
      const published = await finishPublished(desk);
      clearStage(desk.state);
      if (!published) return;
      if (begun?.draft) drafts.drop(begun.draft);
      forgetBegun(desk.state);
      state = { kind: 'done', published, trouble: null };
    } catch (error) {
      if (begun) state = describe(error, begun);
    }
  }

  async function run(work: Work, isPreview: boolean, isLending: boolean): Promise<void> {
    const { info } = work;
    const began = performance.now();
    try {
      await ready;
      noteBegun(desk.state, info);
      const content = await openContent();
      if (!isUsable(work)) {
        built = null;
        keepFirst(desk, content);
        built = await build(work, content, isLending);
        remember(desk.state, { seconds: (performance.now() - began) / 1000 });
      }
      if (isPreview || !built) {
        state = { kind: 'built', work: info };
        return;
      }
      const { stage, lent } = built;
      built = null;
      const published = await publishStage(desk, stage, info, { lent, isReturn: work.isReturn });
      if (info.draft !== null) drafts.drop(info.draft);
      if (readMemory(desk.state).target === null) state = { kind: 'done', published, trouble: null };
      else await copy(published, null);
    } catch (error) {
      built = null;
      clearStage(desk.state);
      state = error instanceof Ended ? error.state : describe(error, info);
    } finally {
      forgetBegun(desk.state);
    }
  }

  /** Whether what is built is just what is wanted, and nothing has changed since. */
  function isUsable({ key }: Work): boolean {
    return (
      built?.key === key &&
      built.history === historyKey(folder) &&
      differingPaths(built.stage.base, digestContent(folder)).length === 0
    );
  }

  async function build(work: Work, content: Content, isLending: boolean): Promise<Built> {
    const { info, key } = work;
    const faulty = work.isReturn ? [] : faultySources(content, work.path, desk);
    if (!faulty) throw new ContentError(content.errors, folder);
    if (faulty.length > 0 && !isLending) throw new Ended({ kind: 'asks', work: info, faulty });
    const lacking = lackingSpace(desk);
    if (lacking) throw new Ended({ kind: 'full', work: info, space: lacking, isKnown: true });
    const history = historyKey(folder);
    const stage = openStage(desk.state, folder);
    const lent = lendPublished(stage, faulty, desk);
    await work.prepare(stage);
    const options = { root, folder: stage.folder, out: stage.site, shard: null, merge: null };
    const result = await follow(
      runChild(BUILD, { ...options, recheck: false, compress: false, draftOf: { folder, out } }, show),
    );
    if (result.kind === 'stopped') throw new Ended({ kind: 'stopped', work: info });
    if (result.kind === 'done') return { stage, key, history, lent };
    if (result.cause === 'full') throw new Ended(toFull(info));
    // Staff know the files of the content, not those of its copy.
    const [copied, shown] = [stage.folder, folder].map((path) => relative('', path)) as [string, string];
    throw new ImportError(result.message.replaceAll(stage.folder, folder).replaceAll(copied, shown));
  }

  async function copy(published: Published, named: string | null): Promise<void> {
    const target = named ?? readMemory(desk.state).target;
    if (target === null) return;
    const options = { site: out, target, kept: [root, folder, out], isKnown: named === null };
    const result = await follow(runChild(COPY, options, show));
    if (result.kind === 'done') {
      const there = { ...published, files: result.files, place: target };
      remember(desk.state, { target, last: there });
      state = { kind: 'done', published: there, trouble: null };
      return;
    }
    const stopped: Failure = { message: '停下来了，还没有放过去；那里还是原来的网站。', cause: 'other' };
    state = { kind: 'done', published, trouble: result.kind === 'stopped' ? stopped : result };
  }

  function show(progress: Progress): void {
    if (state.kind === 'building') state = { ...state, progress };
  }

  async function follow(running: RunningChild): Promise<Awaited<RunningChild['result']>> {
    child = running;
    const result = await running.result;
    child = null;
    return result;
  }

  function toFull(work: WorkInfo): Publishing {
    const space = lackingSpace(desk);
    return { kind: 'full', work, space: space ?? toSpace(desk.state, 0), isKnown: space !== null };
  }

  function describe(error: unknown, work: WorkInfo): Publishing {
    if (isDiskFull(error)) return toFull(work);
    const message =
      error instanceof ImportError
        ? error.message
        : describeFailure(error, '没有做完；已经公开的网站没有变。');
    return { kind: 'failed', work, message };
  }

  function begin(work: Work, isPreview: boolean, isLending = false): boolean {
    if (state.kind === 'building') return false;
    last = { work, isPreview };
    start(work.info, isPreview);
    void run(work, isPreview, isLending);
    return true;
  }

  function start(work: WorkInfo, isPreview: boolean): void {
    const progress = { phase: '', total: 0, done: 0 };
    state = { kind: 'building', work, isPreview, progress, began: Date.now() };
  }

  function forget(): void {
    if (state.kind === 'building') return;
    if (state.kind === 'interrupted') forgetBegun(desk.state);
    built = last = null;
    state = { kind: 'none' };
  }

  return {
    state: () => state,
    begin: (work, isPreview) => begin(work, isPreview),
    goOn: () => {
      if (!last || state.kind === 'none' || state.kind === 'done') return false;
      return begin(last.work, state.kind === 'built' ? false : last.isPreview, state.kind === 'asks');
    },
    stop: () => child?.stop(),
    deliver: (target) => {
      const { last: published } = readMemory(desk.state);
      if (!published || state.kind === 'building') return;
      const { what, said } = published;
      start({ what, said, did: said, subject: said, draft: null, from: '/', id: null, yuan: null }, false);
      void copy(published, target);
    },
    forget,
    withdraw: (draft) => {
      if ('work' in state && state.work.draft === draft) forget();
    },
  };
}
