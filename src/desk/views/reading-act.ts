/** The bar of 核对: the one decision, and what is in its way. */
import { html } from 'hono/html';
import { countOpen, isSame } from '../compare-draft.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Html } from './desk-page.ts';

/** @param errors Places that must change. @param hints Places that need not. */
export function readingAct(
  base: string,
  { draft, place, changes }: DraftReading,
  errors: number,
  hints: number,
): Html {
  const open = [place.body ? '' : '单位', place.year === null ? '年份' : ''].filter(Boolean);
  const remove = html`<form method="post" action="${base}/remove/${draft.id}">
    <button class="plain">不要了</button>
  </form>`;
  if (errors > 0)
    return html`<p><span class="state wrong">${errors} 处要改</span> 在原表里改好，再拖到这一页。</p>
      <div class="buttons"><a class="button main" href="#compare">看要改的地方</a>${remove}</div>`;
  const asked = countOpen(changes);
  if (asked > 0)
    return html`<p>还有 ${asked} 个问题没有答。</p>
      <div class="buttons"><a class="button main" href="#ask">去答</a>${remove}</div>`;
  if (changes && isSame(changes))
    return html`<p>和网站上的一模一样，不用再公开。</p>
      <div class="buttons"><a class="button main" href="${base}/">回到公开情况</a>${remove}</div>`;
  return html`<p data-open>
      ${
        open.length > 0
          ? `还差 ${open.length} 项没有选：${open.join('、')}。`
          : html`没有要改的地方。${hints > 0 && html`<span class="state hint">${hints} 处提示</span> 不改也能公开。`}`
      }
    </p>
    <div class="buttons">
      <button class="main" form="place" data-go>${open.length > 0 ? `去选${open[0] ?? ''}` : '公开'}</button
      ><button form="place" name="preview" value="1">先看网页</button>${remove}
    </div>`;
}
