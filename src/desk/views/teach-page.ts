/** 说一下栏目是什么: the labels that no form has, each with a list to choose from; the reading follows. */
import { html } from 'hono/html';
import { formatOrigin } from '../../import/imported.ts';
import type { FormEffect } from '../form-effects.ts';
import { choicesFor } from '../form-places.ts';
import type { DraftReading } from '../read-draft.ts';
import { LONGEST_NAME } from '../save-form.ts';
import type { TaughtLabel } from '../teach-draft.ts';
import { deskPage, type Html } from './desk-page.ts';
import { teachReading, teachSheet, type TeachView } from './teach-reading.ts';

export function teachPage(view: TeachView): Html {
  const { base, teaching, reading, problem, effects } = view;
  const { labels, isNeeded, name } = teaching;
  const { draft, place } = reading;
  const open = labels.filter(({ choice }) => choice === null);
  const fresh = labels.filter(({ kept }) => kept === null).length;
  const content = html`<div class="row">
      <p class="year">
        ${place.body && html`${place.body.name}<br />`}${place.year !== null && `${place.year}年`}
      </p>
      <div class="entry">
        ${
          fresh > 0
            ? html`<h1 class="phrase">有 ${fresh} 个栏目没见过，<wbr />请您说是什么</h1>
                <p>
                  说一次就记住，以后同样的表自动这样读。${
                    isNeeded ? '这里不猜：没有选的，就还没有读。' : '不说也能公开：照原样列在网页上。'
                  }
                </p>
                <p class="soft small">不想公开的栏目，请在原表里删去，再放进来：供下载的原件里也会有它。</p>`
            : html`<h1 class="phrase">这种表的栏目</h1>
                <p>每个栏目以前说的是什么，都写在下面；不对的改一下，再记住。</p>`
        }
        <p class="file">${draft.name}</p>
        ${problem !== null && html`<p class="notice wrong" role="alert" id="problem"><b>没有记住</b>${problem}</p>`}
        ${effects.length > 0 && effectsQuestion(`${base}/teach/${draft.id}/keep`, effects, html``)}
      </div>
    </div>
    <section class="row across">
      <h2>请您选</h2>
      <div class="entry">
        <div class="sides teach">
          <div class="asks-side">
            <ol class="asks">
              ${labels.map((label, index) => ask(label, index, reading))}
            </ol>
            <noscript><button form="teach">看读成什么样</button></noscript>
          </div>
          <section class="original-side" aria-label="原来的表">
            <ul class="legend" aria-label="颜色的意思">
              <li><i class="is-value"></i>要公开的内容</li>
              <li><i class="is-label"></i>读懂的栏目</li>
              <li><i class="is-left"></i>还没有读懂</li>
            </ul>
            <div id="live-sheet">${teachSheet(view)}</div>
          </section>
        </div>
      </div>
    </section>
    <section class="row">
      <h2>读成这样</h2>
      <div class="entry" id="live-read">${teachReading(view)}</div>
    </section>
    <section class="row">
      <h2>记住</h2>
      <div class="entry">
        <form class="form narrow" id="teach" method="post" action="${base}/teach/${draft.id}" data-teach>
          <div>
            <label for="form-name">这种表叫什么</label>
            <input
              type="text"
              id="form-name"
              name="name"
              value="${name}"
              maxlength="${LONGEST_NAME}"
              autocomplete="off"
              aria-describedby="form-name-from"
            />
            <p class="from" id="form-name-from">
              ${nameFrom(view)}以后放进同样的表，就按这次说的读；读得不对，可以回到这里改。
            </p>
          </div>
        </form>
        <p class="visually-hidden" role="status" data-said></p>
        <script type="module" src="${base}/teach.js"></script>
      </div>
    </section>`;
  const act = html`<p id="live-bar">
      ${
        open.length > 0
          ? `还有 ${open.length} 个没有选。选过的都记着，关掉也不丢。`
          : `${labels.length} 个都选好了。记住以后接着核对，还不会公开。`
      }
    </p>
    <div class="buttons">
      <span id="live-go"
        >${
          open[0]
            ? html`<a class="button main" href="#ask-${labels.indexOf(open[0])}" data-go
                >去选第 ${labels.indexOf(open[0]) + 1} 个</a
              >`
            : html`<button class="main" form="teach" formaction="${base}/teach/${draft.id}/keep" data-go>
                记住，接着核对
              </button>`
        }</span
      >
      <a class="link" href="${base}/read/${draft.id}?plain">不说，先看读成什么样</a>
      <a class="link" href="${base}/">先放着，以后再说</a>
    </div>`;
  return deskPage({ base, title: '说一下栏目是什么', step: 2, act }, content);
}

function ask(label: TaughtLabel, index: number, { converted }: DraftReading): Html {
  const { key, text, line, samples, isColumn, choice } = label;
  const origin = converted.origins.get(line);
  return html`<li>
    <div>
      <label for="ask-${index}"
        ><span class="soft">第 ${index + 1} 个${origin && `，${formatOrigin(origin)}`}</span><br /><b
          >“${text}”</b
        >是什么？</label
      >
      <p class="soft">
        ${
          samples.length > 0
            ? `${isColumn ? '下面' : '旁边'}写着 ${samples.join('、')}`
            : `${isColumn ? '下面' : '旁边'}没有写字`
        }
      </p>
    </div>
    ${choiceList('teach', `ask-${index}`, `is:${key}`, label, choice)}
  </li>`;
}

/** A list to choose the meaning of a label from. Nothing is chosen until somebody does. */
export function choiceList(
  form: string,
  id: string,
  name: string,
  label: { isColumn: boolean; isUnitKnown: boolean },
  choice: string | null,
): Html {
  return html`<select id="${id}" name="${name}" form="${form}" class="${choice === null ? 'unset' : ''}">
    ${choice === null && html`<option value="" selected>请选</option>`}
    ${choicesFor(label).map(
      ({ word, choices }) =>
        html`<optgroup label="${word}">
          ${choices.map(
            (each) =>
              html`<option value="${each.id}" ${each.id === choice ? html`selected` : ''}>
                ${each.word}
              </option>`,
          )}
        </optgroup>`,
    )}
  </select>`;
}

function nameFrom({ teaching: { office, name }, reading: { draft } }: TeachView): Html | string {
  if (office) return html`记在 <code>forms/${office.file}</code>。`;
  return name === '' || draft.answers.taught?.name !== undefined ? '例如表的名称。' : '取自表名，可以改。';
}

/** Sources that are there and would be read in another way. @param fields What else the form has to send again. */
export function effectsQuestion(action: string, effects: readonly FormEffect[], fields: Html): Html {
  return html`<div class="ask" role="alert" id="effects">
    <h2>已经放进来的 ${effects.length} 份表也会读得不同，可以吗？</h2>
    <ul class="ways">
      ${effects.slice(0, MOST_EFFECTS).map(({ what }) => html`<li>${what}</li>`)}
    </ul>
    ${effects.length > MOST_EFFECTS && html`<p>……共 ${effects.length} 份。</p>`}
    <form class="choice" method="post" action="${action}">
      ${fields}<input type="hidden" name="sure" value="1" />
      <button>可以</button>
      <p>下次公开时，网页照新的读法做。不想这样，就不要点，什么也不会变。</p>
    </form>
  </div>`;
}

const MOST_EFFECTS = 10;
