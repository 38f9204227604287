/** Standard errors on either side of a share within which its probability lies 95 times of 100. */
const sure = 1.959963984540054;

/** How sure a share of so many tries is. */
export interface ShareInterval {
  /** Half of the distance from `low` to `high`, where neither end cuts it off, ÷ 1.96. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % interval around `hits` of `tries`, at least one. Also where all tries agree it says something of those
 * that were not made: none of 100 leaves up to 3.7 %.
 */
export const shareInterval = (tries: number, hits: number): ShareInterval => {
  const share = hits / tries;
  const weight = (sure * sure) / tries;
  const middle = (share + weight / 2) / (1 + weight);
  const standardError = Math.sqrt((share * (1 - share) + weight / 4) / tries) / (1 + weight);
  return {
    standardError,
    low: hits === 0 ? 0 : middle - sure * standardError,
    high: hits === tries ? 1 : middle + sure * standardError,
  };
};
