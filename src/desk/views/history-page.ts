/** 历次公开: the states that are kept, and the question before one comes back. */
import { html } from 'hono/html';
import type { KeptState } from '../history/kept-states.ts';
import { deskPage, type Html } from './desk-page.ts';
import { formatMoment, roundSeconds } from './words.ts';

/** A state that may come back. */
export interface Return {
  target: KeptState;
  /** What the site would have, in sentences; empty: the same. */
  changes: readonly string[];
  /** That a build takes. Null: nobody knows. */
  seconds: number | null;
}

interface HistoryView {
  base: string;
  /** Newest first. */
  states: readonly KeptState[];
  /** Null: nothing was asked for. */
  asked: Return | null;
}

export function historyPage({ base, states, asked }: HistoryView): Html {
  const now = states.find(({ isPublished }) => isPublished);
  const years = Map.groupBy(states, ({ at }) => new Date(at).getFullYear());
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${states.length === 0 ? '还没有公开过' : `最近 ${states.length} 次公开`}</h1>
        <p>
          ${
            states.length === 0
              ? '用工作台公开以后，这里留着最近 10 次的内容。'
              : '每一次的内容都留着。可以看里面有什么，也可以回到那一次的样子。'
          }
        </p>
      </div>
    </div>
    ${[...years].map(
      ([year, ofYear]) =>
        html`<section class="row">
          <h2>${year}年</h2>
          <div class="entry">${stateTable(base, ofYear, now)}</div>
        </section>`,
    )}
    ${
      states.length >= 10 &&
      html`<div class="row">
        <div class="entry"><p class="soft small">更早的不再留。</p></div>
      </div>`
    }
    ${asked && returnDialog(base, asked, `${base}/history`)}`;
  return deskPage({ base, title: '历次公开', section: '历次公开' }, content);
}

function stateTable(base: string, states: readonly KeptState[], now: KeptState | undefined): Html {
  return html`<table class="entries past">
    <caption class="visually-hidden">
      历次公开，新的在上面
    </caption>
    <thead>
      <tr>
        <th scope="col">时间</th>
        <th scope="col">这一次做了什么</th>
        <th scope="col" class="num">网站上的项目</th>
        <th scope="col"><span class="visually-hidden">看，或回到这一次</span></th>
      </tr>
    </thead>
    <tbody>
      ${states.map((state) => stateRow(base, state, state === now))}
    </tbody>
  </table>`;
}

function stateRow(base: string, { id, at, did, bodies, isPublished }: KeptState, isNow: boolean): Html {
  const moment = formatMoment(at);
  const projects = bodies.flatMap((body) => body.projects);
  const results = bodies.flatMap((body) => body.results);
  return html`<tr>
    <th scope="row"><time datetime="${at}">${moment}</time></th>
    <td>${did}</td>
    <td class="num" data-label="网站上的项目">
      <span
        >${isPublished ? projects.length : '–'}${
          isPublished &&
          results.length > 0 &&
          html`<br /><span class="soft small">${results.length} 张自评表</span>`
        }</span
      >
    </td>
    <td>
      <span class="buttons"
        ><a class="link" href="${base}/history/${id}"
          >看<span class="visually-hidden"> ${moment} 的内容</span></a
        >${
          isNow
            ? html`<span class="state open">现在的网站</span>`
            : html`<a class="link" href="${base}/history?back=${id}"
                >回到这一次<span class="visually-hidden">，${moment}</span></a
              >`
        }</span
      >
    </td>
  </tr>`;
}

/** Asks before an earlier state comes back. It is on the page also where no script runs. @param close Where the page is without it. */
export function returnDialog(
  base: string,
  { target, changes, seconds }: Return,
  close: string,
  undone?: string,
): Html {
  const moment = formatMoment(target.at);
  const time = seconds === null ? '' : `做好约要 ${roundSeconds(seconds)}，`;
  return html`<dialog open data-modal aria-labelledby="back-h">
    <h2 id="back-h">
      ${undone === undefined ? `回到 ${moment} 的样子？` : `撤回 ${formatMoment(undone)} 这一次公开？`}
    </h2>
    <p>${undone === undefined ? '' : `网站回到 ${moment} 的样子。`}网站上会有这些不同：</p>
    <ul class="ways">
      ${(changes.length > 0 ? changes : ['内容一个字也不变。']).map((line) => html`<li>${line}</li>`)}
    </ul>
    <p>现在的样子也留着，随时可以再回来。${time}做好以前网站不变。</p>
    <form class="buttons" method="post" action="${base}/back/${target.id}">
      <button class="main">${undone === undefined ? '回到这一次' : '撤回'}</button>
      <a class="button" href="${close}" autofocus data-closes>${undone === undefined ? '不回' : '不撤回'}</a>
    </form>
  </dialog>`;
}
