/**
 * In: Pagefind's client as it is written beside the index, and the files that it is led to.
 * Out: Pagefind's engine over all bundles.
 */
import { answerPagefind, bundleFolder, type AnswerOptions, type PagefindAnswers } from './answer-pagefind.ts';
import { LANGUAGE } from '../index-format.ts';
import type { OwnClient } from './own-client.ts';

/** The part of Pagefind's client that is used. */
export interface PagefindModule extends OwnClient {
  createInstance(options: object): PagefindInstance;
}
interface PagefindInstance {
  mergeIndex(path: string, options: object): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}
export interface PagefindResult {
  id: string;
  words: number[];
}

export interface OpenPagefind extends Pick<PagefindAnswers, 'lost'> {
  index: PagefindInstance;
}

export async function openPagefind(
  module: PagefindModule,
  files: Omit<AnswerOptions, 'unpack'>,
): Promise<OpenPagefind> {
  const { answer, lost } = answerPagefind({ ...files, unpack: module.unpack });
  module.answerWith(answer);
  const options = { language: LANGUAGE };
  const index = module.createInstance({ ...options, noWorker: true, basePath: bundleFolder(0) });
  const others = files.sizes.slice(1).map((_, other) => index.mergeIndex(bundleFolder(other + 1), options));
  // It loads behind the scenes, and tells of a failure where it is asked for something.
  await Promise.all([...others, index.search('""')]);
  return { index, lost };
}
