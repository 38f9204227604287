import { type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import { allChecks, type Check, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, type SchoolCheck } from "./context";

/** G5: 班额. Every class of every ordinary return, by the bands of the statistics. */

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
  classSizeBands.forEach(({ from, to }, band) => {
    const column = bands[band];
    const classes = column === undefined ? Number.NaN : cellAt(column, row);
    const harmless = to !== null && to <= cap;
    if (Number.isNaN(classes)) complete = complete && harmless;
    else if (from > sureCap) sure += classes;
    else if (!harmless) perhaps += classes;
  });
  return { sure, perhaps, complete };
};

const isReported = (bands: readonly Float64Array[], row: number): boolean => bands.some((column) => !Number.isNaN(cellAt(column, row)));

const checkOver = ({ sure, perhaps, complete }: Over): Check => (sure > 0 ? notMet : perhaps > 0 || !complete ? open : met);

/** Without bands a mean above the cap proves a class over it; nothing proves that there is none. */
const checkMean = ({ columns }: ItemContext, row: number, stage: Stage, cap: number): Check => {
  const mean = cellAt(columns.pupils[stage], row) / cellAt(columns.classes[stage], row);
  return mean > cap || cellAt(columns.classSizes.largestMean[stage], row) > cap ? notMet : open;
};

interface Entry extends SchoolCheck {
  readonly key: Stage | "unsplit";
  readonly over: number;
}

export const classSize = (context: ItemContext): Finding => {
  const { columns, rules } = context;
  const { classSizes, pupils, classes } = columns;
  const caps = { primary: rules.values["G5.cap.primary"], junior: rules.values["G5.cap.junior"] };
  const missing: Input[] = [];
  const contradictory: Input[] = [];

  /** Fewer classes by size than classes (or none for pupils that are there): some are not accounted for. */
  const accounted = (row: number, key: Stage | "unsplit", of: readonly Stage[]): boolean => {
    const counted = classSizes[key].reduce((sum, column) => sum + cellAt(column, row), 0);
    const reported = of.reduce((sum, stage) => sum + Math.max(cellAt(classes[stage], row) || 0, Number(cellAt(pupils[stage], row) > 0)), 0);
    if (!(counted < reported)) return true;
    contradictory.push(inputOf(context, row, `classSizes.${key}`));
    return false;
  };
  const entry = (row: number, key: Stage | "unsplit", found: Over, whole: boolean): Entry => {
    const judged = checkOver(found);
    const check = whole || judged === notMet ? judged : open;
    if (isOpen(check) && !found.complete) missing.push(inputOf(context, row, `classSizes.${key}`));
    return {
      row,
      stage: key === "unsplit" ? null : key,
      key,
      over: found.sure,
      check,
      severity: found.sure,
      figures: { over: found.sure, perhapsOver: found.perhaps },
    };
  };

  const entries = context.ordinary.flatMap((row): readonly Entry[] => {
    const taught = stages.filter((stage) => cellAt(pupils[stage], row) !== 0);
    const split = taught.filter((stage) => isReported(classSizes[stage], row));
    const rest = taught.filter((stage) => !split.includes(stage));
    const own = split.map((stage) =>
      entry(row, stage, overIn(classSizes[stage], row, caps[stage], caps[stage]), accounted(row, stage, [stage])),
    );
    if (rest.length === 0) return own;
    if (isReported(classSizes.unsplit, row)) {
      const restCaps = rest.map((stage) => caps[stage]);
      const found = overIn(classSizes.unsplit, row, Math.min(...restCaps), Math.max(...restCaps));
      const [only] = rest;
      const whole = accounted(row, "unsplit", rest);
      const judged = entry(row, "unsplit", found, whole);
      return [...own, rest.length === 1 && only !== undefined ? { ...judged, key: only, stage: only } : judged];
    }
    return [
      ...own,
      ...rest.map((stage): Entry => {
        const check = checkMean(context, row, stage, caps[stage]);
        const over = check === notMet ? 1 : 0;
        missing.push(inputOf(context, row, `classSizes.${stage}`));
        return { row, stage, key: stage, over, check, severity: over, figures: { over: Number.NaN, perhapsOver: Number.NaN } };
      }),
    ];
  });
  const total = (key: Entry["key"]): number => entries.reduce((sum, found) => sum + (found.key === key ? found.over : 0), 0);
  return finding(allChecks(entries.map(({ check }) => check)), {
    figures: { overPrimary: total("primary"), overJunior: total("junior"), overUnsplit: total("unsplit") },
    limits: { overPrimary: caps.primary, overJunior: caps.junior },
    schools: entries,
    missing,
    contradictory,
  });
};
