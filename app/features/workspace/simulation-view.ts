import type { Projection } from "@server/planning/contract";
import { yearShown } from "~/features/planning/year-verdict";
import type { SimulationAnswer, YearSummary } from "./simulation-protocol";

const summary = ({ sections: _, ...year }: Projection["trial"][number]): YearSummary => year;

/** Cuts a projection down to what the views draw for one year. */
export const simulationAnswer = (projection: Projection, asked: number | null): SimulationAnswer => {
  const { baseYear, years, cost, flows, levers, compliance, notices } = projection;
  const year = yearShown(projection, asked);
  const at = years.indexOf(year);
  return {
    baseYear,
    years,
    cost,
    flows,
    levers,
    compliance,
    notices,
    baseline: projection.baseline.map(summary),
    trial: projection.trial.map(summary),
    year,
    sections: projection.trial[at]?.sections ?? [],
    before: Object.fromEntries((projection.baseline[at]?.sections ?? []).map(({ id, verdict }) => [id, verdict])),
  };
};
