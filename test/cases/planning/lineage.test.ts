import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever, LeverOf } from "@server/planning/contract";
import { checkLevers, projectedDatasets } from "@server/planning/engine/index";
import type { CountyDataset, School } from "@server/statistics/contract";
import { forerunners } from "@server/statistics/lineage";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school, yearOf } from "./county";

/*
 * 1001 was built in 1990 and loses a tenth of its first grade every year (100 → 90, seen once); 1002 loses nobody. N001
 * opens in 2027 and takes half of 1001.
 */
const six = (persons: number) => [persons, persons, persons, persons, persons, persons] as [number, number, number, number, number, number];
const past = (cells: NonNullable<School["pupils"]["primaryByGrade"]>): School["history"] => [
  { year: 2025, primaryByGrade: cells, juniorByGrade: null },
];
const old = { builtBy2010: true, builtBy2016: true };
const first = school({ code: "1001", primary: [100, 90, 90, 90, 90, 90], history: past([100, 90, 90, 90, 90, 90]) });
const second = school({ code: "1002", primary: six(50), history: past(six(50)) });
const dataset: CountyDataset = county([{ ...first, builtYear: 1990, conditions: { ...first.conditions, ...old } }, second]);

const open = (parts: Partial<LeverOf<"open_school">> = {}): Lever => lever("open_school", { code: "N001", ...parts });
const half = lever("rezone", { fromCode: "1001", toCode: "N001", stage: "primary", scope: "all_pupils", share: 0.5 });
const closing = (targets: LeverOf<"close_school">["targets"]): Lever => lever("close_school", { schoolCode: "1001", targets });
const allTo = (schoolCode: string) => closing([{ schoolCode, share: 1 }]);
const years = (...levers: readonly Lever[]) => columnsByYear(dataset, scenario({ horizonYears: 2, levers }));
const refused = (...levers: readonly Lever[]) =>
  checkLevers(dataset, scenario({ horizonYears: 2, levers })).map(({ path, message }) => `${path} ${message.split(".").at(-1)}`);
const datasets = (...levers: readonly Lever[]) => projectedDatasets(dataset, scenario({ horizonYears: 2, levers }), quality2017);
const lineages = (code: string, ...levers: readonly Lever[]) =>
  datasets(...levers).map(({ schools }) => schools.find((one) => one.code === code)?.lineage);

describe("a school that comes from another", () => {
  const second2 = ({ pupils }: CountyColumns) => pupils.primary;

  it("goes on with the ratios of that one, not with the county's", () => {
    // In 2027 half moves (50, 45 …), then grade 2 is 0.9 of it: 50 + 45 + 4 × 45. The county's ratio is 140 ÷ 150.
    expect(years(open({ originCode: "1001" }), half).cell(2027, "N001", second2)).toBeCloseTo(275, 9);
    expect(years(open(), half).cell(2027, "N001", second2)).toBeCloseTo(50 + (50 * 140) / 150 + 180, 9);
  });

  it("keeps the reliefs for old buildings where it is in them, and has none of its own", () => {
    const reliefs = ({ further }: CountyColumns) => further["conditions.builtBy2016"];
    expect(years(open({ originCode: "1001", keepsBuildings: true })).cell(2027, "N001", reliefs)).toBe(1);
    expect(years(open({ originCode: "1001" })).cell(2027, "N001", reliefs)).toBe(0);
    const [, opened] = datasets(open({ originCode: "1001", keepsBuildings: true }));
    expect(opened?.schools.at(-1)).toMatchObject({ code: "N001", builtYear: 1990, conditions: old });
  });

  it("has its lineage from the year on in which it opens", () => {
    const entry = { year: 2027, event: "split", fromCode: "1001" };
    expect(lineages("N001", open({ originCode: "1001" }), half)).toEqual([[], [entry], [entry]]);
    expect(lineages("1002", open({ originCode: "1001" }), half)).toEqual([[], [], []]);
  });

  it("may be all that is left of it, if that one closes when it opens", () => {
    const whole = open({ originCode: "1001", originEvent: "renamed", keepsBuildings: true });
    expect(refused(whole, allTo("N001"))).toEqual([]);
    expect(lineages("N001", whole, allTo("N001")).at(-1)).toEqual([{ year: 2027, event: "renamed", fromCode: "1001" }]);
    expect(refused(whole)).toEqual(["levers.0.originEvent originGoesOn"]);
    expect(refused(open({ originCode: "7777" }))).toEqual(["levers.0.originCode unknownSchool"]);
    expect(refused(open({ originCode: "1001", startYear: 2027 }), allTo("1002"))).toEqual(["levers.0.originCode schoolClosed"]);
  });

  it("boards, or lies in a dense centre, as entered", () => {
    const { at } = years(open({ boarding: true, denseCentre: true }));
    const flag = (path: "conditions.boarding" | "conditions.denseCentre") => at(2027).further[path].at(-1);
    expect([flag("conditions.boarding"), flag("conditions.denseCentre")]).toEqual([1, 1]);
    const converted = lever("convert_sports", { schoolCode: "N001", startYear: 2027 });
    expect([refused(open({ denseCentre: true }), converted), refused(open(), converted)]).toEqual([
      [],
      ["levers.1.schoolCode reliefNeedsDenseCentre"],
    ]);
  });

  it("leaves Q3 and Q6 open until it has found something of itself", () => {
    const found = { charter: true, informatised: true, moralEducation: "good" as const };
    const reported = { ...dataset, schools: dataset.schools.map((one) => ({ ...one, quality: found })) };
    const items = (...levers: readonly Lever[]) => {
      const { Q3, Q6 } = yearOf(run(reported, scenario({ horizonYears: 2, levers: [open(), half, ...levers] })).trial, 2028).items ?? {};
      return [Q3, Q6];
    };
    expect(items()).toEqual(["not_evaluable", "not_evaluable"]);
    expect(items(lever("school_findings", { schoolCode: "N001" }))).toEqual(["met", "met"]);
    expect(items(lever("school_findings", { schoolCode: "N001", moralEducation: "fair" }))).toEqual(["met", "not_met"]);
  });
});

describe("schools that take over a closed one", () => {
  const shared = [
    { schoolCode: "1002", share: 0.4 },
    { schoolCode: "N001", share: 0.6 },
  ];
  const entry = { year: 2027, event: "merged", fromCode: "1001" };

  it("are merged with it, each of them", () => {
    expect(lineages("1002", allTo("1002"))).toEqual([[], [entry], [entry]]);
    expect(["1002", "N001"].map((code) => lineages(code, open(), closing(shared)).at(-1))).toEqual([[entry], [entry]]);
  });

  it("are read as its successors by the statistics, in the shares of their pupils", () => {
    const [, year] = datasets(open(), closing(shared));
    if (year === undefined) throw new Error("no year");
    const from = forerunners(dataset, { ...year, format: "hengce.county-dataset/1", schools: year.schools.slice(1) });
    const origins = (code: string) => from.get(code)?.map(({ school: origin, share }) => [origin.code, share > 0 && share < 1]);
    expect(origins("N001")).toEqual([["1001", true]]);
    expect(origins("1002")).toEqual([
      ["1002", false],
      ["1001", true],
    ]);
  });
});
