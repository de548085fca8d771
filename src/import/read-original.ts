import type { Imported } from './imported.ts';
import { readByKind } from './read-by-kind.ts';

/** As `readByKind`; a PDF in a thread of its own. @param onSheet Called with each sheet's name before it is read. */
export async function readOriginal(
  name: string,
  bytes: Uint8Array,
  onSheet: (name: string) => void = () => undefined,
): Promise<Imported> {
  return await readByKind(name, bytes, {
    onSheet,
    // Loaded for a PDF: libraries take longer to load than most files to read.
    readPdf: async (pdf) => await (await import('./pdf/read-pdf.ts')).readPdf(pdf),
  });
}
