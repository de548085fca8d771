import { html } from 'hono/html';
import type { Apart, Changes } from '../compare-draft.ts';
import type { Html } from './desk-page.ts';

/** Asks whether a file of other projects adds to what is published, or replaces it. @param id Of the draft. */
export function askApart(base: string, id: string, { before }: Changes, { answer, problem }: Apart): Html {
  const choice = (value: string, label: string, follows: string) =>
    html`<form class="choice" method="post" action="${base}/answer/${id}">
      <button name="apart" value="${value}">${label}</button>
      <p>${follows}</p>
    </form>`;
  if (answer !== undefined)
    return html`<div class="ask">
      <h3>
        ${answer === 'add' ? `补充：原来的 ${before.length} 个也留着` : `换掉：原来的 ${before.length} 个撤下`}
      </h3>
      ${choice('?', '重新答', '答错了，可以再答一次。')}
    </div>`;
  return html`<div class="ask">
    <h3>新表里的项目和网站上的都不同。是补充，还是换掉原来的？</h3>
    ${problem !== null && html`<p class="notice wrong" role="alert"><b>要改</b>${problem}</p>`}
    ${choice('add', '补充', `原来的 ${before.length} 个也留着。`)}
    ${choice('replace', '换掉', `原来的 ${before.length} 个撤下。旧网址转到单位的那一页。`)}
  </div>`;
}
