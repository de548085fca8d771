/** 公开: what ended before the site was public, and what can be done. */
import { html } from 'hono/html';
import type { Publishing } from '../publisher.ts';
import type { WorkInfo } from '../work.ts';
import { deskPage, type Html } from './desk-page.ts';
import type { PublishView } from './publish-page.ts';
import { formatBytes, formatMissing, formatMoment } from './words.ts';

type State<Kind extends Publishing['kind']> = Extract<Publishing, { kind: Kind }>;

interface Ended {
  title: string;
  text: string;
  /** What went wrong, in lines. */
  message?: string;
}

/** @param work Null: nothing was begun. */
export function endedPage(
  { base }: Pick<PublishView, 'base'>,
  work: WorkInfo | null,
  { title, text, message }: Ended,
): Html {
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">${title}</h1>
      <p>${text}</p>
      ${message !== undefined && html`<pre class="notice wrong" tabindex="0">${message}</pre>`}
      <p class="buttons">
        ${work && html`<a class="button main" href="${base}${work.from}">接着公开</a>`}
        <a class="button" href="${base}/">回到公开情况</a>
      </p>
    </div>
  </div>`;
  return deskPage({ base, title, step: 3 }, content);
}

/** The built site, to be looked at before it is public. */
export function builtPage({ base, preview }: PublishView, { work }: State<'built'>): Html {
  const first = work.id === null ? '' : `${work.id}/`;
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">做好了，还没有公开</h1>
      <p>${work.what}。现在看到的，就是公开以后的样子；别人还看不到。</p>
      <p>点“公开”，公开的就是看过的这一份，不用再做。</p>
      <form class="buttons" method="post" action="${base}/go-on">
        <a class="button" href="${preview}${first}index.html" target="_blank">先看网页</a>
        <button class="main">公开</button>
        <a class="link" href="${base}${work.from}">先不公开</a>
      </form>
    </div>
  </div>`;
  return deskPage({ base, title: '做好了，还没有公开', step: 3 }, content);
}

/** Tables of other bodies have errors: nobody waits for them. */
export function asksPage({ base }: PublishView, { work, faulty }: State<'asks'>): Html {
  const names = faulty.map(({ name }) => name);
  const errors = faulty.reduce((sum, each) => sum + each.errors, 0);
  const who = names.length > 1 ? `${names[0] ?? ''}等 ${names.length} 份表` : `${names[0] ?? ''}的表`;
  const title = `${who}有 ${errors} 处要改`;
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">${title}，<wbr />先公开${work.what}吗？</h1>
      <p>
        网站是一起做的。改好以前，可以${faulty.some((each) => each.isPublished) ? '先用上次公开的那一份' : '先不放它'}。已经公开的网站没有变。
      </p>
      <div class="ask">
        <form class="choice" method="post" action="${base}/go-on">
          <button>先公开这一份</button>
          <div>
            ${faulty.map(
              ({ name, since, isPublished }) =>
                html`<p>
                  ${name}${
                    isPublished
                      ? `照${since === null ? '网站上现在的' : ` ${formatMoment(since)} 的`}那一份，一个字不变；内容文件夹里的留着，改好再公开。`
                      : '还没有公开过，这一次先不放上去；内容文件夹里的留着，改好再公开。'
                  }
                </p>`,
            )}
          </div>
        </form>
        <div class="choice">
          <a class="button" href="${base}/#wrong">先看要改的地方</a>
          <p>${work.what}留着，改好再一起公开。</p>
        </div>
      </div>
    </div>
  </div>`;
  return deskPage({ base, title, step: 3 }, content);
}

export function fullPage({ base }: PublishView, { work, space, isKnown }: State<'full'>): Html {
  const { folder, free, needed } = space;
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">磁盘满了，<wbr />网站没有做完</h1>
      <p>已经公开的网站没有变。${work.what}留在这里。</p>
      <div class="notice wrong">
        ${
          isKnown
            ? html`<p>
                <b>还差 ${formatMissing(needed, free)}</b>放 <code>${folder}</code> 的那个盘只剩
                ${formatBytes(free, Math.floor)}，做网站要 ${formatBytes(needed)}。
              </p>`
            : html`<p>
                <b>磁盘满了</b>放 <code>${folder}</code> 的那个盘现在有
                ${formatBytes(free, Math.floor)}，做网站的中间不够用。
              </p>`
        }
      </div>
      <ol class="todo-list">
        <li>清空回收站，或者把大文件移到别的盘。</li>
        <li>回到这里，点“再做一次”。</li>
      </ol>
      <form class="buttons" method="post" action="${base}/go-on">
        <button class="main">再做一次</button>
        <a class="button" href="${base}/">回到公开情况</a>
      </form>
    </div>
  </div>`;
  return deskPage({ base, title: '磁盘满了，网站没有做完', step: 3 }, content);
}
