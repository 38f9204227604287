import { county } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { quality2017 } from "../rulesets/quality-2017";
import { columnsOfDataset } from "./columns";
import { judgeCounty } from "./judge";

const sportsOf = (primary: number, junior: number, area: number) =>
  judgeCounty(
    columnsOfDataset(county([{ code: "A001", type: "nine_year", primary, junior, facilities: { sportsFieldAreaM2: area, gymAreaM2: 0 } }])),
    quality2017,
  ).stages.primary.sections[0]?.indicators.R5;

describe("a value near a line", () => {
  it("is the standard itself when it lies on it, although doubles fall short", () => {
    for (let pupils = 30; pupils < 400; pupils += 7) {
      const onStandard = sportsOf(pupils, pupils * 10, Math.round(7.5 * pupils * 12 * 100) / 100);
      expect([onStandard?.value, onStandard?.state, onStandard?.shortfall]).toEqual([7.5, "met", 0]);
    }
  });

  it("is the decimal itself on a tie of the second decimal, so that it is shown rounded up", () => {
    expect((888.93 * 60 * 1) / (60 + 1.1 * 60) / 60).toBeLessThan(7.055);
    expect(sportsOf(60, 60, 888.93)?.value).toBe(7.055);
    expect(sportsOf(60, 60, 906.57)?.value).toBe(7.195);
  });
});
