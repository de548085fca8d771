/** 记住的表式: the office's forms, each with its labels, to correct or to forget. */
import { html } from 'hono/html';
import type { OfficeForm } from '../../content/read-forms.ts';
import type { FormEffect } from '../form-effects.ts';
import { hasUnit, listLabelsOf } from '../form-places.ts';
import { LONGEST_NAME } from '../save-form.ts';
import { deskPage, type Html } from './desk-page.ts';
import { choiceList, effectsQuestion } from './teach-page.ts';

export function formsPage(base: string, forms: readonly OfficeForm[]): Html {
  const content = html`<div class="row">
    <div class="entry">
      <h1 class="phrase">记住的表式</h1>
      ${
        forms.length === 0
          ? html`<p>还没有。放进一张没见过的表，说一次它的栏目是什么，就记在这里。</p>`
          : html`<p>以后放进同样的表，就按这里说的读。点开可以看、可以改。</p>
              <ul class="desk-list">
                ${forms.map(
                  ({ file, data }) =>
                    html`<li>
                      <div>
                        <a class="link" href="${base}/forms/${encodeURIComponent(file)}">${data.name}</a>
                        <p class="file">${listLabelsOf(data).length} 个栏目，<code>forms/${file}</code></p>
                      </div>
                    </li>`,
                )}
              </ul>`
      }
      <p><a class="link" href="${base}/">回到公开情况</a></p>
    </div>
  </div>`;
  return deskPage({ base, title: '记住的表式' }, content);
}

export interface FormView {
  base: string;
  form: OfficeForm;
  /** Why it was not changed or forgotten, a sentence. Null: nobody tried. */
  problem: string | null;
  /** Sources that would be read in another way, and what was asked for: to change the form or to forget it. */
  effects: { of: 'change' | 'remove'; list: readonly FormEffect[] } | null;
  /** What was sent, by the names of its fields. */
  sent: Readonly<Record<string, string>>;
}

export function formPage({ base, form: { file, data }, problem, effects, sent }: FormView): Html {
  const path = `${base}/forms/${encodeURIComponent(file)}`;
  const labels = listLabelsOf(data);
  const hidden = Object.entries(sent).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const content = html`<div class="row">
      <div class="entry">
        <h1 class="phrase">${data.name}</h1>
        <p class="file"><code>forms/${file}</code></p>
        ${problem !== null && html`<p class="notice wrong" role="alert"><b>没有改</b>${problem}</p>`}
        ${
          effects &&
          effectsQuestion(
            effects.of === 'remove' ? `${path}/remove` : path,
            effects.list,
            html`${effects.of === 'change' ? hidden : ''}`,
          )
        }
      </div>
    </div>
    <section class="row">
      <h2>栏目</h2>
      <div class="entry">
        ${
          labels.length === 0
            ? html`<p>这个文件里没有写栏目。</p>`
            : html`<ol class="asks short">
                ${labels.map(
                  ({ key, text, choice }, index) =>
                    html`<li>
                      <label for="ask-${index}"><b>“${text}”</b>读成</label>
                      ${choiceList(
                        'form',
                        `ask-${index}`,
                        `is:${key}`,
                        { isColumn: true, isUnitKnown: !hasUnit(choice) },
                        sent[`is:${key}`] ?? choice,
                      )}
                    </li>`,
                )}
              </ol>`
        }
      </div>
    </section>
    <section class="row">
      <h2>名称</h2>
      <div class="entry">
        <form class="form narrow" id="form" method="post" action="${path}">
          <div>
            <label for="form-name">这种表叫什么</label>
            <input
              type="text"
              id="form-name"
              name="name"
              value="${sent['name'] ?? data.name}"
              maxlength="${LONGEST_NAME}"
              autocomplete="off"
            />
          </div>
        </form>
      </div>
    </section>
    <section class="row">
      <h2>不再用了</h2>
      <div class="entry">
        <p>去掉以后，这样的表又要问栏目是什么。已经靠它读的表还在的，去不掉。</p>
        <form class="buttons" method="post" action="${path}/remove"><button>去掉这种表式</button></form>
      </div>
    </section>`;
  const act = html`<p>改了栏目或名称，要点“记住改动”。</p>
    <div class="buttons">
      <button class="main" form="form">记住改动</button>
      <a class="link" href="${base}/forms">不改，回到记住的表式</a>
    </div>`;
  return deskPage({ base, title: data.name, act }, content);
}
