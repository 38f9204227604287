import { smallCounty } from "@db/seeds/small-county";
import { writeCountyWorkbook } from "@server/statistics";
import type { CellIssue, CountyDataset, School } from "@server/statistics/contract";
import {
  countyAnswers,
  countyReturn,
  laterWording,
  nineYearAnswers,
  primaryAnswers,
  schoolListCsv,
  schoolReturn,
  statisticsExport,
} from "@test/support/official-forms";
import { sentenceOf } from "@test/support/sentences";
import { zipOf } from "@test/support/zip";
import { expect, test } from "vitest";
import type { ImportContext, ParsedImport } from "./context";
import type { UploadFile } from "./file-set";
import { readImport } from "./read-import";

const context =
  (sameYear: CountyDataset | null = null): (() => Promise<ImportContext>) =>
  async () => ({
    county: { code: "910121", name: "甲一县" },
    statisticsYear: 2026,
    sameYear,
    newest: sameYear,
  });

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const file = (fileName: string, bytes: Uint8Array): UploadFile => ({ fileName, bytes });
const list = file("名单.csv", text(schoolListCsv));

const accepted = async (files: readonly UploadFile[], sameYear: CountyDataset | null = null): Promise<ParsedImport> => {
  const read = await readImport(files, context(sameYear));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  for (const warning of read.value.warnings) sentenceOf(warning);
  return read.value;
};

const complaints = async (files: readonly UploadFile[], sameYear: CountyDataset | null = null): Promise<readonly CellIssue[]> => {
  const read = await readImport(files, context(sameYear));
  if (read.ok || !Array.isArray(read.error)) throw new Error(`not complained of: ${read.ok ? "accepted" : JSON.stringify(read.error)}`);
  for (const issue of read.error) sentenceOf(issue);
  return read.error;
};

const schoolOf = ({ dataset }: ParsedImport, code: string): School => {
  const found = dataset.schools.find((school) => school.code === code);
  if (found === undefined) throw new Error(`no school ${code}`);
  return found;
};

const returns = async (): Promise<readonly UploadFile[]> => [
  file("1.xlsx", await schoolReturn(primaryAnswers)),
  file("2.xlsx", await schoolReturn(nineYearAnswers)),
  file("县.xlsx", await countyReturn(countyAnswers)),
];

test("school returns and the county return become one dataset, each file recognised by its content", async () => {
  const read = await accepted([...(await returns()), list]);
  expect(read.files.map(({ kind, about }) => [kind, about])).toEqual([
    ["schoolReturn", "城关一小"],
    ["schoolReturn", "东乡九年制学校"],
    ["countyReturn", "甲一县"],
    ["schoolList", ""],
  ]);
  expect(schoolOf(read, "3210000001")).toMatchObject({
    type: "primary",
    ownerCode: 7,
    township: "城关镇",
    locality: "town",
    builtYear: 1998,
    totals: { pupilsPrimary: 480, pupilsJunior: null, classesPrimary: 12 },
    teachers: { primary: { fullTime: 30, aboveRequiredEducation: 27, backbone: 6, integratedArts: 1 } },
    facilities: { teachingAreaM2: 2600, gymAreaM2: 300, sportsFieldAreaM2: 4000, equipmentValueWan: 120.5 },
    classSizes: { primary: [null, null, null, 12, null, null, null, null, null, null] },
    conditions: { builtBy2010: true, builtBy2016: null, denseCentre: false },
    specialRooms: { music96: 1, music73: null },
  });
  expect(read.dataset.county).toMatchObject({
    code: "910121",
    statisticsYear: 2026,
    fiscalYear: 2025,
    facts: { publicFundsPrimaryYuan: 1150, rotated: 6, villages: null },
  });
});

test("a stage total without grades stays a total, and no grade is made up", async () => {
  const { pupils, totals } = schoolOf(await accepted([...(await returns()), list]), "3210000002");
  expect(pupils).toEqual({ primaryByGrade: [null, null, null, null, null, null], juniorByGrade: [null, null, null], senior: null });
  expect(totals).toMatchObject({ pupilsPrimary: 300, pupilsJunior: 180, classesPrimary: null, classesUnsplit: 12 });
});

test("what a mixed-stage return does not tell apart is kept as one number for the rules to divide", async () => {
  const school = schoolOf(await accepted([...(await returns()), list]), "3210000002");
  expect(school.unsplitTeachers).toEqual({ fullTime: 30, backbone: 6, physicalEducation: 2, music: 1, art: 1, integratedArts: 1 });
  expect(school.teachers.primary).toMatchObject({ fullTime: null, aboveRequiredEducation: 18 });
  expect(school.teachers.junior).toMatchObject({ fullTime: null, aboveRequiredEducation: 12, backbone: null });
  expect(school.classSizes).toMatchObject({
    primary: null,
    junior: null,
    unsplit: [null, null, null, 12, null, null, null, null, null, null],
  });
});

test("columns in any order and the wording of another year say the same", async () => {
  const plain = await accepted([file("a.xlsx", await schoolReturn(primaryAnswers)), list]);
  const other = await accepted([
    file("b.xlsx", await schoolReturn(primaryAnswers, { wording: laterWording, columns: ["填报值", "填报项目", "备注说明", "单位"] })),
    list,
  ]);
  expect(schoolOf(other, "3210000001")).toEqual(schoolOf(plain, "3210000001"));
  expect(other.warnings.filter(({ message }) => message === "checks.unknownItem")).toEqual([]);
});

test("money in yuan is converted to 万元, and a unit that cannot be is named by its cell", async () => {
  const item = "教学仪器设备资产值（账面原值）";
  const read = await accepted([
    file("a.xlsx", await schoolReturn({ ...primaryAnswers, [item]: 1_205_000 }, { units: { [item]: "元" } })),
    list,
  ]);
  expect(schoolOf(read, "3210000001").facilities.equipmentValueWan).toBe(120.5);
  const [issue] = await complaints([file("a.xlsx", await schoolReturn(primaryAnswers, { units: { [item]: "美元" } })), list]);
  expect(issue).toMatchObject({ message: "checks.unitUnknown", file: "a.xlsx", sheet: "学校填报数据", params: { unit: "美元" } });
});

test("schools whose township, owner and locality nobody knows are asked for by name, and what the county has stored answers for them", async () => {
  const issues = await complaints(await returns());
  expect(issues.map(({ message, params }) => [message, params["school"]])).toEqual([
    ["checks.identityMissing", "城关一小"],
    ["checks.identityMissing", "东乡九年制学校"],
  ]);
  const before = await accepted([...(await returns()), list]);
  const again = await accepted(await returns(), before.dataset);
  expect(again.dataset).toEqual(before.dataset);
});

test("a return replaces what it asks, keeps what it does not ask, and drops grades only when they contradict its total", async () => {
  const { dataset } = await accepted([...(await returns()), list]);
  const withGrades: CountyDataset = {
    ...dataset,
    schools: dataset.schools.map((school) =>
      school.code === "3210000001"
        ? {
            ...school,
            totals: { ...school.totals, pupilsPrimary: null },
            pupils: { ...school.pupils, primaryByGrade: [80, 80, 80, 80, 80, 80] as const },
            facilities: { ...school.facilities, ordinaryClassrooms: 12 },
          }
        : school,
    ) as School[],
  };
  const same = schoolOf(await accepted(await returns(), withGrades), "3210000001");
  expect(same.pupils.primaryByGrade).toEqual([80, 80, 80, 80, 80, 80]);
  expect(same.facilities.ordinaryClassrooms).toBe(12);
  const changed = await accepted([file("1.xlsx", await schoolReturn({ ...primaryAnswers, 小学学生人数: 479 }))], withGrades);
  expect(schoolOf(changed, "3210000001")).toMatchObject({
    pupils: { primaryByGrade: [null, null, null, null, null, null] },
    totals: { pupilsPrimary: 479 },
  });
  const messages = changed.warnings.map(({ message }) => message);
  expect(messages).toContain("checks.gradesDropped");
  expect(messages).toContain("checks.schoolsKept");
  expect(schoolOf(changed, "3210000002")).toEqual(schoolOf({ ...changed, dataset: withGrades }, "3210000002"));
});

test("class sizes that do not add up to the number of classes are refused at the cell", async () => {
  const [issue] = await complaints([
    file(
      "a.xlsx",
      await schoolReturn({
        ...primaryAnswers,
        班级总数: 13,
        ...Object.fromEntries(
          ["25人以下", "26-30人", "31-35人", "41-45人", "46-50人", "51-55人", "56-60人", "61-65人", "66人以上"].map((band) => [
            `每班${band}班级个数`,
            0,
          ]),
        ),
      }),
    ),
    list,
  ]);
  expect(issue).toMatchObject({ message: "checks.returnBandsSum", file: "a.xlsx", cell: "E16", params: { value: 13, sum: 12 } });
});

test.each([
  [
    "two returns of one school",
    async () => [
      file("a.xlsx", await schoolReturn(primaryAnswers)),
      file("b.xlsx", await schoolReturn({ ...primaryAnswers, 小学学生人数: 481 })),
      list,
    ],
    "checks.schoolTwice",
  ],
  [
    "two county returns",
    async () => [...(await returns()), file("又.xlsx", await countyReturn(countyAnswers)), list],
    "checks.countyTwice",
  ],
  [
    "a county return of another year",
    async () => [
      file("县.xlsx", await countyReturn({ ...countyAnswers, 填报年度: 2024 })),
      file("a.xlsx", await schoolReturn(primaryAnswers)),
      list,
    ],
    "checks.returnOtherYear",
  ],
  [
    "a return without a code",
    async () => [file("a.xlsx", await schoolReturn({ ...primaryAnswers, 学校代码: null })), list],
    "checks.returnNoCode",
  ],
  [
    "a form without a column of values",
    async () => [file("a.xlsx", await schoolReturn(primaryAnswers, { columns: ["填报项目", "单位"] }))],
    "checks.returnNoValues",
  ],
  [
    "a county return alone, with nothing stored",
    async () => [file("县.xlsx", await countyReturn(countyAnswers))],
    "checks.formsWithoutSchools",
  ],
  [
    "a stage that the type does not teach",
    async () => [file("a.xlsx", await schoolReturn({ ...primaryAnswers, 初中学生人数: 30 })), list],
    "checks.returnStageNotTaught",
  ],
  [
    "a text in place of a number",
    async () => [file("a.xlsx", await schoolReturn({ ...primaryAnswers, 专任教师总人数: "三十" })), list],
    "checks.notNumber",
  ],
])("%s is refused and named", async (_, files, message) => {
  expect((await complaints(await files())).map((issue) => issue.message)).toContain(message);
});

test("exports of the statistics are read below headings of several rows, one file a stage, campuses kept", async () => {
  const primary = await statisticsExport("小学", [
    ["城关一小", "3210000001", "甲一县", "小学", "是", "121", 7, "城关镇", 480, 230, 0, 30, 18, 10],
    ["城关一小南校区", "3210000009", "甲一县", "小学", "否", "121", 7, "城关镇", 120, 60, 0, 8, 5, 2],
    ["东乡九年制学校", "3210000002", "甲一县", "九年一贯制学校", "是", "210", 7, "东乡", 300, 140, 0, 20, 12, 6],
  ]);
  const junior = await statisticsExport("初中", [
    ["东乡九年制学校", "3210000002", "甲一县", "九年一贯制学校", "是", "210", 7, "东乡", 180, 90, 0, 16, 14, 2],
  ]);
  const read = await accepted([file("x.xlsx", primary), file("y.xlsx", junior)]);
  expect(read.files.map(({ kind, about, schools }) => [kind, about, schools])).toEqual([
    ["statisticsExport", "primary", 3],
    ["statisticsExport", "junior", 1],
  ]);
  expect(schoolOf(read, "3210000002")).toMatchObject({
    locality: "rural",
    totals: { pupilsPrimary: 300, pupilsJunior: 180 },
    teachers: { primary: { fullTime: 20 }, junior: { fullTime: 16 } },
  });
  expect(schoolOf(read, "3210000009")).toMatchObject({ countsAsSchool: false, totals: { pupilsPrimary: 120 } });
});

test("a campus of an export belongs to the school whose name begins its own, which is asked to be looked at; others stay alone", async () => {
  const row = (name: string, code: string, counts: "是" | "否") =>
    [name, code, "甲一县", "小学", counts, "121", 7, "城关镇", 120, 60, 0, 8, 5, 2] as const;
  const read = await accepted([
    file(
      "x.xlsx",
      await statisticsExport("小学", [
        row("城关小学", "3210000001", "是"),
        row("城关小学北街分校", "3210000002", "是"),
        row("城关小学南校区", "3210000003", "否"),
        row("城关小学北街分校东区", "3210000004", "否"),
        row("河湾校区", "3210000005", "否"),
      ]),
    ),
  ]);
  const parents = ["3210000003", "3210000004", "3210000005"].map((code) => schoolOf(read, code)?.parentCode);
  expect(parents).toEqual(["3210000001", "3210000002", null]);
  const warned = read.warnings.filter(({ message }) => message === "checks.campusParentByName").map(({ params }) => params.school);
  expect(warned).toEqual(["城关小学南校区", "城关小学北街分校东区"]);
});

test("a zip of returns is the same as its files; a zip within it, and a workbook beside returns, are refused", async () => {
  const files = [...(await returns()), list];
  const zip = zipOf(files.map(({ fileName, bytes }) => ({ name: `学校/${fileName}`, data: bytes })));
  expect((await accepted([file("全部.zip", zip)])).dataset).toEqual((await accepted(files)).dataset);
  const nested = await readImport([file("外.zip", zipOf([{ name: "内.zip", data: zip }]))], context());
  expect(nested).toMatchObject({ ok: false, error: { code: "upload_unsafe", params: { reason: "setNested" } } });
  const workbook = file("县.xlsx", await writeCountyWorkbook(smallCounty()));
  expect((await complaints([workbook, ...files])).map(({ message }) => message)).toEqual(["checks.workbookWithOthers"]);
});

test("the cell of every imported figure can be named", async () => {
  const { sources } = await accepted([...(await returns()), list]);
  expect(sources["3210000001"]).toMatchObject({
    "=facilities.equipmentValueWan": "1.xlsx 学校填报数据!E49",
    "=township": "名单.csv 名单!E2",
  });
});
