/** A file that makes no page: what it is, why, and what to do. */
import { html } from 'hono/html';
import type { Refusal } from '../describe-refusal.ts';
import type { Draft } from '../drafts.ts';
import { deskPage, type Html } from './desk-page.ts';
import { dropBox } from './drop-box.ts';

export function refusedPage(base: string, { id, name }: Draft, refusal: Refusal): Html {
  const { title, why, todo, isTeachable } = refusal;
  const content = html`<div class="row">
      <div class="entry">
        <p class="file">${name}</p>
        <h1 class="phrase">${title}</h1>
        ${why !== '' && html`<p>${why}</p>`}
        <ul class="ways">
          ${todo.map((each) => html`<li>${each}</li>`)} ${isTeachable && teachItem(base, id)}
        </ul>
        <p class="soft">您的文件没有动，网站也没有变。</p>
        <form class="buttons" method="post" action="${base}/remove/${id}"><button>不要了</button></form>
      </div>
    </div>
    <section class="row">
      <h2>再放一次</h2>
      <div class="entry">${dropBox(true)}</div>
    </section>`;
  return deskPage({ base, title, step: 1 }, content);
}

function teachItem(base: string, id: string): Html {
  return html`<li>
    如果是本单位自己的目标表，<a class="link" href="${base}/teach/${id}">说一下栏目是什么</a>，就能读。
  </li>`;
}

/** A file that was published or taken away. */
export function gonePage(base: string): Html {
  const title = '这张表不在这里了';
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">${title}</h1>
      <p>可能已经公开，或者拿走了。</p>
      <p><a class="button main" href="${base}/">回到公开情况</a></p>
    </div>
  </div>`;
  return deskPage({ base, title }, content);
}

/** A form's file that somebody wrote by hand, and that no command can read. @param message With each place, on lines of its own. */
export function brokenFormsPage(base: string, message: string): Html {
  const [title = '', ...problems] = message.split('\n');
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">${title.replace(/：$/, '')}</h1>
      <ul class="ways">
        ${problems.map((each) => html`<li>${each}</li>`)}
      </ul>
      <p>请在文件里改好，或者把这个文件移走，再打开这一页。放进来的表都在，网站没有变。</p>
      <p><a class="button main" href="${base}/">再看一次</a></p>
    </div>
  </div>`;
  return deskPage({ base, title: '记住的表式有误' }, content);
}

/** Several files that were dropped together. */
export interface DroppedFile {
  draft: Draft;
  /** Null: it can be read. */
  refusal: Refusal | null;
  /** `云岭市文化局2026年的 3 个项目`. */
  what: string;
}

export function filesPage(base: string, files: readonly DroppedFile[]): Html {
  const read = files.filter(({ refusal }) => refusal === null);
  const others = files.length - read.length;
  const title = `${files.length} 个文件，${read.length === 0 ? '都没有读入' : `${read.length} 个可以接着公开`}`;
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${title}</h1>
        ${
          others > 0 &&
          html`<p>
            ${read.length > 0 && '另外 '}${others}
            个没有读入，您的文件都没有动。每一个是什么、怎么办，写在下面。
          </p>`
        }
        ${
          read.length > 0 &&
          html`<ul class="desk-list">
            ${read.map(
              ({ draft, what }, index) =>
                html`<li>
                  <div>
                    <p>${what}</p>
                    <p class="file">${draft.name}</p>
                  </div>
                  <a class="button${index === 0 ? ' main' : ''}" href="${base}/read/${draft.id}">接着看</a>
                </li>`,
            )}
          </ul>`
        }
      </div>
    </div>
    ${files.map(
      ({ draft, refusal }) =>
        refusal &&
        html`<section class="row">
          <h2>${refusal.label}</h2>
          <div class="entry">
            <p class="file">${draft.name}</p>
            <h3>${refusal.title}</h3>
            ${refusal.why !== '' && html`<p>${refusal.why}</p>`}
            <ul class="ways">
              ${refusal.todo.map((each) => html`<li>${each}</li>`)}
              ${refusal.isTeachable && teachItem(base, draft.id)}
            </ul>
          </div>
        </section>`,
    )}
    <section class="row">
      <h2>再放一次</h2>
      <div class="entry">${dropBox(true)}</div>
    </section>`;
  return deskPage({ base, title, step: 1 }, content);
}
