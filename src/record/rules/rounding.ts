import { Decimal } from 'decimal.js';

/** A sum as written, and what it is in yuan. */
interface Written {
  text: string;
  yuan: Decimal | string;
}

/** How far a total in yuan can be from the sum of its parts because each is rounded: half of the last digit for each of them. */
export function toleranceOf(sums: readonly Written[]): Decimal {
  const steps = sums.map(stepOf);
  return Decimal.max(0, ...steps)
    .times(sums.length)
    .dividedBy(2);
}

/** The last decimal place of a sum, in yuan. 0: it has none, and is exact. */
function stepOf({ text, yuan }: Written): Decimal {
  const [, whole = '', decimals = ''] =
    /(\d+)\.(\d+)/.exec(text.normalize('NFKC').replaceAll(/[,\s]/g, '')) ?? [];
  const figure = new Decimal(`${whole || 0}.${decimals || 0}`);
  if (figure.isZero()) return new Decimal(0);
  return new Decimal(yuan).dividedBy(figure).dividedBy(new Decimal(10).pow(decimals.length));
}
