/** 公开: the page for each state of the publisher. */
import type { Memory } from '../memory.ts';
import type { Publishing } from '../publisher.ts';
import { buildingPage } from './building-page.ts';
import type { Html } from './desk-page.ts';
import { donePage } from './done-page.ts';
import { asksPage, builtPage, endedPage, fullPage } from './ended-pages.ts';

export interface PublishView {
  base: string;
  /** Where the built site is served. */
  site: string;
  /** Where a site is served that is built and not public. */
  preview: string;
  /** The folder of the built site. */
  out: string;
  memory: Memory;
  /** Whether another file was to be published meanwhile. */
  isWaiting: boolean;
  /** Whether there is an earlier state to go back to. */
  canUndo: boolean;
}

export function publishPage(view: PublishView, state: Publishing): Html {
  switch (state.kind) {
    case 'building':
      return buildingPage(view, state);
    case 'asks':
      return asksPage(view, state);
    case 'built':
      return builtPage(view, state);
    case 'done':
      return donePage(view, state.published, state.trouble);
    case 'full':
      return fullPage(view, state);
    case 'stopped':
      return endedPage(view, state.work, {
        title: '停下来了',
        text: `网站没有变。${state.work.what}留在这里。`,
      });
    case 'interrupted':
      return endedPage(view, state.work, {
        title: '上次做网站做到一半，工作台关了',
        text: `网站没有变。${state.work.what}留在这里。`,
      });
    case 'failed':
      return endedPage(view, state.work, {
        title: '没有做完',
        text: `已经公开的网站没有变。${state.work.what}留在这里。`,
        message: state.message,
      });
    case 'none':
      return view.memory.last
        ? donePage(view, view.memory.last, null)
        : endedPage(view, null, { title: '还没有公开', text: '放入一张表，核对好，再点“公开”。' });
  }
}
