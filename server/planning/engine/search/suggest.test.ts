import { countyOfSize } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import {
  type Lever,
  type ScenarioDocument,
  type Suggestions,
  type SuggestionTarget,
  suggestionRequestSchema,
  suggestionsSchema,
} from "@server/planning/contract";
import { leverDefaults } from "@server/planning/levers/all/defaults";
import type { CountyDataset } from "@server/statistics/contract";
import { baseYear, build, county, run, scenario, school, sectionOf, yearOf } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { suggest } from "./suggest";

const year = baseYear + 2;

const ask = (dataset: CountyDataset, document: ScenarioDocument, target: SuggestionTarget, on = year, most = 3): Suggestions =>
  suggest(dataset, document, quality2017, suggestionRequestSchema.parse({ year: on, target, most }), leverDefaults);

const types = ({ suggestions }: Suggestions): string[] =>
  suggestions.map(({ levers }) => [...new Set(levers.map(({ type }) => type))].join("+"));

const wellStaffed = { fullTime: 60, aboveRequiredEducation: 50, backbone: 30, physicalEducation: 10, music: 10, art: 10 };

describe("an indicator of one school, by hand", () => {
  /*
   * 1001: 120 pupils, 2 networked multimedia rooms. R7 asks for 2.3 rooms a 100 primary pupils:
   * 120 · 2.3 / 100 = 2.76 rooms, so it lacks 0.76, that is 1 room. Equipping one costs 2.5 万元, in 2027 at
   * steady prices. 1002 has 20 rooms for 120 pupils and can give one: moving costs 0.5 万元.
   */
  const dataset = county([
    school({ code: "1001", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 2 } }),
    school({ code: "1002", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 20 } }),
  ]);
  const document = scenario({ horizonYears: 3 });
  const target = { kind: "section", sectionId: "1001:primary", indicator: "R7" } as const;
  const answer = ask(dataset, document, target);

  it("gets what it lacks, cheapest first", () => {
    expect(answer.before).toMatchObject({ verdict: "not_met", value: (2 / 120) * 100 });
    expect(suggestionsSchema.parse(answer)).toEqual(answer);
    const prices = answer.suggestions.map(({ costWan, levers: [first] }) => [first?.type, costWan]);
    expect(prices).toContainEqual(["transfer_equipment", 0.5]);
    const equipped = ask(dataset, document, target, year, 10).suggestions.find(({ levers: [first] }) => first?.type === "equip_multimedia");
    expect(equipped).toMatchObject({
      levers: [{ type: "equip_multimedia", schoolCode: "1001", rooms: 1, startYear: 2027, leadYears: 1, enabled: true }],
      costWan: 2.5,
      costByYear: [{ year: 2027, capitalWan: 2.5, recurrentWan: 0 }],
      passes: true,
      after: { verdict: "met", value: (3 / 120) * 100 },
      broken: [],
    });
  });

  it("names other levers that can act on it, one of each kind, and gives each an id of its own", () => {
    const all = ask(dataset, document, target, year, 10);
    expect(types(all).sort()).toEqual(["build_classrooms", "equip_multimedia", "rezone", "transfer_equipment"]);
    const ids = all.suggestions.flatMap(({ levers }) => levers.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const taken = ask(dataset, scenario({ horizonYears: 3, levers: [build({ id: "L1", multimedia: false })] }), target);
    expect(taken.suggestions.flatMap(({ levers }) => levers.map(({ id }) => id))).not.toContain("L1");
  });

  it("builds music and art rooms for an area that two of them make up, and no more of them for any area", () => {
    // 120 pupils need 4.5 m² each, 540 m². 150 m² are 1.6 rooms of 96 m², 540 m² are 5.6.
    const lacking = (m2: number) =>
      county([
        school({
          code: "1001",
          primary: [20, 20, 20, 20, 20, 20],
          primaryTeachers: wellStaffed,
          facilities: { teachingAreaM2: 540 - m2 },
        }),
      ]);
    const area = { kind: "section", sectionId: "1001:primary", indicator: "R4" } as const;
    expect(types(ask(lacking(150), document, area, year, 10))).toEqual(["build_classrooms", "build_special_rooms"]);
    expect(types(ask(lacking(540), document, area, year, 10))).toEqual(["build_classrooms"]);
  });

  it("offers no measure that leaves another school short instead, and tells which item one asks for besides", () => {
    const eight = countyOfSize(8, 3);
    const r7 = { kind: "section", sectionId: "9901980004:junior", indicator: "R7" } as const;
    // Pupils sent to 9901980003 would leave it short of teachers.
    expect(types(ask(eight, document, r7, year, 10))).toEqual(["transfer_equipment", "equip_multimedia", "build_classrooms"]);
    const r3 = { kind: "section", sectionId: "9901980008:junior", indicator: "R3" } as const;
    const hired = ask(eight, document, r3, year, 10).suggestions.find(({ levers: [first] }) => first?.type === "hire_teachers");
    // Who is hired has not been trained for 360 hours yet.
    expect(hired?.broken).toEqual([{ kind: "item", item: "G9" }]);
  });

  it("leads to what was promised when its levers are added", () => {
    for (const suggestion of answer.suggestions) {
      const projection = run(dataset, { ...document, levers: suggestion.levers as Lever[] });
      expect(sectionOf(projection.trial, year, "1001:primary").values.R7).toBe(suggestion.after.value);
      expect(yearOf(projection.trial, year)).toMatchObject({ distance: suggestion.after.distance, failing: suggestion.after.failing });
      expect(projection.cost.reduce((sum, { totalWan }) => sum + totalWan, 0)).toBeCloseTo(suggestion.costWan, 9);
    }
  });

  it("has no answer when it is met, when there is no such section, or when no lever can be ready in time", () => {
    expect(ask(dataset, document, { ...target, sectionId: "1002:primary" })).toMatchObject({ suggestions: [], nothing: "already_met" });
    expect(ask(dataset, document, { ...target, sectionId: "9999:primary" })).toMatchObject({ suggestions: [], nothing: "not_evaluable" });
    expect(ask(dataset, document, target, baseYear)).toMatchObject({ year: baseYear, suggestions: [], nothing: "too_early" });
  });

  it("says what was met before and is not any more", () => {
    // 1002 needs 2.76 of its 3 rooms: when one goes to 1001, it is left with 72 % of the standard and fails.
    const tight = county([
      school({ code: "1001", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 2 } }),
      school({ code: "1002", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 3 } }),
    ]);
    const found = ask(tight, document, target, year, 10);
    expect(types(found).indexOf("transfer_equipment")).toBeGreaterThan(types(found).indexOf("equip_multimedia"));
    expect(found.suggestions.find(({ levers: [first] }) => first?.type === "transfer_equipment")).toMatchObject({
      passes: true,
      broken: [{ kind: "section", sectionId: "1002:primary", indicators: ["R7"] }],
    });
  });
});

describe("a coefficient of variation", () => {
  // Two schools of 120 pupils with 2 and 20 rooms: CV = 9 / 11 = 0.82, over the limit of 0.50.
  const dataset = county([
    school({ code: "1001", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 2 } }),
    school({ code: "1002", primary: [20, 20, 20, 20, 20, 20], primaryTeachers: wellStaffed, facilities: { multimediaRooms: 20 } }),
  ]);
  const answer = ask(dataset, scenario({ horizonYears: 2 }), { kind: "balance", stage: "primary", indicator: "R7" });

  it("is brought within its limit by raising the low or by moving from the high", () => {
    expect(answer.before).toMatchObject({ verdict: "not_met" });
    expect(answer.before.value).toBeCloseTo(9 / 11, 12);
    expect(types(answer)).toEqual(["transfer_equipment", "equip_multimedia", "build_classrooms"]);
    for (const { passes, after } of answer.suggestions) {
      expect(passes).toBe(true);
      expect(after.value).toBeLessThanOrEqual(0.5);
    }
    // (20 − x)/(20 + x) = 0.5 ↔ x = 20/3: 7 rooms in all, 5 more than the 2 that are there.
    expect(answer.suggestions[1]?.levers).toMatchObject([{ schoolCode: "1001", rooms: 5 }]);
  });
});

describe("one of the 25 items", () => {
  // Six classes ask for one music room of 96 m² and one art room of 90 m²; only the art room is there.
  const bare = school({
    code: "1001",
    primary: [20, 20, 20, 20, 20, 20],
    primaryTeachers: wellStaffed,
    facilities: { musicRooms: 0, artRooms: 1 },
  });
  const specialRooms = { music96: 0, music73: 0, music61: 0, music54: 0, art90: 1, art67: 0, art61: 0, art54: 0 };
  const dataset = county([{ ...bare, specialRooms }]);

  it("gets the room that it lacks (G3)", () => {
    const answer = ask(dataset, scenario({ horizonYears: 3 }), { kind: "item", item: "G3" });
    expect(answer).toMatchObject({ before: { verdict: "not_met" }, nothing: null });
    expect(answer.suggestions).toMatchObject([
      {
        passes: true,
        broken: [],
        remaining: [],
        levers: [{ type: "build_special_rooms", schoolCode: "1001", kind: "music", rooms: 1, areaPerRoomM2: 96 }],
      },
    ]);
  });

  it("gets the statements that nobody has made for the year (G1), and none where nothing is known of it (Q2)", () => {
    const answer = ask(dataset, scenario({ horizonYears: 3 }), { kind: "item", item: "G1" });
    expect(answer).toMatchObject({
      nothing: null,
      suggestions: [{ passes: true, costWan: 0, levers: [{ type: "declare", item: "G1.layout" }] }],
    });
    expect(ask(dataset, scenario({ horizonYears: 3 }), { kind: "item", item: "Q2" })).toMatchObject({
      suggestions: [],
      nothing: "not_evaluable",
    });
  });
});

describe("an item that only the county or its schools can answer", () => {
  const schools = [school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] }), school({ code: "2001", junior: [20, 20, 20] })].map(
    (one) => ({
      ...one,
      conditions: { ...one.conditions, boarding: false },
    }),
  );
  const dataset = county(schools);

  it.each(["Q1", "Q3", "Q6", "Q9", "G13", "X1"] as const)("gets a trajectory or findings that meet it: %s", (item) => {
    const answer = ask(dataset, scenario({ horizonYears: 3 }), { kind: "item", item });
    expect(answer.suggestions).toMatchObject([{ passes: true, broken: [] }]);
    expect(types(answer)).toEqual([item === "Q3" || item === "Q6" ? "school_findings" : "county_fact"]);
  });
});

describe("what to do next", () => {
  it("is what brings the largest fall of the distance a yuan, never more candidates than a page can wait for", () => {
    const dataset = countyOfSize(40, 5);
    const document = scenario({ horizonYears: 5 });
    const answer = ask(dataset, document, { kind: "county" }, dataset.county.statisticsYear + 4, 5);
    expect(answer.nothing).toBeNull();
    expect(answer.tried).toBeLessThanOrEqual(20);
    const promises = answer.suggestions.map(({ after, costWan }) => (answer.before.distance - after.distance) / Math.max(1e-4, costWan));
    expect(promises).toEqual([...promises].sort((a, b) => b - a));
    for (const { after } of answer.suggestions) expect(after.distance).toBeLessThan(answer.before.distance);
  });
});
