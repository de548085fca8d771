/**
 * In: the desk's folders and its gate.
 * Out: its pages, and what their buttons do.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDiskFull } from '../build/publish/describe-failure.ts';
import { openContent as openFolder, type Content } from '../content/open-content.ts';
import { FormError, readOfficeForms } from '../content/read-forms.ts';
import { ImportError } from '../import/import-error.ts';
import { answerPage, limitForm } from './answer-page.ts';
import { countOpen, isSame } from './compare-draft.ts';
import { describeError, describeOther, type Refusal } from './describe-refusal.ts';
import type { Desk } from './desk.ts';
import { openDrafts, type Draft } from './drafts.ts';
import { guard, type Gate } from './guard.ts';
import { describeReturn, historyApp } from './history-app.ts';
import { lastPublished, previousState } from './history/kept-states.ts';
import { listBodies } from './list-bodies.ts';
import { readMemory } from './memory.ts';
import { publishApp } from './publish-app.ts';
import { openPublisher } from './publisher.ts';
import { openedDrafts, readDraft, type DraftReading } from './read-draft.ts';
import { deskStyles } from './styles.ts';
import { teachApp } from './teach-app.ts';
import { teachingOf, type Teaching } from './teach-draft.ts';
import { helpPage } from './views/help-page.ts';
import { readPlaceForm } from './views/place-form.ts';
import { readingPage } from './views/reading-page.ts';
import { brokenFormsPage, filesPage, gonePage, refusedPage } from './views/refused-page.ts';
import { startPage, type Waiting } from './views/start-page.ts';
import { describeReading, draftWork } from './work.ts';

/** Bytes of a dropped file: the limit of an import. The page itself asks nothing larger. */
const LARGEST = 20 * 1024 * 1024;
/** Files that are shown together. */
const MOST_FILES = 20;

export function deskApp(desk: Desk, gate: Gate): Hono {
  const { root, folder, out, state, base, site } = desk;
  const drafts = openDrafts(join(state, 'drafts'));
  const opened = openedDrafts(drafts);
  let content: Content | undefined;
  const openContent = async () => (content = await openFolder({ root, folder, previous: content }));
  const publisher = openPublisher(desk, drafts, openContent);
  const styles = deskStyles();

  /** For an old link. */
  const gone = (context: Context) => {
    context.status(404);
    return answerPage(context, gonePage(base));
  };
  /** What a draft is read as, or why it makes no page. */
  const readOrRefuse = async (draft: Draft): Promise<TeachableReading | Refusal> => {
    try {
      const reading = await readDraft(draft, await openContent(), opened);
      const teaching = teachingOf(reading, readOfficeForms(folder));
      const refusal = teaching?.isNeeded ? null : describeOther(reading);
      if (!refusal) return { ...reading, teaching };
      return { ...refusal, isTeachable: refusal.isUnknown === true && teaching !== null };
    } catch (error) {
      if (error instanceof ImportError) return describeError(error, draft.name);
      throw error;
    }
  };

  // The start page has a slash at its end.
  const app = new Hono({ strict: false });
  app.use(guard(gate));
  app.use(bodyLimit({ maxSize: LARGEST, onError: (context) => context.body(null, 413) }));
  app.onError((error, context) => {
    // Somebody wrote it by hand. Whatever is asked, it has to be put right first.
    if (error instanceof FormError) {
      context.status(500);
      return answerPage(context, brokenFormsPage(base, error.message));
    }
    // A sender that has gone is no failure.
    if (!('code' in error && error.code === 'ECONNRESET')) console.error(error);
    if (isDiskFull(error))
      return context.text(
        '磁盘满了，没有做成；什么也没有变。清空回收站，或者把大文件移到别的盘，再试一次。',
        507,
      );
    return context.text('出错了，没有做成；什么也没有变。', 500);
  });
  app.notFound((context) => context.body(null, 404));
  const pages = new Hono({ strict: false });

  pages.get('/', async (context) => {
    const { sources, errors } = await openContent();
    const waiting = await Promise.all(
      drafts.list().map(async (draft) => toWaiting(draft, await readOrRefuse(draft))),
    );
    const before = previousState(state);
    const isUndoing = context.req.query('undo') !== undefined && before !== null;
    const publishing = publisher.state();
    return answerPage(
      context,
      startPage({
        ...{
          base,
          errors,
          waiting,
          memory: readMemory(state),
          years: listBodies({ sources, errors }, out, lastPublished(state)),
        },
        site: existsSync(join(out, 'index.html')) ? site : null,
        canUndo: before !== null,
        undo: isUndoing ? await describeReturn(desk, before, openContent) : null,
        interrupted: publishing.kind === 'interrupted' ? publishing.work : null,
      }),
    );
  });

  pages.post('/drop', async (context) => {
    if (context.req.header('content-type') !== 'application/octet-stream') return context.body(null, 415);
    const name = context.req.query('name') ?? '';
    if (name === '' || name.length > 255 || /[/\\\p{C}]/u.test(name)) return context.body(null, 400);
    const size = Number(context.req.query('size') ?? '0');
    const draft =
      size > LARGEST
        ? drafts.addLarge(name, size)
        : drafts.add(name, Buffer.from(await context.req.arrayBuffer()));
    // The page that follows finds it read.
    await readOrRefuse(draft);
    return context.json({ id: draft.id });
  });

  pages.get('/files', async (context) => {
    const ids = (context.req.query('ids') ?? '').split(',').slice(0, MOST_FILES);
    const found = ids.map((id) => drafts.find(id)).filter((draft) => draft !== null);
    const [only] = found;
    if (!only) return gone(context);
    if (found.length === 1) return context.redirect(`${base}/read/${only.id}`, 303);
    const files = [];
    for (const draft of found) {
      const read = await readOrRefuse(draft);
      files.push(
        isRefusal(read)
          ? { draft, refusal: read, what: '' }
          : { draft, refusal: null, what: describeUnknown(read) ?? describeReading(read) },
      );
    }
    return answerPage(context, filesPage(base, files));
  });

  pages.get('/read/:id', async (context) => {
    const draft = drafts.find(context.req.param('id'));
    if (!draft) return gone(context);
    const read = await readOrRefuse(draft);
    if (isRefusal(read)) return answerPage(context, refusedPage(base, draft, read));
    const isPlain = context.req.query('plain') !== undefined;
    if (read.teaching?.isNeeded && !isPlain) return context.redirect(`${base}/teach/${draft.id}`, 303);
    const part = Number(context.req.query('part') ?? '0');
    return answerPage(context, readingPage(base, read, part, readMemory(state).seconds));
  });

  pages.get('/original/:id', (context) => {
    const draft = drafts.find(context.req.param('id'));
    if (!draft?.isKept) return context.body(null, 404);
    const bytes = drafts.read(draft);
    // Nothing but a PDF is opened by the browser.
    if (!bytes.subarray(0, 4).equals(Buffer.from('%PDF'))) return context.body(null, 404);
    return context.body(new Uint8Array(bytes), 200, { 'content-type': 'application/pdf' });
  });

  pages.post('/remove/:id', (context) => {
    const draft = drafts.find(context.req.param('id'));
    if (!draft) return gone(context);
    drafts.remove(draft);
    publisher.withdraw(draft.id);
    return context.redirect(`${base}/`, 303);
  });

  pages.post('/answer/:id', limitForm, async (context) => {
    const draft = drafts.find(context.req.param('id'));
    if (!draft) return gone(context);
    const { project, answer, apart } = await context.req.parseBody();
    if (apart === 'add' || apart === 'replace' || apart === '?') {
      const { apart: _before, ...others } = draft.answers;
      drafts.answer(draft, apart === '?' ? others : { ...others, apart });
      return context.redirect(`${base}/read/${draft.id}#ask`, 303);
    }
    if (typeof project !== 'string' || typeof answer !== 'string') return context.body(null, 400);
    const { [project]: _before, ...others } = draft.answers.gone ?? {};
    // `?` takes an answer back.
    const answered = answer === '?' ? others : { ...others, [project]: answer };
    drafts.answer(draft, { ...draft.answers, gone: answered });
    return context.redirect(`${base}/read/${draft.id}#ask`, 303);
  });

  pages.post('/publish/:id', limitForm, async (context) => {
    const draft = drafts.find(context.req.param('id'));
    if (!draft) return gone(context);
    const form = await context.req.parseBody();
    const { gone: become, apart, taught } = draft.answers;
    const answered = drafts.answer(draft, { ...readPlaceForm(form), gone: become, apart, taught });
    const read = await readOrRefuse(answered);
    if (isRefusal(read) || !isReady(read)) return context.redirect(`${base}/read/${draft.id}`, 303);
    const isBegun = publisher.begin(draftWork(desk, read), form['preview'] !== undefined);
    return context.redirect(`${base}/publish${isBegun ? '' : '?waits'}`, 303);
  });

  const isBuilding = () => publisher.state().kind === 'building';
  pages.route('/', teachApp({ desk, drafts, opened, openContent, isBuilding, gone }));
  pages.route('/', publishApp(desk, publisher, openContent));
  pages.route('/', historyApp(desk, publisher, openContent));

  pages.get('/help', (context) => answerPage(context, helpPage(desk)));
  pages.get('/desk.css', (context) =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  for (const [path, file] of [
    ['/desk.js', join(import.meta.dirname, 'page', 'desk.js')],
    ['/teach.js', join(import.meta.dirname, 'page', 'teach.js')],
    ['/page.js', join(root, 'public', 'page.js')],
  ] as const)
    pages.get(path, (context) =>
      context.body(readFileSync(file, 'utf8'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    );
  pages.get('/favicon.svg', (context) =>
    context.body(readFileSync(join(root, 'public', 'favicon.svg'), 'utf8'), 200, {
      'content-type': 'image/svg+xml',
    }),
  );
  app.route(base, pages);
  return app;
}

/** A file, and what staff can say of its labels. */
interface TeachableReading extends DraftReading {
  teaching: Teaching | null;
}

/** `有 3 个栏目没见过`. Null: it can be read without an answer. */
function describeUnknown({ teaching }: TeachableReading): string | null {
  if (!teaching?.isNeeded) return null;
  return `有 ${teaching.labels.filter(({ kept }) => kept === null).length} 个栏目没见过`;
}

function isRefusal(read: TeachableReading | Refusal): read is Refusal {
  return 'todo' in read;
}

/** Whether nothing is left to ask or to change. */
function isReady({ place, notices, changes, teaching }: TeachableReading): boolean {
  if (teaching?.isNeeded) return false;
  const hasErrors = notices.some(({ severity }) => severity === 'error');
  if (countOpen(changes) > 0 || (changes && isSame(changes))) return false;
  return place.body !== null && place.year !== null && place.problem === null && !hasErrors;
}

function toWaiting(draft: Draft, read: TeachableReading | Refusal): Waiting {
  if (isRefusal(read)) return { draft, what: read.title, errors: 0, isRead: false, isAsked: false, id: null };
  const { place, notices } = read;
  const { body, year } = place;
  return {
    draft,
    what: describeUnknown(read) ?? (body || year !== null ? describeReading(read) : draft.name),
    isAsked: read.teaching?.isNeeded === true,
    errors: notices.filter(({ severity }) => severity === 'error').length,
    isRead: true,
    id: body && year !== null ? `${year}/${body.slug}` : null,
  };
}
