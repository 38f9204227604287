import type { Lever, LeverOf } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/check";
import type { CountyDataset } from "@server/statistics/contract";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";
import { columnsByYear, county, lever, run, scenario, school, yearOf } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { trajectoryFacts } from "./form";
import { isResult, resultOfDataset } from "./results";

/*
 * 1001: 120 primary pupils, 108 of them in their zone (90 %), 20 enter a year, 18 of them in the zone. 2001: 50 in each
 * grade, 46 of 50 graduated (92 %), 141 of 150 live in the zone (94 %). 400 valid questionnaires, 320 satisfied (80 %); mathematics at level 2 with 18 % between
 * schools. Nothing changes by itself.
 */
const nothing = unreportedSchool();
const conditions = { ...nothing.conditions, boarding: false };
const base = county([
  {
    ...school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] }),
    conditions,
    enrolment: { ...nothing.enrolment, inZonePrimary: 108, entrantsPrimary: 20, entrantsInZonePrimary: 18 },
  },
  {
    ...school({ code: "2001", junior: [50, 50, 50] }),
    conditions,
    enrolment: { ...nothing.enrolment, inZoneJunior: 141 },
    retention: { graduates: 46, entrants: 50, transferredIn: 0, transferredOut: 0, died: 0 },
  },
]);
const unreported = unreportedCounty();
const dataset: CountyDataset = {
  ...base,
  county: {
    ...base.county,
    monitoring: [{ subject: "mathematics", level: 2, differenceRate: 0.18 }],
    survey: { ...unreported.survey, all: { ...unreported.survey.all, sent: 500, valid: 400, satisfied: 320 } },
  },
};

type Fact = LeverOf<"county_fact">["fact"];
const to = (fact: Fact, value: number): Lever =>
  lever("county_fact", { id: fact, fact, mode: "values", targetYear: null, startYear: 2027, values: [{ year: 2028, value }] });
const linear = (fact: Fact, targetValue: number): Lever =>
  lever("county_fact", { id: fact, fact, mode: "linear", targetValue, targetYear: 2028 });
const itemOf = (item: "X1" | "Q9" | "Q1" | "G13", ...levers: readonly Lever[]) =>
  run(dataset, scenario({ horizonYears: 3, levers })).trial.map(({ items }) => items?.[item]);
const refused = (own: Lever) =>
  checkLevers(dataset, scenario({ horizonYears: 3, levers: [own] })).map(({ path, message }) => `${path} ${message.split(".").at(-1)}`);

describe("the results that no return of a later year can tell", () => {
  it("decide their items from the first year of their trajectory on, the limits 85, 95 and 100 % met exactly", () => {
    const late = ["not_met", "not_met", "met", "met"];
    expect(itemOf("X1", to("X1.satisfiedShare", 85))).toEqual(late);
    expect(itemOf("Q1", to("Q1.retentionShare", 95))).toEqual(late);
    expect(itemOf("Q9", to("Q9.level.mathematics", 3), to("Q9.differenceRate.mathematics", 14.9))).toEqual(late);
    expect(itemOf("G13", to("G13.inZoneShare.primary", 100), to("G13.inZoneShare.junior", 95))).toEqual(late);
    for (const item of ["X1", "Q1", "Q9", "G13"] as const) expect(itemOf(item)).toEqual(Array(4).fill("not_met"));
  });

  it("may fall as well as rise", () => {
    expect(itemOf("Q9", to("Q9.level.mathematics", 3), to("Q9.differenceRate.mathematics", 15))).toEqual(Array(4).fill("not_met"));
    expect(itemOf("X1", linear("X1.satisfiedShare", 84.9))).toEqual(Array(4).fill("not_met"));
  });

  it("go in a straight line from what the base year reports", () => {
    // 80 → 90: 85 in 2027. 92 → 98: 95. 90 → 100: 95 of 120 pupils. Level 2 → 4: 3.
    const years = (own: Lever) => columnsByYear(dataset, scenario({ horizonYears: 2, levers: [own] }));
    const satisfied = years(linear("X1.satisfiedShare", 90)).at(2027).countyFacts.survey.all;
    expect([satisfied.satisfied, satisfied.valid]).toEqual([85, 100]);
    const retained = years(linear("Q1.retentionShare", 98));
    expect(retained.cell(2027, "2001", ({ further }) => further["retention.graduates"])).toBe(47.5);
    expect(retained.cell(2028, "2001", ({ further }) => further["retention.graduates"])).toBe(49);
    const zoned = years(linear("G13.inZoneShare.primary", 100));
    expect(zoned.cell(2027, "1001", ({ further }) => further["enrolment.inZonePrimary"])).toBe(114);
    expect(zoned.cell(2027, "1001", ({ further }) => further["enrolment.entrantsInZonePrimary"])).toBe(19);
    expect(years(linear("Q9.level.mathematics", 4)).at(2027).countyFacts.monitoring).toEqual([
      { subject: "mathematics", level: 3, differenceRate: 0.18 },
    ]);
  });

  it("set out from all schools together, and from urban and town public day schools alone in the zone", () => {
    const [primary, junior] = base.schools;
    if (primary === undefined || junior === undefined) throw new Error("the county has two schools");
    // (46 − 4 + 9) of (50 − 1) and (90 − 0 + 0) of (100 − 0): 141 of 149.
    const moved = { graduates: 46, entrants: 50, transferredIn: 4, transferredOut: 9, died: 1 };
    const other = { ...junior, code: "2002", retention: { graduates: 90, entrants: 100, transferredIn: 0, transferredOut: 0, died: 0 } };
    const retained = { ...dataset, schools: [primary, { ...junior, retention: moved }, other] };
    expect(resultOfDataset(retained, "Q1.retentionShare")).toBeCloseTo((141 / 149) * 100, 9);
    // None of these has a pupil in its zone: counted, each would halve the 90 %.
    const outside = { ...primary, enrolment: { ...primary.enrolment, inZonePrimary: 0 } };
    const left = [
      { ...outside, code: "1002", locality: "rural" as const },
      { ...outside, code: "1003", ownerCode: 10 },
      { ...outside, code: "1004", conditions: { ...conditions, boarding: true } },
    ];
    const zoned = { ...dataset, schools: [primary, ...left, junior] };
    expect(resultOfDataset(zoned, "G13.inZoneShare.primary")).toBeCloseTo(90, 9);
    expect(resultOfDataset(zoned, "G13.inZoneShare.junior")).toBeCloseTo(94, 9);
  });

  it("keep what of another subject is reported", () => {
    const science = [to("Q9.level.science", 3)];
    const { monitoring } = columnsByYear(dataset, scenario({ horizonYears: 2, levers: science })).at(2028).countyFacts;
    expect(monitoring).toContainEqual({ subject: "mathematics", level: 2, differenceRate: 0.18 });
  });

  it("stay as the base year reports them where that is said, whatever the cohort would make of them", () => {
    const cohort = { retention: "by_cohort" as const };
    const stays = lever("county_fact", { fact: "Q1.retentionShare", mode: "as_last_year", targetYear: null });
    const q1 = (levers: readonly Lever[]) =>
      yearOf(run(dataset, scenario({ horizonYears: 3, assumptions: cohort, levers })).trial, 2029).items?.Q1;
    expect([q1([]), q1([stays])]).toEqual(["met", "not_met"]);
  });

  it("are settled even where nothing was reported before, but for the line, which must set out somewhere", () => {
    const science = [to("Q9.level.science", 3), to("Q9.differenceRate.science", 12)];
    const found = columnsByYear(dataset, scenario({ horizonYears: 2, levers: science })).at(2028).countyFacts.monitoring;
    expect(found).toContainEqual({ subject: "science", level: 3, differenceRate: 0.12 });
    expect(refused(linear("Q9.level.science", 3))).toEqual(["levers.0.fact factUnknown"]);
  });

  it("are shares up to all and levels from 1 to 4", () => {
    expect(refused(to("X1.satisfiedShare", 101))).toEqual(["levers.0.values.0.value factBeyondRange"]);
    expect(refused(linear("Q9.level.mathematics", 5))).toEqual(["levers.0.targetValue factBeyondRange"]);
    expect(trajectoryFacts.filter(isResult)).toHaveLength(4 + 6 + 6);
  });
});
