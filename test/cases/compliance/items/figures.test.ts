import type { ItemId, ItemResult, ItemSchool } from "@server/compliance/items-contract";
import { describe, expect, it } from "vitest";
import { type ItemSchoolSketch, itemCounty, judge, ruleSetOf, withValues } from "./build";
import { none, withClasses } from "./situations-rooms";

const result = (item: ItemId, school: Omit<ItemSchoolSketch, "code">, rules: 2017 | 2019 = 2017, values = {}): ItemResult =>
  judge(itemCounty([{ code: "A001", ...school }]), withValues(ruleSetOf[rules], values)).items[item];
const failing = (...asked: Parameters<typeof result>): ItemSchool["figures"] | undefined => result(...asked).failing[0]?.figures;
const open = (...asked: Parameters<typeof result>): ItemSchool["figures"] | undefined => result(...asked).open[0]?.figures;

describe("the figures of a school that fails an item, or cannot be judged", () => {
  it("are its classes, the rooms that they ask for and the rooms that are there (G3)", () => {
    const school = {
      type: "nine_year",
      classes: { primary: [14, 0, 0, 0, 0, 0], junior: [4, 0, 0] },
      facilities: { musicRooms: 1, artRooms: 4 },
      facts: { specialRooms: { ...none, music96: 1, art90: 0, art67: 4 } },
    } as const;
    expect(failing("G3", school)).toEqual({ classes: 18, musicNeeded: 2, musicRooms: 1, artNeeded: 2, artRooms: 0 });
  });

  it("are no rooms asked for where the classes are not reported (G3)", () => {
    const school = { classes: { primary: null }, facilities: { musicRooms: 0 }, facts: { specialRooms: none } };
    expect(failing("G3", school)).toMatchObject({ classes: null, musicNeeded: null });
  });

  it("are its pupils and the limit that it is held to: its own under a relief, else the rule's (G4)", () => {
    expect(failing("G4", { primary: 2401, builtYear: 2010 }, 2019)).toEqual({ pupils: 2401, limit: 2400 });
    expect(failing("G4", { primary: 2401, builtYear: 2011 }, 2019)).toEqual({ pupils: 2401, limit: 2000 });
    expect(open("G4", { primary: 2300, builtYear: null }, 2019)).toEqual({ pupils: 2300, limit: 2000 });
  });

  it("are its classes over the cap and those that may be (G5)", () => {
    const school: Omit<ItemSchoolSketch, "code"> = {
      classes: withClasses(18),
      facts: { classSizes: { primary: [0, 0, 15, 0, 2, 1, 0, 0, 0, 0] } },
    };
    expect(failing("G5", school, 2017, { "G5.cap.primary": 42 })).toEqual({ over: 1, perhapsOver: 2 });
    expect(open("G5", { primary: 600, facts: { classSizes: { primary: null } } })).toEqual({ over: null, perhapsOver: null });
  });

  it("are the pupils who stayed, those who should have and their share (Q1)", () => {
    const retention = { graduates: 150, entrants: 210, transferredIn: 4, transferredOut: 14, died: 10 };
    expect(failing("Q1", { type: "junior", facts: { retention } })).toEqual({ part: 160, whole: 200, share: 0.8 });
    expect(open("Q1", { type: "junior", facts: { retention: { ...retention, died: null } } })).toEqual({
      part: 160,
      whole: null,
      share: null,
    });
  });

  it("are a part, its whole and their share, of which there is none where nobody is there (G12)", () => {
    const teachers = { primaryTeachers: { fullTime: 40 } };
    expect(failing("G12", { ...teachers, facts: { staff: { certified: 39 } } })).toEqual({ part: 39, whole: 40, share: 39 / 40 });
    expect(open("G12", { primaryTeachers: { fullTime: 0 }, facts: { staff: { certified: null } } })).toEqual({
      part: null,
      whole: 0,
      share: null,
    });
  });

  it("are its statements as numbers (Q3), and its grade counted from one, the best (Q6)", () => {
    expect(failing("Q3", { facts: { quality: { charter: false, informatised: true } } })).toEqual({ charter: 0, informatised: 1 });
    expect(open("Q3", { facts: { quality: { charter: null, informatised: true } } })).toEqual({ charter: null, informatised: 1 });
    expect(failing("Q6", { facts: { quality: { moralEducation: "poor" } } })).toEqual({ grade: 4 });
    expect(result("Q6", {}).limits).toEqual({ grade: 2 });
  });

  it("are the funds of its budget, and the share of its final account only where that is asked (Q4)", () => {
    const money = { publicFundsBudgetWan: 200, trainingBudgetWan: 8, publicFundsActualWan: 100, trainingActualWan: 6 };
    expect(failing("Q4", { facts: { money } })).toEqual({ trainingWan: 8, publicFundsWan: 200, budgetShare: 0.04 });
    expect(failing("Q4", { facts: { money } }, 2017, { "Q4.account": "budget_and_final" })).toEqual({
      trainingWan: 8,
      publicFundsWan: 200,
      budgetShare: 0.04,
      finalShare: 0.06,
    });
  });
});

describe("the figures of the county", () => {
  it("are sums over the schools only where all of them are certain", () => {
    const schools = (certified: number | null) =>
      [
        { code: "A001", primaryTeachers: { fullTime: 40 }, facts: { staff: { certified: 40 } } },
        { code: "A002", primaryTeachers: { fullTime: 20 }, facts: { staff: { certified } } },
      ] as const;
    const of = (certified: number | null) => judge(itemCounty(schools(certified))).items.G12.figures;
    expect(of(20)).toEqual({ teachers: 60, certified: 60, certifiedShare: 1 });
    expect(of(18)).toEqual({ teachers: 60, certified: 58, certifiedShare: 58 / 60 });
    expect(of(null)).toEqual({ teachers: null, certified: null, certifiedShare: null });
    expect(of(21)).toEqual({ teachers: null, certified: null, certifiedShare: null });
  });

  it("are the schools that meet an item among those that are asked", () => {
    const schools = [{ code: "A001" }, { code: "A002", facts: { quality: { charter: false } } }, { code: "A003", type: "junior" }] as const;
    expect(judge(itemCounty(schools)).items.Q3.figures).toMatchObject({ schools: 3, schoolsMet: 2, withCharter: 2, informatised: 3 });
  });
});
