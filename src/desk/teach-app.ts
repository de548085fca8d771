/**
 * In: what staff choose for labels that no form has.
 * Out: pages on which the reading follows, and forms in the content folder that every command reads.
 */
import { Hono, type Context } from 'hono';
import { compileOfficeForm, readOfficeForms, type OfficeFormData } from '../content/read-forms.ts';
import { ImportError } from '../import/import-error.ts';
import { placesIn } from '../record/find-nearest-label.ts';
import { answerPage, limitForm } from './answer-page.ts';
import type { Drafts } from './drafts.ts';
import { effectsOf, refuseErrors, type FormEffect } from './form-effects.ts';
import { formsApp, type FormsDesk } from './forms-app.ts';
import { readDraft, type DraftReading, type OpenedDrafts } from './read-draft.ts';
import { checkName, formsWith, KeepError, newFile, refuseWhile, saveForm } from './save-form.ts';
import { isChoice, missingPlaces, readTaught, taughtForm, teachingOf, type Teaching } from './teach-draft.ts';
import { teachPage } from './views/teach-page.ts';

/** What the desk has for its pages, and its drafts. */
interface TeachDesk extends FormsDesk {
  drafts: Drafts;
  opened: OpenedDrafts;
}

export function teachApp({ drafts, opened, ...rest }: TeachDesk): Hono {
  const { desk, openContent, isBuilding, gone } = rest;
  const { base, folder } = desk;
  const app = new Hono();
  app.route('/', formsApp(rest));

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
    return answerPage(context, teachPage({ base, teaching, reading, isKnown, missing, problem, effects }));
  };

  app.get('/teach/:id', async (context) => {
    const found = await open(context.req.param('id'));
    return found ? show(context, found) : gone(context);
  });

  app.post('/teach/:id', limitForm, async (context) => {
    const found = await open(context.req.param('id'));
    if (!found) return gone(context);
    answer(found, await context.req.parseBody());
    return context.redirect(`${base}/teach/${found.draft.id}`, 303);
  });

  app.post('/teach/:id/keep', limitForm, async (context) => {
    const before = await open(context.req.param('id'));
    if (!before) return gone(context);
    const sent = await context.req.parseBody();
    const found = answer(before, sent);
    const { draft, content, teaching, text } = found;
    try {
      refuseWhile(isBuilding());
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
