import { inflateSync } from 'node:zlib';

/** The pixels of a PNG that `encodePng` wrote, as indices of its palette, row by row. */
export function readPixels(png: Buffer): { palette: number[][]; rows: Uint8Array[] } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const of = (type: string) => chunks.get(type) ?? Buffer.alloc(0);
  const [width, height] = [of('IHDR').readUInt32BE(0), of('IHDR').readUInt32BE(4)];
  const stride = 1 + Math.ceil(width / 2);
  const bytes = inflateSync(of('IDAT'));
  const colours = [...of('PLTE')];
  return {
    palette: Array.from({ length: colours.length / 3 }, (_, at) => colours.slice(at * 3, at * 3 + 3)),
    rows: Array.from({ length: height }, (_, y) =>
      new Uint8Array(width).map((_pixel, x) => {
        const byte = bytes[y * stride + 1 + (x >> 1)] ?? 0;
        return x % 2 === 0 ? byte >> 4 : byte & 15;
      }),
    ),
  };
}
