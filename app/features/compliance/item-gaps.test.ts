import { smallCounty } from "@db/seeds/small-county";
import { ruleSetById } from "@server/compliance";
import type { CountyAssessment } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import type { ItemId } from "@server/compliance/items-contract";
import { expect, test } from "vitest";
import { itemGapsOf } from "./item-gaps";

const ruleSet = ruleSetById("quality-2017");
if (ruleSet === undefined) throw new Error("the rule set is missing");
const judged = judgeCounty(columnsOfDataset(smallCounty()), ruleSet);

/** The line of an item that fails with these figures. */
const gapOf = (item: ItemId, found: Partial<NonNullable<CountyAssessment["items"]>[ItemId]>) => {
  const { items } = judged;
  if (items === null) throw new Error("the rule set has no items");
  const failed = { ...items, [item]: { ...items[item], verdict: "not_met" as const, ...found } };
  return itemGapsOf({ ...judged, items: failed }).find((gap) => gap.item === item);
};

test("classes over the cap are held against none, not against the cap itself", () => {
  const gap = gapOf("G5", { figures: { overPrimary: 69, overJunior: 42, overUnsplit: 0 }, limits: { overPrimary: 45, overJunior: 50 } });
  expect(gap).toMatchObject({ figure: { name: "overClasses", value: 111, limit: 0 }, distance: null });
});

test("a count that could not be made is not read as zero", () => {
  expect(gapOf("G4", { figures: { overPrimary: null, overJunior: 1 }, limits: { overPrimary: 2000 } })?.figure).toMatchObject({
    name: "overSchools",
    value: null,
  });
});

test("pupils of small schools are not held against the number that they are paid for", () => {
  expect(gapOf("G6", { figures: { pupils: 476 }, limits: { pupils: 100 } })?.figure).toBeNull();
});

test("a share keeps its limit and its distance", () => {
  const gap = gapOf("G11", { figures: { rotatedShare: 0.08 }, limits: { rotatedShare: 0.1 } });
  expect(gap).toMatchObject({ figure: { value: 0.08, limit: 0.1 } });
  expect(gap?.distance).toBeCloseTo(0.2);
});
