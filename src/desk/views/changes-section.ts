/** What a new file changes of what is published, and the questions about projects that it does not have. */
import { html } from 'hono/html';
import { formatYuan } from '../../display/format-yuan.ts';
import { totalOf } from '../../record/total-of.ts';
import type { Difference } from '../../revisions/difference.ts';
import { countCells, isSame, type Changes, type Question } from '../compare-draft.ts';
import type { DraftReading } from '../read-draft.ts';
import { askApart } from './ask-apart.ts';
import type { Html } from './desk-page.ts';
import { figure } from './words.ts';

export function changesSection(base: string, { draft, changes }: DraftReading): Html | false {
  if (!changes) return false;
  const count = countCells(changes);
  if (isSame(changes))
    return html`<section class="row">
      <h2>和网站上的比</h2>
      <div class="entry"><p class="notice good">和网站上的一模一样，不用再公开。</p></div>
    </section>`;
  const { questions, added, apart, results } = changes;
  const parts = [
    count > 0 && `${count} 格不同`,
    added.length > 0 && `多了 ${added.length} 个项目`,
    questions.length > 0 && (!apart || apart.answer === 'replace') && `少了 ${questions.length} 个项目`,
    results.added.length > 0 && `多了 ${results.added.length} 张自评表`,
    results.gone.length > 0 && `少了 ${results.gone.length} 张自评表`,
  ].filter((part) => part !== false);
  return html`${
      (apart || questions.length > 0) &&
      html`<section class="row" id="ask">
        <h2>请您答</h2>
        <div class="entry">
          ${apart ? askApart(base, draft.id, changes, apart) : questions.map((question, index) => ask(base, draft.id, question, index + 1, questions.length))}
        </div>
      </section>`
    }
    <section class="row">
      <h2>和网站上的比</h2>
      <div class="entry">
        <p class="soft small">
          ${parts.join('，')}。划去的是旧的，加底色的是新的。公开以后，网页上会写明改了什么。
        </p>
        ${count > 0 && differenceTable(changes)} ${added.length > 0 && html`<p>多了：${namesOf(added)}。</p>`}
        ${results.added.length > 0 && html`<p>多了自评表：${namesOf(results.added)}。</p>`}
        ${
          results.gone.length > 0 &&
          html`<p class="notice">
            <b>提示</b
            >少了自评表：${namesOf(results.gone)}。公开过的自评表，网址不能消失；表没有存全的，存全再拖到这一页。
          </p>`
        }
        ${changes.before.length + changes.after.length > 0 && totals(changes)}
      </div>
    </section>`;
}

/** `“河道保洁”、“管网养护”`. */
function namesOf(items: readonly { name: string }[]): string {
  return items.map(({ name }) => `“${name}”`).join('、');
}

function ask(base: string, id: string, question: Question, number: number, count: number): Html {
  const { before, like, common, answer } = question;
  const action = `${base}/answer/${id}`;
  const choice = (value: string, label: string, follows: string) =>
    html`<form class="choice" method="post" action="${action}">
      <input type="hidden" name="project" value="${before.id}" />
      <button name="answer" value="${value}">${label}</button>
      <p>${follows}</p>
    </form>`;
  if (answer !== undefined)
    return html`<div class="ask">
      <h3>${answer === '' ? `“${before.name}”撤下了` : `“${before.name}”改名叫“${like?.name ?? ''}”`}</h3>
      ${choice('?', '重新答', '答错了，可以再答一次。')}
    </div>`;
  const money = before.budget ? formatYuan(before.budget.yuan) : null;
  return html`<div class="ask">
    <p class="soft small">第 ${number} 问，共 ${count} 问</p>
    ${
      like
        ? html`<h3>“${before.name}”改名叫“${like.name}”了吗？</h3>
            <p>
              新表里没有“${before.name}”，多了“${like.name}”。${
                money !== null &&
                like.budget?.yuan === before.budget?.yuan &&
                `两个项目的预算金额都是 ${money}，`
              }${before.indicators.length}
              项指标有 ${common} 项一样。
            </p>
            ${choice(like.id, '是，改了名称', '旧网址会自动转到新网址，别人存的链接不会断。')}
            ${choice('', '不是，是两个项目', '旧的撤下，新的照新项目公开。')}`
        : html`<h3>“${before.name}”是撤下了吗？</h3>
            <p>网站上有这个项目${money !== null && `，${money}`}；新表里没有。</p>
            ${choice('', '是，撤下', '网页不再公开，旧网址转到单位的那一页。')}
            <form class="choice" method="post" action="${base}/remove/${id}">
              <button>不是，表没有存全</button>
              <p>什么也不改。把表存全，再拖到这一页。</p>
            </form>`
    }
  </div>`;
}

function differenceTable({ changed, results }: Changes): Html {
  const groups = [
    ...changed.map(({ project, differences }) => ({ name: project.name, differences })),
    ...results.changed.map(({ name, differences }) => ({ name: `${name}（自评表）`, differences })),
  ];
  return html`<table class="entries diff">
    <thead>
      <tr>
        <th scope="col">在哪一格</th>
        <th scope="col">已公开的</th>
        <th scope="col">新表里的</th>
      </tr>
    </thead>
    ${groups.map(
      ({ name, differences }) =>
        html`<tbody>
          <tr class="category">
            <th scope="rowgroup" colspan="3">${name}</th>
          </tr>
          ${differences.map(
            ({ before, after, ...place }) =>
              html`<tr>
                <th scope="row">${placeOf(place)}</th>
                <td data-label="已公开的">${before === null ? '–' : html`<del>${before}</del>`}</td>
                <td data-label="新表里的">${after === null ? '–' : html`<ins>${after}</ins>`}</td>
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`;
}

/** `服务学生，2026年指标值`. */
function placeOf({ field, indicators }: Pick<Difference, 'field' | 'indicators'>): string {
  const [name] = indicators;
  return name === undefined ? field : `${name}，${field}`;
}

function totals({ before, after }: Changes): Html {
  const [old, now] = [totalOf(before), totalOf(after)];
  return html`<table class="totals">
    <caption class="visually-hidden">
      合计
    </caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="num">已公开的</th>
        <th scope="col" class="num">新表里的</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">项目</th>
        <td class="num">${before.length} 个</td>
        <td class="num">${after.length} 个</td>
      </tr>
      <tr>
        <th scope="row">预算金额（元）</th>
        <td class="num">${figure(old.yuan)}</td>
        <td class="num">${figure(now.yuan)}</td>
      </tr>
    </tbody>
  </table>`;
}
