import type { ExtraIndicator } from "@server/compliance/contract";
import { describe, expect, it } from "vitest";
import { type ItemSchoolSketch, itemCounty, judge, ruleSetOf } from "./build";

const indicator: ExtraIndicator = {
  id: "L1",
  title: { "zh-CN": "地方指标", en: "Local indicator" },
  terms: [{ path: "facilities.musicRooms", factor: 1 }],
  per: "pupil",
  bound: "at_least",
  standard: { primary: 0.01, junior: 0.01 },
  source: { document: "-", article: "-" },
};

/** The answer to one local indicator. */
const asked = (own: Partial<ExtraIndicator>, schools: readonly ItemSchoolSketch[]) => {
  const [found] = judge(itemCounty(schools), { ...ruleSetOf[2017], extraIndicators: [{ ...indicator, ...own }] }).extras;
  if (found === undefined) throw new Error("an indicator was asked");
  return found;
};

const named = (schools: readonly { readonly schoolCode: string; readonly stage: string | null }[]) =>
  schools.map(({ schoolCode, stage }) => `${schoolCode}:${stage}`);

describe("what a local indicator is divided by", () => {
  // 600 pupils in 18 classes, six music rooms.
  const school = [{ code: "A001", primary: 600, facilities: { musicRooms: 6 } }];
  const standard = (primary: number) => ({ primary, junior: null });

  it.each([
    ["pupil", 6 / 600],
    ["hundred_pupils", 1],
    ["class", 6 / 18],
  ] as const)("is as it says: by the %s", (per, value) => {
    const missed = asked({ per, standard: standard(value * 1.1) }, school);
    expect(missed.verdict).toBe("not_met");
    expect(missed.failing[0]?.figures["value"]).toBeCloseTo(value, 12);
    expect(asked({ per, standard: standard(value * 0.9) }, school).verdict).toBe("met");
  });

  it("leaves it open where the classes are not reported", () => {
    const unreported = [{ ...school[0], code: "A001", classes: { primary: null } }];
    expect(asked({ per: "class", standard: standard(0.1) }, unreported)).toMatchObject({
      verdict: "not_evaluable",
      open: [{ schoolCode: "A001", stage: "primary" }],
    });
  });
});

describe("what a local indicator adds up", () => {
  it("is shared between the stages of a school by their weighted pupils where the school reports it as a whole", () => {
    // 550 primary pupils and 500 junior ones at 1.1 each: half of the eleven rooms is for each stage.
    const schools = [{ code: "A001", type: "nine_year", primary: 550, junior: 500, facilities: { musicRooms: 11 } }] as const;
    const { failing } = asked({ standard: { primary: 1, junior: 1 } }, schools);
    expect(named(failing).sort()).toEqual(["A001:junior", "A001:primary"]);
    const values = new Map(failing.map(({ stage, figures }) => [stage, figures["value"]]));
    expect(values.get("primary")).toBeCloseTo(5.5 / 550, 12);
    expect(values.get("junior")).toBeCloseTo(5.5 / 500, 12);
  });

  it("is shared so for further figures of the return too, and not for the teachers of a stage", () => {
    const schools = [
      {
        code: "A001",
        type: "nine_year",
        primary: 550,
        junior: 500,
        primaryTeachers: { fullTime: 55 },
        facts: { staff: { certified: 110 } },
      },
    ] as const;
    const of = (path: string) =>
      asked({ terms: [{ path, factor: 1 }], standard: { primary: 1, junior: null } }, schools).failing[0]?.figures["value"];
    expect(of("staff.certified")).toBeCloseTo(55 / 550, 12);
    expect(of("teachers.fullTime")).toBeCloseTo(55 / 550, 12);
  });

  it("takes each figure with its factor", () => {
    const schools = [{ code: "A001", primary: 600, facilities: { musicRooms: 6, artRooms: 3 } }];
    const terms = [
      { path: "facilities.musicRooms", factor: 2 },
      { path: "facilities.artRooms", factor: -1 },
    ];
    const { failing } = asked({ terms, standard: { primary: 1, junior: null } }, schools);
    expect(failing[0]?.figures).toEqual({ value: 9 / 600, standard: 1 });
  });
});

describe("a limit that may not be exceeded", () => {
  const schools = (...rooms: readonly number[]) =>
    rooms.map((musicRooms, at) => ({ code: `A00${at + 1}`, primary: 600, facilities: { musicRooms } }));

  it("is kept exactly at it", () => {
    expect(asked({ bound: "at_most", standard: { primary: 0.01, junior: null } }, schools(6)).verdict).toBe("met");
    expect(asked({ bound: "at_most", standard: { primary: 0.01, junior: null } }, schools(9)).verdict).toBe("not_met");
  });

  it("names first the school that exceeds it most, as a standard names first the school that lacks most", () => {
    const over = asked({ bound: "at_most", standard: { primary: 0.001, junior: null } }, schools(2, 9, 6));
    expect(named(over.failing)).toEqual(["A002:primary", "A003:primary", "A001:primary"]);
    const under = asked({ bound: "at_least", standard: { primary: 1, junior: null } }, schools(2, 9, 6));
    expect(named(under.failing)).toEqual(["A001:primary", "A003:primary", "A002:primary"]);
  });

  it("is not asked of a stage without a standard", () => {
    expect(asked({ standard: { primary: null, junior: 5 } }, schools(1)).failing).toEqual([]);
  });
});
