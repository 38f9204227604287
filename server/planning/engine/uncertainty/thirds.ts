import { verdictCode } from "@server/compliance/engine/index";
import { shareDifference, shareInterval, sureOfEleven } from "@server/kernel/share-interval";
import type { MonteCarlo, Probability } from "../../contract";
import { probability } from "./statistics";

type Thirds = NonNullable<MonteCarlo["tornado"]["inputs"][number]["thirds"]>;

/** What a sum of rounding errors leaves is no variation. */
const noise = 1e-12;

/**
 * Bounds of the lowest and of the highest third of sorted values: of the one those up to `most`, of the other those
 * from `least` on. Equal values are never parted, so that the number of a draw decides nothing; where more than a third
 * are equal in the middle, they are in neither, and where they are at an end, they alone are that end. Null where all are equal.
 */
const thirdBounds = (sorted: Float64Array): { readonly most: number; readonly least: number } | null => {
  const [first = Number.NaN] = sorted;
  const last = sorted.at(-1) ?? Number.NaN;
  if (!(last - first > noise * Math.max(1, Math.abs(last)))) return null;
  const size = Math.ceil(sorted.length / 3);
  const most = sorted[size - 1] ?? first;
  const least = sorted[sorted.length - size] ?? last;
  if (most < least) return { most, least };
  const below = sorted.findLast((value) => value < most);
  const above = sorted.find((value) => value > most);
  return { most: below ?? most, least: above ?? most };
};

/** As sure as it must be where eleven inputs are looked at: one in two answers would else show a change that is none. */
const shareOf = ({ draws, met }: Probability) => ({ share: met / draws, ...shareInterval(draws, met, sureOfEleven) });

/**
 * P(pass) where an input was low and where it was high: in the draws of its lowest and of its highest third. Null where the
 * input has no effect (`values` are then not numbers) or never varies. `verdicts`: code of each draw.
 */
export const thirdsOf = (values: Float64Array, verdicts: Uint8Array): Thirds | null => {
  const bounds = thirdBounds(values.filter((value) => !Number.isNaN(value)).sort());
  if (bounds === null) return null;
  const chance = (isIn: (value: number) => boolean): Probability => {
    let draws = 0;
    let met = 0;
    let notEvaluable = 0;
    for (let draw = 0; draw < values.length; draw += 1) {
      if (!isIn(values[draw] ?? Number.NaN)) continue;
      draws += 1;
      if (verdicts[draw] === verdictCode.met) met += 1;
      else if (verdicts[draw] === verdictCode.notEvaluable) notEvaluable += 1;
    }
    return probability(draws, met, notEvaluable);
  };
  const low = chance((value) => value <= bounds.most);
  const high = chance((value) => value >= bounds.least);
  return { low, high, change: shareDifference(shareOf(high), shareOf(low)) };
};
