import { join } from 'node:path';
import { html } from 'hono/html';
import type { Desk } from '../desk.ts';
import { deskPage, type Html } from './desk-page.ts';

export function helpPage({ base, folder, out, state }: Desk): Html {
  const content = html`<div class="row">
      <div class="entry">
        <h1>怎么用</h1>
        <ol class="todo-list">
          <li>把办公软件里的表保存好，拖到“公开情况”那一页，或者点“选文件”。</li>
          <li>看它读成什么样：左边是原来的表，右边是公开以后的样子。合计要和您手上的一样。</li>
          <li>有没见过的栏目，请选它是什么；选一次就记住，都在<a href="${base}/forms">记住的表式</a>里。</li>
          <li>有“要改”的，在原表里改好，保存，再拖进来。“提示”不改也可以。</li>
          <li>想先看看，点“先看网页”：做好只给您看，别人还看不到。</li>
          <li>点“公开”。做好以前，网站还是原来的样子；中间可以停下来。</li>
          <li>
            第一次做好以后，写一次网站的网络文件夹，以后直接放过去；也可以存成压缩包，交给管网站的同事。
          </li>
        </ol>
        <p>公开错了，在“公开情况”点“撤回这一次”；再早的，在“历次公开”里找，最近 10 次都能回去。</p>
        <p>工作台不改表里的字：公开的原件就是您放进来的那一份。</p>
      </div>
    </div>
    <section class="row" id="keys">
      <h2>用键盘操作</h2>
      <div class="entry">
        <ul class="ways">
          <li>Tab 到“选文件”，按回车，打开选文件的窗口。</li>
          <li>在表格软件里选中、复制，到工作台的任何一页按 Ctrl+V，就读入复制的表。</li>
          <li>核对时，Tab 到原来的表，用方向键一格一格看，上面一行写着它读成了什么。</li>
          <li>每一页最前面有“跳到最下面的按钮”。</li>
        </ul>
      </div>
    </section>
    <section class="row" id="files">
      <h2>文件存在哪里</h2>
      <div class="entry">
        <dl class="fields">
          <dt>公开的内容</dt>
          <dd><code>${folder}</code></dd>
          <dt>记住的表式</dt>
          <dd><code>${join(folder, 'forms')}</code></dd>
          <dt>做好的网站</dt>
          <dd><code>${out}</code></dd>
          <dt>还没公开的表</dt>
          <dd><code>${state}</code></dd>
        </dl>
        <p>要备份的是第一个文件夹。</p>
      </div>
    </section>`;
  return deskPage({ base, title: '怎么用', section: '怎么用' }, content);
}
