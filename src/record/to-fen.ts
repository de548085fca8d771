/** An amount in fen, exactly. @param yuan With two places, as records have it: `27700.00`. */
export function toFen(yuan: string): bigint {
  return BigInt(yuan.replace('.', ''));
}
