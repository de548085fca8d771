import { escapeText } from './escape-text.ts';

/** The HTML with which another site shows a page of this one in a frame. */
export function embedCode(address: string, title: string): string {
  const [src, name] = [address, title].map((text) => escapeText(text).replaceAll('"', '&quot;'));
  return `<iframe src="${src}" title="${name}" width="100%" height="480" style="border: 0" loading="lazy"></iframe>`;
}
