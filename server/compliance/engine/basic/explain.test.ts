import { basicCounty, basicSchool, judged, pairWith, rulesWith } from "@test/cases/compliance/basic/build";
import { describe, expect, it } from "vitest";
import type { BasicExplainQuery } from "../../basic-contract";
import { columnsOfDataset } from "../columns";
import { explainBasic } from "./explain";
import { columnOf, pathOf } from "./figures";
import { judgeBasic } from "./judge";

const cvs = [0.1, 0.3, 0, 0.2, 0, 0, 0, 0];
const ask = (stage: "primary" | "junior", indicator: BasicExplainQuery["indicator"], wanted = cvs) =>
  explainBasic(columnsOfDataset(basicCounty({ schools: [...pairWith("primary", wanted), ...pairWith("junior", [])] })), rulesWith(), {
    stage,
    indicator,
  });

describe("why a coefficient of basic balance is what it is", () => {
  it("shows the mean in the unit of the indicator, and mean times coefficient as the deviation", () => {
    // B4 computers, per 100 pupils: 20 on average, 24 and 16 at the two schools.
    const values = ask("primary", "B4")?.formula.values;
    expect(values).toMatchObject({ sections: 2, pupils: 2000, scale: 100, mean: 20 });
    expect(values?.value).toBeCloseTo(0.2, 12);
    expect(values?.deviation).toBeCloseTo(4, 12);
  });

  it("ranks the schools by their share in the variance, above the mean as positive", () => {
    const base = basicCounty({ schools: pairWith("primary", []) });
    const more = basicSchool({ code: "P003", primary: 1000, eight: [12_000, 9000, 3e6, 200, 30_000, 80, 75, 50] });
    const answer = explainBasic(columnsOfDataset({ ...base, schools: [...base.schools, more] }), rulesWith(), {
      stage: "primary",
      indicator: "B1",
    });
    // 6, 6 and 12 m² a pupil, mean 8: deviations −2, −2 and 4, squares 4 : 4 : 16.
    const rows = answer?.contributors.map(({ sectionId, value, deviation, share }) => [sectionId, value, deviation, share]) ?? [];
    expect(rows.map(([id]) => id)).toEqual(["P003:primary", "P001:primary", "P002:primary"]);
    const expected = [
      [12, 4, 16 / 24],
      [6, -2, -4 / 24],
      [6, -2, -4 / 24],
    ];
    rows.forEach(([, ...figures], row) => {
      figures.forEach((figure, column) => {
        expect(figure).toBeCloseTo(expected[row]?.[column] ?? Number.NaN, 12);
      });
    });
  });

  it("gives no share to schools that are all alike, and has no causes where a school is missing", () => {
    expect(ask("primary", "B3")?.contributors.map(({ share }) => share)).toEqual([0, 0]);
    const schools = [
      { code: "P001", primary: 500 },
      { code: "P002", primary: 500, eight: [null, 1, 1, 1, 1, 1, 1, 1] as const },
    ];
    const answer = explainBasic(columnsOfDataset(basicCounty({ schools })), rulesWith(), { stage: "primary", indicator: "B1" });
    expect(answer?.contributors).toEqual([]);
    expect(answer?.formula.values).toMatchObject({ value: null, deviation: null, sections: 2 });
  });

  it("ranks the eight coefficients behind a composite, with their shares of the sum", () => {
    const answer = ask("primary", "composite");
    expect(answer?.formula.values.value).toBeCloseTo(0.6 / 8, 12);
    expect(answer?.drivers.slice(0, 4).map(({ indicator }) => indicator)).toEqual(["B2", "B4", "B1", "B3"]);
    expect(answer?.drivers[0]?.share).toBeCloseTo(0.5, 12);
    expect(answer?.contributors).toEqual([]);
  });
});

describe("figures by the names that rules use", () => {
  const columns = columnsOfDataset(basicCounty({ schools: [...pairWith("primary", []), ...pairWith("junior", [])] }));

  it.each([
    ["pupils", "primary", "pupils.primaryByGrade"],
    ["pupils", "junior", "pupils.juniorByGrade"],
    ["classes", "junior", "classes.juniorByGrade"],
    ["classesOver45", "primary", "classSizes.primary"],
    ["classesOver50", "junior", "classSizes.junior"],
    ["classesOver55", "junior", "classSizes.junior"],
    ["teachers.midTitle", "primary", "basic.midTitlePrimary"],
    ["teachers.midTitle", "junior", "basic.midTitleJunior"],
    ["teachers.fullTime", "primary", "teachers.primary.fullTime"],
    ["facilities.teachingAreaM2", "junior", "facilities.teachingAreaM2"],
    ["basic.books", "primary", "basic.books"],
  ] as const)("%s of the %s stage rests on %s", (figure, stage, path) => {
    expect(pathOf(figure, stage)).toBe(path);
  });

  it("read the column of their own stage", () => {
    const { further } = columns;
    expect(columnOf(columns, "pupils", "junior")).toBe(columns.pupils.junior);
    expect(columnOf(columns, "classes", "primary")).toBe(columns.classes.primary);
    expect(columnOf(columns, "basic.computers", "primary")).toBe(further["basic.computers"]);
    expect(columnOf(columns, "teachers.midTitle", "primary")).toBe(further["basic.midTitlePrimary"]);
    expect(columnOf(columns, "teachers.midTitle", "junior")).toBe(further["basic.midTitleJunior"]);
    expect(columnOf(columns, "teachers.music", "junior")).toBe(columns.teachers.junior.music);
    expect(columnOf(columns, "facilities.multimediaRooms", "junior")).toBe(columns.facilities.multimediaRooms);
  });

  it("count the classes above a size from the size bands", () => {
    const school = basicSchool({ code: "P001", primary: 1000 });
    const sized = {
      ...school,
      classSizes: {
        ...school.classSizes,
        primary: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as [number, number, number, number, number, number, number, number, number, number],
      },
    };
    const own = columnsOfDataset({ ...basicCounty({ schools: [] }), schools: [sized] });
    // Bands up to 25, 30, 35, 40, 45, 50, 55, 60, 65 and above.
    expect(
      ["classesOver45", "classesOver50", "classesOver55"].map((figure) => columnOf(own, figure as "classesOver45", "primary")[0]),
    ).toEqual([40, 34, 27]);
  });
});

describe("a stage of basic balance in numbers", () => {
  it("adds its pupils and counts its sections against the provincial standards, indicator by indicator", () => {
    const small = [0, 0, 0, 0, 18, 0, 0, 0, 0, 0] as [number, number, number, number, number, number, number, number, number, number];
    const sized = pairWith("primary", []).map((sketch, index) => ({
      ...sketch,
      facilities: { multimediaRooms: 18 },
      ...(index === 0 ? {} : { eight: [100, 100, 3e6, 200, 100, 80, 75, 50] as const }),
      more: (school: ReturnType<typeof basicSchool>) => ({ ...school, classSizes: { ...school.classSizes, primary: small } }),
    }));
    const schools = [...sized, { code: "P009", primary: 1000, eight: [null, null, null, 200, 30_000, 80, 75, 50] as const }];
    const { primary } = judged({ schools }, { "basic.standards.use": "judged", "basic.standards.pack": "example-seven-of-nine" }).stages;
    expect(primary.pupils).toBe(3000);
    expect(primary.standards).toMatchObject({ met: 1, notMet: 1, notEvaluable: 1, verdict: "not_met" });
    expect(primary.standards.items.map(({ asked }) => asked)).toEqual(Array.from({ length: 9 }, () => 3));
    expect(Math.max(...primary.standards.items.map(({ met }) => met))).toBe(3);
    expect(Math.min(...primary.standards.items.map(({ met }) => met))).toBe(1);
  });

  it("names the imported figures of each school, worst first", () => {
    const answer = ask("primary", "B4");
    expect(answer?.inputs.map(({ schoolCode, path }) => [schoolCode, path])).toEqual(
      (answer?.contributors ?? []).flatMap(({ sectionId }) => [
        [sectionId.split(":")[0], "basic.computers"],
        [sectionId.split(":")[0], "pupils.primaryByGrade"],
      ]),
    );
    expect(answer?.inputs.map(({ value }) => value)).toEqual(expect.arrayContaining([240, 160, 1000]));
    expect(answer?.flip).toBeNull();
  });

  it("finds the cheapest single change that brings a composite to its limit, and that no less of it does", () => {
    // Books are far apart, and cheap: the second school lacks them.
    const wanted = [0.6, 0.6, 0.6, 0.6, 0.9, 0.6, 0.7, 0.7];
    const schools = pairWith("primary", wanted);
    const flip = ask("primary", "composite", wanted)?.flip;
    expect(flip).toMatchObject({ sectionId: "P002:primary", indicator: "B5", costYuan: (flip?.amount ?? 0) * 25 });
    const verdictWith = (books: number): string => {
      const county = basicCounty({ schools: [...schools, ...pairWith("junior", [])] });
      const changed = county.schools.map((school) =>
        school.code === "P002" ? { ...school, basic: { ...school.basic, books: (school.basic.books ?? 0) + books } } : school,
      );
      return judgeBasic(columnsOfDataset({ ...county, schools: changed }), rulesWith()).stages.primary.composite.verdict;
    };
    expect(verdictWith(flip?.amount ?? 0)).toBe("met");
    expect(verdictWith((flip?.amount ?? 0) - 1)).toBe("not_met");
  });

  it("offers no change where the composite is met, cannot be judged or is beyond any one of them", () => {
    expect(ask("primary", "composite", [0.1, 0.1, 0, 0, 0, 0, 0, 0])?.flip).toBeNull();
    expect(ask("primary", "composite", Array<number>(8).fill(0.95))?.flip).toBeNull();
  });
});
