import type { Lever } from "../../contract";
import { buildClassrooms } from "./build-classrooms/lever";
import { hireTeachers } from "./hire-teachers/lever";
import type { CheckedCounty, CostYear, LeverCost, LeverIssue, LeverModel, LeverSummary, LeverYear, Phase } from "./lever";
import { rotationQuota } from "./rotation-quota/lever";

/** A lever together with its model, so that callers need not know the kinds. */
export interface BoundLever {
  readonly lever: Lever;
  readonly phase: Phase;
  readonly issues: (county: CheckedCounty, all: readonly Lever[]) => readonly LeverIssue[];
  readonly apply: (year: LeverYear) => void;
  readonly cost: (year: CostYear) => LeverCost;
  readonly summary: () => LeverSummary;
}

const bind = <L extends Lever>(lever: L, model: LeverModel<L>): BoundLever => ({
  lever,
  phase: model.phase,
  issues: (county, all) => model.issues(lever, county, all),
  apply: (year) => model.apply(lever, year),
  cost: (year) => model.cost(lever, year),
  summary: () => model.summary(lever),
});

/** The model of each kind of lever. */
export const boundLever = (lever: Lever): BoundLever => {
  switch (lever.type) {
    case "build_classrooms":
      return bind(lever, buildClassrooms);
    case "hire_teachers":
      return bind(lever, hireTeachers);
    case "rotation_quota":
      return bind(lever, rotationQuota);
  }
};
