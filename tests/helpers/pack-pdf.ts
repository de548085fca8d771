import { deflateSync } from 'node:zlib';

/** A glyph that draws nothing. */
const NOTHING = '<</Length 6>> stream\n1 0 d0\nendstream';

/**
 * A PDF of Chromium's, a tenth as large: the characters have no outlines, but their codes and widths, and what is no stream is
 * packed into one. All references are kept.
 */
export function packPdf(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const procedures = [...text.matchAll(/\/CharProcs <<([^>]*)>>/g)].map(([, list = '']) => list).join(' ');
  const outlines = new Set([...procedures.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id)));
  const [drawn = 0] = outlines;
  const objects = [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g)]
    .map(([, id, body = '']): [id: number, body: string] => [Number(id), body])
    .filter(([id]) => !outlines.has(id) || id === drawn)
    .map(([id, body]): [id: number, body: string] => [
      id,
      id === drawn
        ? NOTHING
        : body.replaceAll(/\/CharProcs <<([^>]*)>>/g, (list) => list.replaceAll(/\d+ 0 R/g, `${drawn} 0 R`)),
    ]);
  const isStream = ([, body]: [number, string]) => body.endsWith('endstream');
  const plain = objects.filter((object) => !isStream(object));
  const size = Math.max(...objects.map(([id]) => id)) + 3;
  const [packId, indexId] = [size - 2, size - 1];

  let file = '%PDF-1.5\n';
  /** Kind, place and number in the pack of each object. */
  const index = Buffer.alloc(size * 7);
  const enter = (id: number, kind: number, place: number, order: number) => {
    index.writeUInt8(kind, id * 7);
    index.writeUInt32BE(place, id * 7 + 1);
    index.writeUInt16BE(order, id * 7 + 5);
  };
  const add = (id: number, body: string) => {
    enter(id, 1, file.length, 0);
    file += `${id} 0 obj\n${body}\nendobj\n`;
  };
  for (const [id, body] of objects.filter(isStream)) add(id, body);
  let length = 0;
  const head: string[] = [];
  for (const [order, [id, body]] of plain.entries()) {
    enter(id, 2, packId, order);
    head.push(`${id} ${length}`);
    length += body.length + 1;
  }
  const lead = `${head.join(' ')}\n`;
  const packed = toStream(`${lead}${plain.map(([, body]) => `${body}\n`).join('')}`);
  add(packId, packed.replace('<<', `<</Type /ObjStm /N ${plain.length} /First ${lead.length} `));
  const start = file.length;
  enter(indexId, 1, start, 0);
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? '';
  const entries = toStream(index.toString('latin1'));
  add(indexId, entries.replace('<<', `<</Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R `));
  return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1');
}

function toStream(text: string): string {
  const data = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  return `<</Filter /FlateDecode /Length ${data.length}>> stream\n${data}\nendstream`;
}
