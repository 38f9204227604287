import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { itemCounty } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import { columnsOfDataset } from "./columns";
import { compareRuleSets } from "./compare";
import { withValues } from "./layers";
import type { RuleSet } from "./rule-set";

const source = { document: "-", article: "-" };
const title = { "zh-CN": "地方", en: "Local" };

/** A primary school short of rooms by a hair, a junior school, and a teaching point of 40 pupils. */
const columns = columnsOfDataset(
  itemCounty(
    [
      { code: "A001", primary: 1000, facilities: { multimediaRooms: 24 } },
      { code: "B001", type: "junior", junior: 600 },
      { code: "C001", type: "teaching_point", primary: 40, parent: "A001" },
    ],
    { vetoes: { V1: false, V2: false, V3: false, V4: false, V5: false, V6: false } },
  ),
);

const tried = (values: Readonly<Record<string, unknown>>): RuleSet => {
  const found = withValues(quality2017, values);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

describe("the same county under two rule sets", () => {
  it("differs in nothing under the same one twice", () => {
    const { a, b, ...differences } = compareRuleSets(columns, quality2017, quality2017);
    expect(differences).toEqual({ values: [], sections: [], balances: [], items: [] });
    expect(a).toEqual(b);
  });

  it("differs in the value that differs, in its unit, and in the indicator that it decides", () => {
    const { a, b, values, sections, balances, items } = compareRuleSets(columns, quality2017, tried({ "R7.standard.primary": 2.5 }));
    expect(values).toEqual([{ key: "R7.standard.primary", unit: expect.any(String), a: 2.3, b: 2.5 }]);
    expect(sections).toEqual([{ id: "A001:primary", name: "学校 A001", stage: "primary", a: "met", b: "met", indicators: ["R7"] }]);
    expect([balances, items]).toEqual([[], []]);
    expect([a.ruleSet.version, b.ruleSet.version]).toEqual([quality2017.version, `${quality2017.version}+(R7.standard.primary=2.5)`]);
  });

  it("has a row that only one of them counts, without a verdict on the other side", () => {
    const counting = tried({ "inclusion.teachingPointMinimum": 40 });
    const there = compareRuleSets(columns, quality2017, counting).sections.find(({ id }) => id === "C001:primary");
    if (there === undefined) throw new Error("the teaching point counts under one of them");
    expect(there).toMatchObject({ name: "学校 C001", a: null, indicators: ["R1", "R2", "R3", "R4", "R5", "R6", "R7"] });
    const back = compareRuleSets(columns, counting, quality2017).sections.find(({ id }) => id === "C001:primary");
    expect(back).toMatchObject({ name: "学校 C001", a: there.b, b: null });
  });

  it("differs in a coefficient where its limit differs, with both limits and both verdicts", () => {
    const { balances } = compareRuleSets(columns, quality2017, tried({ "CV.limit.junior": 0.4 }));
    expect(balances.map(({ stage, indicator }) => `${stage} ${indicator}`)).toEqual(
      ["R1", "R2", "R3", "R4", "R5", "R6", "R7"].map((id) => `junior ${id}`),
    );
    expect(balances[0]).toMatchObject({ a: { cv: 0, limit: 0.45, verdict: "met" }, b: { cv: 0, limit: 0.4, verdict: "met" } });
  });

  it("differs in the items, vetoes and local indicators that turn out differently or are asked by one only", () => {
    const local: RuleSet = {
      ...quality2019,
      extraVetoes: [{ id: "LV1", title, source }],
      extraIndicators: [
        {
          id: "L1",
          title,
          terms: [{ path: "facilities.musicRooms", factor: 1 }],
          per: "pupil",
          bound: "at_least",
          standard: { primary: 1, junior: null },
          source,
        },
      ],
      values: {
        ...quality2019.values,
        ...tried({ "G5.cap.primary": 30, "eligibility.years": 30 }).values,
        vetoes: quality2019.values.vetoes,
      },
    };
    const { items } = compareRuleSets(columns, quality2017, local);
    expect(items).toEqual([
      { id: "G5", a: "met", b: "not_met" },
      { id: "eligibility", a: "met", b: "not_met" },
      { id: "V7", a: null, b: "not_evaluable" },
      { id: "LV1", a: null, b: "not_evaluable" },
      { id: "L1", a: null, b: "not_met" },
    ]);
  });

  it("says nothing of items where they are not asked for", () => {
    expect(compareRuleSets(columns, quality2017, tried({ "G5.cap.primary": 30 }), { items: false }).items).toEqual([]);
  });

  it("takes the values of the day judged on", () => {
    const keys = (date: string) => compareRuleSets(columns, quality2017, quality2019, { date }).values.map(({ key }) => key);
    expect(keys("2020-09-01")).not.toContain("vetoes");
    expect(keys("2025-09-01")).toContain("vetoes");
  });
});
