/** The frame of every page of the desk. */
import { html } from 'hono/html';

/** A piece of a page: texts in it are escaped. */
export type Html = ReturnType<typeof html>;

const STEPS = ['放入表', '核对', '公开'] as const;

interface Frame {
  /** Before every path: `/<token>`. */
  base: string;
  title: string;
  /** The entry of the main navigation that the page is. */
  section?: '公开情况' | '历次公开' | '怎么用';
  /** From 1. Undefined: the page belongs to none. */
  step?: 1 | 2 | 3;
  /** The bar at the foot of the window: the one decision. */
  act?: Html;
}

export function deskPage({ base, title, section, step, act }: Frame, content: Html): Html {
  const entries = [
    { label: '公开情况', href: `${base}/` },
    { label: '历次公开', href: `${base}/history` },
    { label: '怎么用', href: `${base}/help` },
  ];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · 绩效工作台</title>
        <link rel="icon" href="${base}/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${base}/desk.css" />
        <script src="${base}/page.js"></script>
        <script type="module" src="${base}/desk.js"></script>
      </head>
      <body class="desk" data-base="${base}">
        <a class="skip" href="#main">跳到正文</a>
        ${act && html`<a class="skip" href="#act">跳到最下面的按钮</a>`}
        <header class="masthead">
          <div class="row">
            <a class="brand" href="${base}/"><b>绩效</b><span>工作台</span></a>
            <label class="mode"><input type="checkbox" id="elder" /> 长者模式</label>
            <nav aria-label="主导航">
              <ul>
                ${entries.map(
                  ({ label, href }) =>
                    html`<li>
                      <a href="${href}" ${label === section ? html`aria-current="page"` : ''}>${label}</a>
                    </li>`,
                )}
              </ul>
            </nav>
          </div>
        </header>
        ${step && steps(step)}
        <main id="main">${content}</main>
        ${act && html`<section class="act" id="act" aria-label="接下来做什么"><div class="row">${act}</div></section>`}
        <footer class="colophon">
          <div class="row">
            <div class="entry">
              <p>这一页只在这台电脑上，别人打不开。表也只在这台电脑上读，不会传到别处。</p>
              <p>随时可以关掉：放进来的表、答过的问题都留着，下次打开还在这里。</p>
              <ul>
                <li><a href="${base}/help">怎么用</a></li>
                <li><a href="${base}/forms">记住的表式</a></li>
                <li><a href="${base}/help#keys">用键盘操作</a></li>
                <li><a href="${base}/help#files">文件存在哪里</a></li>
              </ul>
            </div>
          </div>
        </footer>
      </body>
    </html>`;
}

function steps(current: number): Html {
  return html`<nav class="trail desk-steps" aria-label="进行到哪一步">
    <div class="row">
      <ol>
        ${STEPS.map(
          (label, index) =>
            html`<li ${index + 1 === current ? html`aria-current="step"` : ''}>
              <i>${index + 1}</i>${label}
            </li>`,
        )}
      </ol>
    </div>
  </nav>`;
}
