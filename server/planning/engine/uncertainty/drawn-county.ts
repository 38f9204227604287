import { stagesOfType } from "@server/statistics/contract";
import type { AssumedInput, UncertaintySettings } from "../../contract";
import type { Question } from "../simulate";
import type { Column } from "../state";
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

/** The part of a draw that concerns the county: one set of columns, filled anew for every draw. */
export interface DrawnCounty {
  readonly draw: Draw;
  /** Prices relative to the base year, index 0 = base year. */
  readonly prices: Float64Array;
  /** Mean of each input over schools and the years up to the target, before errors add up; NaN where it has no effect. */
  readonly means: Record<AssumedInput, number>;
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
  const prices = new Float64Array(horizonYears + 1);
  const means: Record<AssumedInput, number> = {
    entrants: Number.NaN,
    progression: Number.NaN,
    migration: Number.NaN,
    attrition: Number.NaN,
    replacement: Number.NaN,
    gains: Number.NaN,
    priceGrowth: Number.NaN,
  };
  const years = new Float64Array(horizonYears);

  const matters = (input: SchoolInput, row: number): boolean => {
    if (input === "entrants" || input === "migration") return withPrimary[row] === true;
    return input !== "gains" || assumptions.upgradingRate > 0 || assumptions.backboneRate > 0;
  };

  const fillInput = (input: SchoolInput, chooser: Chooser): void => {
    const target = draw[input];
    let total = 0;
    let count = 0;
    for (let row = 0; row < rows; row += 1) {
      if (!matters(input, row)) continue;
      chooser.years(input, settings[input], subjects[row] ?? common, years);
      let reached = 1;
      for (let i = 0; i < horizonYears; i += 1) {
        const factor = years[i] ?? 1;
        if (i < targetIndex) total += factor;
        reached = input === "entrants" ? reached * factor : factor;
        const column = target[i];
        if (column !== undefined) column[row] = reached;
      }
      count += targetIndex;
    }
    means[input] = count === 0 ? Number.NaN : total / count;
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

  return {
    draw,
    prices,
    means,
    fill: (chooser) => {
      for (const input of schoolInputs) fillInput(input, chooser);
      fillPrices(chooser);
    },
  };
};
