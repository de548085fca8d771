/**
 * In: what staff want to publish: a file, what waits in the content, an earlier state.
 * Out: how a copy of the content becomes that, and how it is called.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { openContent } from '../content/open-content.ts';
import { ImportError } from '../import/import-error.ts';
import { refuseSame } from '../import/refuse-same.ts';
import { saveSource } from '../import/save-source.ts';
import { totalOf } from '../record/total-of.ts';
import { moveVanished, withdrawVanished } from '../redirects/move-vanished.ts';
import { countCells, movesOf } from './compare-draft.ts';
import { countTables } from './count-tables.ts';
import type { Desk } from './desk.ts';
import { readKept, type KeptState } from './history/kept-states.ts';
import { idOfSource } from './id-of-source.ts';
import type { DraftReading } from './read-draft.ts';
import { digestContent } from './stage/content-files.ts';
import { removeStaged, writeStaged, type Stage } from './stage/stage.ts';
import { formatMoment } from './views/words.ts';

export const WorkSchema = z.strictObject({
  /** `云岭市文化局2026年的 3 个项目`. */
  what: z.string(),
  /** What the start page says of it: `公开了云岭市文化局2026年的 3 个项目`. */
  said: z.string(),
  /** What the list of publications says of it: `放入云岭市文化局2026年，3 个项目`. */
  did: z.string(),
  /** What Git says of it: `公开云岭市文化局2026年的3个项目`. */
  subject: z.string(),
  /** Id of the file that was dropped. Null: it is none. */
  draft: z.string().nullable(),
  /** Path of the desk's page where it is begun: `/read/<id>`. */
  from: z.string(),
  /** Of the body and its year: `2026/wen-hua-ju`. Null: it is of several. */
  id: z.string().nullable(),
  /** Exact decimal. Null: no table has funds, or it is of several bodies. */
  yuan: z.string().nullable(),
});
/** How a work is called: plain JSON. */
export type WorkInfo = z.infer<typeof WorkSchema>;

export interface Work {
  info: WorkInfo;
  /** Two works of one key make the same of the same content. */
  key: string;
  /** Path of the source that it replaces, relative to the content folder. Null: none, or many. */
  path: string | null;
  /** Whether the content becomes an earlier state, whatever it is now. */
  isReturn: boolean;
  /** Changes the copy. Rejects with an ImportError. */
  prepare: (stage: Stage) => Promise<void>;
}

export function draftWork(desk: Desk, reading: DraftReading): Work {
  const { draft, original, converted, changes, place } = reading;
  const { path, text, copies } = converted;
  const { projects } = converted.reading;
  const what = describeReading(reading);
  return {
    info: {
      ...{ what, draft: draft.id, from: `/read/${draft.id}`, said: `公开了${what}` },
      did: describeChange(reading),
      subject: `${changes ? '更正' : '公开'}${what.replaceAll(' ', '')}`,
      id: place.body && place.year !== null ? idOfSource(path) : null,
      yuan: totalOf(projects).yuan,
    },
    key: keyOf('draft', draft.id, text, JSON.stringify(draft.answers)),
    path,
    isReturn: false,
    prepare: async (stage) => {
      refuseSame([original], path, stage.folder);
      saveSource({ path: join(stage.folder, path), text }, copies, { force: true });
      if (!changes) return;
      const staged = await openContent({ root: desk.root, folder: stage.folder });
      refuse(moveVanished(staged, movesOf(changes)));
    },
  };
}

/** `更正云岭市水务局2026年，2 格`. */
function describeChange(reading: DraftReading): string {
  const { changes, converted } = reading;
  const whose = whoseOf(reading);
  const all = countTables(converted.reading);
  if (!changes) return `放入${whose}，${all}`;
  const { apart, added } = changes;
  if (apart?.answer === 'add') return `补充${whose}，${added.length} 个项目`;
  if (apart) return `换掉${whose}的表，${all}`;
  const cells = countCells(changes);
  return `更正${whose}，${cells > 0 ? `${cells} 格` : all}`;
}

/** What somebody changed in the content folder. @param projects How many it has. */
export function contentWork(projects: number): Work {
  const what = `全部 ${projects} 个项目`;
  return {
    info: {
      ...{ what, draft: null, from: '/', id: null, yuan: null, said: `公开了${what}` },
      did: `内容文件夹里的改动，共 ${projects} 个项目`,
      subject: '公开内容里的改动',
    },
    key: keyOf('content'),
    path: null,
    isReturn: false,
    prepare: () => Promise.resolve(),
  };
}

/** A state that was published before: its tables and their originals, the guide and the settings. What was taught stays. */
export function returnWork(desk: Desk, target: KeptState): Work {
  const moment = formatMoment(target.at);
  const said = `回到 ${moment} 的样子`;
  return {
    info: {
      ...{ what: `${moment} 的网站`, draft: null, from: `/history?back=${target.id}`, id: null, yuan: null },
      ...{ said, did: said, subject: said.replaceAll(' ', '') },
    },
    key: keyOf('return', target.id),
    path: null,
    isReturn: true,
    prepare: async (stage) => {
      const now = digestContent(stage.folder, ['disclosures', 'guide', 'site.json']);
      removeStaged(
        stage,
        [...now.keys()].filter((path) => !(path in target.files)),
      );
      const forms = digestContent(stage.folder, ['forms']);
      for (const [path, sha256] of Object.entries(target.files))
        if (now.get(path) !== sha256 && !forms.has(path))
          writeStaged(stage, path, readKept(desk.state, sha256));
      refuse(withdrawVanished(await openContent({ root: desk.root, folder: stage.folder })));
    },
  };
}

/** `云岭市文化局2026年的 3 个项目`. */
export function describeReading(reading: DraftReading): string {
  const whose = whoseOf(reading);
  return `${whose === '' ? '' : `${whose}的 `}${countTables(reading.converted.reading)}`;
}

/** `云岭市文化局2026年`. */
function whoseOf({ place }: DraftReading): string {
  return `${place.body?.name ?? ''}${place.year === null ? '' : `${place.year}年`}`;
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new ImportError(problem);
}

function keyOf(...parts: string[]): string {
  return hash('sha256', JSON.stringify(parts));
}
