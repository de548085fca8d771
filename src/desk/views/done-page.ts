/** 公开: the site is built; where it is, or may go. */
import { html } from 'hono/html';
import type { Published } from '../memory.ts';
import type { Failure } from '../run-child.ts';
import { deskPage, type Html } from './desk-page.ts';
import type { PublishView } from './publish-page.ts';
import { formatMoment, sum } from './words.ts';

export function donePage(view: PublishView, published: Published, trouble: Failure | null): Html {
  const { base, site, memory, canUndo } = view;
  const { what, yuan, place, notes } = published;
  const isThere = place !== null;
  const isGone = trouble?.cause === 'unreachable';
  const title = isThere
    ? '已经公开'
    : isGone
      ? '网络文件夹连不上，网站做好了还没有放上去'
      : '网站做好了，放到哪里？';
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${title}</h1>
        ${yuan !== null && sum(yuan)}
        <p>${what}。${whereabouts(published, isGone)}</p>
        ${trouble && troubleBox(trouble, memory.target)}
        ${notes.map((note) => html`<p class="notice"><b>提示</b>${note}</p>`)}
        <div class="buttons">
          ${
            !isThere &&
            memory.target !== null &&
            html`<form method="post" action="${base}/retry">
              <button class="main">${trouble ? '再放一次' : '放过去'}</button>
            </form>`
          }
          <a class="button${isThere ? ' main' : ''}" href="${site}" target="_blank">看网站</a>
          <a class="button" href="${base}/">放下一张表</a>
          ${canUndo && html`<a class="link" href="${base}/?undo">撤回这一次</a>`}
        </div>
      </div>
    </div>
    <section class="row">
      <h2>${isThere ? '还可以' : '三种办法'}</h2>
      <div class="entry">${ways(view, published)}</div>
    </section>`;
  return deskPage({ base, title, step: 3 }, content);
}

function whereabouts({ place, at, files }: Published, isGone: boolean): string {
  if (isGone) return '别人看到的还是原来的网站，没有放上一半。做好的网站留在这台电脑上，连上以后不用再做。';
  if (place === null) return '还差一步，别人才看得到。';
  if (place === 'hand') return `${formatMoment(at)} 做好，您说已经放上去了。`;
  return `${formatMoment(at)} 放到文件夹 ${place}，${files} 个文件都核对过，和做好的一样。`;
}

function troubleBox({ cause, message }: Failure, target: string | null): Html {
  if (cause !== 'unreachable')
    return html`<pre class="notice wrong" tabindex="0" role="alert">${message}</pre>`;
  return html`<div class="notice wrong" role="alert">
    <p>
      <b>连不上</b
      >${target !== null && html`网络文件夹 <code>${target}</code> 没有回应。`}可能是网线、单位网，或者那台服务器关了。
    </p>
    <p class="small">${message}</p>
  </div>`;
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
