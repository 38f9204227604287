import type { RuleSet } from "@server/compliance/engine/index";
import type { ItemId } from "@server/compliance/items-contract";
import type { CountyDataset, Stage } from "@server/statistics/contract";
import type { Assumptions, Backtest, BacktestFigure, BacktestStage, BacktestYear, ScenarioDocument, YearOutcome } from "../contract";
import { project } from "./project";
import { planningEngineVersion } from "./version";

const figure = (projected: number | null, reported: number | null): BacktestFigure => ({
  projected,
  reported,
  error: projected === null || reported === null || reported === 0 ? null : projected / reported - 1,
});

type StageOutcome = YearOutcome["stages"][Stage];

const indicatorsOf = (projected: StageOutcome, reported: StageOutcome): BacktestStage["indicators"] => {
  const of = (id: keyof StageOutcome["mean"]) => ({
    mean: figure(projected.mean[id], reported.mean[id]),
    cv: figure(projected.cv[id], reported.cv[id]),
    cvVerdict: { projected: projected.cvVerdict[id], reported: reported.cvVerdict[id] },
  });
  return { R1: of("R1"), R2: of("R2"), R3: of("R3"), R4: of("R4"), R5: of("R5"), R6: of("R6"), R7: of("R7") };
};

const stageOf = (stage: Stage, projected: YearOutcome, reported: YearOutcome): BacktestStage => {
  const before = new Map(projected.sections.map((section) => [section.id, section]));
  let errors = 0;
  let compared = 0;
  let right = 0;
  for (const section of reported.sections) {
    const other = before.get(section.id);
    if (section.stage !== stage || other === undefined || !section.pupils || other.pupils === null) continue;
    errors += Math.abs(other.pupils / section.pupils - 1);
    compared += 1;
    if (other.verdict === section.verdict) right += 1;
  }
  const of = (field: "pupils" | "classes" | "teachers") => figure(projected.stages[stage][field], reported.stages[stage][field]);
  return {
    pupils: of("pupils"),
    classes: of("classes"),
    teachers: of("teachers"),
    indicators: indicatorsOf(projected.stages[stage], reported.stages[stage]),
    sectionError: compared === 0 ? null : errors / compared,
    sectionsCompared: compared,
    verdictsRight: right,
  };
};

const itemsOf = (projected: YearOutcome, reported: YearOutcome): BacktestYear["items"] => {
  const { items } = projected;
  const later = reported.items;
  if (items === null || later === null) return null;
  return Object.fromEntries(
    Object.entries(later).map(([id, verdict]) => [id, { projected: items[id as ItemId], reported: verdict }]),
  ) as NonNullable<BacktestYear["items"]>;
};

/**
 * 回溯检验: projects the earliest of a county's datasets without levers and holds every later one against
 * it. Both sides are judged by the same engine. The datasets may come in any order, one a year; null when there
 * is no later year.
 */
export const backtest = (datasets: readonly CountyDataset[], assumptions: Assumptions, ruleSet: RuleSet): Backtest | null => {
  const sorted = [...datasets].sort((left, right) => left.county.statisticsYear - right.county.statisticsYear);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const baseYear = first.county.statisticsYear;
  const document = (horizonYears: number): ScenarioDocument => ({
    format: "hengce.scenario/1",
    name: "backtest",
    horizonYears,
    assumptions,
    levers: [],
    annualBudgetWan: null,
  });
  const { baseline } = project(first, document(last.county.statisticsYear - baseYear), ruleSet);
  const years = sorted.slice(1).flatMap((dataset): BacktestYear[] => {
    const projected = baseline.find(({ year }) => year === dataset.county.statisticsYear);
    const reported = project(dataset, document(1), ruleSet).baseline[0];
    if (projected === undefined || reported === undefined) return [];
    return [
      {
        year: projected.year,
        stages: { primary: stageOf("primary", projected, reported), junior: stageOf("junior", projected, reported) },
        verdict: { projected: projected.verdict, reported: reported.verdict },
        items: itemsOf(projected, reported),
      },
    ];
  });
  return {
    format: "hengce.backtest/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: { code: first.county.code, name: first.county.name },
    baseYear,
    years,
  };
};
