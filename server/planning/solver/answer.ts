import { resourceIndicators } from "@server/compliance/contract";
import { indicatorVerdicts, verdictCode, verdictNames } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { FoundPlan, Lever, PlanClause, ScenarioDocument } from "../contract";
import { type LeanYear, leanYear } from "../engine/lean-year";
import { outlineOf } from "../engine/project";
import { inOrder, questionOf, simulate } from "../engine/simulate";
import { bothStages } from "../engine/state";
import { type BoundLever, boundLever } from "../levers/registry";
import type { Ground } from "./ground";
import { amountOf, postsOf } from "./plan-levers";
import type { Task } from "./task";
import { askedOf, type Trial } from "./trial";

/** The scenario with the plan's levers, as an ordinary document. */
const withPlan = (document: ScenarioDocument, levers: readonly Lever[], annualBudgetWan: number | null): ScenarioDocument => ({
  ...document,
  levers: [...document.levers, ...levers],
  annualBudgetWan: annualBudgetWan ?? document.annualBudgetWan,
});

const kindOf = (lever: Lever): FoundPlan["byKind"][number]["kind"] => {
  switch (lever.type) {
    case "hire_teachers":
    case "upgrade_education":
    case "train_backbone":
    case "build_classrooms":
    case "build_sports":
    case "buy_equipment":
    case "equip_multimedia":
    case "rotate_teachers":
    case "transfer_equipment":
    case "build_special_rooms":
    case "class_cap":
    case "public_funds":
    case "rotation_quota":
      return lever.type;
    default:
      return "close_school";
  }
};

/** School that gains by a lever; null for a policy of the county. */
const schoolOf = (lever: Lever): string | null =>
  lever.type === "hire_teachers" && lever.target.mode === "school"
    ? lever.target.schoolCode
    : "toCode" in lever
      ? lever.toCode
      : "schoolCode" in lever
        ? lever.schoolCode
        : null;

/** The plan's levers in words: those of the county first, then in the order of the schools, and for each in the order of the years. */
const measuresOf = (
  { schools }: CountyDataset,
  levers: readonly BoundLever[],
  costs: ReadonlyMap<string, number>,
): NonNullable<FoundPlan["measures"]> => {
  const places = new Map(schools.map(({ code }, place) => [code, place]));
  const placeOf = (code: string | null): number => (code === null ? -1 : (places.get(code) ?? schools.length));
  return levers
    .map((bound) => ({ ...outlineOf(bound), schoolCode: schoolOf(bound.lever), costWan: costs.get(bound.lever.id) ?? 0 }))
    .sort((a, b) => placeOf(a.schoolCode) - placeOf(b.schoolCode) || a.effectYear - b.effectYear);
};

/** The 32 indicators of a year. */
const standingOf = ({ year, overall, items, stages, verdict }: LeanYear): NonNullable<FoundPlan["standings"]>[number] => {
  const resource = indicatorVerdicts({ verdict: verdictNames.indexOf(verdict), stages });
  return {
    year,
    overall: overall.verdict,
    met: overall.met,
    notMet: overall.notMet,
    notEvaluable: overall.notEvaluable,
    indicators: [
      ...resourceIndicators.map((id, position) => ({ id, verdict: resource[position] ?? "not_evaluable" })),
      ...itemIds.map((id) => ({ id, verdict: items[id] })),
    ],
  };
};

/**
 * Writes a plan down as a scenario and judges that scenario once more, from the dataset on and by every part, as a
 * projection would. What is shown of the years comes from this judgement.
 */
export const foundPlan = (dataset: CountyDataset, { ground, fixed, fixedWan }: Task, trial: Trial): FoundPlan => {
  const { costByYear } = trial;
  const levers = [...fixed, ...trial.levers];
  const scenario = withPlan(ground.question.document, trial.levers, ground.request.annualBudgetWan);
  const question = questionOf(dataset, scenario);
  const years: FoundPlan["years"] = [];
  const milestones: NonNullable<FoundPlan["milestones"]> = [];
  const standings: NonNullable<FoundPlan["standings"]> = [];
  const costs = new Map<string, number>();
  const own = levers.map(boundLever);
  simulate(question, inOrder(scenario.levers.filter(({ enabled }) => enabled)), ground.ruleSet, (state, prices) => {
    const lean = leanYear(state, question, ground.rules(state.year));
    const { year, verdict, failing, stages } = lean;
    if (year >= ground.request.targetYear) standings.push(standingOf(lean));
    for (const milestone of ground.milestones) {
      if (milestone.year !== year) continue;
      const verdicts = bothStages.flatMap((stage) => [...stages[stage].sectionVerdicts]);
      const met = verdicts.filter((section) => section === verdictCode.met).length;
      milestones.push({ ...milestone, schools: verdicts.length, asked: askedOf(milestone, verdicts.length), met });
    }
    const cost = { capitalWan: 0, recurrentWan: 0, withKeptWan: costByYear.get(year)?.withKeptWan ?? 0 };
    for (const lever of own) {
      const { capitalWan, recurrentWan } = lever.cost({ year, prices, state });
      cost.capitalWan += capitalWan;
      cost.recurrentWan += recurrentWan;
      costs.set(lever.lever.id, (costs.get(lever.lever.id) ?? 0) + capitalWan + recurrentWan);
    }
    const hires = levers.reduce((sum, lever) => (lever.startYear + lever.leadYears === year ? sum + postsOf(lever) : sum), 0);
    years.push({ year, verdict, failing, ...cost, totalWan: cost.capitalWan + cost.recurrentWan, hires });
  });
  const byKind = new Map<
    FoundPlan["byKind"][number]["kind"],
    { levers: number; schools: Set<string | null>; quantity: number; costWan: number }
  >();
  for (const lever of levers) {
    const kind = kindOf(lever);
    const group = byKind.get(kind) ?? { levers: 0, schools: new Set<string | null>(), quantity: 0, costWan: 0 };
    group.levers += 1;
    group.schools.add(schoolOf(lever));
    group.quantity += amountOf(lever);
    group.costWan += costs.get(lever.id) ?? 0;
    byKind.set(kind, group);
  }
  return {
    scenario,
    leverIds: levers.map(({ id }) => id),
    measures: measuresOf(dataset, own, costs),
    costWan: trial.costWan + fixedWan,
    years,
    standings,
    ...(milestones.length === 0 ? {} : { milestones }),
    byKind: [...byKind].map(([kind, { schools, ...group }]) => ({ kind, ...group, schools: schools.size })),
  };
};

const meets = ({ indicators }: NonNullable<FoundPlan["standings"]>[number], clause: PlanClause): boolean =>
  indicators.some(({ id, verdict }) => id === clause && verdict === "met");

/** Whether the written scenario passes in every year in which it must, by every clause, and reaches its milestones: the last word, by the engine. */
export const holds = (
  { years, standings = [], milestones = [] }: FoundPlan,
  { required, clauses, ...ground }: Pick<Ground, "required" | "milestones" | "clauses">,
): boolean =>
  required.every((year) => years.find((entry) => entry.year === year)?.verdict === "met") &&
  standings.every((standing) => !required.includes(standing.year) || clauses.held.every((clause) => meets(standing, clause))) &&
  milestones.length === ground.milestones.length &&
  milestones.every(({ asked, met }) => met >= asked);
