import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { itemCounty, ruleSetOf, withValues } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import { columnsOfDataset } from "./columns";
import { judgeCounty } from "./judge";
import type { RuleSet } from "./rule-set";

const rooms73 = { music96: 0, music73: 1, art90: 0, art67: 1 };
const county = columnsOfDataset(
  itemCounty([
    {
      code: "B001",
      builtYear: 2000,
      classes: { primary: [12, 0, 0, 0, 0, 0] },
      facilities: { musicRooms: 1, artRooms: 1 },
      facts: { specialRooms: rooms73 },
    },
    { code: "A001", builtYear: 2000, primary: 2400, facilities: { musicRooms: 1, artRooms: 1 }, facts: { specialRooms: rooms73 } },
    { code: "C001", type: "junior", builtYear: 2020 },
  ]),
);
const sunsets = (ruleSet: RuleSet, items?: boolean) => judgeCounty(county, ruleSet, { items }).sunsets;

describe("items that are met only by a relief", () => {
  it("stand under that relief with the schools that go by it, and the year in which it ends", () => {
    const ruleSet = withValues(
      ruleSetOf[2017],
      { "relief.G3.oldBuilding.on": true, "relief.G4.on": true, "G3.classesPerRoom": 18 },
      { "relief.G3.oldBuilding.on": "2026-12-31" },
    );
    expect(sunsets(ruleSet)).toEqual([
      { relief: "relief.G3.oldBuilding.on", endsIn: 2026, sections: [], balances: [], items: [{ item: "G3", schools: ["A001", "B001"] }] },
      { relief: "relief.G4.on", endsIn: null, sections: [], balances: [], items: [{ item: "G4", schools: ["A001"] }] },
    ]);
  });

  it("are none where no school goes by one, or items are not asked for", () => {
    expect(sunsets(ruleSetOf[2017])).toEqual([]);
    expect(sunsets(quality2019, false)).toEqual([]);
  });
});

describe("figures that a relief does not concern", () => {
  /** A nine-year school in a dense centre that reports its backbone teachers for both stages together. */
  const school = {
    code: "A001",
    type: "nine_year",
    primary: 600,
    junior: 400,
    primaryTeachers: { backbone: null },
    juniorTeachers: { backbone: null },
    facts: { conditions: { denseCentre: true }, unsplitTeachers: { backbone: 40 } },
  } as const;
  const backbone = (values: Parameters<typeof withValues>[1]) => {
    const dataset = itemCounty([school]);
    const dense = {
      ...dataset,
      schools: dataset.schools.map((own) => ({ ...own, reliefSports: { convertedAreaM2: 300, leasedAreaM2: null } })),
    };
    const [section] = judgeCounty(columnsOfDataset(dense), withValues(ruleSetOf[2019], values), { items: false }).stages.primary.sections;
    return { R2: section?.indicators.R2, R5: section?.indicators.R5 };
  };

  it("stay as the rules read them: teachers not told apart are not shared out because a relief counts something else", () => {
    const { R2, R5 } = backbone({});
    expect(R5?.relief).not.toBeNull();
    expect(R2).toMatchObject({ state: "not_evaluable", value: null, missing: ["teachers.primary.backbone"] });
  });

  it("are shared out by weighted pupils where the rules say so, beside the relief", () => {
    // 600 : 400 × 1.1 of 40 teachers: 600 ÷ 1040 × 40 for 600 pupils.
    const { R2 } = backbone({ "split.unsplitTeachers": "by_weighted_pupils" });
    expect(R2?.value).toBeCloseTo((((600 / 1040) * 40) / 600) * 100, 12);
  });
});

describe("a school that passes by two reliefs", () => {
  /** A small rural school in a dense centre, short of arts teachers and of sports space by itself. */
  const dense = columnsOfDataset(
    itemCounty([
      {
        code: "A001",
        locality: "rural",
        primary: 60,
        primaryTeachers: { physicalEducation: 0, music: 0, art: 0 },
        facilities: { sportsFieldAreaM2: 200, gymAreaM2: 0 },
        staff: { visitingPhysicalEducation: 1 },
        reliefSports: { convertedAreaM2: 300 },
        facts: { conditions: { denseCentre: true }, staff: { visitingPhysicalEducation: 1 } },
      },
      { code: "B001", type: "junior" },
    ]),
  );
  const endsIn = (R3: string | null, R5: string | null): number | null | undefined => {
    const ends = { ...(R3 === null ? {} : { "relief.R3.on": R3 }), ...(R5 === null ? {} : { "relief.R5.on": R5 }) };
    const ruleSet = withValues(ruleSetOf[2019], { "relief.R3.on": true, "relief.R5.on": true }, ends);
    const [section] = judgeCounty(dense, ruleSet, { items: false }).stages.primary.sections;
    expect(section).toMatchObject({ verdict: "met", relief: { verdictWithout: "not_met" } });
    return section?.relief?.endsIn;
  };

  it("passes until the first of them ends", () => {
    expect(endsIn("2026-12-31", "2028-12-31")).toBe(2026);
    expect(endsIn("2028-12-31", "2026-12-31")).toBe(2026);
    expect(endsIn(null, "2027-12-31")).toBe(2027);
    expect(endsIn("2027-12-31", null)).toBe(2027);
    expect(endsIn(null, null)).toBeNull();
  });
});
