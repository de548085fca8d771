import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { PAGE_POLICY } from './guard.ts';
import type { Html } from './views/desk-page.ts';

/** Bytes of a form. */
const LARGEST_FORM = 16 * 1024;

/** Before each route that takes a form, which are small. */
export const limitForm = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: (context) => context.body(null, 413),
});

export async function answerPage(context: Context, html: Html): Promise<Response> {
  context.header('content-security-policy', PAGE_POLICY);
  return context.html(await html);
}
