/**
 * In: the states that are kept.
 * Out: the pages that show them, and the buttons that bring one back.
 */
import { Hono } from 'hono';
import type { Content } from '../content/open-content.ts';
import { answerPage, limitForm } from './answer-page.ts';
import type { Desk } from './desk.ts';
import { compareStates } from './history/compare-states.ts';
import { findKept, lastPublished, listKept, readKept, type KeptState } from './history/kept-states.ts';
import { readMemory } from './memory.ts';
import type { Publisher } from './publisher.ts';
import { historyPage, type Return } from './views/history-page.ts';
import { gonePage } from './views/refused-page.ts';
import { statePage } from './views/state-page.ts';
import { returnWork } from './work.ts';

export function historyApp(desk: Desk, publisher: Publisher, openContent: () => Promise<Content>): Hono {
  const { base, state } = desk;
  const pages = new Hono({ strict: false });

  pages.get('/history', async (context) => {
    const target = findKept(state, context.req.query('back') ?? '');
    const asked = target && (await describeReturn(desk, target, openContent));
    return answerPage(context, historyPage({ base, states: listKept(state), asked }));
  });

  pages.get('/history/:id', (context) => {
    const kept = findKept(state, context.req.param('id'));
    if (!kept) {
      context.status(404);
      return answerPage(context, gonePage(base));
    }
    return answerPage(context, statePage({ base, kept, isNow: kept.id === lastPublished(state)?.id }));
  });

  pages.post('/back/:id', limitForm, async (context) => {
    const kept = findKept(state, context.req.param('id'));
    if (!kept) return context.redirect(`${base}/history`, 303);
    const { preview } = await context.req.parseBody();
    const isBegun = publisher.begin(returnWork(desk, kept), preview !== undefined);
    return context.redirect(`${base}/publish${isBegun ? '' : '?waits'}`, 303);
  });

  return pages;
}

/** What going back to a state would change, for the dialog that asks. */
export async function describeReturn(
  { state }: Desk,
  target: KeptState,
  openContent: () => Promise<Content>,
): Promise<Return> {
  const now = lastPublished(state);
  const { forms, permalinks } = await openContent();
  const read = (sha256: string) => readKept(state, sha256);
  return {
    target,
    changes: compareStates(now ?? { bodies: [], files: {} }, target, { forms, permalinks, read }),
    seconds: readMemory(state).seconds,
  };
}
