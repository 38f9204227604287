import { type Assumptions, assumptionsSchema } from "@server/planning/contract";
import { steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { assumptionLists, schoolWords } from "./assumption-lines";

const words = schoolWords([
  { code: "1001", name: "城关第一小学" },
  { code: "1002", name: "城关中学（北区）" },
  { code: "1003", name: "双名小学" },
  { code: "1004", name: "双名小学" },
  { code: "1005", name: "Second School" },
  { code: "1006", name: "1001" },
]);
const { entrantNumbers, feederShares, netTransfers, progressionRatios, schoolAges, zoneShares } = assumptionLists;
const accepted = (list: keyof typeof assumptionLists, read: unknown): boolean =>
  assumptionsSchema.safeParse({ ...steady, [list]: read }).success;

describe("lists of the assumptions, an entry a line", () => {
  it("name a school by code or name, with digits, signs and marks of either width", () => {
    const text = "1001 2027 35\n城关中学(北区)：２０２８，３６．５\n\nsecond 2027 1; Second School　2029　4";
    expect(entrantNumbers.read(text, words, "全县")).toEqual([
      { schoolCode: "1001", year: 2027, entrants: 35 },
      { schoolCode: "1002", year: 2028, entrants: 36.5 },
      { schoolCode: "second", year: 2027, entrants: 1 },
      { schoolCode: "1005", year: 2029, entrants: 4 },
    ]);
    expect(netTransfers.read("城关第一小学 4 2027 −5\n1002 ８ 2028 ＋2\n1002 9 2028 -0.5", words, "全县")).toEqual([
      { schoolCode: "1001", grade: 4, year: 2027, pupils: -5 },
      { schoolCode: "1002", grade: 8, year: 2028, pupils: 2 },
      { schoolCode: "1002", grade: 9, year: 2028, pupils: -0.5 },
    ]);
    expect(zoneShares.read("城关第一小学 30%\n1002 12.5", words, "全县")).toEqual([
      { schoolCode: "1001", share: 0.3 },
      { schoolCode: "1002", share: 0.125 },
    ]);
    expect(feederShares.read("城关第一小学 城关中学（北区） 60\n1001 Second School 40", words, "全县")).toEqual([
      { fromCode: "1001", toCode: "1002", share: 0.6 },
      { fromCode: "1001", toCode: "1005", share: 0.4 },
    ]);
  });

  it("take the ages of a school's teachers as a row of the statistics is pasted", () => {
    expect(schoolAges.read("城关第一小学\t2\t5\t6\t6\t5\t5\t4\t3\t０\t65.5%", words, "全县")).toEqual([
      { schoolCode: "1001", teachers: [2, 5, 6, 6, 5, 5, 4, 3, 0], womenShare: 0.655 },
    ]);
  });

  it("call all schools of the county by the word of the form, and only by it", () => {
    const expected = { schoolCode: "", grade: 3, ratio: 0.985 };
    expect(progressionRatios.read("全县 3 98.5%", words, "全县")).toEqual([expected]);
    expect(progressionRatios.read("County：3：98.5", words, "county")).toEqual([expected]);
    expect(progressionRatios.read("全县 3 98.5", words, "county")).toEqual([{ ...expected, schoolCode: "全县" }]);
    expect(progressionRatios.read("城关第一小学 3 98.5", words, "全县")).toEqual([{ ...expected, schoolCode: "1001" }]);
    expect(accepted("progressionRatios", progressionRatios.read("3 98.5", words, ""))).toBe(false);
  });

  it.each<[keyof typeof assumptionLists, string]>([
    ["entrantNumbers", "2027 35"],
    ["entrantNumbers", "1001 2027 many"],
    ["entrantNumbers", "1001 35"],
    ["netTransfers", "1001 4 2027"],
    ["netTransfers", "1001 10 2027 3"],
    ["progressionRatios", "1001 6 98"],
    ["progressionRatios", "1001 98"],
    ["zoneShares", "30"],
    ["feederShares", "1001 40"],
    ["schoolAges", "1001 2 5 6 6 5 5 4 3 65"],
    ["schoolAges", "1001 2 5 6 6 5 5 4 3 -1 65"],
    ["schoolAges", "1001 2 5 6 6 5 5 4 3 1 650"],
  ])("are refused where a line cannot be read: %s, %s", (name, text) => {
    expect(accepted(name, assumptionLists[name].read(text, words, "全县"))).toBe(false);
  });

  it("leave a name that two schools have as it stands, and read a code as a code whatever a school is called", () => {
    expect(entrantNumbers.read("双名小学 2027 1\n1001 2027 2\n1003 2027 3", words, "全县")).toEqual([
      { schoolCode: "双名小学", year: 2027, entrants: 1 },
      { schoolCode: "1001", year: 2027, entrants: 2 },
      { schoolCode: "1003", year: 2027, entrants: 3 },
    ]);
  });

  it("read as what was written, by names where they are plain", () => {
    const codes = ["1001", "1002", "1003", "1005", "1006", "7777"];
    const written: Pick<Assumptions, keyof typeof assumptionLists> = {
      entrantNumbers: codes.map((schoolCode) => ({ schoolCode, year: 2027, entrants: 12.5 })),
      netTransfers: codes.map((schoolCode) => ({ schoolCode, grade: 3, year: 2027, pupils: -1.5 })),
      progressionRatios: ["", ...codes].map((schoolCode) => ({ schoolCode, grade: 7 as const, ratio: 0.985 })),
      zoneShares: codes.map((schoolCode) => ({ schoolCode, share: 0.125 })),
      feederShares: codes.map((fromCode) => ({ fromCode, toCode: "1005", share: 0.1 })),
      schoolAges: codes.map((schoolCode) => ({ schoolCode, teachers: [2, 5, 6, 6, 5, 5, 4, 3, 0], womenShare: 0.655 })),
    };
    expect(entrantNumbers.write(written.entrantNumbers, words, "全县").split("\n")).toEqual([
      "城关第一小学 2027 12.5",
      "城关中学（北区） 2027 12.5",
      "1003 2027 12.5",
      "Second School 2027 12.5",
      "1006 2027 12.5",
      "7777 2027 12.5",
    ]);
    expect(progressionRatios.write(written.progressionRatios, words, "county").split("\n")[0]).toBe("county 7 98.5");
    for (const county of ["全县", "county"]) {
      expect(entrantNumbers.read(entrantNumbers.write(written.entrantNumbers, words, county), words, county)).toEqual(
        written.entrantNumbers,
      );
      expect(netTransfers.read(netTransfers.write(written.netTransfers, words, county), words, county)).toEqual(written.netTransfers);
      expect(progressionRatios.read(progressionRatios.write(written.progressionRatios, words, county), words, county)).toEqual(
        written.progressionRatios,
      );
      expect(zoneShares.read(zoneShares.write(written.zoneShares, words, county), words, county)).toEqual(written.zoneShares);
      expect(feederShares.read(feederShares.write(written.feederShares, words, county), words, county)).toEqual(written.feederShares);
      expect(schoolAges.read(schoolAges.write(written.schoolAges, words, county), words, county)).toEqual(written.schoolAges);
    }
  });
});
