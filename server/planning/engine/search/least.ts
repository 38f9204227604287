/** Whether a value reaches the goal; asked once for each position. */
export type Reaches = (position: number) => boolean;

/** What a search over the positions 0 … last has found. */
export interface Found {
  /** Least position that reaches the goal, null when none tried does. The one below it, where there is one, misses. */
  readonly least: number | null;
  readonly tried: ReadonlyMap<number, boolean>;
}

/** So few positions are all tried. */
const allTried = 24;
/** Positions spread over what is left, in search of others that reach the goal. */
const probes = 4;
const mostRounds = 8;

/**
 * Least position that reaches a goal. Nothing is taken for granted about what lies between: few positions are all
 * tried; of many, doubling steps from `start` and halving find a border, and then positions below it are probed,
 * from which the search begins again as long as one of them reaches.
 */
export const leastReaching = (last: number, start: number, reaches: Reaches): Found => {
  const tried = new Map<number, boolean>();
  const test = (position: number): boolean => {
    const known = tried.get(position);
    if (known !== undefined) return known;
    const found = reaches(position);
    tried.set(position, found);
    return found;
  };
  const firstTried = (): number | null => {
    let least: number | null = null;
    for (const [position, found] of tried) if (found && (least === null || position < least)) least = position;
    return least;
  };
  if (last < allTried) {
    for (let position = 0; position <= last; position += 1) test(position);
    return { least: firstTried(), tried };
  }
  /** Largest position tried below `position`, all of which miss. */
  const missBelow = (position: number): number => {
    let miss = -1;
    for (const other of tried.keys()) if (other < position && other > miss) miss = other;
    return miss;
  };
  const spread = (below: number): void => {
    for (let part = 1; part <= probes; part += 1) test(Math.floor((below * part) / (probes + 1)));
  };
  test(0);
  // Whether the goal is still reached at the other end is worth knowing, whatever the answer.
  test(last);
  for (let step = 1, position = Math.max(1, start); ; step *= 2) {
    if (test(position) || position === last) break;
    position = Math.min(last, position + step);
  }
  if (firstTried() === null || !tried.get(last)) spread(last);
  for (let round = 0; round < mostRounds; round += 1) {
    const reached = firstTried();
    if (reached === null) break;
    let high = reached;
    let low = missBelow(high);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (test(middle)) high = middle;
      else low = middle;
    }
    spread(high);
    if (firstTried() === high) break;
  }
  return { least: firstTried(), tried };
};
