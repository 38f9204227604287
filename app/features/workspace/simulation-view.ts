import type { Projection, YearOutcome } from "@server/planning/contract";
import { yearShown } from "~/features/planning/year-verdict";
import { keepEqual } from "./keep-equal";
import type { PostedAnswer, SimulationAnswer, YearSummary } from "./simulation-protocol";

const summary = ({ sections: _, ...year }: YearOutcome): YearSummary => year;

/** A year that the engines have kept from the answer before is known on the other side already. */
const news = (years: readonly YearOutcome[], sent: readonly YearOutcome[] | undefined): PostedAnswer["trial"] =>
  years.map((year, index) => (year === sent?.[index] ? null : summary(year)));

/** Cuts a projection down to what the views draw for one year, and have not been sent with the projection `sent`. */
export const postedAnswer = (
  projection: Projection,
  asked: number | null,
  sent: Pick<Projection, "baseline" | "trial"> | null,
): PostedAnswer => {
  const { baseYear, years, cost, flows, levers, notices } = projection;
  const year = yearShown(projection, asked);
  const at = years.indexOf(year);
  return {
    baseYear,
    years,
    cost,
    flows,
    levers,
    notices,
    baseline: news(projection.baseline, sent?.baseline),
    trial: news(projection.trial, sent?.trial),
    year,
    sections: projection.trial[at]?.sections ?? [],
    before: Object.fromEntries((projection.baseline[at]?.sections ?? []).map(({ id, verdict }) => [id, verdict])),
  };
};

const filled = (posted: PostedAnswer["trial"], held: SimulationAnswer["trial"] | undefined): SimulationAnswer["trial"] =>
  posted.flatMap((year, index) => year ?? held?.[index] ?? []);

/** The whole answer from what was posted and the answer before; what has not changed stays the very same. */
export const answerFrom = (posted: PostedAnswer, before: SimulationAnswer | null): SimulationAnswer =>
  keepEqual(before, { ...posted, baseline: filled(posted.baseline, before?.baseline), trial: filled(posted.trial, before?.trial) });
