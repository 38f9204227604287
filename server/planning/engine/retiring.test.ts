import { steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { retirementRates } from "./retirement";
import { retiringAt, retiringOf } from "./retiring";

const rows = new Map([
  ["1001", 0],
  ["1002", 1],
  ["1003", 2],
]);
const old = { schoolCode: "1002", teachers: [0, 0, 0, 0, 0, 0, 0, 10, 0], womenShare: 0 } satisfies (typeof steady)["schoolAges"][number];
const assumptions = { ...steady, retirement: "by_age" as const };

describe("who retires at which school", () => {
  it("is told by the county's ages, and of a school by its own", () => {
    const years = retiringOf({ ...assumptions, schoolAges: [old, { ...old, womenShare: 1 }] }, rows, 2026, 4);
    const own = retirementRates({ ...assumptions, ageShares: old.teachers, womenShare: 0 }, 2026, 4);
    const county = retirementRates(assumptions, 2026, 4);
    expect(years.map((year) => [0, 1, 2].map((row) => retiringAt(year, row)))).toEqual(
      own.map((rate, index) => [county[index], rate, county[index]]),
    );
    expect(own[0]).toBeGreaterThan(0);
  });

  it("is the same everywhere where no school of the county has ages, and nobody where retirements are within the attrition", () => {
    const elsewhere = retiringOf({ ...assumptions, schoolAges: [{ ...old, schoolCode: "7777" }] }, rows, 2026, 2);
    expect(elsewhere.map(({ byRow }) => byRow)).toEqual([null, null]);
    const none = retiringOf({ ...assumptions, retirement: "none", schoolAges: [old] }, rows, 2026, 2);
    expect(none.map((year) => retiringAt(year, 1))).toEqual([0, 0]);
  });
});
