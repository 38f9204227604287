import { resourceIndicators } from "@server/compliance/contract";
import { describe, expect, it } from "vitest";
import type { RuleSet } from "../engine/rule-set";
import { certainties, type Dated } from "./parameter";
import { parameterKeys, parameters } from "./parameters";
import { defaultRuleSetId, ruleSetById, ruleSets } from "./registry";

const seriesOf = (ruleSet: RuleSet): readonly (readonly [string, readonly Dated<unknown>[]])[] =>
  parameterKeys.map((key) => [key, ruleSet.values[key]]);
const clausesOf = ({ clauses, indicators }: RuleSet): readonly object[] => [
  clauses.school,
  clauses.balance,
  clauses.split,
  ...Object.values(clauses.items),
  ...indicators.map(({ clause }) => clause),
];

describe("the registry of parameters", () => {
  it("gives every parameter a unit and says which way it gets stricter", () => {
    for (const key of parameterKeys) {
      expect([key, parameters[key].unit.length > 0]).toEqual([key, true]);
      expect(["up", "down", null]).toContain(parameters[key].stricter);
    }
  });
});

describe.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))("rule set %s", (_, ruleSet) => {
  it("has the seven indicators, each once", () => {
    expect(ruleSet.indicators.map((indicator) => indicator.id)).toEqual(resourceIndicators);
  });

  it("holds every parameter of the registry and nothing else", () => {
    expect(Object.keys(ruleSet.values).sort()).toEqual([...parameterKeys].sort());
  });

  it("gives every value a source and a certainty, and one that the parameter allows", () => {
    for (const [key, values] of seriesOf(ruleSet)) {
      for (const { value, source, certainty } of values) {
        expect([key, source.document.length > 0, source.article.length > 0]).toEqual([key, true, true]);
        expect(certainties).toContain(certainty);
        expect([key, parameters[key as keyof typeof parameters].schema.safeParse(value).success]).toEqual([key, true]);
      }
    }
  });

  it("dates every value without gap or overlap, the last one open", () => {
    for (const [key, values] of seriesOf(ruleSet)) {
      values.forEach((value, index) => {
        const next = values[index + 1];
        expect(value.validFrom, key).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (next === undefined) expect(value.validTo, key).toBeNull();
        else expect(Date.parse(next.validFrom) - Date.parse(value.validTo ?? ""), key).toBe(86_400_000);
      });
    }
  });

  it("states every clause in both languages", () => {
    const clauses = clausesOf(ruleSet);
    expect(clauses.length).toBe(3 + 7 + 25);
    for (const clause of clauses) {
      expect(clause).toMatchObject({
        document: expect.stringMatching(/.+/),
        article: expect.stringMatching(/.+/),
        text: { "zh-CN": expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[\x20-\x7e²–ⅠⅡⅢⅣ]+$/) },
      });
    }
  });
});

describe("the choice of a rule set", () => {
  it("finds the default one and none that is not there", () => {
    expect(ruleSetById(defaultRuleSetId)?.id).toBe("quality-2017");
    expect(ruleSetById("quality-1999")).toBeUndefined();
  });
});
