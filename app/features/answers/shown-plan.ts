import type { FoundPlan, PlanAnswer } from "@server/planning/contract";

/** What the page draws of an answer: all of it save the scenarios of the plans, which the server opens. */
export type ShownPlan = Omit<PlanAnswer, "plan" | "robust"> & {
  readonly plan: Omit<FoundPlan, "scenario"> | null;
  readonly robust: (Omit<NonNullable<PlanAnswer["robust"]>, "plan"> & { readonly found: boolean; readonly costWan: number | null }) | null;
};

const withoutScenario = ({ scenario: _scenario, ...plan }: FoundPlan): Omit<FoundPlan, "scenario"> => plan;

/** Leaves out what the page does not draw. */
export const shownPlan = ({ plan, robust, ...answer }: PlanAnswer): ShownPlan => ({
  ...answer,
  plan: plan === null ? null : withoutScenario(plan),
  robust:
    robust === null
      ? null
      : {
          draws: robust.draws,
          pass: robust.pass,
          low: robust.low,
          high: robust.high,
          margin: robust.margin,
          found: robust.plan !== null,
          costWan: robust.plan?.costWan ?? null,
        },
});
