import type { Explanation, Flip, FlipStep } from "@server/compliance/contract";
import { resourceIndicators } from "@server/compliance/contract";
import { columnsOfDataset, explain, judgeCounty, type RuleSet, withValues } from "@server/compliance/engine/index";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { type CountyDataset, type School, type Stage, stages, type TeacherGroup } from "@server/statistics/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { county } from "./build";
import { completeCounty } from "./counties";
import { countiesPerProperty } from "./runs";

/** Every change that the engine proposes is carried out and judged again. */

const grains = { persons: 1, rooms: 1, m2: 100, yuan: 100 } as const;
const cell = (value: number | null, more: number, per: number): number => Math.round(((value ?? 0) + more) * per) / per;

/** A school whose campus teaches a stage that it does not teach itself may get its teachers all the same. */
const nobody: TeacherGroup = {
  fullTime: 0,
  aboveRequiredEducation: 0,
  backbone: 0,
  physicalEducation: 0,
  music: 0,
  art: 0,
  integratedArts: 0,
};

const given = (school: School, { indicator, sectionId }: FlipStep, amount: number): School => {
  const stage: Stage = sectionId.endsWith(":primary") ? "primary" : "junior";
  const own = school.teachers[stage] ?? nobody;
  const field = ({ R1: "aboveRequiredEducation", R2: "backbone", R3: "physicalEducation" } as const)[indicator as "R1"];
  const { facilities } = school;
  switch (indicator) {
    case "R1":
    case "R2":
    case "R3":
      return { ...school, teachers: { ...school.teachers, [stage]: { ...own, [field]: cell(own[field], amount, 1) } } };
    case "R4":
      return { ...school, facilities: { ...facilities, teachingAreaM2: cell(facilities.teachingAreaM2, amount, 100) } };
    case "R5":
      return { ...school, facilities: { ...facilities, sportsFieldAreaM2: cell(facilities.sportsFieldAreaM2, amount, 100) } };
    case "R6":
      return { ...school, facilities: { ...facilities, equipmentValueWan: cell(facilities.equipmentValueWan, amount / 10_000, 1e6) } };
    case "R7":
      return { ...school, facilities: { ...facilities, multimediaRooms: cell(facilities.multimediaRooms, amount, 1) } };
  }
};

/** The county after the steps, each short of `less` of its smallest amounts. */
const after = (dataset: CountyDataset, steps: readonly FlipStep[], less = 0): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school) =>
    steps
      .filter(({ sectionId }) => sectionId.startsWith(`${school.code}:`))
      .reduce((so, step) => given(so, step, step.amount - less / grains[step.unit]), school),
  ),
});

/** The same rules where figures are compared as they are shown. */
const displayed: RuleSet = (() => {
  const found = withValues(quality2019, { "rounding.compare": "displayed" });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
})();

const judge = (dataset: CountyDataset, ruleSet: RuleSet = quality2019) => judgeCounty(columnsOfDataset(dataset), ruleSet, { items: false });
const why = (
  dataset: CountyDataset,
  stage: Stage,
  indicator: (typeof resourceIndicators)[number],
  sectionId: string | null,
  ruleSet: RuleSet = quality2019,
): Explanation | null =>
  explain(columnsOfDataset(dataset), ruleSet, { kind: sectionId === null ? "balance" : "section", stage, indicator, sectionId });

const runs = { numRuns: countiesPerProperty(60), seed: 3 };
const places = [fc.constantFrom(...stages), fc.constantFrom(...resourceIndicators)] as const;

describe("the cheapest change for one indicator of a section", () => {
  it("meets the standard, and the smallest amount less does not", () => {
    fc.assert(
      fc.property(completeCounty, ...places, (dataset, stage, indicator) => {
        for (const { id, indicators } of judge(dataset).stages[stage].sections) {
          const flip = why(dataset, stage, indicator, id)?.flip ?? null;
          expect(flip === null).toBe(indicators[indicator].state === "met");
          if (flip === null) continue;
          const stateAfter = (less: number) =>
            judge(after(dataset, flip.steps, less)).stages[stage].sections.find((section) => section.id === id)?.indicators[indicator]
              .state;
          expect([stateAfter(0), stateAfter(1) === "met"]).toEqual(["met", false]);
        }
      }),
      runs,
    );
  });
});

describe("the cheapest change for a school", () => {
  it("makes it pass with at most one remainder, and no step may fall short", () => {
    fc.assert(
      fc.property(completeCounty, fc.constantFrom(...stages), (dataset, stage) => {
        for (const { id, verdict } of judge(dataset).stages[stage].sections) {
          const flip: Flip | null = why(dataset, stage, "R1", id)?.schoolFlip ?? null;
          expect(flip === null).toBe(verdict !== "not_met");
          if (flip === null) continue;
          const verdictAfter = (steps: readonly FlipStep[]) =>
            judge(after(dataset, steps)).stages[stage].sections.find((section) => section.id === id)?.verdict;
          expect(verdictAfter(flip.steps)).toBe("met");
          for (const step of flip.steps) {
            expect(
              verdictAfter(flip.steps.map((one) => (one === step ? { ...one, amount: one.amount - 1 / grains[one.unit] } : one))),
            ).toBe("not_met");
          }
        }
      }),
      runs,
    );
  });

  it("leaves the one indicator at 85 % where that saves most", () => {
    const dataset = county([
      { code: "A001", primary: 1000, facilities: { teachingAreaM2: 4000, gymAreaM2: 0, sportsFieldAreaM2: 20_000, multimediaRooms: 20 } },
    ]);
    const flip = why(dataset, "primary", "R4", "A001:primary")?.schoolFlip;
    expect(flip?.steps).toEqual([
      {
        sectionId: "A001:primary",
        schoolName: "学校 A001",
        indicator: "R7",
        to: "standard",
        amount: 3,
        unit: "rooms",
        costYuan: 75_000,
        text: { key: "rules:flip.R7", params: { school: "学校 A001", amount: 3 } },
      },
    ]);
    expect(flip?.costYuan).toBe(75_000);
  });
});

describe("the cheapest change for a coefficient of variation", () => {
  it("brings it to its limit at one school, and the smallest amount less does not", () => {
    let turned = 0;
    fc.assert(
      fc.property(completeCounty, ...places, fc.constantFrom(quality2019, displayed), (dataset, stage, indicator, ruleSet) => {
        const { verdict } = judge(dataset, ruleSet).stages[stage].balance[indicator];
        const flip = why(dataset, stage, indicator, null, ruleSet)?.flip ?? null;
        if (verdict !== "not_met") expect(flip).toBeNull();
        if (flip === null) return;
        turned += 1;
        expect(flip.steps.length).toBe(1);
        const verdictAfter = (less: number) => judge(after(dataset, flip.steps, less), ruleSet).stages[stage].balance[indicator].verdict;
        expect([verdictAfter(0), verdictAfter(1)]).toEqual(["met", "not_met"]);
      }),
      { ...runs, numRuns: countiesPerProperty(240) },
    );
    expect(turned).toBeGreaterThan(countiesPerProperty(240) / 24);
  });

  it("is not there when no single school can do it", () => {
    const sports = (code: string, m2: number) => ({ code, primary: 300, facilities: { sportsFieldAreaM2: m2, gymAreaM2: 0 } });
    const dataset = county([sports("A001", 60_000), ...["B001", "C001", "D001", "E001", "F001", "G001"].map((code) => sports(code, 300))]);
    const answer = why(dataset, "primary", "R5", null);
    expect([answer?.result.verdict, answer?.flip]).toEqual(["not_met", null]);
  });
});
