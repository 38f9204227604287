import type { Projection, YearOutcome } from "@server/planning/contract";
import { yearShown } from "~/features/planning/year-verdict";
import type { SimulationAnswer, YearSummary } from "./simulation-protocol";

const summary = ({ sections: _, ...year }: YearOutcome): YearSummary => year;

/** Summaries of years; of a year that the engines have kept since `before` the very one of then, which nobody compares again. */
const summaries = (
  years: readonly YearOutcome[],
  before: { readonly years: readonly YearOutcome[]; readonly summaries: readonly YearSummary[] } | null,
): readonly YearSummary[] => years.map((year, index) => (before?.years[index] === year && before.summaries[index]) || summary(year));

/** An answer with the projection that it was cut from. */
export interface Cut {
  readonly projection: Projection;
  readonly answer: SimulationAnswer;
}

/** Cuts a projection down to what the views draw for one year. */
export const answerOf = (projection: Projection, asked: number | null, before: Cut | null): SimulationAnswer => {
  const { baseYear, years, cost, flows, levers, notices } = projection;
  const year = yearShown(projection, asked);
  const at = years.indexOf(year);
  const held = (kind: "baseline" | "trial") => before && { years: before.projection[kind], summaries: before.answer[kind] };
  return {
    baseYear,
    years,
    cost,
    flows,
    levers,
    notices,
    baseline: summaries(projection.baseline, held("baseline")),
    trial: summaries(projection.trial, held("trial")),
    year,
    sections: projection.trial[at]?.sections ?? [],
    before: Object.fromEntries((projection.baseline[at]?.sections ?? []).map(({ id, verdict }) => [id, verdict])),
  };
};
