import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { perRules, type Rules } from "../rules-in-force";
import { type Check, eachCheck, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, type SchoolCheck } from "./context";

/** G5: 班额. Every class of every ordinary return, by the bands of the statistics. */

const bandFrom = Float64Array.from(classSizeBands, ({ from }) => from);
const bandTo = Float64Array.from(classSizeBands, ({ to }) => to ?? Number.POSITIVE_INFINITY);

type Key = Stage | "unsplit";

/** Classes over a cap: certainly so many, perhaps so many more (a band that the cap cuts), and whether all classes are known. */
interface Over {
  readonly sure: number;
  readonly perhaps: number;
  readonly complete: boolean;
}

/** Upper limit of a class. */
interface Cap {
  /** Up to it no class is over. */
  readonly cap: number;
  /** Above it a class is over whatever its stage. The two differ where stages are not told apart. */
  readonly sureCap: number;
  /** Bands in which a class may be over, and the lowest of them. */
  readonly bands: readonly number[];
  readonly lowest: number;
}

const capOf = (first: number, second: number): Cap => {
  const cap = Math.min(first, second);
  const bands = classSizeBands.flatMap((_, band) => (cellAt(bandTo, band) <= cap ? [] : [band]));
  return { cap, sureCap: Math.max(first, second), bands, lowest: Math.min(...bands) };
};

type Caps = Readonly<Record<Key, Cap>>;

const capsUnder = perRules(({ values }): Caps => {
  const [primary, junior] = [values["G5.cap.primary"], values["G5.cap.junior"]];
  return { primary: capOf(primary, primary), junior: capOf(junior, junior), unsplit: capOf(primary, junior) };
});

/** No class that is no larger than this is over the cap of its stage. */
export const largestWithin = (rules: Rules, stage: Stage): number => cellAt(bandTo, capsUnder(rules)[stage].lowest - 1);

const overIn = (columns: readonly Float64Array[], row: number, { bands, sureCap }: Cap): Over => {
  let sure = 0;
  let perhaps = 0;
  let complete = true;
  for (const band of bands) {
    const classes = columns[band]?.[row] ?? Number.NaN;
    if (classes === 0) continue;
    if (Number.isNaN(classes)) complete = false;
    else if (cellAt(bandFrom, band) > sureCap) sure += classes;
    else perhaps += classes;
  }
  return { sure, perhaps, complete };
};

const isReported = (bands: readonly Float64Array[], row: number): boolean => {
  for (const column of bands) if (!Number.isNaN(cellAt(column, row))) return true;
  return false;
};

const checkOver = ({ sure, perhaps, complete }: Over): Check => (sure > 0 ? notMet : perhaps > 0 || !complete ? open : met);

/** Without bands a mean above the cap proves a class over it; nothing proves that there is none. */
const checkMean = ({ columns }: ItemContext, row: number, stage: Stage, cap: number): Check => {
  const mean = cellAt(columns.pupils[stage], row) / cellAt(columns.classes[stage], row);
  return mean > cap || cellAt(columns.classSizes.largestMean[stage], row) > cap ? notMet : open;
};

/** One stage of a return, or the stages that it does not tell apart. */
interface Asked {
  /** Where the classes are reported by size; null where they are not. */
  readonly source: Key | null;
  readonly of: readonly Stage[];
}

const bySize: Readonly<Record<Stage, Asked>> = {
  primary: { source: "primary", of: ["primary"] },
  junior: { source: "junior", of: ["junior"] },
};
const unreported: Readonly<Record<Stage, Asked>> = {
  primary: { source: null, of: ["primary"] },
  junior: { source: null, of: ["junior"] },
};

/** By how each stage is reported (not taught, by size, otherwise), whether the others come together. */
const askedWhere = (["none", "bySize", "other"] as const).map((primary) =>
  (["none", "bySize", "other"] as const).map((junior) => {
    const stagesThat = (way: "bySize" | "other"): readonly Stage[] =>
      stages.filter((stage) => (stage === "primary" ? primary : junior) === way);
    const own = stagesThat("bySize").map((stage) => bySize[stage]);
    const rest = stagesThat("other");
    if (rest.length === 0) return { together: own, apart: own };
    return {
      together: [...own, { source: "unsplit", of: rest } satisfies Asked],
      apart: [...own, ...rest.map((stage) => unreported[stage])],
    };
  }),
);
const nothingAsked: readonly Asked[] = [];

const wayOf = ({ columns }: ItemContext, row: number, stage: Stage): number =>
  cellAt(columns.pupils[stage], row) === 0 ? 0 : isReported(columns.classSizes[stage], row) ? 1 : 2;

/** What is asked of a return: its stages one by one where it reports them by size, the others together where it does not. */
const askedOf = (context: ItemContext, row: number): readonly Asked[] => {
  const asked = askedWhere[wayOf(context, row, "primary")]?.[wayOf(context, row, "junior")];
  if (asked === undefined) return nothingAsked;
  return asked.together === asked.apart || isReported(context.columns.classSizes.unsplit, row) ? asked.together : asked.apart;
};

/** False where fewer classes by size are reported than classes (or none for pupils that are there). */
const isAccounted = ({ columns }: ItemContext, row: number, source: Key, of: readonly Stage[]): boolean => {
  const { classSizes, pupils, classes } = columns;
  let counted = 0;
  for (const column of classSizes[source]) counted += cellAt(column, row);
  let reported = 0;
  for (const stage of of) reported += Math.max(cellAt(classes[stage], row) || 0, Number(cellAt(pupils[stage], row) > 0));
  return !(counted < reported);
};

/** Of classes that two stages report together only the largest cap is sure to be exceeded. */
const overOfSource = ({ columns }: ItemContext, row: number, source: Key, of: readonly Stage[], caps: Caps): Over => {
  const [only = "primary"] = of;
  return overIn(columns.classSizes[source], row, caps[of.length === 1 ? only : "unsplit"]);
};

const checkAsked = (context: ItemContext, row: number, { source, of }: Asked, caps: Caps): Check => {
  const [first = "primary"] = of;
  if (source === null) return checkMean(context, row, first, caps[first].cap);
  const judged = checkOver(overOfSource(context, row, source, of, caps));
  return judged === notMet || isAccounted(context, row, source, of) ? judged : open;
};

/** What decides at once about a stage of most returns. */
interface StageSizes {
  readonly pupils: Float64Array;
  readonly classes: Float64Array;
  readonly topBand: Float64Array | undefined;
  /** The lowest band in which a class may be over the cap. */
  readonly lowest: number;
  readonly bands: () => readonly Float64Array[];
}

const stageSizes = ({ columns: { pupils, classes, classSizes } }: ItemContext, stage: Stage, { lowest }: Cap): StageSizes => ({
  pupils: pupils[stage],
  classes: classes[stage],
  topBand: classSizes.topBand?.[stage],
  lowest,
  bands: () => classSizes[stage],
});

/** True where all classes are reported by size and none is in a band in which it may be over. */
const isCountedWithin = ({ pupils, classes, lowest, bands }: StageSizes, row: number): boolean => {
  let counted = 0;
  const columns = bands();
  for (let band = 0; band < columns.length; band++) {
    const own = columns[band]?.[row] ?? Number.NaN;
    if (band >= lowest && own !== 0) return false;
    counted += own;
  }
  return counted >= Math.max(cellAt(classes, row) || 0, Number(cellAt(pupils, row) > 0));
};

/** True for a stage that is not taught, or of which all classes are known and none may be over: no closer look is needed. */
const isPlainlyWithin = (sizes: StageSizes, row: number): boolean =>
  cellAt(sizes.pupils, row) === 0 ||
  (sizes.topBand !== undefined && cellAt(sizes.topBand, row) >= 0 && cellAt(sizes.topBand, row) < sizes.lowest) ||
  isCountedWithin(sizes, row);

const checkReturn = (context: ItemContext, row: number, caps: Caps): Check | null => {
  let result: Check | null = null;
  for (const asked of askedOf(context, row)) {
    const check = checkAsked(context, row, asked, caps);
    if (check === notMet) return check;
    if (result === null || check === open) result = check;
  }
  return result;
};

/** What was asked of one return, and what came of it. */
interface Entry {
  readonly row: number;
  readonly source: Key;
  readonly key: Key;
  /** Null where no classes by size are reported. */
  readonly found: Over | null;
  readonly accounted: boolean;
  readonly check: Check;
}

const entryOf = (context: ItemContext, row: number, asked: Asked, caps: Caps): Entry => {
  const { source, of } = asked;
  const [only = "unsplit"] = of;
  const key = of.length === 1 ? only : "unsplit";
  const check = checkAsked(context, row, asked, caps);
  return source === null
    ? { row, source: key, key, found: null, accounted: true, check }
    : { row, source, key, found: overOfSource(context, row, source, of, caps), accounted: isAccounted(context, row, source, of), check };
};

/** Classes that are certainly over the cap; a mean above it proves one. */
const overOf = ({ found, check }: Entry): number => found?.sure ?? (check === notMet ? 1 : 0);

const schoolCheck = (entry: Entry): SchoolCheck => ({
  row: entry.row,
  stage: entry.key === "unsplit" ? null : entry.key,
  check: entry.check,
  severity: overOf(entry),
  figures: { over: entry.found?.sure ?? Number.NaN, perhapsOver: entry.found?.perhaps ?? Number.NaN },
});

export const classSize = (context: ItemContext): Finding => {
  const caps = capsUnder(context.rules);
  const primary = stageSizes(context, "primary", caps.primary);
  const junior = stageSizes(context, "junior", caps.junior);
  return finding(
    eachCheck(context.ordinary, (row) =>
      isPlainlyWithin(primary, row) && isPlainlyWithin(junior, row) ? met : checkReturn(context, row, caps),
    ),
    () => {
      const entries = context.ordinary.flatMap((row) => askedOf(context, row).map((asked) => entryOf(context, row, asked, caps)));
      const total = (key: Key): number => entries.reduce((sum, entry) => sum + (entry.key === key ? overOf(entry) : 0), 0);
      const input = ({ row, source }: Entry): Input => inputOf(context, row, `classSizes.${source}`);
      return {
        figures: { overPrimary: total("primary"), overJunior: total("junior"), overUnsplit: total("unsplit") },
        limits: { overPrimary: caps.primary.cap, overJunior: caps.junior.cap },
        schools: entries.map(schoolCheck),
        missing: entries.filter(({ found, check }) => found === null || (isOpen(check) && !found.complete)).map(input),
        contradictory: entries.filter(({ accounted }) => !accounted).map(input),
      };
    },
  );
};
