/**
 * In: files that are dropped, and the answers about them.
 * Out: the pages that show how they are read; what is ready is published.
 */
import { Hono, type Context } from 'hono';
import { answerPage, limitForm } from './answer-page.ts';
import type { Refusal } from './describe-refusal.ts';
import type { Desk } from './desk.ts';
import type { Draft, Drafts } from './drafts.ts';
import { readMemory } from './memory.ts';
import type { Publisher } from './publisher.ts';
import { describeUnknown, isReady, isRefusal, type TeachableReading } from './read-or-refuse.ts';
import { readPlaceForm } from './views/place-form.ts';
import { readingPage } from './views/reading-page.ts';
import { filesPage, refusedPage } from './views/refused-page.ts';
import { describeReading, draftWork } from './work.ts';

/** Bytes of a dropped file: the limit of an import. The page itself asks nothing larger. */
export const LARGEST = 20 * 1024 * 1024;
/** Files that are shown together. */
const MOST_FILES = 20;

interface DraftTools {
  desk: Desk;
  drafts: Drafts;
  publisher: Publisher;
  /** What a draft is read as, or why it makes no page. */
  read: (draft: Draft) => Promise<TeachableReading | Refusal>;
  /** For an old link. */
  gone: (context: Context) => Promise<Response>;
}

export function draftApp({ desk, drafts, publisher, read: readOrRefuse, gone }: DraftTools): Hono {
  const { base, state } = desk;
  const pages = new Hono({ strict: false });

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

  return pages;
}
