import { html } from 'hono/html';
import type { Html } from './desk-page.ts';

/** The place to drop files. @param isLow Below something else: it asks for a file once more. */
export function dropBox(isLow = false): Html {
  return html`<form class="drop${isLow ? ' low' : ''}" data-drop>
    ${
      isLow
        ? html`<p class="big">找到以后，拖到这里</p>`
        : html`<h1 class="big phrase">
            <span class="only-wide">把要公开的表<wbr />拖到这里</span
            ><span class="only-narrow">放入要公开的表</span>
          </h1>`
    }
    <label class="button main" for="file">选文件</label>
    <input class="visually-hidden" type="file" id="file" multiple />
    <p class="soft small">
      Excel、Word、网页文件，或者文字能选中的 PDF；几个文件一起放也可以。<br />也可以在表里选中、复制，到这里按
      Ctrl+V 粘贴。
    </p>
    <p class="small" role="status" data-dropping></p>
  </form>`;
}
