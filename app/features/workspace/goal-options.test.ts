import { smallCounty } from "@db/seeds/small-county";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { project, seekGoal } from "@server/planning/engine/index";
import { build, scenario } from "@test/cases/planning/county";
import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { goalOptions } from "./goal-options";
import { answerOf } from "./simulation-view";

const county = smallCounty();
const startYear = county.county.statisticsYear;
const year = startYear + 2;
const [school] = county.schools;
if (school === undefined) throw new Error("no school");
const lever = build({ startYear, schoolCode: school.code });
const document = scenario({ horizonYears: 3, levers: [lever] });
const answer = answerOf(project(county, document, quality2017), year, null);
const t = ((key: string) => key) as unknown as TFunction;
const options = goalOptions(t, lever, answer, (code) => code);

describe("what a lever may be asked to reach", () => {
  it("is the county, the lever's own schools, and what fails in the year without levers", () => {
    const before = answer.baseline.find((one) => one.year === year);
    const goals = options.map(({ goal }) => goal);
    expect(goals.slice(0, 2)).toEqual([
      { kind: "county", part: "resource" },
      { kind: "county", part: "overall" },
    ]);
    const sections = goals.flatMap((goal) => (goal.kind === "section" ? [goal.sectionId] : []));
    expect(sections).toEqual(answer.sections.filter(({ schoolCode }) => schoolCode === school.code).map(({ id }) => id));
    const items = goals.flatMap((goal) => (goal.kind === "item" ? [goal.item] : []));
    expect(items).toEqual(Object.entries(before?.items ?? {}).flatMap(([item, verdict]) => (verdict === "not_met" ? [item] : [])));
    const failing = Object.values(before?.stages ?? {}).flatMap(({ cvVerdict }) =>
      Object.values(cvVerdict).filter((one) => one === "not_met"),
    );
    expect(goals.filter(({ kind }) => kind === "balance")).toHaveLength(failing.length);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  });

  it("can all be sought by the lever's figure and its start", () => {
    for (const { goal } of options) {
      for (const [field, seek] of [
        ["rooms", "least"],
        ["startYear", "greatest"],
      ] as const) {
        const request = { leverId: lever.id, field, year, goal, low: 1, high: field === "rooms" ? 3 : year, seek };
        expect(seekGoal(county, document, quality2017, request)?.request).toEqual(request);
      }
    }
  });
});
