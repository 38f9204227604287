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
const shown = (minimal: Attribution["minimal"], year: number | null = null): number => {
  const answer = { baseYear: 2026, years: [2027, 2028, 2029, 2030], outcomes: [], minimal, settings: {} } as unknown as Attribution;
  return attributionView(answer, { figure: null, year }).year;
};

it("opens at the first year that passes as a whole, else in its resource part, else at the last", () => {
  const resource = [set(2027, "resource", false), set(2028, "resource", true), set(2029, "resource", true)];
  expect(shown([...resource, set(2028, "overall", false), set(2029, "overall", true), set(2030, "overall", true)])).toBe(2029);
  expect(shown([...resource, set(2029, "overall", false)])).toBe(2028);
  expect(shown([set(2030, "resource", false)])).toBe(2030);
});

it("opens at the year asked for, where there is an answer for it", () => {
  const passing = [set(2029, "overall", true)];
  expect([shown(passing, 2028), shown(passing, 2040)]).toEqual([2028, 2029]);
});
