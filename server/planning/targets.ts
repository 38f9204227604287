import { type CountyAssessment, type ResourceIndicator, resourceIndicators, type Verdict } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import { type CountyDataset, type Stage, stages } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import type { YearOutcome } from "./projection-document";
import type { Target, TargetRow } from "./targets-document";

/** What a row has come to in one year: of a judged dataset, or of a projected year. Null where nobody knows. */
export interface RowFacts {
  /** Of all sections for R1–R7, of the item for the others. */
  readonly verdict: Verdict;
  /** Share of sections (R1–R7) or schools (items) that meet the row. */
  readonly share: Readonly<Record<Stage | "all", number | null>>;
  /** County mean (R1–R7) or the item's own share. */
  readonly value: Readonly<Record<Stage | "all", number | null>>;
  /** Pupils of the largest class, at least; of G5 only. */
  readonly largestClass: number | null;
}
export type YearFacts = (row: TargetRow) => RowFacts;

const part = (met: number, total: number): number | null => (total > 0 ? met / total : null);

interface StageFigures {
  readonly total: number;
  readonly met: Readonly<Record<ResourceIndicator, number>>;
  readonly open: (indicator: ResourceIndicator) => number;
  readonly mean: (indicator: ResourceIndicator) => number | null;
}

const resourceFacts = (of: Readonly<Record<Stage, StageFigures>>, indicator: ResourceIndicator): RowFacts => {
  const sum = (read: (figures: StageFigures) => number) => stages.reduce((all, stage) => all + read(of[stage]), 0);
  const [met, total, open] = [sum((one) => one.met[indicator]), sum((one) => one.total), sum((one) => one.open(indicator))];
  const share = (stage: Stage) => part(of[stage].met[indicator], of[stage].total);
  return {
    verdict: met === total ? "met" : met + open < total ? "not_met" : "not_evaluable",
    share: { primary: share("primary"), junior: share("junior"), all: part(met, total) },
    value: { primary: of.primary.mean(indicator), junior: of.junior.mean(indicator), all: null },
    largestClass: null,
  };
};

const none = { primary: null, junior: null, all: null } as const;

const yearFacts =
  (resource: (indicator: ResourceIndicator) => RowFacts, item: (id: ItemId) => RowFacts): YearFacts =>
  (row) => {
    const indicator = resourceIndicators.find((one) => one === row);
    if (indicator !== undefined) return resource(indicator);
    const id = itemIds.find((one) => one === row);
    if (id === undefined) throw new RangeError(`no row ${row}`);
    return item(id);
  };

/** Of an item: the share of the schools that fail it not, and its own share where it has one. */
const itemFacts = (
  id: ItemId,
  verdict: Verdict,
  { figures, limits, schoolsFailing, schoolsOpen }: NonNullable<YearOutcome["itemFigures"]>[ItemId],
  schools: number,
  largestClass: () => number | null,
): RowFacts => {
  const bySchool = schoolsOpen > 0 || (schoolsFailing === 0 && verdict !== "met") ? null : part(schools - schoolsFailing, schools);
  const named = Object.keys(limits).find((limit) => limit.endsWith("Share") && limit in figures);
  return {
    verdict,
    share: { ...none, all: bySchool },
    value: { ...none, all: named === undefined ? null : (figures[named] ?? null) },
    largestClass: id === "G5" ? largestClass() : null,
  };
};

/** Lower bound of the highest size band that holds a class; null where no return says. */
const largestClassOf = (dataset: CountyDataset): number | null => {
  let largest: number | null = null;
  for (const { classSizes } of dataset.schools)
    for (const bands of [classSizes.primary, classSizes.junior, classSizes.unsplit])
      for (const [index, { from }] of classSizeBands.entries()) if ((bands?.[index] ?? 0) > 0) largest = Math.max(largest ?? 0, from);
  return largest;
};

/** Facts of a year that has been reported and judged. */
export const factsOfAssessment = ({ stages: judged, items }: CountyAssessment, dataset: CountyDataset): YearFacts => {
  const figures = (stage: Stage): StageFigures => ({
    total: judged[stage].sectionsTotal,
    met: judged[stage].indicatorMet,
    open: (indicator) => judged[stage].sections.filter((section) => section.indicators[indicator].state === "not_evaluable").length,
    mean: (indicator) => judged[stage].balance[indicator].mean,
  });
  const of = { primary: figures("primary"), junior: figures("junior") };
  const schools = new Set(stages.flatMap((stage) => judged[stage].sections.map(({ schoolCode }) => schoolCode))).size;
  return yearFacts(
    (indicator) => resourceFacts(of, indicator),
    (id) => {
      const result = items?.[id];
      if (result === undefined) return { verdict: "not_evaluable", share: none, value: none, largestClass: null };
      const { verdict, figures, limits } = result;
      const schoolsFailing = new Set(result.failing.map(({ schoolCode }) => schoolCode)).size;
      const known = { figures, limits, schoolsFailing, schoolsOpen: result.open.length };
      return itemFacts(id, verdict, known, schools, () => largestClassOf(dataset));
    },
  );
};

/** Facts of a projected year; of the items' verdicts only where an answer of before has no more. */
export const factsOfOutcome = ({ stages: outcome, sections, items, itemFigures, largestClass }: YearOutcome): YearFacts => {
  const figures = (stage: Stage): StageFigures => ({
    total: outcome[stage].sectionsTotal,
    met: outcome[stage].indicatorMet,
    open: (indicator) => sections.filter((section) => section.stage === stage && section.states[indicator] === "not_evaluable").length,
    mean: (indicator) => outcome[stage].mean[indicator],
  });
  const of = { primary: figures("primary"), junior: figures("junior") };
  const schools = new Set(sections.map(({ schoolCode }) => schoolCode)).size;
  return yearFacts(
    (indicator) => resourceFacts(of, indicator),
    (id) => {
      const known = itemFigures?.[id];
      const verdict = items?.[id] ?? "not_evaluable";
      if (known === undefined) return { verdict, share: none, value: none, largestClass: null };
      return itemFacts(id, verdict, known, schools, () => largestClass ?? null);
    },
  );
};

const reaches = (figure: number | null, least: number): Verdict =>
  figure === null ? "not_evaluable" : figure >= least - 1e-9 ? "met" : "not_met";

/** Whether a year is on track. A row that meets its standard keeps every promise on it; words are not judged. */
export const judgeTarget = (target: Target, facts: RowFacts): Verdict => {
  if (target.kind === "text") return "not_evaluable";
  if (target.kind === "met") return facts.verdict;
  if (target.kind === "share") return facts.verdict === "met" ? "met" : reaches(facts.share[target.stage ?? "all"], target.share);
  if (target.kind === "step_down")
    return facts.largestClass === null ? "not_evaluable" : facts.largestClass <= target.most ? "met" : "not_met";
  const known = target.stage === null ? [facts.value.all, facts.value.primary, facts.value.junior] : [facts.value[target.stage]];
  const least = known.flatMap((value) => value ?? []);
  return reaches(least.length === 0 ? null : Math.min(...least), target.value);
};

/** The target that a projected year itself promises: 达标, or the share of sections that it brings so far; null where it promises nothing. */
export const promisedTarget = (row: TargetRow, facts: YearFacts): Target | null => {
  const { verdict, share } = facts(row);
  if (verdict === "met") return { kind: "met" };
  return share.all === null ? null : { kind: "share", share: Math.floor(share.all * 1000) / 1000, stage: null };
};
