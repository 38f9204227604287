import type { Verdict } from "@server/compliance/contract";
import { type RuleSet, sectionId } from "@server/compliance/engine/index";
import type { FieldIssue } from "@server/kernel/errors";
import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import {
  type Goal,
  type GoalAnswer,
  type GoalField,
  type GoalRequest,
  goalFieldsOf,
  type Lever,
  leverSchema,
  type ScenarioDocument,
} from "../../contract";
import { complaint } from "../assumption-issues";
import { possibleLevers } from "../check";
import type { LeanYear } from "../lean-year";
import { withPlannedSchools } from "../planned-schools";
import { inOrder, questionOf } from "../simulate";
import { planningEngineVersion } from "../version";
import { leastReaching } from "./least";
import { balanceVerdict, sectionVerdict } from "./standing";
import { trialOf } from "./trial";

/** What is sought, with the lever and the field it is sought by. Null where there is no such lever or field. */
interface Sought {
  readonly index: number;
  readonly lever: Lever;
  readonly field: GoalField;
  readonly present: number | null;
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const verdictOf = (lean: LeanYear, goal: Goal): Verdict => {
  switch (goal.kind) {
    case "county":
      if (goal.part === "resource") return lean.verdict;
      return lean.overall.verdict === "incomplete" ? "not_evaluable" : lean.overall.verdict;
    case "balance":
      return balanceVerdict(lean, goal.stage, goal.indicator);
    case "section":
      return sectionVerdict(lean, goal.sectionId) ?? "not_evaluable";
    case "item":
      return lean.items[goal.item];
  }
};

/** Whole numbers for whole fields, a tenth of a percent for shares and ratios, a tenth of the unit for the rest. */
const stepOf = ({ integer, high }: GoalField): number => (integer ? 1 : high <= 3 ? 0.001 : 0.1);

const numberIn = (lever: Lever, name: string): number | null => {
  const value: unknown = Object.entries(lever).find(([key]) => key === name)?.[1];
  return typeof value === "number" ? value : null;
};

const soughtBy = (document: ScenarioDocument, { leverId, field: name, low, high, year }: GoalRequest, baseYear: number): Sought | null => {
  const index = document.levers.findIndex(({ id }) => id === leverId);
  const lever = document.levers[index];
  const field = lever === undefined ? undefined : goalFieldsOf(lever.type).find((own) => own.name === name);
  if (lever === undefined || field === undefined) return null;
  // A start before the base year is refused, and one after the year looked at cannot matter for it.
  const bounds = name === "startYear" ? { low: baseYear, high: year } : field;
  return {
    index,
    lever,
    field,
    present: numberIn(lever, name),
    low: Math.max(bounds.low, low ?? bounds.low),
    high: Math.min(bounds.high, high ?? bounds.high),
    step: stepOf(field),
  };
};

/** What is impossible about a scenario: the levers, by id, and what of its assumptions, by place and reason. */
const impossibleIn = ({ impossible, complaints }: ReturnType<typeof possibleLevers>): ReadonlySet<string> =>
  new Set([
    ...impossible.map(({ id }) => `lever ${id}`),
    ...complaints.filter(({ path }) => path.startsWith("assumptions.")).map(({ path, message }) => `${path} ${message}`),
  ]);

/** What of a goal cannot be asked of this county, dotted path in the request. */
export const goalIssues = (dataset: CountyDataset, { levers }: ScenarioDocument, { goal }: GoalRequest): readonly FieldIssue[] => {
  if (goal.kind !== "section") return [];
  const { schools } = withPlannedSchools(
    dataset,
    levers.map((lever) => ({ ...lever, enabled: true })),
  ).dataset;
  const isKnown = schools.some((school) => stagesOfType[school.type].some((stage) => sectionId(school, stage) === goal.sectionId));
  return isKnown ? [] : [complaint("goal.sectionId", "unknownSection", { sectionId: goal.sectionId })];
};

/**
 * Least (or greatest) value of one field of one lever with which a goal is reached in a year, all else as in the
 * scenario; the lever is taken as enabled. Each value is simulated and judged. One with which the lever, or anything else
 * in the scenario that is possible as it stands, would be refused does not reach the goal. Null where the scenario has no
 * such lever, the lever no such numeric field, the bounds hold no value, the year is not projected, or `goalIssues` complain.
 */
export const seekGoal = (dataset: CountyDataset, document: ScenarioDocument, ruleSet: RuleSet, request: GoalRequest): GoalAnswer | null => {
  const { baseYear } = questionOf(dataset, { ...document, levers: [] }).model;
  const sought = soughtBy(document, request, baseYear);
  const projected = request.year > baseYear && request.year <= baseYear + document.horizonYears;
  if (sought === null || !(sought.low <= sought.high) || !projected || goalIssues(dataset, document, request).length > 0) return null;
  const { index, lever: own, field, present, low, high, step } = sought;
  const last = Math.floor((high - low) / step + 1e-9);
  const greatest = request.seek === "greatest";
  /** Positions count from the end at which the search begins. */
  const valueAt = (position: number): number => {
    const value = low + (greatest ? last - position : position) * step;
    return Number(Math.min(high, value).toFixed(6));
  };
  const withLever = (changed: Lever): ScenarioDocument => ({
    ...document,
    levers: document.levers.map((lever, at) => (at === index ? changed : lever)),
  });
  const asItStands = impossibleIn(possibleLevers(dataset, document));
  const asEnabled = own.enabled ? asItStands : impossibleIn(possibleLevers(dataset, withLever({ ...own, enabled: true })));
  const isNew = (one: string): boolean => one === `lever ${request.leverId}` || !(asItStands.has(one) && asEnabled.has(one));
  const tried: GoalAnswer["tried"] = [];
  const reaches = (position: number): boolean => {
    const value = valueAt(position);
    const changed = leverSchema.safeParse({ ...own, [field.name]: value, enabled: true });
    if (!changed.success) {
      tried.push({ value, verdict: "not_evaluable", possible: false, costWan: 0 });
      return false;
    }
    const asked = withLever(changed.data);
    const checked = possibleLevers(dataset, asked);
    const trial = trialOf(questionOf(dataset, asked), inOrder(checked.possible), ruleSet, request.year, (lean) =>
      verdictOf(lean, request.goal),
    );
    const verdict = trial?.seen ?? "not_evaluable";
    const refused = [...impossibleIn(checked)].some(isNew);
    tried.push({ value, verdict, possible: !refused, costWan: trial?.costWan ?? 0 });
    return verdict === "met" && !refused;
  };
  const from = Math.round((present === null ? 0 : greatest ? high - present : present - low) / step);
  const found = leastReaching(last, Math.min(last, Math.max(0, from)), reaches);
  const { least } = found;
  return {
    format: "hengce.goal/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    request,
    low,
    high,
    integer: field.integer,
    present,
    reached: least !== null,
    value: least === null ? null : valueAt(least),
    step,
    exhaustive: found.tried.size === last + 1,
    oneSided: least === null || [...found.tried].every(([position, reached]) => reached === position >= least),
    tried: tried.sort((left, right) => left.value - right.value),
  };
};
