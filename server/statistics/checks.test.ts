import { smallCounty } from "@db/seeds/small-county";
import { sentenceOf } from "@test/support/sentences";
import { describe, expect, test } from "vitest";
import { canonicalDataset } from "./canonical";
import { checkDataset } from "./checks";
import type { CountyDataset, School } from "./contract";
import { unreportedCounty, unreportedSchool } from "./facts-contract";

const full = canonicalDataset(smallCounty());
/** Without further facts, so that each change meets its own check alone. */
const county: CountyDataset = {
  ...full,
  county: { ...full.county, ...unreportedCounty() },
  schools: full.schools.map((school) => ({ ...school, ...unreportedSchool() })),
};
const indexOfType = (type: School["type"]): number => county.schools.findIndex((school) => school.type === type);
const primary = indexOfType("primary");
const nineYear = indexOfType("nine_year");

const withSchool = (index: number, change: (school: School) => Partial<School>): CountyDataset => ({
  ...county,
  schools: county.schools.map((school, at) => (at === index ? { ...school, ...change(school) } : school)),
});

const found = (dataset: CountyDataset): readonly string[] =>
  checkDataset(dataset).map((issue) => {
    expect(sentenceOf(issue)).not.toContain("{{");
    return `${issue.severity} ${issue.message.replace("checks.", "")}`;
  });

const zeroTeachers = { fullTime: 0, aboveRequiredEducation: 0, backbone: 0, physicalEducation: 0, music: 0, art: 0, integratedArts: 0 };

const teachers = (school: School, change: Partial<NonNullable<School["teachers"]["primary"]>>): Partial<School> => {
  const group = school.teachers.primary;
  return group === null ? {} : { teachers: { ...school.teachers, primary: { ...group, ...change } } };
};

test("a believable county has no complaint", () => {
  expect(found(full)).toEqual([]);
  expect(found(county)).toEqual([]);
});

describe("contradictions block", () => {
  const cases: readonly (readonly [string, string, CountyDataset])[] = [
    ["two schools of one code", "duplicateSchool", { ...county, schools: [...county.schools, ...county.schools.slice(0, 1)] }],
    ["a parent that is not in the data", "unknownParent", withSchool(primary, () => ({ parentCode: "NOSUCH99" }))],
    ["a school that is its own parent", "parentIsItself", withSchool(primary, ({ code }) => ({ parentCode: code }))],
    [
      "more highly educated teachers than teachers",
      "partAboveFullTime",
      withSchool(primary, (school) =>
        teachers(school, { fullTime: 10, aboveRequiredEducation: 11, backbone: 0, physicalEducation: 0, music: 0, art: 0 }),
      ),
    ],
    [
      "more arts and PE teachers than teachers",
      "artsAboveFullTime",
      withSchool(primary, (school) =>
        teachers(school, {
          fullTime: 10,
          aboveRequiredEducation: 1,
          backbone: 1,
          physicalEducation: 4,
          music: 3,
          art: 3,
          integratedArts: 1,
        }),
      ),
    ],
    [
      "a gym larger than the teaching area that includes it",
      "gymAboveTeachingArea",
      withSchool(primary, ({ facilities }) => ({ facilities: { ...facilities, teachingAreaM2: 5000, gymAreaM2: 5000.5 } })),
    ],
    [
      "pupils of a stage that the school does not teach",
      "stageNotTaught",
      withSchool(primary, ({ pupils }) => ({ pupils: { ...pupils, juniorByGrade: [40, 40, 40] } })),
    ],
    ["senior pupils in a primary school", "stageNotTaught", withSchool(primary, ({ pupils }) => ({ pupils: { ...pupils, senior: 12 } }))],
    [
      "classes of a grade without pupils",
      "classesWithoutPupils",
      withSchool(primary, ({ pupils, classes }) => ({
        pupils: { ...pupils, primaryByGrade: [0, 40, 40, 40, 40, 40] },
        classes: { ...classes, primaryByGrade: [1, 1, 1, 1, 1, 1] },
        history: [],
      })),
    ],
    [
      "pupils of a stage without classes",
      "pupilsWithoutClasses",
      withSchool(primary, ({ classes }) => ({ classes: { ...classes, primaryByGrade: [0, 0, 0, 0, 0, 0] } })),
    ],
    [
      "a past year that is not past",
      "historyNotEarlier",
      withSchool(primary, () => ({
        history: [{ year: county.county.statisticsYear, primaryByGrade: [1, 1, 1, 1, 1, 1], juniorByGrade: null }],
      })),
    ],
    [
      "a past year given twice",
      "duplicateHistoryYear",
      withSchool(primary, ({ history }) => ({ history: [...history, ...history.slice(0, 1)] })),
    ],
    [
      "a school built after its statistics",
      "builtAfterStatisticsYear",
      withSchool(primary, () => ({ builtYear: county.county.statisticsYear + 1 })),
    ],
    [
      "accounts of a year to come",
      "fiscalYearAfterStatisticsYear",
      { ...county, county: { ...county.county, fiscalYear: county.county.statisticsYear + 1 } },
    ],
    [
      "births of a year to come",
      "birthYearAfterStatisticsYear",
      { ...county, county: { ...county.county, births: [{ year: county.county.statisticsYear + 1, births: 5 }] } },
    ],
  ];

  test.each(cases)("%s", (_, key, dataset) => {
    expect(found(dataset)).toContain(`error ${key}`);
  });

  test("schools that are each other's parents", () => {
    const [first, second] = county.schools;
    const looped: CountyDataset = {
      ...county,
      schools: county.schools.map((school) =>
        school === first
          ? { ...school, parentCode: second?.code ?? null }
          : school === second
            ? { ...school, parentCode: first?.code ?? null }
            : school,
      ),
    };
    expect(found(looped).filter((key) => key === "error parentLoop")).toHaveLength(2);
  });
});

describe("missing figures contradict nothing", () => {
  test("teachers whose total is missing are not counted as too many", () => {
    expect(found(withSchool(primary, (school) => teachers(school, { fullTime: null })))).toEqual(["warning missingValues"]);
  });

  test("classes whose pupils are missing are not classes without pupils", () => {
    const dataset = withSchool(primary, ({ pupils }) => ({ pupils: { ...pupils, primaryByGrade: [null, null, null, null, null, null] } }));
    expect(found(dataset)).toEqual(["warning missingValues"]);
  });

  test("empty cells are counted by sheet", () => {
    const dataset = withSchool(nineYear, ({ facilities }) => ({ facilities: { ...facilities, artRooms: null, musicRooms: null } }));
    expect(checkDataset(dataset)).toMatchObject([{ severity: "warning", sheet: "校舍设备", params: { cells: 2, schools: 1 } }]);
  });
});

describe("unlikely figures warn", () => {
  const cases: readonly (readonly [string, string, CountyDataset])[] = [
    [
      "classes of more than 65",
      "classOver66",
      withSchool(primary, ({ pupils, classes }) => ({
        pupils: { ...pupils, primaryByGrade: [132, 40, 40, 40, 40, 40] },
        classes: { ...classes, primaryByGrade: [2, 1, 1, 1, 1, 1] },
        history: [],
      })),
    ],
    [
      "classes of fewer than five",
      "classTooSmall",
      withSchool(primary, ({ pupils, classes }) => ({
        pupils: { ...pupils, primaryByGrade: [9, 40, 40, 40, 40, 40] },
        classes: { ...classes, primaryByGrade: [2, 1, 1, 1, 1, 1] },
        history: [],
      })),
    ],
    [
      "equipment entered in yuan",
      "equipmentUnit",
      withSchool(primary, ({ facilities }) => ({
        facilities: { ...facilities, equipmentValueWan: (facilities.equipmentValueWan ?? 0) * 10_000 },
      })),
    ],
    [
      "a jump of pupils in two years",
      "pupilJump",
      withSchool(primary, () => ({
        history: [{ year: county.county.statisticsYear - 1, primaryByGrade: [900, 900, 900, 900, 900, 900], juniorByGrade: null }],
      })),
    ],
    ["a school without teachers", "noTeachers", withSchool(primary, (school) => teachers(school, zeroTeachers))],
    [
      "a teacher for hundreds of pupils",
      "pupilsPerTeacher",
      withSchool(primary, (school) => teachers(school, { ...zeroTeachers, fullTime: 1 })),
    ],
    [
      "teaching area of a palace",
      "teachingAreaPerPupil",
      withSchool(primary, ({ facilities }) => ({ facilities: { ...facilities, teachingAreaM2: 1_000_000 } })),
    ],
    ["a campus without a parent", "campusWithoutParent", withSchool(primary, () => ({ countsAsSchool: false, parentCode: null }))],
    ["two schools of one name", "sameName", withSchool(primary, () => ({ name: county.schools[nineYear]?.name ?? "" }))],
    [
      "accounts of another year than the one before",
      "fiscalYearUnusual",
      { ...county, county: { ...county.county, fiscalYear: county.county.statisticsYear - 2 } },
    ],
  ];

  test.each(cases)("%s", (_, key, dataset) => {
    expect(found(dataset)).toEqual([`warning ${key}`]);
  });

  test("several grades in one class of a teaching point raise a question, not an error", () => {
    const dataset = withSchool(primary, ({ pupils, classes }) => ({
      pupils: { ...pupils, primaryByGrade: [10, 12, 40, 40, 40, 40] },
      classes: { ...classes, primaryByGrade: [1, 0, 1, 1, 1, 1] },
      history: [],
    }));
    expect(found(dataset)).toEqual(["warning gradeWithoutClass"]);
  });
});

test("with the rows of a workbook a complaint names its cell", () => {
  const dataset = withSchool(primary, (school) => teachers(school, { ...zeroTeachers, fullTime: 39, aboveRequiredEducation: 42 }));
  const school = dataset.schools[primary];
  const [issue] = checkDataset(dataset, { [school?.code ?? ""]: { "teachers.primary": 14 } });
  expect(issue).toMatchObject({ severity: "error", sheet: "教师", row: 14, cell: "E14" });
  expect(sentenceOf(issue ?? { message: "" })).toBe(
    `《教师》表 E14，${school?.name}：“高于规定学历教师(人)”为 42 人，多于专任教师总数 39 人（教师!D14）。请改正其中一项。`,
  );
});
