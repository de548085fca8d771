import { CFB } from '@e965/xlsx';
import { PlainBytes, type Bytes } from './bytes.ts';

/** What the workbook library gives of a container; it comes without types. */
interface ContainerReader {
  read: (bytes: Uint8Array, options: { type: 'buffer' }) => { FullPaths: string[] };
  find: (container: object, path: string) => { content: Uint8Array } | null;
}
const containers = CFB as ContainerReader;

/** A file in Microsoft's compound container: those of Office 97, and new ones with a password. */
export interface Container {
  /** A stream at the top. Undefined: there is none, or it is empty. */
  stream: (name: string) => Bytes | undefined;
  /** Whether it holds macros. */
  hasMacros: boolean;
}

/** A container that is broken has no streams. */
export function openContainer(bytes: Uint8Array): Container {
  try {
    const container = containers.read(bytes, { type: 'buffer' });
    return {
      stream: (name) => {
        const content = containers.find(container, `/${name}`)?.content;
        return content && content.length > 0 ? new PlainBytes(content) : undefined;
      },
      hasMacros: container.FullPaths.some((path) => /\/(?:_VBA_PROJECT|VBA)(?:_CUR)?\/?$/i.test(path)),
    };
  } catch {
    return { stream: () => undefined, hasMacros: false };
  }
}
