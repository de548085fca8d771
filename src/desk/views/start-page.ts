/** 公开情况: the place to drop a file, and what is published. */
import { html } from 'hono/html';
import type { Notice } from '../../record/disclosure-schema.ts';
import type { Draft } from '../drafts.ts';
import type { ListedBody, ListedYear } from '../list-bodies.ts';
import type { Memory } from '../memory.ts';
import type { WorkInfo } from '../work.ts';
import { deskPage, type Html } from './desk-page.ts';
import { dropBox } from './drop-box.ts';
import { returnDialog, type Return } from './history-page.ts';
import { figure, formatMoment } from './words.ts';

/** A dropped file that is not published. */
export interface Waiting {
  draft: Draft;
  /** `云岭市文化局2026年`, or what the file is. */
  what: string;
  /** Places that must change. */
  errors: number;
  /** Whether it can be read at all. */
  isRead: boolean;
  /** Whether it waits until staff say what its labels are. */
  isAsked: boolean;
  /** Of the body that it is for: `2026/wen-hua-ju`. Null: that is to be asked. */
  id: string | null;
}

export interface Start {
  base: string;
  /** Where the built site is served. Null: there is none. */
  site: string | null;
  years: readonly ListedYear[];
  waiting: readonly Waiting[];
  /** Errors of the content folder: nothing can be published while there is one. */
  errors: readonly Notice[];
  memory: Memory;
  /** Whether there is an earlier state to go back to. */
  canUndo: boolean;
  /** The earlier state that staff asked for. */
  undo: Return | null;
  /** What the desk was building when it ended. */
  interrupted: WorkInfo | null;
}

export function startPage(start: Start): Html {
  const { base, years, waiting, errors } = start;
  const isFirst = years.length === 0 && waiting.length === 0;
  const content = html`<div class="row">
      <div class="entry">
        ${start.interrupted && interruptedBox(base, start.interrupted)} ${dropBox()}
        ${
          isFirst &&
          html`<p class="soft">
            这里还没有公开过。放进第一张表，看看它读成什么样；您点“公开”以前，什么都不会公开。
          </p>`
        }
        ${errors.length > 0 && contentErrors(errors)}
      </div>
    </div>
    ${lastPublished(start)} ${waiting.length > 0 && waitingSection(base, waiting)}
    ${years.map((year, index) => yearSection(start, year, index === 0))}
    ${start.undo && returnDialog(base, start.undo, `${base}/`, start.memory.last?.at)}`;
  return deskPage({ base, title: '公开情况', section: '公开情况', step: 1 }, content);
}

function interruptedBox(base: string, { what, from }: WorkInfo): Html {
  return html`<div class="notice" role="status">
    <p><b>提示</b>上次做网站做到一半，工作台关了。网站没有变，${what}还在。</p>
    <p><a class="button" href="${base}${from}">接着公开</a></p>
  </div>`;
}

/** What somebody changed in the content folder by hand, or an import from before. */
function contentErrors(errors: readonly Notice[]): Html {
  return html`<div class="notice wrong" role="alert" id="wrong">
    <p><b>要改</b>内容文件夹里有 ${errors.length} 处错误；已经公开的网站不受影响。</p>
    <ul>
      ${errors.slice(0, 10).map(({ path, line, message }) => html`<li>${path} 第 ${line} 行：${message}</li>`)}
    </ul>
  </div>`;
}

function lastPublished({ base, site, years, memory, canUndo }: Start): Html | false {
  const { last } = memory;
  const isWaiting = years.some(({ bodies }) => bodies.some(({ state }) => state === 'waiting'));
  if (!last && !site && !isWaiting) return false;
  return html`<section class="row">
    <h2>上次公开</h2>
    <div class="entry">
      ${
        last
          ? html`<p>
              <time datetime="${last.at}">${formatMoment(last.at)}</time
              >，${last.said === '' ? `公开了${last.what}` : last.said}。${
                last.place === null && '网站做好了，还没有放到服务器。'
              }
            </p>`
          : html`<p>还没有用工作台公开过。</p>`
      }
      <div class="buttons">
        ${site && html`<a class="button" href="${site}" target="_blank">看网站</a>`}
        ${last?.place === null && html`<a class="button" href="${base}/publish">接着放</a>`}
        ${canUndo && html`<a class="button" href="${base}/?undo">撤回这一次</a>`}
        ${
          isWaiting &&
          html`<form method="post" action="${base}/publish">
            <button>公开内容里的改动</button><button name="preview" value="1">先看网页</button>
          </form>`
        }
      </div>
    </div>
  </section>`;
}

function waitingSection(base: string, waiting: readonly Waiting[]): Html {
  return html`<section class="row">
    <h2>还没有公开的</h2>
    <div class="entry">
      <ul class="desk-list">
        ${waiting.map(
          ({ draft, what, errors, isRead, isAsked }) =>
            html`<li>
              <div>
                <a class="link" href="${base}/read/${draft.id}">${what}</a>
                <p class="file">${draft.name}，${formatMoment(draft.dropped)} 放进来</p>
              </div>
              ${isAsked ? html`<span class="state hint">等您说</span>` : stateOf(errors, isRead)}
            </li>`,
        )}
      </ul>
    </div>
  </section>`;
}

function stateOf(errors: number, isRead: boolean): Html {
  if (!isRead) return html`<span class="state none">没有读入</span>`;
  return errors > 0
    ? html`<span class="state wrong">${errors} 处要改</span>`
    : html`<span class="state waiting">可以公开</span>`;
}

function yearSection(
  start: Start,
  { year, bodies, projects, yuan, missing }: ListedYear,
  isOpen: boolean,
): Html {
  const isAllOpen = bodies.every(({ state }) => state === 'open');
  const table = html`<table class="entries published">
    <caption class="visually-hidden">
      ${year}年网站上公开的
    </caption>
    <thead>
      <tr>
        <th scope="col">单位</th>
        <th scope="col" class="num">项目</th>
        <th scope="col" class="num">预算金额（元）</th>
        <th scope="col">状态</th>
      </tr>
    </thead>
    <tbody>
      ${bodies.map((body) => bodyRow(start, body))}
      ${missing.map(
        (body) =>
          html`<tr>
            <th scope="row">${body.name}</th>
            <td class="num" data-label="项目">–</td>
            <td class="num" data-label="预算金额">–</td>
            <td>
              <span class="state none">还没有表</span
              ><span class="doing soft">${body.year}年公开过 ${body.projects} 个项目。</span>
            </td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">合计</th>
        <td class="num" data-label="项目">${projects}</td>
        <td class="num" data-label="预算金额">${figure(yuan)}</td>
        <td></td>
      </tr>
    </tfoot>
  </table>`;
  return html`<section class="row">
    <h2>${year}年</h2>
    <div class="entry">
      ${
        isOpen
          ? html`<p class="soft small">要处理的排在前面。</p>
              ${table}`
          : html`<p>
                ${bodies.length} 个单位，${projects} 个项目，合计 ${figure(yuan)}
                元${isAllOpen && html`，<span class="state open">全部已公开</span>`}
              </p>
              <details>
                <summary>逐个看</summary>
                ${table}
              </details>`
      }
    </div>
  </section>`;
}

function bodyRow(
  { base, site, waiting }: Start,
  { id, name, projects, yuan, state, hints, errors }: ListedBody,
): Html {
  const draft = waiting.find((each) => each.id === id);
  return html`<tr>
    <th scope="row">
      ${site && state === 'open' ? html`<a href="${site}${id}/index.html" target="_blank">${name}</a>` : name}
    </th>
    <td class="num" data-label="项目">${projects}</td>
    <td class="num yuan" data-label="预算金额">${figure(yuan)}</td>
    <td>
      ${
        draft && draft.errors > 0 && !draft.isAsked
          ? html`<span class="state wrong">有错误</span
              ><span class="doing"
                >新放入的表有 ${draft.errors} 处要改，网站上还是原来的那一份。<a
                  href="${base}/read/${draft.draft.id}"
                  >看是哪一处</a
                ></span
              >`
          : draft
            ? html`<span class="state waiting">有改动未公开</span
                ><span class="doing">放入了新表。<a href="${base}/read/${draft.draft.id}">接着看</a></span>`
            : errors > 0
              ? html`<span class="state wrong">有错误</span
                  ><span class="doing"
                    >内容文件夹里的有 ${errors} 处要改，网站上还是以前的那一份。<a href="#wrong"
                      >看是哪一处</a
                    ></span
                  >`
              : state === 'waiting'
                ? html`<span class="state waiting">有改动未公开</span
                    ><span class="doing">内容文件夹里的和网站上的不同。</span>`
                : html`<span class="state open">已公开</span>`
      }
      ${hints > 0 && html`<span class="state hint">${hints} 处提示</span>`}
    </td>
  </tr>`;
}
