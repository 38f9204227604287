import { smallCounty } from "@db/seeds/small-county";
import { ruleSetById } from "@server/compliance";
import type { CountyAssessment } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { wholeOf } from "@server/compliance/whole-contract";
import type { CountyDataset } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { itemGapsOf } from "../compliance/item-gaps";
import { changesOf } from "./changes";

const ruleSet = ruleSetById("quality-2017");
if (ruleSet === undefined) throw new Error("the rule set is missing");

const county = smallCounty();
const judged = (dataset: CountyDataset): CountyAssessment => judgeCounty(columnsOfDataset(dataset), ruleSet);
const now = judged(county);
const passing = now.stages.primary.sections.find(({ verdict, mixedStage }) => verdict === "met" && !mixedStage);
if (passing === undefined) throw new Error("no primary school passes");
const emptiedCounty: CountyDataset = {
  ...county,
  schools: county.schools.map((school) =>
    school.code === passing.schoolCode
      ? { ...school, facilities: { ...school.facilities, equipmentValueWan: 0, multimediaRooms: 0 } }
      : school,
  ),
};

describe("what has changed since the year before", () => {
  it("is nothing where both years are judged alike", () => {
    expect(changesOf(now, now)).toEqual([]);
  });

  it("names a school whose verdict differs, from what to what, and what got worse first", () => {
    const emptied = judged(emptiedCounty);
    const changes = changesOf(now, emptied);
    expect(changes).toContainEqual({
      key: passing.id,
      kind: "section",
      schoolName: passing.schoolName,
      stage: "primary",
      before: "met",
      now: "not_met",
    });
    const ranks = changes.map(({ now: is }) => ["not_met", "not_evaluable", "met"].indexOf(is));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(
      changesOf(emptied, now)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(changes.map(({ key }) => key).sort());
  });

  it("leaves out a school that is in one year only", () => {
    const fewer = judged({ ...county, schools: county.schools.slice(1) });
    const gone = county.schools[0]?.code ?? "";
    expect(changesOf(fewer, now).filter(({ key }) => key.startsWith(`${gone}:`))).toEqual([]);
  });
});

describe("a county as a whole", () => {
  it("counts sections, coefficients and items together, and what is open beside it", () => {
    const items = Object.values(now.items ?? {});
    expect(wholeOf(now)).toEqual({
      verdict: "not_met",
      failing: now.failing + items.filter(({ verdict }) => verdict === "not_met").length,
      open: now.notEvaluable + items.filter(({ verdict }) => verdict === "not_evaluable").length,
    });
    expect(wholeOf({ ...now, items: null, overall: null })).toEqual({
      verdict: now.verdict === "met" ? "not_evaluable" : now.verdict,
      failing: now.failing,
      open: now.notEvaluable + 25,
    });
  });
});

describe("the items that are not met", () => {
  it("are all listed, those that fail first, with a distance only where it is a ratio", () => {
    const gaps = itemGapsOf(now);
    const unmet = Object.values(now.items ?? {}).filter(({ verdict }) => verdict !== "met");
    expect(gaps.map(({ item }) => item).sort()).toEqual(unmet.map(({ id }) => id).sort());
    const firstOpen = gaps.findIndex(({ verdict }) => verdict === "not_evaluable");
    if (firstOpen >= 0) expect(gaps.slice(firstOpen).every(({ verdict }) => verdict === "not_evaluable")).toBe(true);
    for (const { distance, figure, verdict } of gaps) {
      if (distance === null) continue;
      expect(verdict).toBe("not_met");
      expect(figure?.name).toMatch(/share$/iu);
    }
  });
});
