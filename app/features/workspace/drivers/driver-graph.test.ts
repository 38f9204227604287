import { itemIds } from "@server/compliance/items-contract";
import type { Lever } from "@server/planning/contract";
import { expect, test } from "vitest";
import type { Limits } from "~/features/planning/result-view";
import type { SectionOutcome, YearSummary } from "../simulation-protocol";
import { driverGraph } from "./driver-graph";

const perIndicator = <T>(value: T) => ({ R1: value, R2: value, R3: value, R4: value, R5: value, R6: value, R7: value });
const limits: Limits = { primary: perIndicator({ cv: 0.5, standard: 1 }), junior: perIndicator({ cv: 0.45, standard: 1 }) };

const section = (code: string, value: number): SectionOutcome => ({
  id: `${code}:primary`,
  schoolCode: code,
  schoolName: code,
  stage: "primary",
  pupils: 200,
  verdict: value >= 1 ? "met" : "not_met",
  metCount: value >= 1 ? 7 : 6,
  values: { ...perIndicator(2), R5: value },
  states: { ...perIndicator("met"), R5: value >= 1 ? "met" : "below" },
});

const stage = (failing: number, cv: number): YearSummary["stages"]["primary"] => ({
  pupils: 800,
  classes: 20,
  teachers: 60,
  sectionsTotal: 4,
  sectionsMet: 4 - failing,
  sectionsNotEvaluable: 0,
  indicatorMet: { ...perIndicator(4), R5: 4 - failing },
  mean: perIndicator(2),
  cv: { ...perIndicator(0.1), R5: cv },
  cvVerdict: { ...perIndicator("met"), R5: cv > 0.5 ? "not_met" : "met" },
  verdict: failing > 0 ? "not_met" : "met",
  staffNeeded: 40,
  teachersNeeded: 36,
});

const year = (failing: number, cv: number): YearSummary => ({
  year: 2027,
  overall: null,
  items: null,
  verdict: failing > 0 ? "not_met" : "met",
  failing,
  notEvaluable: 0,
  distance: 1,
  stages: { primary: stage(failing, cv), junior: stage(0, 0.1) },
  splitClasses: [],
  idleRooms: null,
  idlePlaces: null,
  lackingRooms: null,
});

const assumptions = { entrantsTrendBeyondBirths: -0.02, juniorLeakage: 0.05 } as Parameters<typeof driverGraph>[1]["assumptions"];

test("the indicator that fails is followed to its worst sections, worst first, and to what can be changed", () => {
  const sections = [section("A", 1.2), section("B", 0.4), section("C", 0.9), section("D", 0.8)];
  const { nodes, edges, focus } = driverGraph(
    { sections, year: 2027, years: [2027], trial: [year(3, 0.6)] },
    { levers: [], assumptions },
    limits,
    null,
  );
  expect(focus).toMatch(/:primary:R5$/);
  expect(nodes.filter(({ column }) => column === 3).map(({ id }) => id)).toEqual([
    "section:B:primary",
    "section:D:primary",
    "section:C:primary",
  ]);
  expect(nodes.find(({ id }) => id === "resource:B:primary")?.driver).toEqual({ kind: "resource", indicator: "R5", value: 80 });
  expect(nodes.filter(({ driver }) => driver.kind === "missing")).toHaveLength(3);
  for (const { from, to } of edges) expect([from, to].every((id) => nodes.some((node) => node.id === id))).toBe(true);
});

test("another indicator can be followed by name, and an unknown one leads to the failing one", () => {
  const answer = { sections: [section("A", 0.5)], year: 2027, years: [2027], trial: [year(1, 0.6)] };
  const shown = driverGraph(answer, { levers: [], assumptions }, limits, null).nodes.filter(({ column }) => column === 2);
  const other = shown.find(({ id }) => !id.endsWith("primary:R5"))?.id ?? "";
  expect(driverGraph(answer, { levers: [], assumptions }, limits, other).focus).toBe(other);
  expect(driverGraph(answer, { levers: [], assumptions }, limits, "balance:none").focus).toMatch(/:primary:R5$/);
});

test("a year that the projection does not hold has no drivers", () => {
  expect(
    driverGraph({ sections: [], year: 2040, years: [2027], trial: [year(0, 0.1)] }, { levers: [], assumptions }, limits, null).nodes,
  ).toEqual([]);
});

const counties = Object.fromEntries(itemIds.map((id) => [id, id === "G9" || id === "G13" ? "not_met" : "met"])) as YearSummary["items"];
const training = { id: "L1", type: "train_360", enabled: true } as Lever;

test("where the sections pass, an item that fails is followed to the levers that act on it, or to the one that would", () => {
  const answer = { sections: [section("A", 1.2)], year: 2027, years: [2027], trial: [{ ...year(0, 0.1), items: counties }] };
  const planned = driverGraph(answer, { levers: [training], assumptions }, limits, null);
  expect(planned.focus).toBe("item:G9");
  expect(planned.edges).toContainEqual({ from: "item:G9", to: "lever:L1" });
  const bare = driverGraph(answer, { levers: [], assumptions }, limits, null);
  expect(bare.nodes.find(({ id }) => id === "missing:G9")?.driver).toEqual({ kind: "missing_item", type: "train_360" });
});

test("an item that no lever helps can be followed, and nothing is offered for it", () => {
  const answer = { sections: [section("A", 1.2)], year: 2027, years: [2027], trial: [{ ...year(0, 0.1), items: counties }] };
  const { nodes, focus } = driverGraph(answer, { levers: [training], assumptions }, limits, "item:G13");
  expect(focus).toBe("item:G13");
  expect(nodes.filter(({ column }) => column > 2)).toEqual([]);
});

test("schools below the standard of a stage that passes with them are told as its remainder, not as a failure", () => {
  const passing = { ...year(1, 0.1), stages: { primary: { ...stage(1, 0.1), verdict: "met" as const }, junior: stage(0, 0.1) } };
  const { nodes } = driverGraph({ sections: [], year: 2027, years: [2027], trial: [passing] }, { levers: [], assumptions }, limits, null);
  expect(nodes.find(({ id }) => id === "sections:primary:R5")?.driver).toMatchObject({ verdict: "remainder", failing: 1 });
});
