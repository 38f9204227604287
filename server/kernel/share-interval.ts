/** Standard errors on either side of a share within which its probability lies 95 times of 100. */
const sure = 1.959963984540054;

/** The same of each of eleven shares, so that all eleven lie within theirs 95 times of 100 (Bonferroni). */
export const sureOfEleven = 2.8376;

/** How sure a share of so many tries is. */
export interface ShareInterval {
  /** Half of the distance from `low` to `high`, where neither end cuts it off, ÷ 1.96 (`errors`). */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % interval around `hits` of `tries`, at least one. Also where all tries agree it says something of those
 * that were not made: none of 100 leaves up to 3.7 %. With `errors` standard errors on either side it is as much surer.
 */
export const shareInterval = (tries: number, hits: number, errors = sure): ShareInterval => {
  const share = hits / tries;
  const weight = (errors * errors) / tries;
  const middle = (share + weight / 2) / (1 + weight);
  const standardError = Math.sqrt((share * (1 - share) + weight / 4) / tries) / (1 + weight);
  return {
    standardError,
    low: hits === 0 ? 0 : middle - errors * standardError,
    high: hits === tries ? 1 : middle + errors * standardError,
  };
};

interface Share extends Pick<ShareInterval, "low" | "high"> {
  readonly share: number;
}

/** Newcombe's interval around what one share is more than another, of other tries: from how far Wilson's of each reach. */
export const shareDifference = (more: Share, less: Share): { readonly difference: number } & Pick<ShareInterval, "low" | "high"> => {
  const difference = more.share - less.share;
  return {
    difference,
    low: difference - Math.sqrt((more.share - more.low) ** 2 + (less.high - less.share) ** 2),
    high: difference + Math.sqrt((more.high - more.share) ** 2 + (less.share - less.low) ** 2),
  };
};
