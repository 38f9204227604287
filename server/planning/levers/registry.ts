import type { Lever, LeverOf } from "../contract";
import { leverModels } from "./all/models";
import { untilClosed } from "./closed-school";
import type { LeverType } from "./kinds";
import type {
  CheckedCounty,
  CostYear,
  LeverCost,
  LeverIssue,
  LeverModel,
  LeverSummary,
  LeverYear,
  NamedSchool,
  Phase,
  Reach,
} from "./lever";
import { type UnitCosts, unitCostsOf, withUnitCosts } from "./unit-costs";

/** What of a lever's quantity may come otherwise: `reaching` is the lever with that share reached. */
interface BoundReach {
  readonly input: Reach<Lever>["input"];
  readonly likely: number;
  readonly reaching: (reached: number) => Lever;
}

/** A lever together with its model, so that callers need not know the kinds. */
export interface BoundLever {
  readonly lever: Lever;
  readonly phase: Phase;
  readonly takes: boolean;
  readonly reach: BoundReach | null;
  readonly schools: readonly NamedSchool[];
  readonly issues: (county: CheckedCounty, all: readonly Lever[]) => readonly LeverIssue[];
  readonly apply: (year: LeverYear) => void;
  readonly cost: (year: CostYear) => LeverCost;
  readonly summary: () => LeverSummary;
}

const boundReach = <L extends Lever>(lever: L, { input, likely, reaching }: Reach<L>): BoundReach => ({
  input,
  likely: likely(lever),
  reaching: (reached) => reaching(lever, reached),
});

/** What a lever says of itself, with its further unit costs where it has some. */
const summaryOf = (summary: LeverSummary, further: UnitCosts | null): LeverSummary =>
  further === null
    ? summary
    : { ...summary, params: { ...summary.params, furtherOnceWan: further.onceWan, furtherAnnualWan: further.annualWan } };

const bind = <L extends Lever>(lever: L, model: LeverModel<L>): BoundLever => {
  const further = unitCostsOf(lever, model.units?.(lever) ?? 1);
  const paid = untilClosed(lever);
  return {
    lever,
    phase: model.phase,
    takes: model.takes?.(lever) ?? false,
    reach: model.reach === undefined ? null : boundReach(lever, model.reach),
    schools: model.schools(lever),
    issues: (county, all) => model.issues?.(lever, county, all) ?? [],
    apply: (year) => model.apply(lever, year),
    cost: (year) => paid(withUnitCosts(lever, model.cost(lever, year), further, year), year.state),
    summary: () => summaryOf(model.summary(lever), further),
  };
};

const boundAs = <T extends LeverType>(type: T, lever: LeverOf<T>): BoundLever => bind(lever, leverModels[type]);

/** The model of each kind of lever. */
export const boundLever = (lever: Lever): BoundLever => boundAs(lever.type, lever);
