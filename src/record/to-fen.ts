/** An amount in fen, exactly; -1, less than any, where there is none. @param yuan With two places, as records have it: `27700.00`. */
export function toFen(yuan: string | null): bigint {
  return yuan === null ? BigInt(-1) : BigInt(yuan.replace('.', ''));
}
