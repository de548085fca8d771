/** Where a file goes: body, year, address. Filled in from the file; what it does not say is asked. */
import { html } from 'hono/html';
import { toSlug } from '../../identity/to-slug.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Html } from './desk-page.ts';

/** Values of the choice of a body that is none of those that have published. */
const FOUND = '+';
const ANOTHER = '*';

export function placeForm(base: string, { draft, place, bodies, converted }: DraftReading): Html {
  const { body, year } = place;
  const isAnother = draft.answers.publisher !== undefined;
  const found = body?.isNew && !isAnother;
  const chosen = isAnother ? ANOTHER : found ? FOUND : (body?.slug ?? '');
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`;
  const years = yearsToChoose(
    year,
    bodies.flatMap((each) => each.years),
  );
  return html`<form
    class="form three"
    id="place"
    method="post"
    action="${base}/publish/${draft.id}"
    data-place
  >
    <div>
      <label for="body">单位</label>
      <select id="body" name="body" required class="${body ? '' : 'unset'}" aria-describedby="body-from">
        ${!body && option('', '请选')} ${found && option(FOUND, body.name)}
        ${bodies.map(({ slug, name }) => option(slug, name))} ${option(ANOTHER, '另一个单位…')}
      </select>
      <p class="from" id="body-from">${place.bodyFrom}</p>
      <div data-another ${isAnother ? '' : html`hidden`}>
        <label for="publisher">单位的名称</label>
        <input
          type="text"
          id="publisher"
          name="publisher"
          value="${isAnother ? (body?.name ?? '') : ''}"
          autocomplete="off"
        />
      </div>
    </div>
    <div>
      <label for="year">年份</label>
      <select
        id="year"
        name="year"
        required
        class="${year === null ? 'unset' : ''}"
        aria-describedby="year-from"
      >
        ${year === null && html`<option value="" selected>请选</option>`}
        ${years.map(
          (each) => html`<option value="${each}" ${each === year ? html`selected` : ''}>${each}年</option>`,
        )}
      </select>
      <p class="from" id="year-from">${place.yearFrom}</p>
    </div>
    <div>
      <div data-address ${body?.isNew ? '' : html`hidden`}>
        <label for="address">网址里的名称</label>
        <input
          type="text"
          id="address"
          name="address"
          value="${body?.isNew ? body.slug : ''}"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="address-from"
        />
        <p class="from" id="address-from">按读音写的，可以改；公开以后不再改。</p>
      </div>
      <div data-fixed ${body?.isNew ? html`hidden` : ''}>
        <span class="label">网址</span>
        <p class="fixed${body && year !== null ? '' : ' soft'}" data-fixed-address>
          ${body && year !== null ? `…/${year}/${body.slug}/` : '选好单位和年份就有'}
        </p>
        ${body && year !== null && html`<p class="from">${isThere() ? '和网站上的一样，不会变。' : '和以前一样，不会变。'}</p>`}
      </div>
    </div>
    ${place.problem !== null && html`<p class="notice wrong" role="alert"><b>要改</b>${place.problem}</p>`}
  </form>`;

  function isThere(): boolean {
    return bodies.some((each) => each.slug === converted.slug && year !== null && each.years.includes(year));
  }
}

/** This year and its neighbours, and those of the site; newest first. */
function yearsToChoose(year: string | null, published: readonly string[]): string[] {
  const now = new Date().getFullYear();
  const usual = [now + 1, now, now - 1].map(String);
  return [...new Set([...(year === null ? [] : [year]), ...usual, ...published])].sort().reverse();
}

/** What the form sends, as answers; null: something of it is missing. */
export function readPlaceForm(form: Record<string, unknown>): {
  year?: string;
  slug?: string;
  publisher?: string;
} {
  const text = (name: string) => {
    const value = form[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const [year, body, publisher, address] = ['year', 'body', 'publisher', 'address'].map(text);
  const slug =
    body === FOUND ? address : body === ANOTHER ? (address ?? (publisher && toSlug(publisher))) : body;
  return {
    ...(year !== undefined && /^(?:19|20)\d{2}$/.test(year) && { year }),
    ...(slug !== undefined && { slug }),
    ...(body === ANOTHER && publisher !== undefined && { publisher }),
  };
}
