import { columnsOfDataset, defaultDate, itemVerdicts, judgeColumns, rulesInForce, verdictNames } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { YearOutcome } from "@server/planning/contract";
import { checkLevers, projectedDatasets } from "@server/planning/engine/index";
import { describe, expect, it } from "vitest";
import { county, run, scenario, school } from "./county";
import { countyWith, everyKind } from "./every-kind";

/** A year judged anew from its dataset alone, in the figures of a projection. */
const judgedAgain = (dataset: ReturnType<typeof projectedDatasets>[number]) => {
  const columns = columnsOfDataset({ ...dataset, format: "hengce.county-dataset/1" });
  const rules = rulesInForce(quality2017, defaultDate(dataset.county.statisticsYear));
  const judged = judgeColumns(columns, rules);
  const { stages, failing, notEvaluable, verdict } = judged;
  const of = (stage: "primary" | "junior") => ({
    values: stages[stage].indicators.map(({ value }) => [...value]),
    cvs: stages[stage].balances.map(({ cv }) => cv),
  });
  return {
    failing,
    notEvaluable,
    verdict: verdictNames[verdict],
    primary: of("primary"),
    junior: of("junior"),
    ...itemVerdicts(columns, judged, rules),
  };
};

const valuesOf = ({ sections }: YearOutcome, stage: "primary" | "junior"): number[][] =>
  (["R1", "R2", "R3", "R4", "R5", "R6", "R7"] as const).map((id) =>
    sections.filter((section) => section.stage === stage).map(({ values }) => values[id] ?? Number.NaN),
  );

const close = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, index) => {
    const other = wanted[index] ?? Number.NaN;
    if (!(Number.isNaN(value) && Number.isNaN(other))) expect(value).toBeCloseTo(other, 9);
  });
};

describe("the county of each projected year, written as a dataset", () => {
  const { dataset, places } = countyWith(1);
  const startYear = dataset.county.statisticsYear;
  const levers = Object.values(everyKind(places, { startYear, leadYears: 1 }, startYear + 2));
  const assumptions = { entrants: { mode: "trend", annualChange: -0.07 }, teacherAttrition: 0.05, teacherReplacement: 0.5 } as const;

  it.each([
    ["with every kind of lever but a closure", levers.filter(({ type }) => type !== "close_school")],
    ["with a closure and an opening", levers.filter(({ type }) => type === "close_school" || type === "open_school")],
  ])("is judged as the projection judges it: %s", (_, enabled) => {
    const document = scenario({ horizonYears: 3, assumptions, levers: enabled });
    expect(checkLevers(dataset, document)).toEqual([]);
    const { trial } = run(dataset, document);
    const datasets = projectedDatasets(dataset, document, quality2017);
    expect(datasets.map(({ county }) => county.statisticsYear)).toEqual(trial.map(({ year }) => year));
    datasets.forEach((year, index) => {
      const outcome = trial[index];
      if (outcome === undefined) throw new Error("no outcome");
      const again = judgedAgain(year);
      expect([again.verdict, again.failing, again.notEvaluable]).toEqual([outcome.verdict, outcome.failing, outcome.notEvaluable]);
      for (const stage of ["primary", "junior"] as const) {
        valuesOf(outcome, stage).forEach((values, indicator) => {
          close(again[stage].values[indicator] ?? [], values);
        });
        close(
          again[stage].cvs,
          Object.values(outcome.stages[stage].cv).map((cv) => cv ?? Number.NaN),
        );
      }
      expect([again.items, again.overall]).toEqual([outcome.items, outcome.overall]);
    });
  });

  it("is the reported one in the base year", () => {
    const [first] = projectedDatasets(dataset, scenario({}), quality2017);
    expect(first).toEqual({ ...dataset, format: "hengce.projected-dataset/1" });
  });

  it("has what was not split by stage, and no totals beside the grades", () => {
    const small = county([school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] })]);
    const schools = small.schools.map((one) => ({
      ...one,
      unsplitTeachers: { ...one.unsplitTeachers, fullTime: 5, music: 2 },
      totals: { ...one.totals, pupilsPrimary: 120 },
    }));
    const [, year] = projectedDatasets({ ...small, schools }, scenario({}), quality2017);
    expect(year?.schools[0]?.unsplitTeachers).toEqual(schools[0]?.unsplitTeachers);
    expect(Object.values(year?.schools[0]?.totals ?? { one: 1 }).every((total) => total === null)).toBe(true);
    expect(year?.county).toMatchObject({ statisticsYear: 2027, fiscalYear: 2026 });
  });

  it("has class sizes of the stages that are taught, and none where nothing is known of them", () => {
    const six = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];
    const small = county([school({ code: "1001", primary: six }), school({ code: "9001", type: "senior" })]);
    const [, year] = projectedDatasets(small, scenario({}), quality2017);
    expect(year?.schools.map(({ classSizes }) => classSizes)).toEqual([
      { primary: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0], junior: null, unsplit: null },
      { primary: null, junior: null, unsplit: null },
    ]);
  });
});
