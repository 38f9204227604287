import { verdictCode } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { FoundPlan, Lever, ScenarioDocument } from "../contract";
import { leanYear } from "../engine/lean-year";
import { inOrder, questionOf, simulate } from "../engine/simulate";
import { bothStages } from "../engine/state";
import { boundLever } from "../levers/registry";
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
      return lever.type;
    default:
      return "close_school";
  }
};

const schoolOf = (lever: Lever): string =>
  lever.type === "hire_teachers" && lever.target.mode === "school"
    ? lever.target.schoolCode
    : "toCode" in lever
      ? lever.toCode
      : "schoolCode" in lever
        ? lever.schoolCode
        : "";

/**
 * Writes a plan down as a scenario and judges that scenario once more, from the dataset on and by every part, as a
 * projection would. What is shown of the years comes from this judgement.
 */
export const foundPlan = (dataset: CountyDataset, { ground, closings, closingWan }: Task, trial: Trial): FoundPlan => {
  const { costByYear } = trial;
  const levers = [...closings, ...trial.levers];
  const scenario = withPlan(ground.question.document, trial.levers, ground.request.annualBudgetWan);
  const question = questionOf(dataset, scenario);
  const years: FoundPlan["years"] = [];
  const milestones: NonNullable<FoundPlan["milestones"]> = [];
  const costs = new Map<string, number>();
  const own = levers.map(boundLever);
  simulate(question, inOrder(scenario.levers.filter(({ enabled }) => enabled)), ground.ruleSet, (state, prices) => {
    const { year, verdict, failing, stages } = leanYear(state, question, ground.rules(state.year));
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
    { levers: number; schools: Set<string>; quantity: number; costWan: number }
  >();
  for (const lever of levers) {
    const kind = kindOf(lever);
    const group = byKind.get(kind) ?? { levers: 0, schools: new Set<string>(), quantity: 0, costWan: 0 };
    group.levers += 1;
    group.schools.add(schoolOf(lever));
    group.quantity += amountOf(lever);
    group.costWan += costs.get(lever.id) ?? 0;
    byKind.set(kind, group);
  }
  return {
    scenario,
    leverIds: levers.map(({ id }) => id),
    costWan: trial.costWan + closingWan,
    years,
    ...(milestones.length === 0 ? {} : { milestones }),
    byKind: [...byKind].map(([kind, { schools, ...group }]) => ({ kind, ...group, schools: schools.size })),
  };
};

/** Whether the written scenario passes in every year in which it must and reaches its milestones: the last word, by the engine. */
export const holds = ({ years, milestones = [] }: FoundPlan, { required, ...ground }: Pick<Ground, "required" | "milestones">): boolean =>
  required.every((year) => years.find((entry) => entry.year === year)?.verdict === "met") &&
  milestones.length === ground.milestones.length &&
  milestones.every(({ asked, met }) => met >= asked);
