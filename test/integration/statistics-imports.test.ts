import { smallCounty } from "@db/seeds/small-county";
import type { Actor } from "@server/auth/contract";
import {
  canonicalDataset,
  countyCellAddress,
  countySourceKey,
  createStatisticsService,
  loadDataset,
  writeCountyWorkbook,
} from "@server/statistics";
import type { CellIssue, CountyDataset, School, StatisticsService } from "@server/statistics/contract";
import type { AnswerWords, ImportPreview, UploadedFile } from "@server/statistics/import-contract";
import { countyAnswers, countyReturn, nineYearAnswers, primaryAnswers, schoolListCsv, schoolReturn } from "@test/support/official-forms";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { parserHere } from "@test/support/parser-here";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { sentenceOf } from "@test/support/sentences";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let database: TestDatabase;
let organisations: SeededOrganisations;
let service: StatisticsService;
let now: Date;
let planner: Actor;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
  organisations = await seedOrganisations(database);
});

beforeEach(async () => {
  await database.ownerSql`truncate county.upload, county.upload_answer, county.dataset, county.audit_entry cascade`;
  planner = organisations.countyA1.actors.planner;
  now = new Date("2026-11-21T08:00:00Z");
  service = createStatisticsService({ withTenant: database.withTenant, parser: parserHere, clock: () => now });
});

afterAll(() => database.close());

const unwrap = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const previewed = async (files: readonly UploadedFile[]): Promise<ImportPreview> => {
  const outcome = unwrap(await service.upload(planner, { files, statisticsYear: 2026 }));
  if (outcome.kind === "rejected") throw new Error(outcome.issues.map(sentenceOf).join("\n"));
  return outcome.preview;
};

const reasonsFor = ({ warnings }: ImportPreview, reason: string): Readonly<Record<string, string>> =>
  Object.fromEntries(warnings.map(({ message }) => [message, reason]));

const words: AnswerWords = {
  column: "校验问题",
  list: "校验结果",
  headings: ["类别", "文件", "工作表", "单元格", "问题"],
  error: "错误",
  warning: "提醒",
  suffix: "校验结果",
};

const returns = async (changed: Readonly<Record<string, number>> = {}): Promise<readonly UploadedFile[]> => [
  { fileName: "1.xlsx", bytes: await schoolReturn({ ...primaryAnswers, ...changed }) },
  { fileName: "2.xlsx", bytes: await schoolReturn(nineYearAnswers) },
  { fileName: "县.xlsx", bytes: await countyReturn(countyAnswers) },
];
const list: UploadedFile = { fileName: "名单.csv", bytes: new TextEncoder().encode(schoolListCsv) };

/** A county whose first school doubts its equipment value. */
const doubtful = (wan: number): CountyDataset => {
  const dataset = smallCounty();
  const { code, name } = { code: planner.orgCode, name: planner.orgName };
  return canonicalDataset({
    ...dataset,
    county: { ...dataset.county, code, name },
    schools: dataset.schools.map((school, index) =>
      index === 0 ? { ...school, facilities: { ...school.facilities, equipmentValueWan: wan } } : school,
    ),
  });
};
const workbookOf = async (dataset: CountyDataset): Promise<readonly UploadedFile[]> => [
  { fileName: "县.xlsx", bytes: await writeCountyWorkbook(dataset) },
];

/** Cell of a figure of the county, from what is stored of it. */
const countyCell = async (datasetId: string, path: string): Promise<string | null> =>
  database.withTenant(planner, async (tx) => countyCellAddress((await loadDataset(tx, datasetId))?.sources[countySourceKey] ?? {}, path));

describe("official returns", () => {
  test("become a version; the same files again change nothing, a corrected one shows exactly what changes", async () => {
    const first = await previewed([...(await returns()), list]);
    expect(first).toMatchObject({ insert: 2, update: 0, statisticsYear: 2026, fiscalYear: 2025 });
    expect(first.files.map(({ kind }) => kind)).toEqual(["schoolReturn", "schoolReturn", "countyReturn", "schoolList"]);
    const stored = unwrap(await service.commit(planner, first.uploadId, reasonsFor(first, "按官方填报表导入")));
    expect(stored).toMatchObject({ unchanged: false, dataset: { version: 1, schoolCount: 2 } });

    const again = await previewed(await returns());
    expect(again).toMatchObject({ insert: 0, update: 0, remove: 0, ignore: 2, changes: [] });
    expect(again.warnings.every(({ accepted }) => accepted !== null)).toBe(true);
    expect(unwrap(await service.commit(planner, again.uploadId))).toEqual({ dataset: stored.dataset, unchanged: true });

    const corrected = await previewed(await returns({ 网络多媒体教室间数: 15 }));
    expect(corrected.changes).toEqual([
      {
        kind: "update",
        schoolCode: "3210000001",
        schoolName: "城关一小",
        fields: [{ path: "facilities.multimediaRooms", before: "14", after: "15" }],
      },
    ]);
  });

  test("of another county are refused with both codes", async () => {
    const files = [
      { fileName: "县.xlsx", bytes: await countyReturn({ ...countyAnswers, 区县代码: "920121" }) },
      ...(await returns()).slice(0, 2),
      list,
    ];
    expect(await service.upload(planner, { files, statisticsYear: 2026 })).toMatchObject({
      ok: false,
      error: { code: "upload_wrong_county", params: { found: "920121", expected: "910121" } },
    });
  });

  test("figures lead back to the cell of the file they came from", async () => {
    const preview = await previewed([...(await returns()), list]);
    const { dataset } = unwrap(await service.commit(planner, preview.uploadId, reasonsFor(preview, "按官方填报表导入")));
    const { cells } = unwrap(await service.school(planner, dataset.id, "3210000001"));
    expect(cells["facilities.multimediaRooms"]).toMatch(/^1\.xlsx 学校填报数据!E\d+$/u);
  });

  test("figures of the county lead back to their cells too, from its return and from the county workbook", async () => {
    const returned = await previewed([...(await returns()), list]);
    const first = unwrap(await service.commit(planner, returned.uploadId, reasonsFor(returned, "按官方填报表导入")));
    expect(await countyCell(first.dataset.id, "facts.rotated")).toMatch(/^县\.xlsx 区县填报数据!E\d+$/u);
    const booked = await previewed(await workbookOf(doubtful(100)));
    const second = unwrap(await service.commit(planner, booked.uploadId, reasonsFor(booked, "按县级工作簿导入")));
    expect(await countyCell(second.dataset.id, "facts.rotated")).toMatch(/^县级填报!C\d+$/u);
  });
});

describe("soft checks", () => {
  test("block a commit until each kind has a reason, which is kept with who, when and why", async () => {
    const preview = await previewed(await workbookOf(doubtful(90_000)));
    expect(preview.warnings.map(({ message }) => message)).toContain("checks.equipmentUnit");
    const refused = await service.commit(planner, preview.uploadId, { "checks.equipmentUnit": " " });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: "invalid_input", issues: expect.arrayContaining([expect.objectContaining({ path: "reason.checks.equipmentUnit" })]) },
    });
    expect(unwrap(await service.datasets(planner))).toEqual([]);
    const { dataset } = unwrap(await service.commit(planner, preview.uploadId, reasonsFor(preview, "已到校核对")));
    const { accepted } = unwrap(await service.acceptances(planner, dataset.id));
    expect(accepted).toHaveLength(preview.warnings.length);
    for (const one of accepted)
      expect(one).toMatchObject({ reason: "已到校核对", acceptedBy: planner.displayName, acceptedAt: now.toISOString() });
  });

  test("keep their reason in a later import while their figures stay, and ask again when these change", async () => {
    const first = await previewed(await workbookOf(doubtful(90_000)));
    unwrap(await service.commit(planner, first.uploadId, reasonsFor(first, "已到校核对")));
    now = new Date("2026-12-01T08:00:00Z");
    const moved = doubtful(90_000);
    const renamed = await previewed(
      await workbookOf({
        ...moved,
        schools: moved.schools.map((school, index) => (index === 1 ? { ...school, name: "改名小学" } : school)),
      }),
    );
    expect(renamed.warnings.find(({ message }) => message === "checks.equipmentUnit")?.accepted).toMatchObject({
      reason: "已到校核对",
      acceptedAt: "2026-11-21T08:00:00.000Z",
    });
    const { dataset } = unwrap(await service.commit(planner, renamed.uploadId));
    expect(dataset.version).toBe(2);
    expect(unwrap(await service.acceptances(planner, dataset.id)).accepted[0]).toMatchObject({ acceptedAt: "2026-11-21T08:00:00.000Z" });
    const other = await previewed(await workbookOf(doubtful(95_000)));
    expect(other.warnings.find(({ message }) => message === "checks.equipmentUnit")?.accepted).toBeNull();
  });
});

describe("beside the data of an earlier year", () => {
  const nextYear = (dataset: CountyDataset, schools: readonly School[]): CountyDataset => {
    const { statisticsYear, fiscalYear } = dataset.county;
    return canonicalDataset({
      ...dataset,
      county: { ...dataset.county, statisticsYear: statisticsYear + 1, fiscalYear: fiscalYear + 1 },
      schools: [...schools],
    });
  };
  const messagesOf = ({ warnings }: ImportPreview): readonly string[] => warnings.map(({ message }) => message);

  test("figures that jump ask for a reason at the cell of the later file, and renamed schools keep what they were built as", async () => {
    const before = doubtful(100);
    const first = await previewed(await workbookOf(before));
    unwrap(await service.commit(planner, first.uploadId, reasonsFor(first, "已核对")));
    const [renamed, grown, ...others] = before.schools.filter(({ parentCode }) => parentCode === null);
    if (renamed === undefined || grown === undefined) throw new Error("too few schools");
    const later = nextYear(before, [
      {
        ...renamed,
        code: "NEW0000001",
        builtYear: null,
        lineage: [{ year: before.county.statisticsYear + 1, event: "renamed", fromCode: renamed.code }],
      },
      { ...grown, facilities: { ...grown.facilities, sportsFieldAreaM2: (grown.facilities.sportsFieldAreaM2 ?? 0) * 4 } },
      ...others,
    ]);
    const preview = await previewed(await workbookOf(later));
    expect(preview.warnings.filter(({ message }) => message === "checks.figureJump")).toEqual([
      expect.objectContaining({
        sheet: "校舍设备",
        cell: expect.stringMatching(/^[A-Z]+\d+$/u),
        params: expect.objectContaining({ code: grown.code, year: before.county.statisticsYear, percent: 300 }),
      }),
    ]);
    expect(messagesOf(preview)).not.toContain("checks.schoolAppeared");
    expect(await service.commit(planner, preview.uploadId)).toMatchObject({ ok: false, error: { code: "invalid_input" } });
    const { dataset } = unwrap(await service.commit(planner, preview.uploadId, reasonsFor(preview, "新建运动场")));
    const { school } = unwrap(await service.school(planner, dataset.id, "NEW0000001"));
    expect(school.builtYear).toBe(renamed.builtYear);

    const again = await previewed([{ fileName: "再.xlsx", bytes: unwrap(await service.exportWorkbook(planner, dataset.id)).bytes }]);
    expect(again).toMatchObject({ update: 0, insert: 0, changes: [] });
    expect(again.warnings.every(({ accepted }) => accepted !== null)).toBe(true);
  });

  test("official returns of a new year name the return in which a figure jumps and the schools that are missing", async () => {
    const first = await previewed([...(await returns()), list]);
    unwrap(await service.commit(planner, first.uploadId, reasonsFor(first, "按官方填报表导入")));
    const files = [
      { fileName: "a.xlsx", bytes: await schoolReturn({ ...primaryAnswers, 校内体育场面积: 9000 }) },
      { fileName: "县.xlsx", bytes: await countyReturn({ ...countyAnswers, 填报年度: 2027 }) },
    ];
    const outcome = unwrap(await service.upload(planner, { files, statisticsYear: 2027 }));
    if (outcome.kind === "rejected") throw new Error(outcome.issues.map(sentenceOf).join("\n"));
    expect(outcome.preview.warnings.find(({ message }) => message === "checks.figureJump")).toMatchObject({
      file: "a.xlsx",
      sheet: "学校填报数据",
      cell: expect.stringMatching(/^E\d+$/u),
      params: { code: "3210000001", year: 2026, before: 4000, now: 9000 },
    });
    expect(messagesOf(outcome.preview)).toContain("checks.schoolVanished");
  });

  test("data of the same year or of a later one are no measure", async () => {
    const later = await previewed(await workbookOf(nextYear(doubtful(100), doubtful(100).schools.slice(0, 1))));
    unwrap(await service.commit(planner, later.uploadId, reasonsFor(later, "先导入下一年")));
    const preview = await previewed(await workbookOf(doubtful(100)));
    expect(messagesOf(preview)).not.toContain("checks.schoolAppeared");
  });
});

describe("the answer to an upload", () => {
  const rejectedWorkbook = async (): Promise<{ readonly answerId: string; readonly issues: readonly CellIssue[] }> => {
    const bytes = await editedWorkbook(doubtful(100), (workbook) => {
      sheetOf(workbook, "学生").getCell("C3").value = "三十";
    });
    const outcome = unwrap(await service.upload(planner, { files: [{ fileName: "本县.xlsx", bytes }], statisticsYear: null }));
    if (outcome.kind !== "rejected") throw new Error("accepted");
    return outcome;
  };

  test("is the user's own workbook with an error column, a red cell and a comment", async () => {
    const { answerId } = await rejectedWorkbook();
    const { fileName, bytes } = unwrap(await service.answer(planner, answerId, sentenceOf, words));
    expect(fileName).toBe("本县-校验结果.xlsx");
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = sheetOf(workbook, "学生");
    expect(sheet.getCell("C3").value).toBe("三十");
    expect(JSON.stringify(sheet.getCell("C3").note)).toContain("应填数字");
    expect(sheet.getCell("C3").fill).toMatchObject({ fgColor: { argb: "FFF8C9C4" } });
    expect(sheet.getCell("C4").fill).not.toMatchObject({ fgColor: { argb: "FFF8C9C4" } });
    expect(sheet.getCell(3, sheet.columnCount).text).toContain("应填数字");
    expect(sheetOf(workbook, "校验结果").rowCount).toBe(2);
  });

  test("to several files is a zip of those with complaints", async () => {
    const files = await returns();
    const outcome = unwrap(await service.upload(planner, { files, statisticsYear: 2026 }));
    if (outcome.kind !== "rejected") throw new Error("accepted");
    const { fileName, bytes } = unwrap(await service.answer(planner, outcome.answerId, sentenceOf, words));
    expect(fileName).toBe("校验结果.zip");
    const text = Buffer.from(bytes).toString("latin1");
    for (const name of ["校验结果.xlsx", "1-校验结果.xlsx", "2-校验结果.xlsx"])
      expect(text).toContain(Buffer.from(name).toString("latin1"));
  });

  test("lives a day, and belongs to its county alone", async () => {
    const { answerId } = await rejectedWorkbook();
    for (const actor of [organisations.countyA2.actors.admin, organisations.countyB1.actors.planner]) {
      expect(await service.answer(actor, answerId, sentenceOf, words)).toMatchObject({ ok: false, error: { code: "not_found" } });
      expect(await service.rejection(actor, answerId)).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
    expect(await service.answer(organisations.countyA1.actors.viewer, answerId, sentenceOf, words)).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(unwrap(await service.rejection(planner, answerId)).files).toEqual(["本县.xlsx"]);
    now = new Date(now.getTime() + 24 * 60 * 60 * 1000 + 1);
    expect(await service.answer(planner, answerId, sentenceOf, words)).toMatchObject({ ok: false, error: { code: "upload_expired" } });
    await rejectedWorkbook();
    const [row] = await database.ownerSql`select count(*)::int as n from county.upload_answer`;
    expect(row?.["n"]).toBe(1);
  });
});
