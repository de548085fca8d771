/**
 * In: the content folder.
 * Out: the entries of one collection in Astro's store.
 */
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError } from '../content/content-error.ts';
import { anchorsOf } from '../site/cache-key.ts';
import { contentFolder } from '../content/content-folder.ts';
import { parserDigest } from '../content/parser-digest.ts';
import { readCachedContent } from '../content/read-cached-content.ts';
import { forgetReadings, type Content, type SourceReading } from '../content/read-content.ts';
import { tellChange } from './stored.ts';

/** One entry as a loader stores it. */
interface Entry {
  id: string;
  /** Made only where the store has not the same already. */
  data: () => Record<string, unknown>;
}

/**
 * Loads a collection from `<content folder>/disclosures/**\/*.md`.
 *
 * Throws once, with every error of every file; the store is then as it was. Entries that vanished are deleted, entries
 * whose source and parser are unchanged are kept. In `astro dev` it reads again on every change of a source; a file with
 * errors is then told, and the pages stay as they were.
 *
 * @param toEntries Makes the entries of one source file.
 */
export function disclosureLoader(toEntries: (source: SourceReading) => Entry[]): Loader {
  return {
    name: 'disclosure-loader',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const folder = contentFolder(root);
      const sync = () => syncStore(root, parserDigest(root), toEntries, context);
      // `astro dev` starts with errors too: `/_check` is where they are put right.
      if (context.watcher)
        await sync().catch((error: unknown) => {
          tell(error, context);
        });
      else await sync().finally(forgetReadings);
      watch(folder, sync, context);
    },
  };
}

let reading: Promise<Content> | undefined;

/** Collections that ask at once, as they do after a change, are answered by one reading. */
function readOnce(root: string): Promise<Content> {
  setImmediate(() => {
    reading = undefined;
  });
  return (reading ??= readCachedContent(root));
}

async function syncStore(
  root: string,
  parser: string,
  toEntries: (source: SourceReading) => Entry[],
  context: LoaderContext,
): Promise<void> {
  const { store } = context;
  const { sources, errors } = await readOnce(root);
  if (errors.length > 0) throw new ContentError(errors, contentFolder(root));
  const vanished = new Set(store.keys());
  for (const source of sources) {
    const { sha256, projects } = source.disclosure;
    // The ids hang on what is on record, too.
    const ids = projects.map(({ id, indicators }) => [id, ...anchorsOf(indicators)]);
    const digest = context.generateDigest({ parser, path: source.path, sha256, ids });
    for (const { id, data } of toEntries(source)) {
      vanished.delete(id);
      if (store.get(id)?.digest === digest) continue;
      store.set({ id, data: await context.parseData({ id, data: data() }), digest });
    }
  }
  for (const id of vanished) store.delete(id);
}

function watch(folder: string, sync: () => Promise<void>, context: LoaderContext): void {
  const { watcher } = context;
  if (!watcher) return;
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (![`disclosures${sep}`, `forms${sep}`].some((part) => path.startsWith(`${folder}${sep}${part}`)))
      return;
    sync()
      .then(tellChange)
      .catch((error: unknown) => {
        tell(error, context);
      });
  });
}

/** Every collection reads the same files and fails alike; one of them tells. */
function tell(error: unknown, { logger, collection }: LoaderContext): void {
  if (collection === 'projects') logger.error(error instanceof Error ? error.message : String(error));
}
