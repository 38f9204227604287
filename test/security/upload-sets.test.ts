import { smallCounty } from "@db/seeds/small-county";
import { isAppError } from "@server/kernel/errors";
import { writeCountyWorkbook } from "@server/statistics";
import { readImport } from "@server/statistics/imports/read-import";
import { sentenceOf } from "@test/support/sentences";
import { zipOf } from "@test/support/zip";
import { describe, expect, test } from "vitest";

/** What the reader of uploads says to one hostile file. */
const answerTo = async (bytes: Uint8Array): Promise<{ readonly code: string; readonly sentences: readonly string[] }> => {
  const county = { code: "910121", name: "甲一县" };
  const read = await readImport([{ fileName: "上传.zip", bytes }], async () => ({
    county,
    statisticsYear: 2026,
    sameYear: null,
    newest: null,
  }));
  if (read.ok) return { code: "accepted", sentences: [] };
  if (!isAppError(read.error)) return { code: "rejected", sentences: read.error.map(sentenceOf) };
  return { code: read.error.code, sentences: (read.error.issues ?? []).map(sentenceOf) };
};

describe("archives of files made to hurt", () => {
  const csv = "学校标识码,学校名称\n1234567890,一小\n";

  test("a zip of one county workbook is the workbook", async () => {
    const good = await writeCountyWorkbook(smallCounty());
    expect((await answerTo(zipOf([{ name: "本县/book.xlsx", data: good }]))).code).toBe("accepted");
  });

  test("ten thousand files are refused by the listing", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}.csv`, data: csv, stored: true }));
    expect(await answerTo(zipOf(many))).toMatchObject({ code: "upload_unsafe" });
    expect(await answerTo(zipOf(many.slice(0, 1001)))).toMatchObject({
      code: "upload_unsafe",
      sentences: [expect.stringContaining("1000 个文件")],
    });
  });

  test("a bomb inside a zip is refused without unpacking more than one workbook may hold", async () => {
    const bomb = zipOf([
      { name: "[Content_Types].xml", data: "<a/>" },
      { name: "xl/workbook.xml", data: "<a/>" },
      { name: "xl/media/zeros.xml", data: new Uint8Array(150 * 1024 * 1024) },
    ]);
    const before = process.memoryUsage().rss;
    expect(await answerTo(zipOf([{ name: "a.xlsx", data: bomb, stored: true }]))).toMatchObject({ code: "upload_unsafe" });
    const zeros = zipOf([{ name: "a.csv", data: new Uint8Array(11 * 1024 * 1024), declaredSize: 100 }]);
    expect(["upload_unsafe", "upload_unreadable"]).toContain((await answerTo(zeros)).code);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test.each([
    ["a path that leaves the archive", { name: "../evil.csv", data: csv }, "upload_unreadable"],
    ["an encrypted file", { name: "a.csv", data: csv, flags: 1 }, "upload_unsafe"],
    ["a document that is no workbook", { name: "a.docx", data: zipOf([{ name: "word/document.xml", data: "<a/>" }]) }, "upload_unsafe"],
  ] as const)("%s is refused", async (_, entry, code) => {
    expect((await answerTo(zipOf([entry]))).code).toBe(code);
  });

  test.each([
    ["a quote that never closes", `学校标识码,学校名称\n"${"1".repeat(200_000)}`],
    ["a line of a megabyte", `学校标识码,学校名称\n${"1".repeat(1_000_000)}`],
    ["three hundred thousand rows", `学校标识码,学校名称\n${"1,2\n".repeat(300_000)}`],
  ])("CSV with %s is refused, not waited for", async (_, text) => {
    expect(["upload_unreadable", "upload_wrong_template"]).toContain((await answerTo(new TextEncoder().encode(text))).code);
  });
});
