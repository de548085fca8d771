/**
 * In: what staff choose for labels that no form has.
 * Out: pages on which the reading follows, and forms in the content folder that every command reads.
 */
import { Hono, type Context } from 'hono';
import type { bodyLimit } from 'hono/body-limit';
import type { Content } from '../content/open-content.ts';
import {
  compileOfficeForm,
  readOfficeForms,
  type OfficeForm,
  type OfficeFormData,
} from '../content/read-forms.ts';
import { ImportError } from '../import/import-error.ts';
import { placesIn } from '../record/find-nearest-label.ts';
import type { Desk } from './desk.ts';
import type { Drafts } from './drafts.ts';
import { effectsOf, type FormEffect } from './form-effects.ts';
import { listLabelsOf, wordOf } from './form-places.ts';
import { readDraft, type DraftReading, type OpenedDrafts } from './read-draft.ts';
import { checkName, formsWith, KeepError, newFile, removeForm, saveForm } from './save-form.ts';
import {
  applyChoices,
  isChoice,
  missingPlaces,
  readTaught,
  taughtForm,
  teachingOf,
  type Teaching,
} from './teach-draft.ts';
import type { Html } from './views/desk-page.ts';
import { formPage, formsPage } from './views/forms-page.ts';
import { teachPage } from './views/teach-page.ts';

/** What the desk has for all of its pages. */
export interface TeachDesk {
  desk: Desk;
  drafts: Drafts;
  opened: OpenedDrafts;
  openContent: () => Promise<Content>;
  /** Whether a site is being built: its content must not change. */
  isBuilding: () => boolean;
  page: (context: Context, html: Html) => Promise<Response>;
  /** For an old link. */
  gone: (context: Context) => Promise<Response>;
  /** Refuses forms that are too large. */
  limited: ReturnType<typeof bodyLimit>;
}

const BUSY = '正在做网站。做好以后再点一次；选过的都记着。';

export function teachApp({
  desk,
  drafts,
  opened,
  openContent,
  isBuilding,
  page,
  gone,
  limited,
}: TeachDesk): Hono {
  const { base, folder } = desk;
  const app = new Hono();

  /** Null: there is no such draft, or nothing of it to teach. */
  const open = async (id: string) => {
    const draft = drafts.find(id);
    if (!draft) return null;
    try {
      const content = await openContent();
      const reading = await readDraft(draft, content, opened);
      const teaching = teachingOf(reading, readOfficeForms(folder));
      return teaching && { draft, content, teaching, text: reading.converted.text };
    } catch (error) {
      if (error instanceof ImportError) return null;
      throw error;
    }
  };
  type Opened = NonNullable<Awaited<ReturnType<typeof open>>>;
  /** The same with what a page sends. What is none of its choices is as if it were not sent. */
  const answer = ({ draft, ...rest }: Opened, sent: Readonly<Record<string, unknown>>): Opened => {
    const { teaching } = rest;
    const { choices = {}, name } = draft.answers.taught ?? {};
    const chosen = teaching.labels.flatMap((label) => {
      const choice = sent[`is:${label.key}`];
      return typeof choice === 'string' && isChoice(label, choice) ? [[label.key, choice] as const] : [];
    });
    const named = typeof sent['name'] === 'string' ? sent['name'].trim().slice(0, 200) : name;
    const taught = {
      choices: { ...choices, ...Object.fromEntries(chosen) },
      ...(named !== undefined && { name: named }),
    };
    const answered = drafts.answer(draft, { ...draft.answers, taught });
    const after = new Map(chosen);
    const labels = teaching.labels.map((label) => ({
      ...label,
      choice: after.get(label.key) ?? label.choice,
    }));
    return { ...rest, draft: answered, teaching: { ...teaching, labels, name: named ?? teaching.name } };
  };
  const show = async (
    context: Context,
    { draft, content, teaching, text }: Opened,
    problem: string | null = null,
    effects: readonly FormEffect[] = [],
  ) => {
    const reading = await readTaught(draft, content, opened, teaching, text);
    const data = taughtForm(teaching, text);
    const form = compileOfficeForm(data);
    const isKnown = (key: string) => placesIn(form, key).length > 0;
    const missing = missingPlaces(reading, data);
    return page(context, teachPage({ base, teaching, reading, isKnown, missing, problem, effects }));
  };

  app.get('/teach/:id', async (context) => {
    const found = await open(context.req.param('id'));
    return found ? show(context, found) : gone(context);
  });

  app.post('/teach/:id', limited, async (context) => {
    const found = await open(context.req.param('id'));
    if (!found) return gone(context);
    answer(found, await context.req.parseBody());
    return context.redirect(`${base}/teach/${found.draft.id}`, 303);
  });

  app.post('/teach/:id/keep', limited, async (context) => {
    const before = await open(context.req.param('id'));
    if (!before) return gone(context);
    const sent = await context.req.parseBody();
    const found = answer(before, sent);
    const { draft, content, teaching, text } = found;
    try {
      if (isBuilding()) throw new KeepError(BUSY);
      const data = checkTaught(
        teaching,
        await readTaught(draft, content, opened, teaching, text),
        taughtForm(teaching, text),
      );
      const forms = readOfficeForms(folder);
      checkName(teaching.name, forms, teaching.office);
      const file = teaching.office?.file ?? newFile(data.name, forms);
      const effects = effectsOf(content, formsWith(forms, file, data));
      refuseErrors(effects);
      if (effects.length > 0 && sent['sure'] !== '1') return await show(context, found, null, effects);
      saveForm(folder, file, data, teaching.office === null);
    } catch (error) {
      if (error instanceof KeepError) return await show(context, found, error.message);
      throw error;
    }
    const { taught: _taught, ...others } = draft.answers;
    drafts.answer(draft, others);
    return context.redirect(`${base}/read/${draft.id}`, 303);
  });

  app.get('/forms', (context) => page(context, formsPage(base, readOfficeForms(folder))));

  const formOf = (context: Context) =>
    readOfficeForms(folder).find(({ file }) => file === context.req.param('file')) ?? null;

  app.get('/forms/:file', (context) => {
    const form = formOf(context);
    return form
      ? page(context, formPage({ base, form, problem: null, effects: null, sent: {} }))
      : gone(context);
  });

  /** Changes a form, or takes it away, where staff allow what follows. @param data Null: it is taken away. */
  const change = async (
    context: Context,
    form: OfficeForm,
    data: OfficeFormData | null,
    sent: Readonly<Record<string, string>>,
  ) => {
    const { sure, ...fields } = sent;
    try {
      if (isBuilding()) throw new KeepError(BUSY);
      const forms = readOfficeForms(folder);
      if (data) checkName(data.name, forms, form);
      const effects = effectsOf(await openContent(), formsWith(forms, form.file, data));
      refuseErrors(effects);
      if (effects.length > 0 && sure !== '1') {
        const of = data ? 'change' : 'remove';
        return await page(
          context,
          formPage({ base, form, problem: null, effects: { of, list: effects }, sent: fields }),
        );
      }
      if (data) saveForm(folder, form.file, data, false);
      else removeForm(folder, form.file);
    } catch (error) {
      if (!(error instanceof KeepError)) throw error;
      return await page(
        context,
        formPage({ base, form, problem: error.message, effects: null, sent: fields }),
      );
    }
    return context.redirect(`${base}/forms`, 303);
  };

  app.post('/forms/:file', limited, async (context) => {
    const form = formOf(context);
    if (!form) return gone(context);
    const sent = textsOf(await context.req.parseBody());
    const labels = listLabelsOf(form.data).map(({ key, text, choice }) => {
      const chosen = sent[`is:${key}`] ?? '';
      return { key, text, choice: wordOf(chosen) === null ? choice : chosen };
    });
    const data = { ...applyChoices(form.data, labels), name: sent['name']?.trim() ?? form.data.name };
    return change(context, form, data, sent);
  });

  app.post('/forms/:file/remove', limited, async (context) => {
    const form = formOf(context);
    return form ? change(context, form, null, textsOf(await context.req.parseBody())) : gone(context);
  });

  return app;
}

/** The form's data, if they make the file's tables readable. Throws a {@link KeepError}. */
function checkTaught({ labels }: Teaching, reading: DraftReading, data: OfficeFormData): OfficeFormData {
  const open = labels.findIndex(({ choice }) => choice === null);
  if (open >= 0) throw new KeepError(`第 ${open + 1} 个还没有选。`);
  if (reading.notices.some(({ rule }) => rule === 'form/unknown' || rule === 'table/unknown')) {
    const missing = missingPlaces(reading, data);
    throw new KeepError(
      `这样选还读不出这张表${missing.length > 0 ? `：没有一栏是${missing.join('、')}` : ''}。`,
    );
  }
  return data;
}

/** Throws a {@link KeepError} where a source that can be read now could not be read any more. */
function refuseErrors(effects: readonly FormEffect[]): void {
  const broken = effects.filter(({ error }) => error !== null);
  if (broken.length === 0) return;
  const names = broken
    .slice(0, 3)
    .map(({ what }) => what)
    .join('、');
  throw new KeepError(
    `这样一来，已经放进来的 ${names}${broken.length > 3 ? ` 等 ${broken.length} 份` : ''}就读不出了，所以没有改。`,
  );
}

/** The fields of a form that are texts. */
function textsOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
