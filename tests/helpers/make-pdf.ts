import { deflateSync } from 'node:zlib';

/** Asks for a password, which nobody has. */
export const LOCK = `/ID [<00><00>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}>>>`;

const HELVETICA = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>';

interface Details {
  pages?: number;
  /** More entries of the trailer. */
  trailer?: string;
  /** The font F1, object 5. */
  font?: string;
  /** More objects, from 6 on. */
  more?: readonly string[];
}

/** A PDF whose pages all draw the same. @param draws Operators. */
export function makePdf(
  draws: string,
  { pages = 1, trailer = '', font = HELVETICA, more = [] }: Details = {},
): Buffer {
  const data = deflateSync(Buffer.from(draws, 'latin1')).toString('latin1');
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Count ${pages} /Kids [${'3 0 R '.repeat(pages)}]>>`,
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>',
    `<</Filter /FlateDecode /Length ${data.length}>> stream\n${data}\nendstream`,
    font,
    ...more,
  ];
  let file = '%PDF-1.4\n';
  const entries = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\n`;
  return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1');
}
