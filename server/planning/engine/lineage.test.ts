import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { lineageOf } from "./lineage";

const closing = (code: string, startYear: number, ...shares: readonly (readonly [string, number])[]) =>
  lever("close_school", {
    id: code,
    schoolCode: code,
    startYear,
    leadYears: 1,
    targets: shares.map(([schoolCode, share]) => ({ schoolCode, share })),
  });
const merged = (fromCode: string, year: number) => ({ year, event: "merged", fromCode });

describe("the lineage of schools that take others over", () => {
  it("is told oldest first, and of one year by code, whatever the order of the levers", () => {
    const levers = [closing("1004", 2029, ["1001", 1]), closing("1003", 2027, ["1001", 1]), closing("1002", 2027, ["1001", 1])];
    const told = [merged("1002", 2028), merged("1003", 2028), merged("1004", 2030)];
    expect(lineageOf(levers).get("1001")).toEqual(told);
    expect(lineageOf(levers.toReversed()).get("1001")).toEqual(told);
  });

  it("has nothing of a school of which it takes no share", () => {
    const found = lineageOf([closing("1004", 2027, ["1001", 1], ["1002", 0])]);
    expect([...found.keys()]).toEqual(["1001"]);
  });
});
