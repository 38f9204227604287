import { resourceIndicators } from "@server/compliance/contract";
import { describe, expect, it } from "vitest";
import type { Dated } from "../engine/rule-set";
import { defaultRuleSetId, ruleSetById, ruleSets } from "./registry";

const isDated = (value: object): value is Dated<unknown> => "validFrom" in value && "source" in value;

/** Every dated series and every clause anywhere in a rule set, with its path. */
const walk = (value: unknown, path: string, found: { series: [string, Dated<unknown>[]][]; clauses: [string, object][] }): typeof found => {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "object" && item !== null && isDated(item))) found.series.push([path, value]);
    else for (const [index, item] of value.entries()) walk(item, `${path}.${index}`, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === "clause" && typeof item === "object" && item !== null) found.clauses.push([`${path}.clause`, item]);
      else walk(item, `${path}.${key}`, found);
    }
  }
  return found;
};

describe.each(ruleSets.map((ruleSet) => [ruleSet.id, ruleSet] as const))("rule set %s", (id, ruleSet) => {
  const { series, clauses } = walk(ruleSet, id, { series: [], clauses: [] });

  it("has the seven indicators, each once", () => {
    expect(ruleSet.indicators.map((indicator) => indicator.id)).toEqual(resourceIndicators);
  });

  it("gives every value a unit, a source and a certainty", () => {
    expect(series.length).toBeGreaterThan(25);
    for (const [path, values] of series) {
      for (const { unit, source, certainty } of values) {
        expect([path, unit.length > 0, source.document.length > 0, source.article.length > 0]).toEqual([path, true, true, true]);
        expect(["certain", "one-source", "inferred"]).toContain(certainty);
      }
    }
  });

  it("dates every value without gap or overlap, the last one open", () => {
    for (const [path, values] of series) {
      values.forEach((value, index) => {
        const next = values[index + 1];
        expect(value.validFrom, path).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (next === undefined) expect(value.validTo, path).toBeNull();
        else expect(Date.parse(next.validFrom) - Date.parse(value.validTo ?? ""), path).toBe(86_400_000);
      });
    }
  });

  it("states every clause in both languages", () => {
    expect(clauses.length).toBe(10);
    for (const [path, clause] of clauses) {
      expect(clause, path).toMatchObject({
        document: expect.stringMatching(/.+/),
        article: expect.stringMatching(/.+/),
        text: { "zh-CN": expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[\x20-\x7e²–]+$/) },
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
