import { stagesOfType } from "@server/statistics/contract";
import type { AssumedInput, UncertainInput, UncertaintySettings } from "../../contract";
import type { Question } from "../simulate";
import type { Column } from "../state";
import type { YearCells } from "../undisturbed/cells";
import type { DrawnYears } from "../undisturbed/drawn-years";
import type { Chooser } from "./chooser";
import type { Draw } from "./draw";
import { common, subjectOf } from "./uniform";

const schoolInputs = [
  "entrants",
  "progression",
  "migration",
  "attrition",
  "replacement",
  "gains",
] as const satisfies readonly AssumedInput[];
type SchoolInput = (typeof schoolInputs)[number];

/** The part of a draw that concerns the county: one memory, filled anew for every draw. */
export interface DrawnCounty {
  /** School by school. */
  readonly years: DrawnYears;
  /** The same in columns of each year, once they have been spread out. */
  readonly draw: Draw;
  readonly spread: () => void;
  /** Prices relative to the base year, index 0 = base year. */
  readonly prices: Float64Array;
  /**
   * Mean of each input over schools and the years up to the target, before errors add up; NaN where it has no effect, as
   * those of levers have none here.
   */
  readonly means: Readonly<Record<UncertainInput, number>>;
  readonly fill: (chooser: Chooser) => void;
}

export const drawnCounty = (
  { base, document: { horizonYears, assumptions } }: Pick<Question, "base" | "document">,
  settings: UncertaintySettings,
  targetIndex: number,
): DrawnCounty => {
  const rows = base.schools.length;
  // As signed numbers, which the counter takes for the same bits, none is put on the heap.
  const subjects = Int32Array.from(base.schools, ({ code }) => subjectOf(code));
  const withPrimary = base.schools.map(({ type }) => stagesOfType[type].includes("primary"));
  const columns = (): readonly Column[] => Array.from({ length: horizonYears }, () => new Float64Array(rows).fill(1));
  const draw: Draw = {
    entrants: columns(),
    progression: columns(),
    migration: columns(),
    attrition: columns(),
    replacement: columns(),
    gains: columns(),
  };
  const cells = (): YearCells => new Float64Array(rows * horizonYears).fill(1);
  const drawnYears: DrawnYears = {
    entrants: cells(),
    progression: cells(),
    migration: cells(),
    attrition: cells(),
    replacement: cells(),
    gains: cells(),
  };
  const prices = new Float64Array(horizonYears + 1);
  const means: Record<UncertainInput, number> = {
    entrants: Number.NaN,
    progression: Number.NaN,
    migration: Number.NaN,
    attrition: Number.NaN,
    replacement: Number.NaN,
    gains: Number.NaN,
    priceGrowth: Number.NaN,
    fulfilment: Number.NaN,
    training: Number.NaN,
    delay: Number.NaN,
    cost: Number.NaN,
  };
  const years = new Float64Array(horizonYears);

  const matters = (input: SchoolInput, row: number): boolean => {
    if (input === "entrants" || input === "migration") return withPrimary[row] === true;
    return input !== "gains" || assumptions.upgradingRate > 0 || assumptions.backboneRate > 0;
  };

  const rowsOf = (input: SchoolInput): Int32Array => Int32Array.from([...subjects.keys()].filter((row) => matters(input, row)));
  const mattering: Readonly<Record<SchoolInput, Int32Array>> = {
    entrants: rowsOf("entrants"),
    progression: rowsOf("progression"),
    migration: rowsOf("migration"),
    attrition: rowsOf("attrition"),
    replacement: rowsOf("replacement"),
    gains: rowsOf("gains"),
  };

  const fillInput = (input: SchoolInput, chooser: Chooser): void => {
    const ofInput = mattering[input];
    const target = drawnYears[input];
    chooser.schools(input, settings[input], { subjects, rows: ofInput, cells: target });
    let total = 0;
    for (let i = 0; i < ofInput.length; i += 1) {
      const first = (ofInput[i] ?? 0) * horizonYears;
      // Schools one by one: their sums do not wait for each other.
      let own = 0;
      for (let cell = first; cell < first + targetIndex; cell += 1) own += target[cell] as number;
      total += own;
    }
    const count = ofInput.length * targetIndex;
    means[input] = count === 0 ? Number.NaN : total / count;
  };

  /** The error of a year is kept by those after it. */
  const keepErrors = (): void => {
    const { entrants } = drawnYears;
    for (let i = 0; i < mattering.entrants.length; i += 1) {
      const first = (mattering.entrants[i] ?? 0) * horizonYears;
      for (let cell = first + 1; cell < first + horizonYears; cell += 1)
        entrants[cell] = (entrants[cell - 1] as number) * (entrants[cell] as number);
    }
  };

  const fillPrices = (chooser: Chooser): void => {
    chooser.years("priceGrowth", settings.priceGrowth, common, years);
    let total = 0;
    prices[0] = 1;
    for (let i = 0; i < horizonYears; i += 1) {
      prices[i + 1] = (prices[i] ?? 1) * (1 + assumptions.priceGrowth + (years[i] ?? 0));
      if (i < targetIndex) total += years[i] ?? 0;
    }
    means.priceGrowth = targetIndex === 0 ? Number.NaN : total / targetIndex;
  };

  const spread = (): void => {
    for (const input of schoolInputs) {
      const from = drawnYears[input];
      draw[input].forEach((column, year) => {
        for (let row = 0; row < rows; row += 1) column[row] = from[row * horizonYears + year] ?? 1;
      });
    }
  };

  return {
    years: drawnYears,
    draw,
    spread,
    prices,
    means,
    fill: (chooser) => {
      for (const input of schoolInputs) fillInput(input, chooser);
      keepErrors();
      fillPrices(chooser);
    },
  };
};
