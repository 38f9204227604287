import type { CountyColumns } from "@server/compliance/engine/index";
import type { Assumptions, Lever } from "@server/planning/contract";
import { checkLevers } from "@server/planning/engine/index";
import { describe, expect, it } from "vitest";
import { columnsByYear, county, lever, run, scenario, school } from "./county";
import { closing, entrantsOf, givenCounty, type Lists, opening, transfer } from "./given";

const primary = ({ pupils }: CountyColumns) => pupils.primary;

const complaints = (assumptions: Lists, levers: readonly Lever[] = [], horizonYears = 3) =>
  checkLevers(givenCounty, scenario({ horizonYears, assumptions, levers })).map(({ path, message, params }) => [
    path.replace("assumptions.", ""),
    message.replace("planning.issues.", ""),
    params,
  ]);
const notices = (assumptions: Lists, levers: readonly Lever[] = [], horizonYears = 3) =>
  run(givenCounty, scenario({ horizonYears, assumptions, levers }))
    .notices.filter(({ key }) => key !== "progressionBorrowed")
    .map(({ key, year, params }) => [key, year, params]);

describe("what is entered school by school is refused", () => {
  it.each<[string, Lists, readonly Lever[], readonly unknown[]]>([
    [
      "for a school that is not in the data",
      { entrantNumbers: [entrantsOf("7777", 2027, 5)], progressionRatios: [{ schoolCode: "8888", grade: 1, ratio: 1 }] },
      [],
      [
        ["entrantNumbers.0.schoolCode", "unknownSchool", { schoolCode: "7777" }],
        ["progressionRatios.0.schoolCode", "unknownSchool", { schoolCode: "8888" }],
      ],
    ],
    [
      "for a grade that the school does not teach",
      {
        entrantNumbers: [entrantsOf("2001", 2027, 5), entrantsOf("4001", 2027, 5)],
        progressionRatios: [
          { schoolCode: "2001", grade: 5, ratio: 1 },
          { schoolCode: "1001", grade: 7, ratio: 1 },
        ],
        netTransfers: [
          transfer("1001", 7, 2027, 1),
          transfer("2001", 6, 2027, 1),
          transfer("1001", 6, 2027, 1),
          transfer("2001", 7, 2027, 1),
        ],
      },
      [],
      [
        ["entrantNumbers.0.grade", "gradeNotTaught", { schoolName: "学校2001", grade: 1 }],
        ["entrantNumbers.1.grade", "gradeNotTaught", { schoolName: "学校4001", grade: 1 }],
        ["progressionRatios.0.grade", "gradeNotTaught", { schoolName: "学校2001", grade: 5 }],
        ["progressionRatios.1.grade", "gradeNotTaught", { schoolName: "学校1001", grade: 7 }],
        ["netTransfers.0.grade", "gradeNotTaught", { schoolName: "学校1001", grade: 7 }],
        ["netTransfers.1.grade", "gradeNotTaught", { schoolName: "学校2001", grade: 6 }],
      ],
    ],
    [
      "for a year that is not projected",
      {
        entrantNumbers: [entrantsOf("1001", 2026, 5), entrantsOf("1001", 2029, 5)],
        netTransfers: [transfer("1001", 1, 2030, 1), transfer("1001", 1, 2027, 1)],
      },
      [],
      [
        ["entrantNumbers.0.year", "yearNotProjected", { year: 2026, firstYear: 2027, lastYear: 2029 }],
        ["netTransfers.0.year", "yearNotProjected", { year: 2030, firstYear: 2027, lastYear: 2029 }],
      ],
    ],
    [
      "twice for one place",
      {
        entrantNumbers: [entrantsOf("1001", 2027, 5), entrantsOf("1001", 2028, 5), entrantsOf("1001", 2027, 6)],
        progressionRatios: [
          { schoolCode: "1001", grade: 2, ratio: 1 },
          { schoolCode: "", grade: 2, ratio: 1 },
          { schoolCode: "1001", grade: 2, ratio: 1 },
          { schoolCode: "", grade: 2, ratio: 1 },
          { schoolCode: "", grade: 3, ratio: 1 },
        ],
        netTransfers: [transfer("1001", 2, 2027, 1), transfer("1001", 3, 2027, 1), transfer("1001", 2, 2027, 1)],
      },
      [],
      [
        ["entrantNumbers.2", "entrantNumberTwice", { schoolName: "学校1001", year: 2027 }],
        ["progressionRatios.2", "ratioTwice", { schoolName: "学校1001", grade: 2 }],
        ["progressionRatios.3", "countyRatioTwice", { grade: 2 }],
        ["netTransfers.2", "transferTwice", { schoolName: "学校1001", grade: 2, year: 2027 }],
      ],
    ],
    [
      "from the year in which the school closes",
      {
        entrantNumbers: [entrantsOf("1001", 2027, 5), entrantsOf("1001", 2028, 5)],
        netTransfers: [transfer("1001", 2, 2029, 1), transfer("1001", 2, 2027, 1)],
        progressionRatios: [{ schoolCode: "1001", grade: 2, ratio: 1 }],
      },
      [closing],
      [
        ["entrantNumbers.1.year", "schoolClosed", { schoolName: "学校1001", year: 2028 }],
        ["netTransfers.0.year", "schoolClosed", { schoolName: "学校1001", year: 2028 }],
      ],
    ],
    [
      "before the school opens",
      { entrantNumbers: [entrantsOf("N001", 2027, 5), entrantsOf("N001", 2028, 5)], netTransfers: [transfer("N001", 2, 2027, 3)] },
      [opening],
      [
        ["entrantNumbers.0.year", "schoolNotOpenYet", { schoolName: "规划新校", year: 2028 }],
        ["netTransfers.0.year", "schoolNotOpenYet", { schoolName: "规划新校", year: 2028 }],
      ],
    ],
    [
      "where a second entry for an unknown school is told once",
      { entrantNumbers: [entrantsOf("x", 2027, 1), entrantsOf("x", 2027, 1)] },
      [],
      [
        ["entrantNumbers.0.schoolCode", "unknownSchool", { schoolCode: "x" }],
        ["entrantNumbers.1", "entrantNumberTwice", { schoolName: "x", year: 2027 }],
      ],
    ],
  ])("%s", (_, assumptions, levers, expected) => {
    expect(complaints(assumptions, levers)).toEqual(expected);
  });

  it("where schools have more entrants than the county, by year and with both figures", () => {
    const entrants: Assumptions["entrants"] = { mode: "trend", annualChange: -1 / 3 };
    const lists = { entrants, entrantNumbers: [entrantsOf("1001", 2027, 40), entrantsOf("1001", 2028, 22)] };
    expect(complaints(lists)).toEqual([["entrantNumbers", "entrantsBeyondCounty", { year: 2027, given: 40, county: 33.33 }]]);
    // All of the county's is not too many.
    expect(complaints({ entrantNumbers: [entrantsOf("1001", 2027, 50)] })).toEqual([]);
  });

  it("where more are to leave a grade than will be there, also because of a lever or of others who left it", () => {
    expect(
      complaints({ netTransfers: [transfer("1001", 2, 2027, -12.5), transfer("1001", 2, 2028, -10), transfer("1001", 3, 2028, -1)] }),
    ).toEqual([
      [
        "netTransfers.0.pupils",
        "transferBeyondPupils",
        { schoolCode: "1001", schoolName: "学校1001", grade: 2, year: 2027, asked: 12.5, present: 10 },
      ],
      [
        "netTransfers.2.pupils",
        "transferBeyondPupils",
        { schoolCode: "1001", schoolName: "学校1001", grade: 3, year: 2028, asked: 1, present: 0 },
      ],
    ]);
    const zone = lever("rezone", { fromCode: "1001", toCode: "1002", stage: "primary", scope: "all_pupils", share: 0.5 });
    const leaving = { netTransfers: [transfer("1001", 3, 2027, -8)] };
    expect(complaints(leaving)).toEqual([]);
    expect(complaints(leaving, [zone]).map(([path]) => path)).toEqual(["netTransfers.0.pupils"]);
  });
});

describe("a projection that was not checked", () => {
  it("gives the others nobody where schools have more entrants than the county, and says so", () => {
    const assumptions = { entrantNumbers: [entrantsOf("1001", 2028, 60)] };
    expect(notices(assumptions)).toEqual([["entrantsBeyondCounty", 2028, { given: 60, county: 50 }]]);
    const { cell } = columnsByYear(givenCounty, scenario({ horizonYears: 2, assumptions }));
    expect(["1001", "1002"].map((code) => cell(2028, code, primary))).toEqual([110, 200]);
  });

  it("says when every school has its number and together they are not the county's, which then gives way", () => {
    const all = (first: number) => ({ entrantNumbers: [entrantsOf("1001", 2027, first), entrantsOf("1002", 2027, 30)] });
    expect(notices(all(10))).toEqual([["entrantsAllGiven", 2027, { given: 40, county: 50 }]]);
    expect(notices(all(40))).toEqual([["entrantsAllGiven", 2027, { given: 70, county: 50 }]]);
    expect(notices(all(20))).toEqual([]);
    expect(complaints(all(40))).toEqual([]);
  });

  it("lets all leave a grade of which more are to leave, and says so", () => {
    expect(notices({ netTransfers: [transfer("1002", 4, 2028, -41)] })).toEqual([
      ["transferBeyondPupils", 2028, { schoolCode: "1002", grade: 4, asked: 41, present: 40 }],
    ]);
  });

  it("says that an intake that is not known cannot be shared beside numbers, and passes over a school that is closed", () => {
    const gap = county([
      school({ code: "1001", primary: [null, 10, 10, 10, 10, 10] }),
      school({ code: "1002", primary: [40, 40, 40, 40, 40, 40] }),
    ]);
    const keys = (assumptions: Lists) => run(gap, scenario({ assumptions })).notices.map(({ key }) => key);
    expect(keys({ entrantNumbers: [entrantsOf("1002", 2027, 5)] })).toContain("entrantsShareUnknown");
    expect(keys({})).not.toContain("entrantsShareUnknown");
    const closed = columnsByYear(
      givenCounty,
      scenario({
        horizonYears: 2,
        assumptions: { entrantNumbers: [entrantsOf("1001", 2028, 5)], netTransfers: [transfer("1001", 2, 2028, 5)] },
        levers: [closing],
      }),
    );
    expect(["1001", "1002"].map((code) => closed.cell(2028, code, primary))).toEqual([0, 300]);
  });
});
