import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset, Stage } from "@server/statistics/contract";
import type { Assumptions, YearOutcome } from "../contract";
import { project } from "./project";

/** A projected figure beside what was reported later. `error` is relative to what was reported; null where either is missing. */
export interface BacktestFigure {
  readonly projected: number | null;
  readonly reported: number | null;
  readonly error: number | null;
}

export interface BacktestStage {
  readonly pupils: BacktestFigure;
  readonly classes: BacktestFigure;
  readonly teachers: BacktestFigure;
  /** Mean of the absolute relative errors of pupils over the sections that both years have; null without any. */
  readonly sectionError: number | null;
  readonly sectionsCompared: number;
  /** Sections whose verdict came out as projected, of those compared. */
  readonly verdictsRight: number;
}

/** One later year, projected from the first without levers and as it was. */
export interface BacktestYear {
  readonly year: number;
  readonly stages: Readonly<Record<Stage, BacktestStage>>;
  readonly verdict: { readonly projected: YearOutcome["verdict"]; readonly reported: YearOutcome["verdict"] };
}

export interface Backtest {
  readonly baseYear: number;
  readonly years: readonly BacktestYear[];
}

const figure = (projected: number | null, reported: number | null): BacktestFigure => ({
  projected,
  reported,
  error: projected === null || reported === null || reported === 0 ? null : projected / reported - 1,
});

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
    sectionError: compared === 0 ? null : errors / compared,
    sectionsCompared: compared,
    verdictsRight: right,
  };
};

/**
 * 回溯检验: projects the earliest of a county's datasets without levers and holds every later one against
 * it. Both sides are judged by the same engine. The datasets may come in any order, one a year.
 */
export const backtest = (datasets: readonly CountyDataset[], assumptions: Assumptions, ruleSet: RuleSet): Backtest | null => {
  const sorted = [...datasets].sort((left, right) => left.county.statisticsYear - right.county.statisticsYear);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  const baseYear = first.county.statisticsYear;
  const document = (horizonYears: number) => ({
    format: "hengce.scenario/1" as const,
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
      },
    ];
  });
  return { baseYear, years };
};
