import type { Lever } from "@server/planning/contract";
import { hire, lever } from "@test/cases/planning/county";
import { settings } from "@test/cases/planning/uncertain";
import { describe, expect, it } from "vitest";
import { effectYear } from "../../levers/lever";
import { drawnChoosers, endChooser, likelyChooser } from "./chooser";
import { drawnLevers } from "./drawn-levers";

const uncertainty = {
  costLow: 0.8,
  costLikely: 1,
  costHigh: 1.5,
  fulfilmentLow: 0.5,
  fulfilmentHigh: 1,
  delayYearsMin: 0,
  delayYearsLikely: 0,
  delayYearsMax: 2,
};
const firm = {
  costLow: 1,
  costLikely: 1,
  costHigh: 1,
  fulfilmentLow: 1,
  fulfilmentHigh: 1,
  delayYearsMin: 0,
  delayYearsLikely: 0,
  delayYearsMax: 0,
};
const opened = lever("open_school", { id: "new", code: "N001", uncertainty });
const hired = hire({ id: "staff", target: { mode: "school", schoolCode: "N001", stage: "primary" }, fulfilment: 0.8, uncertainty: firm });
const leased = lever("lease_venue", { id: "lease", schoolCode: "1001", endYear: 2028, areaM2: 400, uncertainty });
const drawn = (levers: readonly Lever[], chooser = likelyChooser) => drawnLevers(levers, settings())(chooser);
const byId = (found: ReturnType<typeof drawn>, id: string) => found.levers.find((bound) => bound.lever.id === id)?.lever;

describe("the levers of a draw", () => {
  it("are as stated where everything comes as likely, or where their ranges are not asked for", () => {
    const stated = drawn([opened, hired, leased]);
    expect(stated.levers.map((bound) => bound.lever)).toEqual([opened, hired, leased]);
    expect(stated.costFactors).toEqual([1, 1, 1]);
    const chooser = drawnChoosers(settings(), 1)(4);
    expect(drawnLevers([opened, hired], settings({ leverRanges: false }))(chooser).levers.map((bound) => bound.lever)).toEqual([
      opened,
      hired,
    ]);
  });

  it("wait for the planned school that they need", () => {
    const late = drawn([opened, hired], endChooser("delay", "high"));
    const years = ["new", "staff"].map((id) => {
      const found = byId(late, id);
      return found === undefined ? null : effectYear(found);
    });
    expect(years).toEqual([effectYear(opened) + 2, effectYear(opened) + 2]);
  });

  it("never come when they are delayed beyond their own end", () => {
    // In force 2027–2028; two years later is past it, and nothing of it is paid.
    const late = drawn([leased], endChooser("delay", "high"));
    expect([late.levers.length, late.costFactors.length]).toEqual([0, 0]);
  });

  it("reach as much as their range says: a share of the posts, a factor on other quantities", () => {
    const low = endChooser("fulfilment", "low");
    expect(byId(drawn([{ ...hired, uncertainty }], low), "staff")).toMatchObject({ fulfilment: 0.5 });
    expect(byId(drawn([leased], low), "lease")).toMatchObject({ areaM2: 200 });
    const trained = lever("train_backbone", { schoolCode: "", stage: "primary", endYear: 2030, fulfilment: 0.6, uncertainty });
    expect(byId(drawn([trained], low), "train_backbone")).toMatchObject({ fulfilment: 0.6 });
    expect(byId(drawn([trained], endChooser("training", "high")), "train_backbone")).toMatchObject({ fulfilment: 1 });
  });

  it("cost within their range", () => {
    expect(drawn([leased], endChooser("cost", "high")).costFactors).toEqual([1.5]);
    expect(drawn([leased], endChooser("cost", "low")).costFactors).toEqual([0.8]);
  });

  it("may be likely to cost more and to come later than stated, and never sooner than their least delay", () => {
    const slow = {
      ...leased,
      endYear: 2040,
      uncertainty: { ...uncertainty, costLikely: 1.2, delayYearsMin: 1, delayYearsLikely: 3, delayYearsMax: 4 },
    };
    const likely = drawn([slow]);
    expect([likely.costFactors, byId(likely, "lease")?.leadYears]).toEqual([[1.2], leased.leadYears + 3]);
    const delays = Array.from({ length: 300 }, (_, draw) => {
      const found = drawn([slow], drawnChoosers(settings(), 1)(draw));
      return (byId(found, "lease")?.leadYears ?? Number.NaN) - leased.leadYears;
    });
    const often = [1, 2, 3, 4].map((years) => delays.filter((delay) => delay === years).length);
    expect(often.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(often.indexOf(Math.max(...often))).toBe(2);
    expect(
      byId(drawn([{ ...slow, uncertainty: { ...slow.uncertainty, delayYearsMax: 1, delayYearsLikely: 1 } }]), "lease")?.leadYears,
    ).toBe(leased.leadYears + 1);
  });

  it("are drawn by their id alone", () => {
    const chooserOf = drawnChoosers(settings(), 1);
    const one = drawn([leased], chooserOf(7));
    const among = drawn([hired, opened, leased], chooserOf(7));
    expect(byId(among, "lease")).toEqual(byId(one, "lease"));
    expect(among.costFactors[among.levers.findIndex((bound) => bound.lever.id === "lease")]).toBe(one.costFactors[0]);
  });
});
