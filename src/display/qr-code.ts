import { encode } from 'uqr';

/** Empty modules around a code, as its standard wants them. */
const QUIET = 4;

/** A QR code of an address as an SVG file. Black on white in dark mode too: cameras read nothing else everywhere. */
export function qrCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) =>
    [...runsOf(row)].map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/>`,
    `<path d="${runs.join('')}"/>`,
    '</svg>\n',
  ].join('');
}

/** The dark modules of a row that are next to each other. */
function* runsOf(row: readonly boolean[]): Generator<{ start: number; length: number }> {
  for (let start = row.indexOf(true); start >= 0;) {
    const end = row.indexOf(false, start);
    const stop = end < 0 ? row.length : end;
    yield { start, length: stop - start };
    start = row.indexOf(true, stop);
  }
}
