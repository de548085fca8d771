/**
 * In: a changed copy of the content, and the site that was built from it.
 * Out: both in their places, or both as they were. A desk that is killed in the middle goes on at its next start.
 */
import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { describeFailure } from '../../build/publish/describe-failure.ts';
import { filesUnder } from '../../cache/files-under.ts';
import { finishReplacements, replaceFile, replaceFiles } from '../../cache/replace-file.ts';
import { openContent } from '../../content/open-content.ts';
import { PERMALINKS } from '../../identity/permalinks.ts';
import { ImportError } from '../../import/import-error.ts';
import { recordPublished } from '../../redirects/record-published.ts';
import { commitPublished } from '../commit-published.ts';
import { placeSite } from '../copy-site.ts';
import type { Desk } from '../desk.ts';
import { keepState, KEPT_PARTS, lastPublished } from '../history/kept-states.ts';
import { remember, type Published } from '../memory.ts';
import { WorkSchema, type WorkInfo } from '../work.ts';
import { differingPaths, digestContent } from './content-files.ts';
import { clearStage, stagedSite, stagePlace, type Stage } from './stage.ts';

/** What is still to do when the site is in its place. */
const RestSchema = z.strictObject({
  work: WorkSchema,
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** The copy of the content, absolute. */
  folder: z.string(),
  /** Paths in it that the content gets, and those that it loses. */
  written: z.array(z.string()),
  removed: z.array(z.string()),
  /** SHA-256 of the site's list of digests, by which it is known. */
  site: z.string(),
});
type Rest = z.infer<typeof RestSchema>;

/**
 * Publishes a stage. Throws an ImportError or the system's errors where it can't; nothing has changed then.
 *
 * @param lent Paths where the copy has an older file on purpose: the content keeps its newer ones.
 */
export async function publishStage(
  desk: Desk,
  stage: Stage,
  work: WorkInfo,
  { lent, isReturn }: { lent: readonly string[]; isReturn: boolean },
): Promise<Published> {
  const open = (folder: string) => openContent({ root: desk.root, folder });
  const { problem } = recordPublished(await open(stage.folder), null);
  if (problem !== '') throw new ImportError(problem);
  const after = digestContent(stage.folder);
  const paths = differingPaths(stage.base, after).filter((path) => !lent.includes(path));
  const now = digestContent(desk.folder);
  const touched = paths.filter((path) => now.get(path) !== stage.base.get(path));
  if (touched.length > 0)
    throw new ImportError(`做网站的时候，内容文件夹里的 ${touched.join('、')} 被改过；没有公开，请再做一次`);
  if (isReturn) await keepUnpublished(desk, open);
  const rest: Rest = {
    ...{ work, at: new Date().toISOString(), folder: stage.folder },
    written: paths.filter((path) => after.has(path)),
    removed: paths.filter((path) => !after.has(path)),
    site: siteMark(stage.site),
  };
  for (const path of paths.filter((each) => now.has(each))) {
    mkdirSync(dirname(join(beforeOf(desk.state), path)), { recursive: true });
    copyFileSync(join(desk.folder, path), join(beforeOf(desk.state), path));
  }
  // The list comes last: what it names is there.
  replaceFile(restFile(desk.state), JSON.stringify(rest));
  replace(desk, rest);
  return finish(desk, rest);
}

/** Goes on where a desk was killed while it published. Null: it was not, or all is as it was before. */
export async function finishPublished(desk: Desk): Promise<Published | null> {
  const file = restFile(desk.state);
  if (!existsSync(file)) return null;
  const rest = RestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (existsSync(stagedSite(desk.state)) || siteMark(desk.out) === rest.site) {
    replace(desk, rest);
    return finish(desk, rest);
  }
  restoreContent(desk, rest);
  return null;
}

/** Puts content and site into their places; where one can't be, both are as they were. */
function replace(desk: Desk, rest: Rest): void {
  try {
    writeContent(desk.folder, rest.folder, rest);
    if (existsSync(stagedSite(desk.state)))
      placeSite(stagedSite(desk.state), desk.out, [desk.root, desk.folder]);
  } catch (error) {
    restoreContent(desk, rest);
    throw error;
  }
}

function restoreContent({ folder, state }: Desk, { written, removed }: Rest): void {
  const before = beforeOf(state);
  const [old, added] = [true, false].map((isOld) =>
    [...written, ...removed].filter((path) => existsSync(join(before, path)) === isOld),
  ) as [string[], string[]];
  writeContent(folder, before, { written: old, removed: added });
  rmSync(restFile(state));
}

/** The site is public. Each step can be done twice; what fails now is said, and undoes nothing. */
async function finish(desk: Desk, { work, at, folder, written, removed }: Rest): Promise<Published> {
  const notes: string[] = [];
  const attempt = async (unlessDone: string, act: () => void | Promise<void>) => {
    try {
      await act();
    } catch (error) {
      notes.push(describeFailure(error, unlessDone));
    }
  };
  await attempt('已经公开，只是没有留进“历次公开”，以后不能回到这一次。', async () => {
    const content = await openContent({ root: desk.root, folder });
    keepState(desk.state, content, { at, did: work.did, isPublished: true });
  });
  await attempt('已经公开，只是 Git 里没有记下这一次。', () => {
    notes.push(...commitPublished(desk.folder, [...written, ...removed], work.subject));
  });
  const { id, what, said, yuan } = work;
  const files = filesUnder(desk.out).length;
  const last = { at, id, what, said, yuan, files, place: null, notes };
  clearStage(desk.state);
  await attempt('已经公开，只是下次打开工作台，“上次公开”写的还是更早的一次。', () => {
    remember(desk.state, { last });
  });
  return last;
}

/** All new files or none, the record of addresses last; then those go that are no more. */
function writeContent(
  content: string,
  folder: string,
  { written, removed }: Pick<Rest, 'written' | 'removed'>,
): void {
  const files = written
    .toSorted((a, b) => Number(a === PERMALINKS) - Number(b === PERMALINKS))
    .map((path) => ({ path: join(content, path), data: readFileSync(join(folder, path)) }));
  for (const place of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(place, { recursive: true });
    finishReplacements(place);
  }
  replaceFiles(files);
  // Sources first: the site takes no notice of copies without one.
  for (const path of removed.toSorted((a, b) => Number(b.endsWith('.md')) - Number(a.endsWith('.md'))))
    rmSync(join(content, path), { force: true });
}

/** What is in the content folder and was never published would be lost when an earlier state comes back. */
async function keepUnpublished(
  { state, folder }: Desk,
  open: (folder: string) => ReturnType<typeof openContent>,
): Promise<void> {
  const last = lastPublished(state);
  const isPublished =
    last &&
    differingPaths(new Map(Object.entries(last.files)), digestContent(folder, KEPT_PARTS)).length === 0;
  if (isPublished) return;
  const at = new Date().toISOString();
  keepState(state, await open(folder), { at, did: '内容文件夹里还没有公开的样子', isPublished: false });
}

/** The list changes with every cell that is published. */
function siteMark(site: string): string {
  const list = join(site, 'SHA256SUMS');
  return existsSync(list) ? hash('sha256', readFileSync(list)) : '';
}

/** The files of the content that are replaced or removed, as they were. */
function beforeOf(state: string): string {
  return join(stagePlace(state), 'before');
}

function restFile(state: string): string {
  return join(stagePlace(state), 'rest.json');
}
