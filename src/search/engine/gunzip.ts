import type { Bytes } from '../index-format.ts';

/** Decompresses gzip. Browsers from before 2023 have no DecompressionStream, and load fflate. */
export async function gunzip(content: Bytes): Promise<Bytes> {
  if (typeof DecompressionStream === 'undefined') {
    const { gunzipSync } = await import('fflate');
    return gunzipSync(content);
  }
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
