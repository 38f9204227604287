import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { smallCounty } from "@db/seeds/small-county";
import { projectRoot } from "@server/platform/entries";
import { createStatisticsService, createUploadParser, writeCountyWorkbook } from "@server/statistics";
import type { StatisticsService } from "@server/statistics/contract";
import { sheets } from "@server/statistics/workbook/layout";
import { unpackWorkbook } from "@server/statistics/workbook/zip-guard";
import { type SeededOrganisations, seedOrganisations } from "@test/support/organisations";
import { type TestDatabase, testDatabase } from "@test/support/postgres";
import { sentenceOf } from "@test/support/sentences";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import { type ZipEntry, zipOf } from "@test/support/zip";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let database: TestDatabase;
let organisations: SeededOrganisations;
let service: StatisticsService;
/** A good workbook of the county, as bytes and as its parts. */
let good: Uint8Array;
let parts: readonly ZipEntry[];

/** The child process as one file: it starts in a fraction of the time that sources take. */
let folder: string;
let child: { readonly entry: URL; readonly execArgv: readonly string[] };

const own = () => ({ ...smallCounty(), county: { ...smallCounty().county, code: "910121", name: "甲一县" } });

beforeAll(async () => {
  database = await testDatabase();
  organisations = await seedOrganisations(database);
  folder = await mkdtemp(join(tmpdir(), "hengce-uploads-"));
  const outfile = join(folder, "parse-upload.cjs");
  await build({ entryPoints: [join(projectRoot, "workers/parse-upload.ts")], bundle: true, platform: "node", format: "cjs", outfile });
  child = { entry: pathToFileURL(outfile), execArgv: [] };
  const parser = createUploadParser(child);
  service = createStatisticsService({ withTenant: database.withTenant, parser });
  good = await writeCountyWorkbook(own());
  const unpacked = await unpackWorkbook(good);
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  const names: Readonly<Record<string, string>> = {
    "[content_types].xml": "[Content_Types].xml",
    "xl/sharedstrings.xml": "xl/sharedStrings.xml",
  };
  parts = [...unpacked.value].map(([name, data]) => ({ name: names[name] ?? name, data }));
});

beforeEach(async () => {
  await database.ownerSql`truncate county.upload, county.upload_answer, county.dataset, county.audit_entry cascade`;
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.close();
});

const storedRows = async (): Promise<number> => {
  const [row] = await database.ownerSql`
    select (select count(*) from county.upload)::int + (select count(*) from county.dataset)::int + (select count(*) from county.audit_entry)::int as n`;
  return row?.["n"];
};

const asFile = (bytes: Uint8Array) => [{ fileName: "a.xlsx", bytes }];
const noContext = () => Promise.reject(new Error("not asked"));

/** What the user is told: the code of the error, or the sentences of the rejection. Nothing may have been stored. */
const answerTo = async (bytes: Uint8Array): Promise<{ readonly code: string; readonly sentences: readonly string[] }> => {
  const outcome = await service.upload(organisations.countyA1.actors.planner, {
    files: [{ fileName: "上传.xlsx", bytes }],
    statisticsYear: null,
  });
  if (outcome.ok && outcome.value.kind === "preview")
    return { code: "accepted", sentences: outcome.value.preview.warnings.map(sentenceOf) };
  expect(await storedRows()).toBe(0);
  if (outcome.ok) return { code: "rejected", sentences: outcome.value.kind === "rejected" ? outcome.value.issues.map(sentenceOf) : [] };
  return { code: outcome.error.code, sentences: (outcome.error.issues ?? []).map(sentenceOf) };
};

const replaced = (name: string, change: (text: string) => string): Uint8Array =>
  zipOf(parts.map((part) => (part.name === name ? { ...part, data: change(Buffer.from(part.data).toString()) } : part)));

/** Part of the sheet of pupils: 填表说明 is the first part, then the sheets in their order. */
const pupilsPart = "xl/worksheets/sheet4.xml";

describe("files that are no workbook", () => {
  test.each([
    ["an empty file", () => new Uint8Array(), "upload_not_workbook"],
    ["text", () => new TextEncoder().encode("学校,学生\n一小,30\n"), "upload_wrong_template"],
    ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "upload_not_workbook"],
    ["a zip of other things", () => zipOf([{ name: "readme.txt", data: "hello" }]), "upload_wrong_template"],
    ["a zip of pictures", () => zipOf([{ name: "a.png", data: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]) }]), "upload_not_workbook"],
    ["a zip within a zip", () => zipOf([{ name: "in.zip", data: zipOf([{ name: "book.xlsx", data: good }]) }]), "upload_unsafe"],
    [
      "a compound file: password or old .xls",
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      "upload_unsafe",
    ],
    ["eleven megabytes", () => new Uint8Array(11 * 1024 * 1024), "upload_too_large"],
    ["the magic number alone", () => new Uint8Array([0x50, 0x4b, 3, 4]), "upload_unreadable"],
  ])("%s is refused", async (_, bytes, code) => {
    expect((await answerTo(bytes())).code).toBe(code);
  });

  test("a workbook cut off anywhere is refused, before any child process starts", async () => {
    for (let length = 4; length < good.length; length += Math.ceil(good.length / 200)) {
      expect((await answerTo(good.slice(0, length))).code).toBe("upload_unreadable");
    }
  });

  test("a workbook whose bytes were damaged is refused or read, never a crash", async () => {
    const results = new Set<string>();
    for (const position of [50, 2000, good.length - 3000, good.length - 60]) {
      const damaged = good.slice();
      for (let index = position; index < position + 20; index += 1) damaged[index] = 255 - (damaged[index] ?? 0);
      results.add((await answerTo(damaged)).code);
      await database.ownerSql`truncate county.upload, county.audit_entry`;
    }
    for (const code of results)
      expect(["upload_unreadable", "upload_unsafe", "upload_not_workbook", "rejected", "accepted"]).toContain(code);
    expect(results.size).toBeGreaterThan(0);
  });
});

describe("archives made to hurt", () => {
  const withWorkbook = (...more: readonly ZipEntry[]): Uint8Array => zipOf([...parts, ...more]);

  test("a bomb is refused by its listing, without unpacking", async () => {
    const bomb = withWorkbook({ name: "xl/media/zeros.xml", data: new Uint8Array(150 * 1024 * 1024) });
    const before = process.memoryUsage().rss;
    expect(await answerTo(bomb)).toMatchObject({ code: "upload_unsafe", sentences: [expect.stringContaining("解压后超过")] });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("a bomb that declares a small size is stopped by counting", async () => {
    const liar = withWorkbook({ name: "xl/zeros.xml", data: new Uint8Array(150 * 1024 * 1024), declaredSize: 1000 });
    const before = process.memoryUsage().rss;
    expect(["upload_unsafe", "upload_unreadable"]).toContain((await answerTo(liar)).code);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("a size declared larger than true is refused too", async () => {
    const liar = zipOf(parts.map((part) => (part.name === pupilsPart ? { ...part, declaredSize: 99_999 } : part)));
    expect((await answerTo(liar)).code).toBe("upload_unreadable");
  });

  test("65 536 entries are refused", async () => {
    const many = Array.from({ length: 65_536 }, (_, index) => ({ name: `e${index}.xml`, data: "", stored: true }));
    expect(["upload_unsafe", "upload_unreadable"]).toContain((await answerTo(withWorkbook(...many))).code);
    expect((await answerTo(withWorkbook(...many.slice(0, 2001)))).code).toBe("upload_unsafe");
  });

  test.each([
    ["an encrypted part", { name: "xl/secret.xml", data: "x", flags: 1 }, "upload_unsafe"],
    ["two parts of one name", { name: pupilsPart.toUpperCase(), data: "<a/>" }, "upload_unsafe"],
    ["macros under the name of an .xlsx", { name: "xl/vbaProject.bin", data: "x" }, "upload_unsafe"],
    ["a path that leaves the archive", { name: "../evil.xml", data: "x" }, "upload_unreadable"],
  ] as const)("%s is refused", async (_, entry, code) => {
    expect((await answerTo(withWorkbook(entry))).code).toBe(code);
  });
});

describe("markup made to hurt", () => {
  const declaration = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each([
    ["entities that grow", (text: string) => text.replace(/(<\?xml[^>]*\?>)/u, `$1${declaration}`), "upload_unsafe"],
    [
      "an external entity",
      (text: string) => text.replace(/(<\?xml[^>]*\?>)/u, '$1<!DOCTYPE w SYSTEM "file:///etc/passwd">'),
      "upload_unsafe",
    ],
    ["an undeclared entity", (text: string) => text.replace("<v>", "<v>&lol;"), "upload_unreadable"],
    ["a depth of ten thousand", (text: string) => text.replace("<sheetData>", `<sheetData>${"<a>".repeat(10_000)}`), "upload_unreadable"],
    ["unclosed tags", (text: string) => text.slice(0, text.length / 2), "upload_unreadable"],
    ["a cell beyond every sheet", (text: string) => text.replace('r="C3"', 'r="ZZZZ9999999999"'), "upload_unreadable"],
    ["a row beyond every sheet", (text: string) => text.replace('<row r="3"', '<row r="1048577"'), "upload_unreadable"],
  ])("%s is refused", async (_, change, code) => {
    expect((await answerTo(replaced(pupilsPart, change))).code).toBe(code);
  });

  test("markup in another encoding is refused, so that it cannot hide there", async () => {
    const bytes = zipOf(
      parts.map((part) => (part.name === pupilsPart ? { ...part, data: Buffer.from(`\ufeff${declaration}`, "utf16le") } : part)),
    );
    expect((await answerTo(bytes)).code).toBe("upload_unsafe");
    const gbk = zipOf(
      parts.map((part) => (part.name === pupilsPart ? { ...part, data: Buffer.from([0x3c, 0x61, 0x3e, 0xd1, 0xa7]) } : part)),
    );
    expect((await answerTo(gbk)).code).toBe("upload_unreadable");
  });

  test("a text that points past the shared strings is named by its cell", async () => {
    const { code, sentences } = await answerTo(
      replaced(pupilsPart, (text) => text.replace(/(<c r="A3"[^>]*>)<v>\d+<\/v>/u, "$1<v>99999999</v>")),
    );
    expect(code).toBe("rejected");
    expect(sentences[0]).toContain("《学生》表 A3");
  });

  test("a missing part is refused", async () => {
    for (const name of [pupilsPart, "xl/_rels/workbook.xml.rels"]) {
      expect((await answerTo(zipOf(parts.filter((part) => part.name !== name)))).code).toBe("upload_unreadable");
    }
  });
});

describe("sheets made to hurt", () => {
  const rowsOf = (count: number, cell: (row: number) => string): string => {
    const rows: string[] = [];
    for (let row = 3; row < count + 3; row += 1) rows.push(`<row r="${row}">${cell(row)}</row>`);
    return rows.join("");
  };
  const withRows = (rows: string): Uint8Array =>
    replaced(pupilsPart, (text) => text.replace(/<row r="3".*<\/sheetData>/su, `${rows}</sheetData>`));

  test("a million rows are refused at the first row too many", async () => {
    const bytes = withRows(rowsOf(1_000_000, (row) => `<c r="A${row}"><v>${row}</v></c>`));
    // Making the file leaves garbage of its own; what counts is what the refusal takes on top of it.
    const before = process.memoryUsage().rss;
    const { code, sentences } = await answerTo(bytes);
    expect(code).toBe("rejected");
    expect(sentences).toEqual(expect.arrayContaining([expect.stringContaining(`《学生》表超过 ${sheets.pupils.maxRows} 行`)]));
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });

  test("a reader that runs out of memory or time takes nobody with it", async () => {
    const slow = createUploadParser({ ...child, timeoutMs: 1 });
    const small = createUploadParser({ ...child, maxOldSpaceMb: 16 });
    const strings = Array.from({ length: 300_000 }, (_, index) => `<si><t>${index.toString(36).repeat(20)}</t></si>`).join("");
    const heavy = replaced("xl/sharedStrings.xml", (text) => text.replace("</sst>", `${strings}</sst>`));
    expect(await slow.read(asFile(good), noContext)).toMatchObject({ ok: false, error: { params: { reason: "fileTooSlow" } } });
    expect(await small.read(asFile(heavy), noContext)).toMatchObject({ ok: false, error: { params: { reason: "fileTooHeavy" } } });
    expect((await answerTo(good)).code).toBe("accepted");
  });
});

describe("workbooks filled in wrongly", () => {
  test("wrong sheet names are answered with the sheets that are missing", async () => {
    const renamed = await editedWorkbook(own(), (workbook) => {
      sheetOf(workbook, "学生").name = "学生数";
      sheetOf(workbook, "教师").name = "Sheet1";
    });
    const { code, sentences } = await answerTo(renamed);
    expect(code).toBe("rejected");
    expect(sentences).toEqual(
      expect.arrayContaining([expect.stringContaining("没有《学生》表"), expect.stringContaining("没有《教师》表")]),
    );
    const strange = await editedWorkbook(own(), (workbook) => {
      for (const [index, sheet] of workbook.worksheets.entries()) sheet.name = `__proto__${index}`;
    });
    expect(await answerTo(strange)).toMatchObject({ code: "upload_wrong_template" });
  });

  test("text, percentages, units and errors in number cells are named by cell", async () => {
    const bytes = await editedWorkbook(own(), (workbook) => {
      const sheet = sheetOf(workbook, "校舍设备");
      sheet.getCell("C3").value = "很大";
      sheet.getCell("D4").value = "35%";
      sheet.getCell("E5").value = "1200平方米";
      sheet.getCell("F6").value = { formula: "1/0", result: { error: "#DIV/0!" } };
      sheet.getCell("G7").value = "=cmd|'/c calc'!A1";
    });
    const { code, sentences } = await answerTo(bytes);
    expect(code).toBe("rejected");
    for (const cell of ["C3", "D4", "E5", "F6", "G7"]) {
      expect(sentences).toEqual(expect.arrayContaining([expect.stringContaining(`《校舍设备》表 ${cell}：`)]));
    }
  });

  test("full-width digits and separators are accepted as the numbers they are", async () => {
    const bytes = await editedWorkbook(own(), (workbook) => {
      sheetOf(workbook, "校舍设备").getCell("C3").value = "１２，３４５．５";
    });
    expect((await answerTo(bytes)).code).toBe("accepted");
    const [row] = await database.ownerSql`select parsed #>> '{dataset,schools,0,facilities,teachingAreaM2}' as area from county.upload`;
    expect(row?.["area"]).toBe("12345.5");
  });

  test("another county's workbook is refused with both codes", async () => {
    const { code, sentences } = await answerTo(await writeCountyWorkbook({ ...own(), county: { ...own().county, code: "920121" } }));
    expect(code).toBe("upload_wrong_county");
    expect(sentences[0]).toMatch(/920121.*910121/u);
  });

  test("__proto__ as a heading, a sheet and a code harms nobody", async () => {
    const bytes = await editedWorkbook(own(), (workbook) => {
      workbook.addWorksheet("__proto__").getCell("A1").value = "constructor";
      sheetOf(workbook, "学校").getCell("N2").value = "__proto__";
      sheetOf(workbook, "学校").getCell("A3").value = "__proto__";
    });
    const { code, sentences } = await answerTo(bytes);
    expect(code).toBe("rejected");
    expect(sentences).toEqual(expect.arrayContaining([expect.stringContaining("《学校》表 A3")]));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
