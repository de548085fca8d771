/** The changes that Stryker's mutators make of a file. */
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Change, Place } from './apply-change.ts';

/** A file by its path from the project's folder, and its text. */
export type SourceFile = readonly [path: string, text: string];

/** The mutators report nothing that matters here. */
const SILENT = {
  ...{ isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no },
  ...{ isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no },
  ...{ trace: no, debug: no, info: no, warn: no, error: no, fatal: no },
};

/** @returns All changes but those of Chinese words alone, which people read and tests do not. */
export async function listChanges(files: readonly SourceFile[]): Promise<Change[]> {
  const { mutants } = await new Instrumenter(SILENT).instrument(
    files.map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const texts = new Map(files);
  return mutants.flatMap(({ fileName: file, location, mutatorName, replacement }) => {
    const [start, end] = [fromOne(location.start), fromOne(location.end)];
    const line = texts.get(file)?.split('\n')[start.line - 1] ?? '';
    const isWording =
      mutatorName === 'StringLiteral' && /\p{Script=Han}/u.test(line.slice(start.column - 1, end.column - 1));
    return isWording ? [] : [{ file, start, end, replacement }];
  });
}

function fromOne({ line, column }: Place): Place {
  return { line: line + 1, column: column + 1 };
}

function no(): boolean {
  return false;
}
