import type { RuleLayer } from "@server/compliance/contract";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import { describe, expect, it } from "vitest";
import { applyBasicLayers, withBasicValues } from "./basic/layers";
import { applyLayers, withValues } from "./layers";
import type { RuleSet } from "./rule-set";

type Entry = RuleLayer["entries"][number];
const source = { document: "省实施办法", article: "第三条" };
const title = { "zh-CN": "地方规则", en: "Local rules" };

const entry = (key: string, value: Entry["value"], validFrom: string, validTo: string | null = null): Entry => ({
  key,
  value,
  source,
  certainty: "certain",
  validFrom,
  validTo,
});

const layer = (entries: readonly Entry[], more: Partial<RuleLayer> = {}): RuleLayer => ({
  format: "hengce.rule-layer/1",
  id: "province",
  version: "1",
  level: "province",
  title,
  entries: [...entries],
  extraVetoes: [],
  extraIndicators: [],
  note: "",
  ...more,
});

const key = "R7.standard.primary";

/** Days and values of the primary standard for rooms after entries of a layer, or the first thing said against them. */
const daysAfter = (...entries: readonly Entry[]) => {
  const applied = applyLayers(quality2017, [layer(entries)]);
  if (!applied.ok) return applied.error[0];
  return applied.value.values[key].map(({ value, validFrom, validTo }) => [validFrom, validTo, value]);
};
const national = quality2017.values[key][0];

describe("a dated value over the values below it", () => {
  it("ends the value before it on the day before, and stays", () => {
    expect(daysAfter(entry(key, 2.5, "2024-03-01"))).toEqual([
      [national.validFrom, "2024-02-29", 2.3],
      ["2024-03-01", null, 2.5],
    ]);
  });

  it("gives way again on the day after its last", () => {
    expect(daysAfter(entry(key, 2.5, "2024-03-01", "2024-12-31"))).toEqual([
      [national.validFrom, "2024-02-29", 2.3],
      ["2024-03-01", "2024-12-31", 2.5],
      ["2025-01-01", null, 2.3],
    ]);
  });

  it("takes the place of a value that it covers from the first day on", () => {
    expect(daysAfter(entry(key, 2.5, national.validFrom))).toEqual([[national.validFrom, null, 2.5]]);
    expect(daysAfter(entry(key, 2.5, "1900-01-01"))).toEqual([["1900-01-01", null, 2.5]]);
  });

  it("leaves what ended before it as it was", () => {
    expect(daysAfter(entry(key, 2.4, "2020-01-01", "2020-12-31"), entry(key, 2.5, "2022-01-01"))).toEqual([
      [national.validFrom, "2019-12-31", 2.3],
      ["2020-01-01", "2020-12-31", 2.4],
      ["2021-01-01", "2021-12-31", 2.3],
      ["2022-01-01", null, 2.5],
    ]);
  });

  it("leaves what begins after it as it was", () => {
    expect(daysAfter(entry(key, 2.6, "2026-01-01"), entry(key, 2.5, "2022-01-01", "2022-12-31"))).toEqual([
      [national.validFrom, "2021-12-31", 2.3],
      ["2022-01-01", "2022-12-31", 2.5],
      ["2023-01-01", "2025-12-31", 2.3],
      ["2026-01-01", null, 2.6],
    ]);
  });

  it("covers a value that begins and ends within its days", () => {
    expect(daysAfter(entry(key, 2.4, "2022-03-01", "2022-09-30"), entry(key, 2.5, "2022-01-01", "2022-12-31"))).toEqual([
      [national.validFrom, "2021-12-31", 2.3],
      ["2022-01-01", "2022-12-31", 2.5],
      ["2023-01-01", null, 2.3],
    ]);
  });

  it("may not loosen a value of a day in its span, and may where that value has ended or not begun", () => {
    const strict = entry(key, 2.6, "2022-01-01", "2022-12-31");
    const refused = { code: "loosens", inForce: 2.6, path: "entries.1.value" };
    expect(daysAfter(strict, entry(key, 2.5, "2022-12-31"))).toMatchObject(refused);
    expect(daysAfter(strict, entry(key, 2.5, "2021-01-01", "2022-01-01"))).toMatchObject(refused);
    expect(daysAfter(strict, entry(key, 2.5, "2023-01-01"))).toHaveLength(3);
    expect(daysAfter(strict, entry(key, 2.5, "2021-01-01", "2021-12-31"))).toHaveLength(4);
  });

  it("is held against the first value for days before that one's own first day", () => {
    expect(daysAfter(entry(key, 2.2, "2000-01-01", "2000-12-31"))).toMatchObject({ code: "loosens", inForce: 2.3 });
  });
});

describe("readings that are neither stricter nor looser", () => {
  it("may be set either way", () => {
    for (const value of ["separate", "merged"]) {
      expect(applyLayers(quality2017, [layer([entry("inclusion.campuses", value, "2020-01-01")])]).ok).toBe(true);
    }
  });
});

describe("lists that a layer may only lengthen or shorten", () => {
  it("take a further veto and keep those that are there", () => {
    const vetoes = (list: readonly string[]) => applyLayers(quality2019, [layer([entry("vetoes", [...list], "2025-01-01")])]).ok;
    expect(vetoes(["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8"])).toBe(true);
    expect(vetoes(["V7", "V6", "V5", "V4", "V3", "V2", "V1"])).toBe(true);
    expect(vetoes(["V1", "V2", "V3", "V4", "V5", "V6"])).toBe(false);
  });

  it("tell basic balance's own vetoes apart by their id, so that other words are no other veto", () => {
    const veto = (id: string) => ({ id, title: { "zh-CN": `事项 ${id}`, en: `Matter ${id}` } });
    const asking = (...ids: readonly string[]) =>
      applyBasicLayers(basic2012, [layer([entry("basic.vetoes", ids.map(veto), "2020-01-01")])]);
    expect(asking("BV1", "BV2", "BV3", "BV4", "BV9").ok).toBe(true);
    expect(asking("BV1", "BV2", "BV3", "BV9")).toMatchObject({ ok: false, error: [{ code: "loosens", key: "basic.vetoes" }] });
  });
});

describe("what basic balance does not let layers add", () => {
  it("is refused one by one: it has no vetoes and indicators beside its values", () => {
    const extraIndicators: RuleLayer["extraIndicators"] = [
      {
        id: "L1",
        title,
        terms: [{ path: "basic.books", factor: 1 }],
        per: "pupil",
        bound: "at_least",
        standard: { primary: 30, junior: 40 },
        source,
      },
    ];
    const applied = applyBasicLayers(basic2012, [layer([], { extraVetoes: [{ id: "V9", title, source }], extraIndicators })]);
    expect(applied).toEqual({
      ok: false,
      error: [
        { layer: "province", path: "extraVetoes.0.id", code: "no_additions", key: "V9", near: [], inForce: null },
        { layer: "province", path: "extraIndicators.0.id", code: "no_additions", key: "L1", near: [], inForce: null },
      ],
    });
  });

  it("leaves a layer without additions be, under a version that names it", () => {
    const applied = applyBasicLayers(basic2012, [layer([])]);
    expect(applied).toMatchObject({ ok: true, value: { id: basic2012.id, version: `${basic2012.version}+province@1` } });
  });
});

describe("values that are only tried", () => {
  const tried = (values: Readonly<Record<string, unknown>>): RuleSet => {
    const found = withValues(quality2017, values);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  };

  it("hold on all days, looser ones too, and are named in the version in the order of their keys", () => {
    const ruleSet = tried({ [key]: 2, "CV.limit.primary": 0.7 });
    expect(ruleSet.values[key]).toMatchObject([{ value: 2, validTo: null, certainty: "inferred" }]);
    expect(ruleSet.version).toBe(`${quality2017.version}+(CV.limit.primary=0.7,${key}=2)`);
  });

  it("leave the rule set as it is where none is given", () => {
    expect(tried({})).toBe(quality2017);
  });

  it("are refused where the key is unknown, with those that may be meant, or the value impossible", () => {
    const found = withValues(quality2017, { "R7.standard.primery": 2, [key]: -1, "CV.limit.primary": "much" });
    if (found.ok) throw new Error("was not refused");
    expect(found.error.map(({ layer: of, path, code, key: of2 }) => [of, path, code, of2])).toEqual([
      ["", "CV.limit.primary", "invalid_value", "CV.limit.primary"],
      ["", key, "invalid_value", key],
      ["", "R7.standard.primery", "unknown_key", "R7.standard.primery"],
    ]);
    expect(found.error[2]?.near[0]).toBe(key);
    expect(withBasicValues(basic2012, { toString: 1 })).toMatchObject({ ok: false, error: [{ code: "unknown_key" }] });
  });
});
