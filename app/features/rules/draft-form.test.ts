import type { RuleValue, ValueInput } from "@server/compliance/layers-contract";
import { describe, expect, it } from "vitest";
import { readDraft, type Typed, textOfValue, typedOf } from "./draft-form";

const ground = { document: "某省教督〔2024〕1号", article: "第三条" };
const value = (key: string, input: ValueInput): RuleValue => ({ key, unit: "", stricter: null, input, entries: [] });
const typed = (entry: Typed) => ({
  entries: [{ ...ground, certainty: "certain", from: "2026-09-01", to: "", ...entry }],
  vetoes: [],
  indicators: [],
  note: "说明",
});

const read = (input: ValueInput, text: string): unknown => {
  const draft = readDraft(typed({ key: "k", value: text }), [value("k", input)]);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value.entries[0]?.value;
};

describe("a value of a layer as it is typed", () => {
  it.each<[string, ValueInput, string, unknown]>([
    ["a full-width number", { kind: "number" }, "０．５", 0.5],
    ["a list of words", { kind: "list", options: [] }, "urban，town、rural", ["urban", "town", "rural"]],
    ["a list of numbers", { kind: "text" }, "7，8", [7, 8]],
    ["a word", { kind: "text" }, "all", "all"],
    ["whole standards", { kind: "text" }, '{"id":"x"}', { id: "x" }],
    [
      "vetoes, one a line",
      { kind: "titles" },
      "BV1 弱校改造滞后 | Works are behind\n\nBV9  新增事项",
      [
        { id: "BV1", title: { "zh-CN": "弱校改造滞后", en: "Works are behind" } },
        { id: "BV9", title: { "zh-CN": "新增事项", en: "新增事项" } },
      ],
    ],
  ])("is read as %s", (_, input, text, expected) => {
    expect(read(input, text)).toEqual(expected);
  });

  it("is shown again in the same form", () => {
    const vetoes = [{ id: "BV1", title: { "zh-CN": "弱校改造滞后", en: "Works are behind" } }];
    expect(read({ kind: "titles" }, textOfValue(vetoes))).toEqual(vetoes);
    expect(read({ kind: "text" }, textOfValue([7, 8]))).toEqual([7, 8]);
  });
});

describe("an indicator of several weighted figures", () => {
  const indicator = {
    id: "L1",
    title: { "zh-CN": "生均图书", en: "Books" },
    terms: [
      { path: "basic.books", factor: 1 },
      { path: "basic.computers", factor: 0.5 },
      { path: "facilities.artRooms", factor: -2 },
    ],
    per: "pupil" as const,
    bound: "at_least" as const,
    standard: { primary: 30, junior: null },
    source: ground,
  };

  it("keeps its factors when the layer is edited", () => {
    const shown = typedOf({ entries: [], extraVetoes: [], extraIndicators: [indicator] });
    const draft = readDraft({ ...shown, note: "说明" }, []);
    expect(draft.ok ? draft.value.extraIndicators : draft.error).toEqual([indicator]);
  });
});
