/** 公开: how far the site is, and where it went. */
import { html } from 'hono/html';
import type { Memory, Published } from '../memory.ts';
import type { Publishing } from '../publisher.ts';
import { deskPage, type Html } from './desk-page.ts';
import { roundSeconds } from './reading-page.ts';
import { formatMoment, sum } from './words.ts';

/** The phases of a build, by the names that `buildSite` gives them. */
const STAGES: readonly (readonly [label: string, phases: readonly string[]])[] = [
  ['读每一份表', ['', '读取内容']],
  ['写网页', ['打包程序', '生成页面']],
  ['核对每一格，做搜索', ['核对内容，建立搜索索引']],
];

export interface PublishView {
  base: string;
  /** Where the built site is served. */
  site: string;
  /** The folder of the built site. */
  out: string;
  memory: Memory;
  /** Whether another file was to be published meanwhile. */
  isWaiting: boolean;
}

/** How far a build is, for the page and its script. */
export interface Shown {
  /** `还要约 20 秒`. */
  left: string;
  /** From 0 to 1. Null: nobody knows. */
  share: number | null;
  /** Each stage with what is done of it: `好了`, `正在做，19 / 42 页`; empty: it has not begun. */
  stages: { label: string; state: string; isNow: boolean }[];
}

/** @param seconds That the last build took; null: this is the first. @param now Milliseconds. */
export function showBuilding(
  { progress, began }: Extract<Publishing, { kind: 'building' }>,
  seconds: number | null,
  now = Date.now(),
): Shown {
  const { phase, done, total } = progress;
  const at = Math.max(
    0,
    STAGES.findIndex(([, phases]) => phases.includes(phase)),
  );
  const elapsed = (now - began) / 1000;
  const rest = seconds === null ? null : seconds - elapsed;
  return {
    left: rest === null ? '第一次要久一点' : rest > 0 ? `还要约 ${roundSeconds(rest)}` : '快好了',
    share: seconds === null ? null : Math.min(0.95, elapsed / seconds),
    stages: STAGES.map(([label], index) => ({
      label,
      isNow: index === at,
      state: index < at ? '好了' : index > at ? '' : total > 0 ? `正在做，${done} / ${total} 页` : '正在做',
    })),
  };
}

export function publishPage(view: PublishView, state: Publishing): Html {
  switch (state.kind) {
    case 'building':
      return buildingPage(view, state);
    case 'done':
      return donePage(view, state.published, state.trouble);
    case 'stopped':
      return endedPage(view, state.draft, {
        title: '停下来了',
        text: `网站没有变。${state.what}读好了，留在这里。`,
      });
    case 'failed':
      return endedPage(view, state.draft, {
        title: '没有做完',
        text: `已经公开的网站没有变。${state.what}留在这里。`,
        message: state.message,
      });
    case 'none':
      return view.memory.last
        ? donePage(view, view.memory.last, '')
        : endedPage(view, null, { title: '还没有公开', text: '放入一张表，核对好，再点“公开”。' });
  }
}

function buildingPage(
  { base, memory, isWaiting }: PublishView,
  state: Extract<Publishing, { kind: 'building' }>,
): Html {
  const { left, share, stages } = showBuilding(state, memory.seconds);
  const content = html`<div class="row">
    <div class="entry" data-building>
      <h1>正在做网站</h1>
      <p class="sum" data-left>${left}</p>
      <progress aria-label="做网站" max="1" ${share === null ? '' : html`value="${share}"`}></progress>
      <p>${state.what}。网站还是原来的样子，照常给人看；做好以前什么也不会变。可以去做别的事。</p>
      ${isWaiting && html`<p class="notice"><b>提示</b>您刚才点的那一份还没有公开；这一次做完，请回到它那里再点一次。</p>`}
      <ol class="stages">
        ${stages.map(
          (stage) =>
            html`<li ${stage.isNow ? html`aria-current="step"` : ''}>
              <span>${stage.label}</span><span data-stage>${stage.state}</span>
            </li>`,
        )}
      </ol>
      <p class="visually-hidden" role="status" data-now></p>
      <form class="buttons" method="post" action="${base}/stop">
        <button>停下来</button><span class="soft small">停下来也不会丢，读好的表都留着。</span>
      </form>
    </div>
  </div>`;
  return deskPage({ base, title: left, step: 3 }, content);
}

interface Ended {
  title: string;
  text: string;
  /** What went wrong, in lines. */
  message?: string;
}

function endedPage({ base }: PublishView, draft: string | null, { title, text, message }: Ended): Html {
  const content = html`<div class="row">
    <div class="entry">
      <h1>${title}</h1>
      <p>${text}</p>
      ${message !== undefined && html`<pre class="notice wrong" tabindex="0">${message}</pre>`}
      <p class="buttons">
        ${draft !== null && html`<a class="button main" href="${base}/read/${draft}">接着公开</a>`}
        <a class="button" href="${base}/">回到公开情况</a>
      </p>
    </div>
  </div>`;
  return deskPage({ base, title, step: 3 }, content);
}

function donePage(view: PublishView, published: Published, trouble: string): Html {
  const { base, site } = view;
  const { what, yuan, place, at, files } = published;
  const isThere = place !== null;
  const title = isThere ? '已经公开' : '网站做好了，放到哪里？';
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${title}</h1>
        ${yuan !== null && sum(yuan)}
        <p>
          ${what}。${
            place === null
              ? '还差一步，别人才看得到。'
              : place === 'hand'
                ? `${formatMoment(at)} 做好，您说已经放上去了。`
                : `${formatMoment(at)} 放到文件夹 ${place}，${files} 个文件都核对过，和做好的一样。`
          }
        </p>
        ${trouble !== '' && html`<pre class="notice wrong" tabindex="0" role="alert">${trouble}</pre>`}
        <p class="buttons">
          <a class="button${isThere ? ' main' : ''}" href="${site}" target="_blank">看网站</a>
          <a class="button" href="${base}/">放下一张表</a>
        </p>
      </div>
    </div>
    <section class="row">
      <h2>${isThere ? '还可以' : '三种办法'}</h2>
      <div class="entry">${ways(view, published)}</div>
    </section>`;
  return deskPage({ base, title, step: 3 }, content);
}

function ways({ base, out, memory }: PublishView, { files, place }: Published): Html {
  return html`<ul class="ways-on">
    <li>
      <form method="post" action="${base}/target" class="target">
        <label for="target"><b>网络文件夹</b></label>
        <p class="small" id="target-from">
          网站服务器在单位网上的文件夹。写一次就记住，以后点“公开”直接放过去。文件夹应是空的，或者里面是以前放过去的网站。
        </p>
        <div class="buttons">
          <input
            type="text"
            id="target"
            name="target"
            required
            value="${memory.target ?? ''}"
            autocomplete="off"
            spellcheck="false"
            aria-describedby="target-from"
          /><button>放过去</button>
        </div>
      </form>
    </li>
    <li>
      <div>
        <p><b>一个压缩包</b></p>
        <p class="small">交给管网站的同事，请他解开，放到网站的根目录。</p>
      </div>
      <a class="button" href="${base}/jixiao-site.zip" download>存压缩包</a>
    </li>
    <li>
      <div>
        <p><b>这台电脑上的文件夹</b></p>
        <p class="small">${files} 个文件，在 <code>${out}</code>，可以自己复制到服务器。</p>
      </div>
    </li>
    ${
      place === null &&
      html`<li>
        <div>
          <p><b>放上去了吗？</b></p>
          <p class="small">压缩包和自己复制的，这里不会知道什么时候放上去，所以请您说一声。</p>
        </div>
        <form method="post" action="${base}/delivered"><button>已经放上去了</button></form>
      </li>`
    }
  </ul>`;
}
