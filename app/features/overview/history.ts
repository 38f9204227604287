import type { AppLoadContext } from "@remix-run/node";
import type { CountyAssessment, ResourceIndicator } from "@server/compliance/contract";
import { type Whole, wholeOf } from "@server/compliance/whole-contract";
import type { DatasetHead, Stage } from "@server/statistics/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import type { BalanceHistory } from "../compliance/BalanceTable";
import { type Change, changesOf } from "./changes";

/** Years before that a line of coefficients goes back. */
const yearsBack = 4;

export interface Before {
  readonly statisticsYear: number;
  readonly whole: Whole;
  readonly changes: readonly Change[];
}

const cvOf = (judged: readonly CountyAssessment[], stage: Stage): BalanceHistory["cv"][Stage] => {
  const of = (indicator: ResourceIndicator) => judged.map(({ stages }) => stages[stage].balance[indicator].cv);
  return { R1: of("R1"), R2: of("R2"), R3: of("R3"), R4: of("R4"), R5: of("R5"), R6: of("R6"), R7: of("R7") };
};

/** The newest data of each earlier year, judged by the rules of today's choice, and what has changed since the last of them. */
export const loadHistory = async (
  context: AppLoadContext,
  request: Request,
  dataset: DatasetHead,
  assessment: CountyAssessment,
): Promise<{ readonly history: BalanceHistory | null; readonly before: Before | null }> => {
  const actor = requireActor(context, request);
  const { statistics, compliance } = context.services;
  const newestOfYear = new Map<number, string>();
  for (const { statisticsYear, id } of unwrap(await statistics.datasets(actor))) {
    if (statisticsYear < dataset.statisticsYear && !newestOfYear.has(statisticsYear)) newestOfYear.set(statisticsYear, id);
  }
  const earlier = [...newestOfYear].sort(([a], [b]) => b - a).slice(0, yearsBack);
  const judged: CountyAssessment[] = [];
  for (const [, id] of earlier.reverse()) {
    const assessed = unwrap(await compliance.assess(actor, id));
    if (assessed !== null) judged.push(assessed.assessment);
  }
  const last = judged.at(-1);
  if (last === undefined) return { history: null, before: null };
  const all = [...judged, assessment];
  return {
    history: {
      years: all.map(({ statisticsYear }) => statisticsYear),
      cv: { primary: cvOf(all, "primary"), junior: cvOf(all, "junior") },
    },
    before: { statisticsYear: last.statisticsYear, whole: wholeOf(last), changes: changesOf(last, assessment) },
  };
};
