import { county, type SchoolSketch } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import type { ResourceIndicator } from "../contract";
import { quality2017 } from "../rulesets/quality-2017";
import { columnsOfDataset } from "./columns";
import { explain } from "./explain";

type Stage = "primary" | "junior";

const ask = (schools: readonly SchoolSketch[], stage: Stage, indicator: ResourceIndicator, sectionId: string | null) =>
  explain(columnsOfDataset(county(schools)), quality2017, {
    kind: sectionId === null ? "balance" : "section",
    stage,
    indicator,
    sectionId,
  });

describe("what one indicator of a section lacks", () => {
  // 1000 pupils: 42 teachers with a degree, 10 backbone, 9 of PE and the arts, 4500 and 7500 m², 200 万元, 23 rooms.
  it.each<[ResourceIndicator, Omit<SchoolSketch, "code">, number, string, number, number]>([
    ["R1", { primaryTeachers: { aboveRequiredEducation: 40 } }, 2, "persons", 220_000, 2],
    ["R2", { primaryTeachers: { backbone: 8 } }, 2, "persons", 220_000, 2],
    ["R3", { primaryTeachers: { physicalEducation: 5, music: 0, art: 0, integratedArts: 1 } }, 3, "persons", 330_000, 3],
    ["R4", { facilities: { teachingAreaM2: 4400, gymAreaM2: 0 } }, 100, "m2", 450_000, 100],
    ["R5", { facilities: { sportsFieldAreaM2: 7000, gymAreaM2: 0 } }, 500, "m2", 300_000, 500],
    ["R6", { facilities: { equipmentValueWan: 190 } }, 100_000, "yuan", 100_000, 10],
    ["R7", { facilities: { multimediaRooms: 20 } }, 3, "rooms", 75_000, 3],
  ])("is counted and priced in the unit of %s, equipment shown in 万元", (indicator, sketch, amount, unit, costYuan, shown) => {
    const flip = ask([{ code: "A001", primary: 1000, ...sketch }], "primary", indicator, "A001:primary")?.flip;
    const text = { key: `rules:flip.${indicator}`, params: { school: "学校 A001", amount: shown } };
    const step = { sectionId: "A001:primary", schoolName: "学校 A001", indicator, to: "standard", amount, unit, costYuan, text };
    expect(flip).toEqual({ steps: [step], costYuan });
  });

  it("is nothing where the indicator is met, and cannot be said where it is missing", () => {
    expect(ask([{ code: "A001" }], "primary", "R4", "A001:primary")?.flip).toBeNull();
    expect(ask([{ code: "A001", facilities: { gymAreaM2: null } }], "primary", "R4", "A001:primary")?.flip).toBeNull();
  });

  it("is exact to the cent where a school of two stages has nothing yet", () => {
    // 286 + 1.1 × 99 weighted pupils at 2000 yuan are 789 800 yuan; doubles make it a cent more.
    const schools = [{ code: "A001", type: "nine_year", primary: 286, junior: 99, facilities: { equipmentValueWan: 0 } } as const];
    expect(ask(schools, "primary", "R6", "A001:primary")?.flip).toMatchObject({ steps: [{ amount: 789_800 }], costYuan: 789_800 });
  });

  it("covers what goes to the other stage of the school", () => {
    // 110 primary and 100 junior pupils share 1 : 1: the primary section needs 825 m², so that the school needs 1650.
    const schools = [
      { code: "A001", type: "nine_year", primary: 110, junior: 100, facilities: { sportsFieldAreaM2: 1600, gymAreaM2: 0 } } as const,
    ];
    expect(ask(schools, "primary", "R5", "A001:primary")?.flip).toMatchObject({ steps: [{ amount: 50 }], costYuan: 30_000 });
  });
});

describe("the cheapest way for a school to pass", () => {
  const schoolFlip = (sketch: Omit<SchoolSketch, "code">) =>
    ask([{ code: "A001", primary: 1000, ...sketch }], "primary", "R1", "A001:primary")?.schoolFlip;
  const steps = (sketch: Omit<SchoolSketch, "code">) =>
    schoolFlip(sketch)?.steps.map(({ indicator, to, amount }) => [indicator, to, amount]);

  it("leaves at 85 % what saves most there, and lifts the others, dearest first", () => {
    // R5: 2500 m² to the standard, 1375 to 85 %, 675 000 yuan less; R7: 3 rooms or none, 75 000 less; R6 20 万 or none, 200 000 less.
    const sketch = { facilities: { sportsFieldAreaM2: 5000, gymAreaM2: 0, multimediaRooms: 20, equipmentValueWan: 180 } };
    expect(steps(sketch)).toEqual([
      ["R5", "floor", 1375],
      ["R6", "standard", 200_000],
      ["R7", "standard", 3],
    ]);
    expect(schoolFlip(sketch)?.costYuan).toBe(825_000 + 200_000 + 75_000);
  });

  it("goes by what is saved, not by what is dear, and lists the dearest first all the same", () => {
    // R4 100 m² short: 450 000 saved; R6 nothing there: 300 000 of 2 000 000 saved; R5: 675 000 of 1 500 000 saved.
    const area = { teachingAreaM2: 4400, gymAreaM2: 0, equipmentValueWan: 0 };
    expect(steps({ facilities: area })).toEqual([["R6", "standard", 2_000_000]]);
    expect(steps({ facilities: { ...area, sportsFieldAreaM2: 5000 } })).toEqual([
      ["R6", "standard", 2_000_000],
      ["R5", "floor", 1375],
      ["R4", "standard", 100],
    ]);
  });

  it("lifts one indicator alone only as far as it must", () => {
    expect(steps({ facilities: { multimediaRooms: 10 } })).toEqual([["R7", "floor", 10]]);
  });

  it("asks nothing of a school that passes with a remainder, nor of one of which a figure is missing", () => {
    expect(schoolFlip({ facilities: { multimediaRooms: 20 } })).toBeNull();
    expect(schoolFlip({ facilities: { multimediaRooms: 10, equipmentValueWan: null } })).toBeNull();
  });
});

describe("the cheapest way to bring a coefficient of variation to its limit", () => {
  const sports = (code: string, primary: number, sportsFieldAreaM2: number): SchoolSketch => ({
    code,
    primary,
    facilities: { sportsFieldAreaM2, gymAreaM2: 0 },
  });
  const flipOf = (...schools: readonly SchoolSketch[]) => ask(schools, "primary", "R5", null)?.flip;

  it("is the least amount for one school", () => {
    // Two of 300 pupils with 30 and 7.5 m² a pupil: (30 − x) ÷ (30 + x) = 0.5 at x = 10, 2.5 × 300 m² more.
    expect(flipOf(sports("A001", 300, 9000), sports("B001", 300, 2250))).toMatchObject({
      steps: [{ sectionId: "B001:primary", to: "cv_limit", amount: 750, unit: "m2", costYuan: 450_000 }],
      costYuan: 450_000,
    });
  });

  it("is for the first of schools that are alike, in hundredths of a square metre rounded up", () => {
    // 30, 10 + y and 10: 3 (30² + (10 + y)² + 10²) = 1.25 (50 + y)², so y = (65 − √3000) ÷ 3.5.
    const y = (65 - Math.sqrt(3000)) / 3.5;
    expect(flipOf(sports("A001", 300, 9000), sports("B001", 300, 3000), sports("C001", 300, 3000))).toMatchObject({
      steps: [{ sectionId: "B001:primary", amount: Math.ceil(300 * y * 100) / 100 }],
    });
  });

  it("is for the school that needs least, not for the poorest", () => {
    // 600 pupils with 30, 60 with 2, 300 with 4 m² a pupil: each further m² weighs by (mean − own) of its school.
    const flip = flipOf(sports("A001", 600, 18_000), sports("B001", 60, 120), sports("C001", 300, 1200));
    expect(flip?.steps.map(({ sectionId }) => sectionId)).toEqual(["C001:primary"]);
    const amount = flip?.steps[0]?.amount ?? 0;
    const cvWith = (more: number): number => {
      const areas = [18_000, 120, 1200 + more];
      const pupils = [600, 60, 300];
      const total = areas.reduce((sum, area) => sum + area, 0);
      const squares = areas.reduce((sum, area, index) => sum + area ** 2 / (pupils[index] ?? 0), 0);
      return Math.sqrt((960 * squares) / total ** 2 - 1);
    };
    expect(cvWith(amount)).toBeLessThanOrEqual(0.5);
    expect(cvWith(amount - 0.01)).toBeGreaterThan(0.5);
  });

  it("asks a school of two stages for as much more as goes to its other stage", () => {
    const nine = {
      code: "B001",
      type: "nine_year",
      primary: 330,
      junior: 300,
      facilities: { sportsFieldAreaM2: 2 * 330 * 7.5, gymAreaM2: 0 },
    } as const;
    expect(flipOf(sports("A001", 330, 9900), nine)).toMatchObject({ steps: [{ sectionId: "B001:primary", amount: 2 * 330 * 2.5 }] });
  });

  it("is nothing where the limit is kept", () => {
    expect(flipOf(sports("A001", 300, 9000), sports("B001", 300, 3000))).toBeNull();
  });
});
