import { join, relative } from 'node:path';
import type { Notice } from '../record/disclosure-schema.ts';
import { formatNotices } from './format-notices.ts';

/** Thrown once, with everything that is wrong in a content folder. Its message is for staff. */
export class ContentError extends Error {
  readonly notices: readonly Notice[];

  /** @param folder The content folder; paths in the message are relative to the working directory. */
  constructor(notices: readonly Notice[], folder: string) {
    const lines = formatNotices(notices, (path) => relative(process.cwd(), join(folder, path)));
    super(`有 ${notices.length} 处错误，没有发布；上一次发布的网站不变：\n${lines}`);
    this.name = 'ContentError';
    this.notices = notices;
  }
}
