import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type {
  ClauseFailure,
  Lever,
  LeverDefaults,
  ScenarioDocument,
  Standing,
  Suggestion,
  SuggestionRequest,
  Suggestions,
  SuggestionTarget,
} from "../../contract";
import { checkedCounty, leverIssues, possibleLevers } from "../check";
import type { LeanYear } from "../lean-year";
import { outlineOf } from "../project";
import { rulesByYear } from "../rules-by-year";
import { networkOf } from "../school-years";
import { inOrder, questionOf } from "../simulate";
import { planningEngineVersion } from "../version";
import { countyCandidates } from "./county-candidates";
import type { Candidate } from "./draft";
import { failingSchoolsOf, itemCandidates } from "./items";
import { balanceCandidates } from "./level";
import { fewerPupils, movedFromRichest } from "./move";
import { raisings, rotationPolicy } from "./raise";
import { idOf, placesOf, type Site, stageOfId } from "./site";
import { concerns, failuresOf, isJudged, standingOf } from "./standing";
import { type Trial, trialOf } from "./trial";

/** Candidates simulated at most, so that a page can wait for the answer. */
const mostTried = 20;
const mostListed = 20;
/** A trial that fell short is tried once more, up to so many times the size. */
const mostResized = 4;

/** What is read of a trial in the year looked at. */
interface Seen {
  readonly standing: Standing;
  readonly failures: ReadonlyMap<string, ClauseFailure>;
  /** How far the target is from being met; 0 when it is, infinite when it cannot be judged. */
  readonly gap: number;
}

interface Tried {
  readonly candidate: Candidate;
  readonly levers: readonly Lever[];
  readonly trial: Trial<Seen>;
}

const candidatesFor = (site: Site, target: SuggestionTarget): readonly Candidate[] => {
  switch (target.kind) {
    case "county":
      return countyCandidates(site);
    case "item":
      return itemCandidates(site, target.item);
    case "balance":
      return balanceCandidates(site, placesOf(site, target.stage, target.indicator), site.rules.stages[target.stage].cvLimit);
    case "section": {
      const stage = stageOfId(target.sectionId);
      if (stage === undefined) return [];
      const place = placesOf(site, stage, target.indicator).find(({ section }) => idOf(site, stage, section) === target.sectionId);
      if (place === undefined || !(place.needed > 0)) return [];
      const staff = target.indicator === "R1" || target.indicator === "R2" || target.indicator === "R3";
      return [
        ...raisings(site, target.indicator, [{ place, amount: place.needed }]),
        ...movedFromRichest(site, place),
        ...(staff ? rotationPolicy(site) : []),
        ...fewerPupils(site, place),
      ];
    }
  }
};

/** Distance of the target from its line. */
const gapOf = (lean: LeanYear, ruleSet: RuleSet, target: SuggestionTarget, standing: Standing, line: number): number => {
  if (target.kind === "county") return standing.distance;
  if (standing.verdict === "met") return 0;
  if (target.kind === "item") return 1 + failingSchoolsOf({ lean, ruleSet }, target.item);
  if (standing.value === null) return Number.POSITIVE_INFINITY;
  return Math.max(1e-12, target.kind === "section" ? line - standing.value : standing.value - line);
};

/** Standard or limit that the target is held against; 0 for items and the county. */
const lineOf = ({ rules }: Pick<Site, "rules">, target: SuggestionTarget): number => {
  if (target.kind === "balance") return rules.stages[target.stage].cvLimit;
  if (target.kind !== "section") return 0;
  const stage = stageOfId(target.sectionId) ?? "primary";
  return rules.stages[stage].indicators.find(({ rule }) => rule.id === target.indicator)?.standard ?? Number.NaN;
};

/** Free ids L1, L2 …, each given once. */
const idGiver = (document: ScenarioDocument): (() => string) => {
  const taken = new Set(document.levers.map(({ id }) => id));
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(`L${number}`));
    return `L${number}`;
  };
};

const costByYear = (baseYear: number, before: Trial<Seen>, after: Trial<Seen>): Suggestion["costByYear"] =>
  after.cost.flatMap(({ capitalWan, recurrentWan }, index) => {
    const present = before.cost[index];
    const more = { capitalWan: capitalWan - (present?.capitalWan ?? 0), recurrentWan: recurrentWan - (present?.recurrentWan ?? 0) };
    return more.capitalWan === 0 && more.recurrentWan === 0 ? [] : [{ year: baseYear + index, ...more }];
  });

const suggestionOf = (target: SuggestionTarget, baseYear: number, before: Trial<Seen>, { levers, trial }: Tried): Suggestion => {
  const { failures, standing } = trial.seen;
  return {
    levers: [...levers],
    outlines: inOrder(levers).map(outlineOf),
    costWan: trial.costWan - before.costWan,
    costByYear: costByYear(baseYear, before, trial),
    after: standing,
    passes: standing.verdict === "met",
    remaining: [...failures.values()].filter((failure) => concerns(target, failure)).slice(0, mostListed),
    broken: [...failures].flatMap(([key, failure]) => (before.seen.failures.has(key) ? [] : [failure])).slice(0, mostListed),
  };
};

const byPrice = (left: Suggestion, right: Suggestion): number =>
  Number(right.passes) - Number(left.passes) ||
  Number(left.broken.length > 0) - Number(right.broken.length > 0) ||
  left.costWan - right.costWan ||
  left.after.distance - right.after.distance;

/** Largest fall of the distance a yuan first; what costs nothing before all else. */
const byPromise =
  (before: Standing) =>
  (left: Suggestion, right: Suggestion): number => {
    const [leftFall, rightFall] = [before.distance - left.after.distance, before.distance - right.after.distance];
    const promise = (fall: number, { costWan }: Suggestion): number => fall / Math.max(1e-4, costWan);
    return promise(rightFall, right) - promise(leftFall, left) || rightFall - leftFall;
  };

/**
 * Those that leave no more sections and coefficients short, for moving a shortage is no cure; all of them where there is none. An
 * item that fails instead stays a matter to weigh: who is hired can be trained.
 */
const sound = (before: Standing, helping: readonly Suggestion[]): Suggestion[] => {
  const harmless = helping.filter(({ after }) => after.failing <= before.failing);
  return [...(harmless.length > 0 ? harmless : helping)];
};

/** The best of each kind of lever: three ways to hire are no choice. */
const onePerKind = (sorted: readonly Suggestion[]): readonly Suggestion[] =>
  sorted.filter(({ levers }, index) => sorted.findIndex((other) => other.levers[0]?.type === levers[0]?.type) === index);

/**
 * What could cure a failure in one year: levers of every kind that can act on it, sized by the shortage and each
 * simulated alone on top of the scenario; the cheapest that help, ready to be added, none that moves a shortage
 * elsewhere unless there is no other. For the county as a whole: what brings the largest fall of the distance a yuan. Pure and bounded, so that a browser can ask.
 */
export const suggest = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  request: SuggestionRequest,
  defaults: LeverDefaults,
): Suggestions => {
  const question = questionOf(dataset, document);
  const { baseYear } = question.model;
  const year = Math.min(baseYear + document.horizonYears, Math.max(baseYear, request.year));
  const { target } = request;
  const { possible } = possibleLevers(dataset, document);
  const rules = rulesByYear(ruleSet)(year);
  const line = lineOf({ rules }, target);
  const see = (lean: LeanYear): Seen => {
    const standing = standingOf(lean, target);
    return { standing, failures: failuresOf(lean), gap: gapOf(lean, ruleSet, target, standing, line) };
  };
  let candidates: readonly Candidate[] = [];
  let judged = true;
  const present = trialOf(question, inOrder(possible), ruleSet, year, (lean, state) => {
    const site: Site = { question, document, defaults, ruleSet, rules, year, lean, state };
    judged = target.kind !== "section" || isJudged(lean, target.sectionId);
    const seen = see(lean);
    if (judged && seen.gap > 0) candidates = candidatesFor(site, target);
    return seen;
  });
  if (present === null) throw new RangeError(`no year ${year} in the projection`);

  const county = checkedCounty(question.dataset, dataset, document.horizonYears);
  const nextId = idGiver(document);
  const tryOut = (candidate: Candidate, factor: number): Tried | null => {
    const levers = candidate.build(factor)?.map((lever) => ({ ...lever, id: nextId() }));
    if (levers === undefined) return null;
    const all = [...possible, ...levers];
    const network = networkOf(all);
    if (levers.some((lever) => leverIssues(lever, county, all, network).length > 0)) return null;
    const trial = trialOf(question, inOrder(all), ruleSet, year, see);
    return trial === null || levers.some(({ id }) => trial.lacking.has(id)) ? null : { candidate, levers, trial };
  };
  const before = present.seen;
  const tried: Tried[] = [];
  let simulated = 0;
  let possibleInTime = 0;
  let leftOut = 0;
  for (const candidate of candidates) {
    if (simulated >= mostTried) {
      leftOut += 1;
      continue;
    }
    const first = tryOut(candidate, 1);
    if (first === null) continue;
    simulated += 1;
    possibleInTime += 1;
    const after = first.trial.seen.gap;
    const gained = before.gap - after;
    const larger = Math.min(mostResized, (before.gap / gained) * 1.02);
    if (target.kind === "county" || !candidate.sized || after === 0 || !(gained > 1e-9) || simulated >= mostTried) {
      tried.push(first);
      continue;
    }
    const second = tryOut(candidate, larger);
    simulated += Number(second !== null);
    tried.push(second !== null && second.trial.seen.gap < after ? second : first);
  }

  const helping = sound(
    before.standing,
    tried.filter(({ trial }) => trial.seen.gap < before.gap - 1e-9).map((one) => suggestionOf(target, baseYear, present, one)),
  );
  const sorted = target.kind === "county" ? helping.sort(byPromise(before.standing)) : onePerKind(helping.sort(byPrice));
  const nothing = (): Suggestions["nothing"] => {
    if (helping.length > 0) return null;
    if (judged && before.gap === 0) return "already_met";
    if (candidates.length === 0) return before.standing.verdict === "not_evaluable" || !judged ? "not_evaluable" : "no_lever";
    return possibleInTime === 0 ? "too_early" : "none_helps";
  };
  return {
    format: "hengce.suggestions/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    year,
    target,
    before: before.standing,
    suggestions: sorted.slice(0, request.most),
    tried: simulated,
    leftOut,
    nothing: nothing(),
  };
};
