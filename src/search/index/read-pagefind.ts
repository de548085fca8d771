import * as pagefind from 'pagefind';
import { must } from '../../record/must.ts';
import { ENGINE, LANGUAGE } from '../index-format.ts';

/** Pagefind's version, client, and WebAssembly (compressed), as published. */
export interface Pagefind {
  version: string;
  client: Uint8Array;
  engine: Uint8Array;
}

/** The package has them within its indexer, which writes them next to any index. Throws if it can't be run. */
export async function readPagefind(): Promise<Pagefind> {
  try {
    const { index } = await pagefind.createIndex();
    await must(index).addCustomRecord({ url: '/', content: 'a', language: LANGUAGE });
    const { files } = await must(index).getFiles();
    const fileAt = (path: string) => must(files.find((file) => file.path === path)).content;
    const entry = JSON.parse(Buffer.from(fileAt('pagefind-entry.json')).toString()) as { version: string };
    return { version: entry.version, client: fileAt('pagefind.js'), engine: fileAt(ENGINE) };
  } finally {
    await pagefind.close();
  }
}
