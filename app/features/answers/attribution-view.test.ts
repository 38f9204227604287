import type { Attribution } from "@server/planning/contract";
import { expect, it } from "vitest";
import { attributionView } from "./attribution-view";

const set = (year: number, goal: "resource" | "overall", passes: boolean): Attribution["minimal"][number] => ({
  year,
  goal,
  passes,
  proof: "all_subsets",
  sets: [],
  further: 0,
});
const met = (year: number, outcome: "resource_met" | "overall_met", trial: 0 | 1) => ({ year, outcome, trial });
const viewed = (minimal: Attribution["minimal"], year: number | null = null, outcomes: readonly ReturnType<typeof met>[] = []) => {
  const answer = { baseYear: 2026, years: [2027, 2028, 2029, 2030], outcomes, minimal, settings: {} } as unknown as Attribution;
  return attributionView(answer, { figure: null, year });
};
const shown = (...of: Parameters<typeof viewed>): number => viewed(...of).year;

it("opens at the first year that passes as a whole, else in its resource part, else at the last", () => {
  const resource = [set(2027, "resource", false), set(2028, "resource", true), set(2029, "resource", true)];
  expect(shown([...resource, set(2028, "overall", false), set(2029, "overall", true), set(2030, "overall", true)])).toBe(2029);
  expect(shown([...resource, set(2029, "overall", false)])).toBe(2028);
  expect(shown([set(2030, "resource", false)])).toBe(2030);
});

it("opens at the first year whose verdict is met where the smallest sets were sought for the last one alone, and shows those", () => {
  const last = [set(2030, "resource", true), set(2030, "overall", true)];
  const resource = [met(2027, "resource_met", 0), met(2028, "resource_met", 1), met(2029, "resource_met", 1)];
  const verdicts = [...resource, met(2028, "overall_met", 0), met(2029, "overall_met", 1), met(2030, "overall_met", 1)];
  expect(viewed(last, null, verdicts)).toMatchObject({ year: 2029, minimalYear: 2030, minimal: last });
  expect(shown([set(2030, "resource", false)], null, resource)).toBe(2028);
});

it("opens at the year asked for, where there is an answer for it", () => {
  const passing = [set(2029, "overall", true)];
  expect([shown(passing, 2028), shown(passing, 2040)]).toEqual([2028, 2029]);
});
