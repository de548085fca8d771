/** 历次公开: what one kept state has. */
import { html } from 'hono/html';
import { countTables } from '../count-tables.ts';
import type { KeptBody, KeptState } from '../history/kept-states.ts';
import { deskPage, type Html } from './desk-page.ts';
import { figure, formatMoment } from './words.ts';

interface StateView {
  base: string;
  kept: KeptState;
  /** Whether the site has it now. */
  isNow: boolean;
}

export function statePage({ base, kept, isNow }: StateView): Html {
  const { id, at, did, bodies, yuan } = kept;
  const moment = formatMoment(at);
  const projects = bodies.flatMap((body) => body.projects);
  const results = bodies.flatMap((body) => body.results);
  // A body's results are in a file of their own.
  const count = new Set(bodies.map((body) => body.name)).size;
  const years = [...Map.groupBy(bodies, (body) => body.id.slice(0, 4))].sort(([a], [b]) => (a < b ? 1 : -1));
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${moment} 的内容</h1>
        <p>${did}。</p>
        <p>${count} 个单位，${countTables({ projects, results })}，合计 ${figure(yuan)} 元。</p>
        <form class="buttons" method="post" action="${base}/back/${id}">
          <button name="preview" value="1">看网页</button>
          ${
            isNow
              ? html`<span class="state open">现在的网站</span>`
              : html`<a class="button" href="${base}/history?back=${id}">回到这一次</a>`
          }
          <a class="link" href="${base}/history">历次公开</a>
        </form>
        <p class="soft small">看网页要做一次网站；做好只给您看，不会公开。</p>
      </div>
    </div>
    ${years.map(
      ([year, ofYear]) =>
        html`<section class="row">
          <h2>${year}年</h2>
          <div class="entry">${ofYear.map(bodyList)}</div>
        </section>`,
    )}`;
  return deskPage({ base, title: `${moment} 的内容`, section: '历次公开' }, content);
}

function bodyList({ name, projects, results, yuan }: KeptBody): Html {
  const sum = projects.length > 0 && `，${figure(yuan)} 元`;
  return html`<details>
    <summary>${name}，${countTables({ projects, results })}${sum}</summary>
    <table class="entries">
      <caption class="visually-hidden">
        ${name}
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" class="num">预算金额（元）</th>
        </tr>
      </thead>
      <tbody>
        ${projects.map(
          (project) =>
            html`<tr>
              <th scope="row">${project.name}</th>
              <td class="num" data-label="预算金额">${figure(project.yuan)}</td>
            </tr>`,
        )}
        ${results.map(
          (result) =>
            html`<tr>
              <th scope="row">${result}</th>
              <td data-label="预算金额">自评表</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
