import { describe, expect, it } from "vitest";
import { formatFigure, sentenceValues } from "./figures";

describe("a figure of an official sentence", () => {
  it.each([
    ["retentionShare", 0.95455, "95.5%"],
    ["share", 1, "100.0%"],
    ["differenceRate", 0.1499, "0.1499"],
    ["chineseLevel", 3, "Ⅲ"],
    ["perPupilYuan", 6000.4, "6000"],
    ["schools", 12, "12"],
    ["trainingWan", 1.25, "1.3"],
    ["pupils", null, "—"],
  ])("is written as its name says: %s", (name, value, text) => {
    expect(formatFigure(name, value)).toBe(text);
  });

  it("fills a sentence together with its limits, which may bear the same name", () => {
    expect(sentenceValues({ overPrimary: 2, pupils: null }, { overPrimary: 2000 })).toEqual({
      overPrimary: "2",
      pupils: "—",
      overPrimaryLimit: "2000",
    });
  });
});
