import type { CountyColumns } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Lever, Projection } from "@server/planning/contract";
import { leanProjection } from "@server/planning/engine/lean-projection";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school } from "./county";

const grades = [20, 20, 20, 20, 20, 20] as const;
/** 1001 does not report its teachers, 1002 has ten. */
const dataset = county([
  school({ code: "1001", primary: [...grades], primaryTeachers: { fullTime: null, aboveRequiredEducation: null, music: null } }),
  school({ code: "1002", primary: [...grades], primaryTeachers: { fullTime: 10, aboveRequiredEducation: 4 } }),
]);

const told = (measure: Lever, of = dataset): readonly Pick<Projection["notices"][number], "key" | "params">[] =>
  run(of, scenario({ levers: [measure] }))
    .notices.filter(({ leverId }) => leverId === measure.id)
    .map(({ key, params }) => ({ key, params }));
const degrees = ({ teachers }: CountyColumns) => teachers.primary.aboveRequiredEducation;
const fullTime = ({ teachers }: CountyColumns) => teachers.primary.fullTime;

describe("teachers at a school that does not report its teachers", () => {
  it("stay unknown when some are hired, which is said", () => {
    const hired = lever("hire_teachers", {
      target: { mode: "school", schoolCode: "1001", stage: "primary" },
      count: 2,
      fulfilment: 1,
      subject: "music",
    });
    expect(told(hired)).toEqual([{ key: "targetNotReported", params: { schoolCode: "1001", field: "teachers" } }]);
    expect(columnsByYear(dataset, scenario({ levers: [hired] })).cell(2027, "1001", fullTime)).toBeNaN();
  });

  it("are left out where posts go to the largest deficit, and the others get them", () => {
    const hired = lever("hire_teachers", {
      target: { mode: "largest_deficit", stage: "primary" },
      count: 2,
      fulfilment: 1,
      subject: "music",
    });
    expect(told(hired)).toContainEqual({ key: "sectionsLeftOut", params: { stage: "primary", sections: 1 } });
    expect(columnsByYear(dataset, scenario({ levers: [hired] })).cell(2027, "1002", fullTime)).toBe(12);
  });

  it("leave posts without a place where no school reports any", () => {
    const [first] = dataset.schools;
    if (first === undefined) throw new Error("a school");
    const hired = lever("hire_teachers", {
      target: { mode: "largest_deficit", stage: "primary" },
      count: 2,
      fulfilment: 1,
      subject: "music",
    });
    const keys = told(hired, { ...dataset, schools: [first] }).map(({ key }) => key);
    expect(keys).toContain("hireNowhereToGo");
  });

  it("take no part in a programme of the county, and cannot have one of their own, which is said", () => {
    const study = (schoolCode: string) =>
      lever("upgrade_education", { schoolCode, stage: "primary", count: 2, fulfilment: 1, endYear: 2027, costWanPerPerson: 1 });
    expect(told(study(""))).toEqual([{ key: "schoolsLeftOut", params: { schools: 1 } }]);
    expect(columnsByYear(dataset, scenario({ levers: [study("")] })).cell(2027, "1002", degrees)).toBe(6);
    expect(told(study("1001"))).toContainEqual({ key: "targetNotReported", params: { schoolCode: "1001", field: "teachers" } });
    expect(columnsByYear(dataset, scenario({ levers: [study("1001")] })).cell(2027, "1002", degrees)).toBe(4);
  });

  it("do not rotate, since nobody knows who would go", () => {
    const rotation = lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, termYears: 1 });
    expect(told(rotation)).toEqual([{ key: "giverNotReported", params: { schoolCode: "1001", field: "teachers" } }]);
    expect(run(dataset, scenario({ levers: [rotation] })).flows).toEqual([]);
  });
});

describe("a class that nobody knows the size of", () => {
  const flagOf = (of: Omit<Parameters<typeof school>[0], "code">): number =>
    columnsByYear(county([school({ code: "1001", ...of })]), scenario({})).cell(
      2027,
      "1001",
      ({ further }) => further["conditions.everyClassUnder30"],
    );

  it("leaves open whether every class has fewer than 30 pupils, unless a known one has more", () => {
    expect(flagOf({ primary: [20, 20, 20, 20, 20, 20] })).toBe(1);
    expect(flagOf({ primary: [20, 20, 20, null, 20, 20] })).toBeNaN();
    expect(flagOf({ primary: [30, 20, 20, null, 20, 20] })).toBe(0);
  });

  it("is none of a stage that has no pupils", () => {
    expect(flagOf({ primary: [20, 20, 20, 20, 20, 0], junior: [0, 0, 0] })).toBe(1);
    expect(flagOf({ primary: [0, 0, 0, 0, 0, 0] })).toBeNaN();
  });
});

describe("the years of a county in short", () => {
  it("are those of the projection, with its money and the clauses that are not met", () => {
    const levers = [
      lever("equip_multimedia", { schoolCode: "1002", rooms: 2, costWanPerRoom: 3 }),
      lever("special_funds", { id: "funds", perPupilYuan: 6000, enabled: false }),
      lever("upgrade_education", { schoolCode: "1002", stage: "primary", count: 2, fulfilment: 1, endYear: 2028, costWanPerPerson: 1 }),
    ];
    const document = scenario({ horizonYears: 2, levers });
    const { trial, cost } = run(dataset, document);
    const years = leanProjection(dataset, document, quality2017);
    expect(years.map(({ year, verdict, failing, notEvaluable, distance }) => ({ year, verdict, failing, notEvaluable, distance }))).toEqual(
      trial.map(({ year, verdict, failing, notEvaluable, distance }) => ({ year, verdict, failing, notEvaluable, distance })),
    );
    expect(years.map(({ capitalWan, recurrentWan }) => [capitalWan, recurrentWan])).toEqual(
      cost.map(({ capitalWan, recurrentWan }) => [capitalWan, recurrentWan]),
    );
    expect(years.map(({ capitalWan, recurrentWan }) => capitalWan + recurrentWan)).toEqual([6, 2, 2]);
    const sections = (index: number) => years[index]?.binding.filter((clause) => clause.startsWith("primary-"));
    expect(sections(1)).toContain("primary-sections");
    trial.forEach(({ stages, items }, index) => {
      const missed = (["primary", "junior"] as const).flatMap((stage) =>
        Object.entries(stages[stage].cvVerdict).flatMap(([indicator, verdict]) =>
          verdict === "not_met" ? [`${stage}-${indicator}-cv`] : [],
        ),
      );
      expect(years[index]?.binding.filter((clause) => clause.endsWith("-cv"))).toEqual(missed);
      const failing = Object.entries(items ?? {}).flatMap(([item, verdict]) => (verdict === "not_met" ? [item] : []));
      expect(years[index]?.binding.filter((clause) => /^[GQX]\d/u.test(clause)).sort()).toEqual(failing.sort());
      expect(years[index]?.itemsNotEvaluable).toBe(Object.values(items ?? {}).filter((verdict) => verdict === "not_evaluable").length);
    });
  });

  it("names a coefficient that is not met", () => {
    const uneven = county([
      school({ code: "1001", primary: [...grades], facilities: { multimediaRooms: 30 } }),
      school({ code: "1002", primary: [...grades], facilities: { multimediaRooms: 3 } }),
    ]);
    const [base] = leanProjection(uneven, scenario({}), quality2017);
    // 25 and 2.5 rooms a hundred pupils: CV 11.25 ÷ 13.75 = 0.818.
    expect(base?.binding).toContain("primary-R7-cv");
  });
});
