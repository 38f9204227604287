import type { ComparedScenario } from "@server/planning/contract";
import { type SeriesName, seriesNames } from "~/components/SeriesMark";

/** A compared scenario with the mark that it has everywhere on the page. */
export interface Side extends ComparedScenario {
  readonly mark: SeriesName;
  readonly index: number;
}

export const sidesOf = (scenarios: readonly ComparedScenario[]): readonly Side[] =>
  scenarios.map((scenario, index) => ({ ...scenario, index, mark: seriesNames[index] ?? "d" }));
