import type { Verdict } from "@server/compliance/contract";
import { itemIds, type Overall } from "@server/compliance/items-contract";
import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { resourceCells, spansOf, wholeCells, yearShown, yearVerdict } from "./year-verdict";

/** Answers with the key and its figure. */
const t = ((key: string, params?: { readonly count?: number }) =>
  params?.count === undefined ? key : `${key} ${params.count}`) as TFunction;

const part = (verdict: Verdict): Omit<Overall, "verdict"> => ({
  resource: verdict,
  assurance: "met",
  quality: "met",
  recognition: "met",
  vetoes: "met",
  eligibility: "met",
  extras: "met",
  met: 0,
  notMet: 0,
  notEvaluable: 0,
});
const items = (of: Partial<Record<string, Verdict>>) => itemIds.map((id) => [id, of[id] ?? "met"] as const);
const year = (
  of: number,
  resource: { readonly verdict: Verdict; readonly failing: number },
  overall: Partial<Overall> & Pick<Overall, "verdict">,
  named: Partial<Record<string, Verdict>> = {},
) => ({
  year: of,
  ...resource,
  notEvaluable: 0,
  items: Object.fromEntries(items(named)) as Record<(typeof itemIds)[number], Verdict>,
  overall: { ...part(resource.verdict), ...overall },
});

const short = year(2026, { verdict: "not_met", failing: 14 }, { verdict: "not_met" }, { G3: "not_met", Q1: "not_evaluable" });
const open = year(2027, { verdict: "met", failing: 0 }, { verdict: "incomplete", vetoes: "not_evaluable" }, { Q1: "not_evaluable" });
const vetoed = year(2028, { verdict: "met", failing: 0 }, { verdict: "not_met", vetoes: "not_met" });
const passing = year(2029, { verdict: "met", failing: 0 }, { verdict: "met" });
const all = [short, open, vetoed, passing].map(yearVerdict);

test("a year is called met only when resources, items and vetoes are, and says how many items fail and stay open", () => {
  expect(wholeCells(t, all)).toEqual([
    { kind: "not_met", text: "planning:result.short_of 15", note: "planning:result.also_open 1" },
    { kind: "not_evaluable", text: undefined, note: "planning:result.open 1" },
    { kind: "not_met", text: undefined, note: "planning:result.part.vetoes" },
    { kind: "met", text: undefined, note: "" },
  ]);
  expect(all.map(({ beside }) => beside)).toEqual([[], ["vetoes"], ["vetoes"], []]);
});

test("a year that only a veto refuses does not count what is open as what fails", () => {
  const both = year(2028, { verdict: "met", failing: 0 }, { verdict: "not_met", vetoes: "not_met" }, { Q1: "not_evaluable" });
  expect(wholeCells(t, [yearVerdict(both)])).toEqual([
    { kind: "not_met", text: undefined, note: "planning:result.part.vetoescompliance:gaps.separatorplanning:result.also_open 1" },
  ]);
});

test("the resource part is told beside it, with its own first year", () => {
  expect(resourceCells(t, all).map((cell) => cell?.kind)).toEqual(["not_met", "met", "met", "met"]);
  const { whole, resource } = spansOf(all);
  expect([whole.firstYear, resource.firstYear]).toEqual([2029, 2027]);
});

test("the year shown first is the first that passes as a whole, else in its resources, else the last", () => {
  const shown = (trial: readonly (typeof short)[]) => yearShown({ baseYear: 2026, years: trial.map((one) => one.year), trial }, null);
  expect([shown([short, open, vetoed, passing]), shown([short, open, vetoed]), shown([short])]).toEqual([2029, 2027, 2026]);
});
