/** 公开: how far a build or a copy is. */
import { html } from 'hono/html';
import type { Publishing } from '../publisher.ts';
import { deskPage, type Html } from './desk-page.ts';
import type { PublishView } from './publish-page.ts';
import { roundSeconds } from './words.ts';

/** The phases of a build, by the names that `buildSite` gives them. */
const STAGES: readonly (readonly [label: string, phases: readonly string[]])[] = [
  ['读每一份表', ['', '读取内容']],
  ['写网页', ['打包程序', '生成页面']],
  ['核对每一格，做搜索', ['核对内容，建立搜索索引']],
];
const COPY = '放到网络文件夹';

/** How far it is, for the page and its script. */
export interface Shown {
  /** `还要约 20 秒`. */
  left: string;
  /** From 0 to 1. Null: nobody knows. */
  share: number | null;
  /** Each stage with what is done of it: `好了`, `正在做，19 / 42 页`; empty: it has not begun. */
  stages: { label: string; state: string; isNow: boolean }[];
}

type Building = Extract<Publishing, { kind: 'building' }>;

/** @param seconds That the last build took; null: this is the first. @param target Where it is copied to; null: nowhere. @param now Milliseconds. */
export function showBuilding(
  { progress, began, isPreview }: Building,
  { seconds, target }: { seconds: number | null; target: string | null },
  now = Date.now(),
): Shown {
  const { phase, done, total } = progress;
  const copy = target === null || isPreview ? [] : [[`放到 ${target}`, [COPY]] as const];
  const stages = [...STAGES, ...copy];
  const at = Math.max(
    0,
    stages.findIndex(([, phases]) => phases.includes(phase)),
  );
  const isCopying = phase === COPY;
  const elapsed = (now - began) / 1000;
  const rest = seconds === null ? null : seconds - elapsed;
  const unit = isCopying ? '个文件' : '页';
  return {
    left:
      isCopying || (rest !== null && rest <= 0)
        ? '快好了'
        : rest === null
          ? '第一次要久一点'
          : `还要约 ${roundSeconds(rest)}`,
    share: isCopying
      ? done / Math.max(1, total)
      : seconds === null
        ? null
        : Math.min(0.95, elapsed / seconds),
    stages: stages.map(([label], index) => ({
      label,
      isNow: index === at,
      state:
        index < at ? '好了' : index > at ? '' : total > 0 ? `正在做，${done} / ${total} ${unit}` : '正在做',
    })),
  };
}

export function buildingPage({ base, memory, isWaiting }: PublishView, state: Building): Html {
  const { left, share, stages } = showBuilding(state, memory);
  const { work, isPreview } = state;
  const content = html`<div class="row">
    <div class="entry" data-building>
      <h1>正在做网站</h1>
      <p class="sum" data-left>${left}</p>
      <progress aria-label="做网站" max="1" ${share === null ? '' : html`value="${share}"`}></progress>
      <p>
        ${work.what}。网站还是原来的样子，照常给人看；${
          isPreview ? '做好以后先给您看，不会公开。' : '做好以前什么也不会变。'
        }可以去做别的事。
      </p>
      ${
        isWaiting &&
        html`<p class="notice"><b>提示</b>您刚才点的那一份还没有公开；这一次做完，请回到它那里再点一次。</p>`
      }
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
