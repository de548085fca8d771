/** Pages of the office's forms: to look at, to correct, to take away. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Content } from '../content/open-content.ts';
import { readOfficeForms, type OfficeForm, type OfficeFormData } from '../content/read-forms.ts';
import { answerPage } from './answer-page.ts';
import type { Desk } from './desk.ts';
import { effectsOf, refuseErrors } from './form-effects.ts';
import { listLabelsOf, wordOf } from './form-places.ts';
import { checkName, formsWith, KeepError, refuseWhile, removeForm, saveForm } from './save-form.ts';
import { applyChoices } from './teach-draft.ts';
import { formPage, formsPage } from './views/forms-page.ts';

/** What the desk has for all of its pages. */
export interface FormsDesk {
  desk: Desk;
  openContent: () => Promise<Content>;
  /** Whether a site is being built: its content must not change. */
  isBuilding: () => boolean;
  /** For an old link. */
  gone: (context: Context) => Promise<Response>;
}

/** Bytes of a form with all labels of a file: somebody may have written hundreds by hand. */
const LARGEST = 256 * 1024;

export function formsApp({ desk, openContent, isBuilding, gone }: FormsDesk): Hono {
  const { base, folder } = desk;
  const limited = bodyLimit({ maxSize: LARGEST, onError: (context) => context.body(null, 413) });
  const app = new Hono();

  app.get('/forms', (context) => answerPage(context, formsPage(base, readOfficeForms(folder))));

  const formOf = (context: Context) =>
    readOfficeForms(folder).find(({ file }) => file === context.req.param('file')) ?? null;

  app.get('/forms/:file', (context) => {
    const form = formOf(context);
    return form
      ? answerPage(context, formPage({ base, form, problem: null, effects: null, sent: {} }))
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
      refuseWhile(isBuilding());
      const forms = readOfficeForms(folder);
      if (data) checkName(data.name, forms, form);
      const effects = effectsOf(await openContent(), formsWith(forms, form.file, data));
      refuseErrors(effects);
      if (effects.length > 0 && sure !== '1') {
        const of = data ? 'change' : 'remove';
        return await answerPage(
          context,
          formPage({ base, form, problem: null, effects: { of, list: effects }, sent: fields }),
        );
      }
      if (data) saveForm(folder, form.file, data, false);
      else removeForm(folder, form.file);
    } catch (error) {
      if (!(error instanceof KeepError)) throw error;
      return await answerPage(
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

/** The fields of a form that are texts. */
function textsOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
