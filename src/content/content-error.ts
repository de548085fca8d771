import { relative, resolve } from 'node:path';
import type { Notice } from '../record/disclosure-schema.ts';
import { formatNotices } from './format-notices.ts';

/** Thrown once, with everything that is wrong in a content folder. Its message is for staff. */
export class ContentError extends Error {
  override name = 'ContentError';

  /** @param folder The content folder: the message has paths relative to the working directory. */
  constructor(notices: readonly Notice[], folder: string) {
    const lines = formatNotices(notices, (path) => relative('', resolve(folder, path)));
    super(`有 ${notices.length} 处错误，没有发布；上一次发布的网站不变：\n${lines}`);
  }
}
