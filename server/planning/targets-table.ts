import { type CountyAssessment, type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { CountyDataset } from "@server/statistics/contract";
import type { LatestAnswer } from "./contract";
import type { StoredScenario } from "./repository";
import { factsOfAssessment, factsOfOutcome, judgeTarget, promisedTarget, type YearFacts } from "./targets";
import type { TargetCell, TargetTable } from "./targets-contract";
import { type TargetRow, type TargetsDocument, targetRows } from "./targets-document";

export interface LoadedYear {
  readonly year: number;
  readonly dataset: CountyDataset;
  readonly assessment: CountyAssessment;
}

interface Parts {
  readonly scenario: StoredScenario;
  readonly document: TargetsDocument;
  readonly adopted: boolean;
  /** Judgement of the scenario's own data, for its standards. */
  readonly base: CountyAssessment;
  readonly answer: LatestAnswer | null;
  readonly loaded: readonly LoadedYear[];
}

const standardsOf = ({ stages }: CountyAssessment): TargetTable["standards"] => {
  const of = (indicator: ResourceIndicator) => {
    const [primary, junior] = [stages.primary, stages.junior].map(({ sections }) => sections[0]?.indicators[indicator].standard);
    return primary === undefined || junior === undefined ? [] : [[indicator, { primary, junior }] as const];
  };
  return Object.fromEntries(resourceIndicators.flatMap(of));
};

/** The official table of a scenario: what was written, else what its answer promises; beside it what was reached. */
export const targetTable = ({ scenario, document, adopted, base, answer, loaded }: Parts): TargetTable => {
  const { fromYear, toYear } = document;
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const actual = new Map(loaded.map(({ year, assessment, dataset }) => [year, factsOfAssessment(assessment, dataset)]));
  const projected = new Map<number, YearFacts>(
    (answer?.projection.trial ?? []).filter(({ year }) => years.includes(year)).map((outcome) => [outcome.year, factsOfOutcome(outcome)]),
  );
  const cell = (row: TargetRow, year: number): TargetCell => {
    const written = document.rows[row]?.[String(year)] ?? null;
    const [reached, comes] = [actual.get(year), projected.get(year)];
    const target = written ?? (comes === undefined ? null : promisedTarget(row, comes));
    return {
      year,
      target,
      written: written !== null,
      actual: reached?.(row) ?? null,
      progress: reached === undefined || target === null ? null : judgeTarget(target, reached(row)),
      projected: comes === undefined || written === null ? null : judgeTarget(written, comes(row)),
    };
  };
  return {
    scenarioId: scenario.id,
    name: scenario.name,
    countyName: base.county.name,
    adopted,
    locked: scenario.lockedAt !== null,
    baseYear: scenario.baseYear,
    fromYear,
    toYear,
    years,
    loadedYears: loaded.map(({ year }) => year),
    answer: answer === null ? null : { runId: answer.run.id, upToDate: answer.upToDate },
    standards: standardsOf(base),
    rows: targetRows.map((row) => ({ row, cells: years.map((year) => cell(row, year)) })),
  };
};
