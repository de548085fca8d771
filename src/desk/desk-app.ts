/**
 * In: the desk's folders and its gate.
 * Out: its pages, and what their buttons do.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isDiskFull } from '../build/publish/describe-failure.ts';
import { openContent as openFolder, type Content } from '../content/open-content.ts';
import { FormError } from '../content/read-forms.ts';
import { answerPage } from './answer-page.ts';
import { assetsApp } from './assets-app.ts';
import type { Refusal } from './describe-refusal.ts';
import type { Desk } from './desk.ts';
import { draftApp, LARGEST } from './draft-app.ts';
import { openDrafts, type Draft } from './drafts.ts';
import { guard, type Gate } from './guard.ts';
import { describeReturn, historyApp } from './history-app.ts';
import { lastPublished, previousState } from './history/kept-states.ts';
import { listBodies } from './list-bodies.ts';
import { readMemory } from './memory.ts';
import { publishApp } from './publish-app.ts';
import { openPublisher } from './publisher.ts';
import { openedDrafts } from './read-draft.ts';
import { describeUnknown, isRefusal, readOrRefuse, type TeachableReading } from './read-or-refuse.ts';
import { teachApp } from './teach-app.ts';
import { helpPage } from './views/help-page.ts';
import { brokenFormsPage, gonePage } from './views/refused-page.ts';
import { startPage, type Waiting } from './views/start-page.ts';
import { describeReading } from './work.ts';

export function deskApp(desk: Desk, gate: Gate): Hono {
  const { root, folder, out, state, base, site } = desk;
  const drafts = openDrafts(join(state, 'drafts'));
  const opened = openedDrafts(drafts);
  let content: Content | undefined;
  const openContent = async () => (content = await openFolder({ root, folder, previous: content }));
  const publisher = openPublisher(desk, drafts, openContent);
  const read = async (draft: Draft) => readOrRefuse(draft, { content: await openContent(), folder, opened });

  /** For an old link. */
  const gone = (context: Context) => {
    context.status(404);
    return answerPage(context, gonePage(base));
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
      drafts.list().map(async (draft) => toWaiting(draft, await read(draft))),
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

  const isBuilding = () => publisher.state().kind === 'building';
  pages.route('/', draftApp({ desk, drafts, publisher, read, gone }));
  pages.route('/', teachApp({ desk, drafts, opened, openContent, isBuilding, gone }));
  pages.route('/', publishApp(desk, publisher, openContent));
  pages.route('/', historyApp(desk, publisher, openContent));

  pages.get('/help', (context) => answerPage(context, helpPage(desk)));
  pages.route('/', assetsApp(desk));
  app.route(base, pages);
  return app;
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
