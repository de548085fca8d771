/**
 * In: the desk's publisher.
 * Out: the pages and buttons with which something is built, looked at, published, and put where it goes.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { packSite } from '../build/publish/pack-site.ts';
import type { Content } from '../content/open-content.ts';
import { readSiteIdentity } from '../content/site-identity.ts';
import { answerPage, limitForm } from './answer-page.ts';
import { baseOfSite } from './base-of-site.ts';
import type { Desk } from './desk.ts';
import { previousState } from './history/kept-states.ts';
import { readMemory, remember } from './memory.ts';
import type { Publisher } from './publisher.ts';
import { showBuilding } from './views/building-page.ts';
import { publishPage } from './views/publish-page.ts';
import { contentWork } from './work.ts';

export function publishApp(desk: Desk, publisher: Publisher, openContent: () => Promise<Content>): Hono {
  const { root, folder, out, state, base, site, preview } = desk;
  const pages = new Hono({ strict: false });
  const toPage = `${base}/publish`;

  pages.get('/publish', (context) => {
    const isWaiting = context.req.query('waits') !== undefined;
    const canUndo = previousState(state) !== null;
    const view = { base, site, preview, out, memory: readMemory(state), isWaiting, canUndo };
    return answerPage(context, publishPage(view, publisher.state()));
  });

  pages.get('/progress', (context) => {
    const now = publisher.state();
    return context.json(now.kind === 'building' ? showBuilding(now, readMemory(state)) : null);
  });

  pages.post('/publish', limitForm, async (context) => {
    const { preview: isPreview } = await context.req.parseBody();
    const { sources } = await openContent();
    const projects = sources.reduce((sum, { disclosure }) => sum + disclosure.projects.length, 0);
    const isBegun = publisher.begin(contentWork(projects), isPreview !== undefined);
    return context.redirect(`${toPage}${isBegun ? '' : '?waits'}`, 303);
  });

  pages.post('/go-on', limitForm, (context) => {
    publisher.goOn();
    return context.redirect(toPage, 303);
  });

  pages.post('/stop', limitForm, (context) => {
    publisher.stop();
    return context.redirect(toPage, 303);
  });

  pages.post('/target', limitForm, async (context) => {
    const { target } = await context.req.parseBody();
    if (typeof target === 'string' && target.trim() !== '') publisher.deliver(target.trim());
    return context.redirect(toPage, 303);
  });

  pages.post('/retry', limitForm, (context) => {
    publisher.deliver(null);
    return context.redirect(toPage, 303);
  });

  pages.post('/delivered', limitForm, (context) => {
    const { last } = readMemory(state);
    if (last) remember(state, { last: { ...last, place: 'hand' } });
    publisher.forget();
    return context.redirect(toPage, 303);
  });

  pages.get('/jixiao-site.zip', (context) => {
    if (!existsSync(join(out, 'index.html'))) return context.body(null, 404);
    const { name } = readSiteIdentity(root, folder).identity;
    const archive = join(state, 'jixiao-site.zip');
    mkdirSync(state, { recursive: true });
    packSite(out, archive, { base: baseOfSite(out), name });
    return context.body(new Uint8Array(readFileSync(archive)), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="jixiao-site.zip"',
    });
  });

  return pages;
}
