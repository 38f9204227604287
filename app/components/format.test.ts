import { describe, expect, it } from "vitest";
import {
  formatChange,
  formatCount,
  formatCv,
  formatDate,
  formatDateTime,
  formatExact,
  formatMoneyWan,
  formatPercent,
  formatPopulationWan,
  formatValue,
  roundHalfUp,
  tellingDecimals,
} from "./format";

const thin = "\u202f";

describe("numbers", () => {
  it("round half up on the decimal a reader sees, not on its binary neighbour", () => {
    expect([roundHalfUp(1.005, 2), roundHalfUp(4.495, 2), roundHalfUp(-1.005, 2), roundHalfUp(0.2885, 3)]).toEqual([
      1.01, 4.5, -1.01, 0.289,
    ]);
    expect(formatValue(4.4951)).toBe("4.50");
  });
  it("keep two decimals for values, three for coefficients, one for money and percentages, none for counts", () => {
    expect([formatValue(4.5), formatCv(0.544), formatMoneyWan(0), formatPercent(0.874), formatCount(1968)]).toEqual([
      "4.50",
      "0.544",
      "0.0",
      "87.4%",
      "1968",
    ]);
  });
  it("are grouped by a thin space from five integer digits on, never by commas", () => {
    expect([formatCount(9999), formatCount(13883), formatMoneyWan(1234567.84)]).toEqual([
      "9999",
      `13${thin}883`,
      `1${thin}234${thin}567.8`,
    ]);
  });
  it("take more decimals where they would read as nothing and are not", () => {
    const digits = [0, 0.04, 0.05, -0.0004, 12.04, 0.000001, 0.0000001].map((value) => tellingDecimals(value, 1));
    expect(digits).toEqual([1, 2, 1, 4, 1, 6, 1]);
  });
  it("carry a true minus and a sign where they are changes", () => {
    expect([formatChange(-0.084, 3), formatChange(2), formatChange(0), formatChange(-0.0004, 3)]).toEqual(["−0.084", "+2", "0", "0.000"]);
  });
  it("show a missing figure as a dash, and zero as zero", () => {
    expect([formatValue(null), formatPercent(undefined), formatChange(null), formatValue(Number.NaN), formatExact(null)]).toEqual(
      Array(5).fill("—"),
    );
    expect(formatCount(0)).toBe("0");
  });
  it("do not gain digits when a share becomes a percentage", () => {
    expect([formatPercent(0.285), formatPercent(0.1), formatPercent(1), formatPercent(0.58, 0)]).toEqual([
      "28.5%",
      "10.0%",
      "100.0%",
      "58%",
    ]);
  });
  it("keep every digit where the unrounded figure is asked for", () => {
    expect([formatExact(0.7588532883642496), formatExact(-12345.5)]).toEqual(["0.7588532883642496", `−12${thin}345.5`]);
  });
  it("write population in units of ten thousand", () => {
    expect(formatPopulationWan(138_830)).toBe("13.88");
  });
  it("survive figures written with an exponent", () => {
    expect([formatValue(1e-7), formatValue(-1e-9), formatPercent(1e-9)]).toEqual(["0.00", "0.00", "0.0%"]);
  });
});

describe("dates", () => {
  it("are written in China time whatever the zone of the machine", () => {
    expect(formatDate("2026-11-20T16:30:00Z")).toBe("2026-11-21");
    expect(formatDateTime("2026-11-20T08:40:00Z")).toBe("2026-11-20 16:40");
  });
  it("show a dash for no date or a broken one", () => {
    expect([formatDate(null), formatDateTime("yesterday")]).toEqual(["—", "—"]);
  });
});
