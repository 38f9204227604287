import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { type Check, eachCheck, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, type SchoolCheck } from "./context";

/** G5: 班额. Every class of every ordinary return, by the bands of the statistics. */

const bandCount = classSizeBands.length;
const bandFrom = Float64Array.from(classSizeBands, ({ from }) => from);
const bandTo = Float64Array.from(classSizeBands, ({ to }) => to ?? Number.POSITIVE_INFINITY);

/** Classes over a cap: certainly so many, perhaps so many more (a band that the cap cuts), and whether all classes are known. */
interface Over {
  readonly sure: number;
  readonly perhaps: number;
  readonly complete: boolean;
}

/** `sureCap`: above it a class is over whatever its stage; `cap`: up to it no class is. They differ where stages are not told apart. */
const overIn = (bands: readonly Float64Array[], row: number, cap: number, sureCap: number): Over => {
  let sure = 0;
  let perhaps = 0;
  let complete = true;
  for (let band = 0; band < bandCount; band++) {
    const classes = bands[band]?.[row] ?? Number.NaN;
    if (classes === 0) continue;
    const harmless = cellAt(bandTo, band) <= cap;
    if (Number.isNaN(classes)) complete = complete && harmless;
    else if (cellAt(bandFrom, band) > sureCap) sure += classes;
    else if (!harmless) perhaps += classes;
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

type Key = Stage | "unsplit";

/** One stage of a return, or the stages that it does not tell apart. `found` is null where no classes by size are reported. */
interface Entry {
  readonly row: number;
  /** Where the classes are reported by size. */
  readonly source: Key;
  readonly key: Key;
  readonly found: Over | null;
  /** False where fewer classes by size are reported than classes (or none for pupils that are there). */
  readonly accounted: boolean;
  readonly check: Check;
}

const isAccounted = ({ columns }: ItemContext, row: number, source: Key, of: readonly Stage[]): boolean => {
  const { classSizes, pupils, classes } = columns;
  let counted = 0;
  for (const column of classSizes[source]) counted += cellAt(column, row);
  let reported = 0;
  for (const stage of of) reported += Math.max(cellAt(classes[stage], row) || 0, Number(cellAt(pupils[stage], row) > 0));
  return !(counted < reported);
};

type Caps = Readonly<Record<Stage, number>>;

const entryOf = (context: ItemContext, row: number, source: Key, of: readonly Stage[], caps: Caps): Entry => {
  const found =
    of.length === 2
      ? overIn(context.columns.classSizes[source], row, Math.min(caps.primary, caps.junior), Math.max(caps.primary, caps.junior))
      : overIn(context.columns.classSizes[source], row, caps[of[0] ?? "primary"], caps[of[0] ?? "primary"]);
  const accounted = isAccounted(context, row, source, of);
  const judged = checkOver(found);
  const [only = source] = of;
  return { row, source, key: of.length === 1 ? only : source, found, accounted, check: accounted || judged === notMet ? judged : open };
};

const alone: Readonly<Record<Stage, readonly Stage[]>> = { primary: ["primary"], junior: ["junior"] };

/** Entries of a return, handed over one by one. */
const addEntries = (context: ItemContext, row: number, caps: Caps, entries: Entry[]): void => {
  const { classSizes, pupils } = context.columns;
  let rest: Stage[] | null = null;
  for (const stage of stages) {
    if (cellAt(pupils[stage], row) === 0) continue;
    if (isReported(classSizes[stage], row)) entries.push(entryOf(context, row, stage, alone[stage], caps));
    else if (rest === null) rest = [stage];
    else rest.push(stage);
  }
  if (rest === null) return;
  if (isReported(classSizes.unsplit, row)) {
    entries.push(entryOf(context, row, "unsplit", rest, caps));
    return;
  }
  for (const stage of rest) {
    entries.push({ row, source: stage, key: stage, found: null, accounted: true, check: checkMean(context, row, stage, caps[stage]) });
  }
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
  const caps = { primary: context.rules.values["G5.cap.primary"], junior: context.rules.values["G5.cap.junior"] };
  const entries: Entry[] = [];
  for (const row of context.ordinary) addEntries(context, row, caps, entries);
  return finding(
    eachCheck(entries, ({ check }) => check),
    () => {
      const total = (key: Key): number => entries.reduce((sum, entry) => sum + (entry.key === key ? overOf(entry) : 0), 0);
      const input = ({ row, source }: Entry): Input => inputOf(context, row, `classSizes.${source}`);
      return {
        figures: { overPrimary: total("primary"), overJunior: total("junior"), overUnsplit: total("unsplit") },
        limits: { overPrimary: caps.primary, overJunior: caps.junior },
        schools: entries.map(schoolCheck),
        missing: entries.filter(({ found, check }) => found === null || (isOpen(check) && !found.complete)).map(input),
        contradictory: entries.filter(({ accounted }) => !accounted).map(input),
      };
    },
  );
};
