import { describe, expect, it } from "vitest";
import type { Dated } from "../rulesets/parameter";
import { quality2017 } from "../rulesets/quality-2017";
import { quality2019 } from "../rulesets/quality-2019";
import { inForce, lastDayOf } from "./rule-set";
import { rulesInForce } from "./rules-in-force";

const entry = <T>(value: T, validFrom: string, validTo: string | null): Dated<T> => ({
  value,
  source: { document: "-", article: "-" },
  certainty: "certain",
  validFrom,
  validTo,
});

describe("a dated value", () => {
  const series = [entry(1, "2017-04-19", "2021-08-31"), entry(2, "2021-09-01", null)] as const;

  it("is the one in force on the day, both ends included", () => {
    expect(inForce(series, "2021-08-31")).toBe(1);
    expect(inForce(series, "2021-09-01")).toBe(2);
    expect(inForce(series, "2030-01-01")).toBe(2);
  });

  it("is the first one for days before the document", () => {
    expect(inForce(series, "2015-09-01")).toBe(1);
  });

  it("ends where the run of equal values ends, not where one entry does", () => {
    const relief = [
      entry(true, "2019-01-01", "2020-12-31"),
      entry(true, "2021-01-01", "2022-12-31"),
      entry(false, "2023-01-01", null),
    ] as const;
    expect([lastDayOf(relief, "2019-09-01"), lastDayOf(relief, "2024-09-01"), lastDayOf(series, "2020-09-01")]).toEqual([
      "2022-12-31",
      null,
      "2021-08-31",
    ]);
  });
});

describe("the reliefs", () => {
  it("are off under the measure alone, and on and open-ended since the procedure", () => {
    expect([...rulesInForce(quality2017, "2025-09-01").reliefEnds.keys()]).not.toContain("relief.R3.on");
    expect([...rulesInForce(quality2019, "2018-12-31").reliefEnds.keys()]).not.toContain("relief.R3.on");
    expect(rulesInForce(quality2019, "2019-01-01").reliefEnds.get("relief.R3.on")).toBeNull();
  });
});

describe("the limits of a day", () => {
  const { primary, junior } = rulesInForce(quality2017, "2025-09-01").stages;

  it("are the seven standards of each stage", () => {
    expect(primary.indicators.map(({ standard }) => standard)).toEqual([4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3]);
    expect(junior.indicators.map(({ standard }) => standard)).toEqual([5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4]);
  });

  it("have floors without the noise of binary fractions", () => {
    expect(primary.indicators.map(({ floor }) => floor)).toEqual([3.57, 0.85, 0.765, 3.825, 6.375, 1700, 1.955]);
    expect(junior.indicators.map(({ floor }) => floor)).toEqual([4.505, 0.85, 0.765, 4.93, 8.67, 2125, 2.04]);
  });

  it("reach to half a unit of the last shown decimal when rounding comes first", () => {
    expect(primary.indicators[0]?.other.standard.value).toBe(4.195);
    expect(primary.indicators[0]?.other.floor.value).toBe(3.565);
    expect(junior.indicators[0]?.other.floor.value).toBe(4.505);
    expect([primary.cvOther.value, primary.cvOther.open]).toEqual([0.5005, true]);
    expect([junior.cvOther.value, junior.cvDeciding.value]).toEqual([0.4505, 0.45]);
  });
});
