/** 核对: the original and what it was read as, side by side; body, year and address; one decision. */
import { html } from 'hono/html';
import { totalOf } from '../../record/total-of.ts';
import { OVERALL } from '../explain-tables.ts';
import type { DraftReading } from '../read-draft.ts';
import { countTables } from '../count-tables.ts';
import type { Teaching } from '../teach-draft.ts';
import { changesSection } from './changes-section.ts';
import { deskPage, type Html } from './desk-page.ts';
import { noticeBox, originalSide, shownNotices, shownPart } from './original-side.ts';
import { pdfSide } from './pdf-side.ts';
import { placeForm } from './place-form.ts';
import { readingAct } from './reading-act.ts';
import { noticesIn, partsOf, placeIn, type Part } from './reading-parts.ts';
import { readingSide } from './reading-side.ts';
import { figure, roundSeconds, sum } from './words.ts';

/** What a draft is published as. @param chosen The part that is shown, from 0. @param seconds That a build takes; null: this is the first. */
export function readingPage(
  base: string,
  reading: DraftReading & { teaching: Teaching | null },
  chosen: number,
  seconds: number | null,
): Html {
  const { draft, place, original, notices, remarks, tables, converted, changes } = reading;
  const { projects } = converted.reading;
  const parts = partsOf(reading);
  const part = parts[chosen] ?? parts[0];
  const errors = notices.filter(({ severity }) => severity === 'error');
  const hints = notices.filter(({ severity }) => severity === 'warning').length + remarks.length;
  const others = tables.filter(({ kind }) => kind === 'other' || kind === 'foreign' || kind === 'unknown');
  const inTables = new Set(tables.flatMap((table) => noticesIn(reading, table)));
  const loose = shownNotices(notices).filter((notice) => !inTables.has(notice));
  const yuan = projects.length === 0 ? null : totalOf(projects).yuan;
  const content = html`<div class="row">
      <p class="year">
        ${place.body && html`${place.body.name}<br />`}${place.year !== null && `${place.year}年`}
      </p>
      <div class="entry">
        ${
          errors.length > 0
            ? html`<h1 class="phrase">有 ${errors.length} 处要改，<wbr />改好就能公开</h1>
                <p>读出 ${countTables(converted.reading)}。网站上已经公开的不受影响。</p>`
            : html`<h1 class="phrase">读出 ${countTables(converted.reading)}${yuan !== null && '，合计'}</h1>
                ${yuan !== null && sum(yuan)}
                <p>${projects.length > 0 && '请和您手上的合计比一下，再'}往下看每一格。</p>`
        }
        <p class="file">
          ${draft.name}，${
            changes?.apart?.answer === 'add'
              ? '和原来公开的合在一起'
              : original.pages === undefined
                ? `${tables.length} 张表`
                : `${original.pages} 页`
          }
        </p>
      </div>
    </div>
    <section class="row">
      <h2>归到哪里</h2>
      <div class="entry">${placeForm(base, reading)}</div>
    </section>
    ${changesSection(base, reading)}
    <section class="row across" id="compare">
      <h2>对照着看</h2>
      <div class="entry">
        ${reading.teaching && teachLine(base, draft.id, reading.teaching)}
        ${part && compare(base, reading, parts, part)}
      </div>
    </section>
    ${
      (remarks.length > 0 || loose.length > 0 || others.length > 0) &&
      html`<section class="row" id="left">
        <h2>没有读入的</h2>
        <div class="entry">
          ${loose.map((notice) => noticeBox(reading, notice))}
          <ul class="ways">
            ${remarks.map((remark) => html`<li>${withoutName(remark, draft.name)}</li>`)}
            ${others.map(({ title, kind, otherName }) => {
              const what = kind === 'unknown' ? '看不出是什么表' : (otherName ?? '不是目标表');
              return html`<li>
                ${title === '' ? '一张没有表名的表' : `“${title}”`}：${what}，${
                  otherName === OVERALL && reading.converted.reading.projects.length > 0
                    ? '照原文公开在单位的页上'
                    : '不公开'
                }
              </li>`;
            })}
          </ul>
        </div>
      </section>`
    }
    <section class="row next">
      <h2>接下来</h2>
      <div class="entry">${next(reading, errors.length, seconds)}</div>
    </section>`;
  return deskPage(
    { base, title: '看看读得对不对', step: 2, act: readingAct(base, reading, errors.length, hints) },
    content,
  );
}

/** By which form of the office it was read, or which labels are published as they are written. */
function teachLine(base: string, id: string, { office, labels, isNeeded }: Teaching): Html {
  const link = (words: string) => html`<a class="link" href="${base}/teach/${id}">${words}</a>`;
  const open = labels.filter(({ kept }) => kept === null);
  const names = open.slice(0, MOST_NAMED).map(({ text }) => `“${text}”`);
  if (isNeeded) return html`<p>有 ${open.length} 个栏目没见过，还没有读。${link('说一下是什么')}</p>`;
  if (office) return html`<p class="small">照“${office.data.name}”读的。${link('读得不对，改一下')}</p>`;
  return html`<p class="small">
    ${names.join('、')}${open.length > names.length && `等 ${open.length} 个栏目`}照原样公开。${link('是哪一项，可以说一下')}
  </p>`;
}

/** Labels that a line names. */
const MOST_NAMED = 4;

function next({ place }: DraftReading, errors: number, seconds: number | null): Html {
  if (errors > 0)
    return html`<p>改好的表拖到这一页的任何地方，马上重新读。不急的话，关掉也可以：读好的留着。</p>`;
  if (!place.body || place.year === null) return html`<p>选好单位和年份，就能公开。</p>`;
  const time = seconds === null ? '第一次要久一点' : `约要 ${roundSeconds(seconds)}`;
  return html`<p>
    点“公开”，做网站${time}。做好以前，网站还是现在的样子；公开以后，也可以撤回。想先看看，点“先看网页”：做好只给您看。
  </p>`;
}

/** A remark of the import begins with the file's name. */
function withoutName(remark: string, name: string): string {
  return remark.startsWith(`${name} `) ? remark.slice(name.length + 1) : remark;
}

function compare(base: string, reading: DraftReading, parts: readonly Part[], part: Part): Html {
  const { draft, original } = reading;
  return html`${
      parts.length > 1 &&
      html`<nav aria-label="这个文件里的项目">
        <div class="which">
          ${parts.map(
            (each, index) =>
              html`<a
                href="${base}/read/${draft.id}?part=${index}#compare"
                ${each === part ? html`aria-current="true"` : ''}
                ><span>${each.name}</span
                ><span class="figures">${figure(each.project?.budget?.yuan ?? null)}</span
                >${partState(each)}</a
              >`,
          )}
        </div>
      </nav>`
    }
    <ul class="legend" aria-label="颜色的意思">
      <li><i class="is-value"></i>要公开的内容</li>
      <li><i class="is-label"></i>栏目名称</li>
      <li><i class="is-hint"></i>提示，不改也能公开</li>
      <li><i class="is-wrong"></i>要改，改好才能公开</li>
      <li><i class="is-left"></i>不公开</li>
    </ul>
    <p class="use-line small" aria-live="polite" data-use>点一格，看它读成了什么。</p>
    <fieldset class="side-choice">
      <legend class="visually-hidden">看哪一边</legend>
      <label><input type="radio" name="side" id="side-original" checked />原来的表</label>
      <label><input type="radio" name="side" id="side-reading" />读成这样</label>
    </fieldset>
    <div class="sides">
      <section class="original-side" aria-labelledby="h-original">
        <h3 id="h-original">原来的表<span class="soft">${placeIn(part)}</span></h3>
        ${originalOf(base, reading, part)}
        ${
          original.pages !== undefined &&
          html`<p class="small">
            <a class="link" href="${base}/original/${draft.id}" target="_blank">打开 PDF 原件</a>
          </p>`
        }
      </section>
      <section class="reading-side" aria-labelledby="h-reading">
        <h3 id="h-reading">读成这样<span class="soft">公开以后网页上的样子</span></h3>
        ${readingSide(part.table, part.project, reading.place.year)}
      </section>
    </div>`;
}

/** The page of a PDF where it can be drawn, else the table. */
function originalOf(base: string, reading: DraftReading, { table, project }: Part): Html {
  const shown = shownPart(reading, table, project);
  const sheet = originalSide(reading, shown);
  return pdfSide(base, reading, shown, sheet) ?? sheet;
}

function partState({ errors, hints }: Part): Html | false {
  if (errors > 0) return html`<span class="state wrong">${errors} 处要改</span>`;
  return hints > 0 && html`<span class="state hint">${hints} 处提示</span>`;
}
