import { smallCounty } from "@db/seeds/small-county";
import { contentHash } from "@server/platform/hash";
import { anyCountyFacts, anySchoolFacts } from "@test/support/further-facts";
import { editedWorkbook, sheetOf } from "@test/support/workbooks";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalDataset } from "../canonical";
import type { CountyDataset } from "../contract";
import { unreportedCounty, unreportedSchool } from "../facts-contract";
import { issueList } from "./issues";
import { cellAddress, countyCellAddress, countySourceKey, furtherSheetKeys, sheets } from "./layout";
import { parseCountyWorkbook, readContent } from "./read";
import { writeCountyWorkbook } from "./write";
import { openXlsx } from "./xlsx";
import { unpackWorkbook } from "./zip-guard";

const full = canonicalDataset(smallCounty());
/** Three schools are enough for facts that are written school by school: a nine-year, a junior and a primary one. */
const base: CountyDataset = {
  ...full,
  schools: full.schools.filter(({ code }) => ["9901990003", "9901990005", "9901990009"].includes(code)),
};

const contentOf = async (bytes: Uint8Array) => {
  const parts = await unpackWorkbook(bytes);
  if (!parts.ok) throw new Error("our own workbook is refused");
  const issues = issueList();
  const content = readContent(openXlsx(parts.value), issues);
  return { content, issues: issues.all() };
};

const anyCounty = fc
  .tuple(anyCountyFacts, fc.array(anySchoolFacts, { minLength: base.schools.length, maxLength: base.schools.length }))
  .map(
    ([county, facts]): CountyDataset => ({
      ...base,
      county: { ...base.county, ...county },
      schools: base.schools.map((school, index) => ({ ...school, ...facts[index] })),
    }),
  );

test("whatever a county reports, export and import give the same hash", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyCounty, async (county) => {
      const { content, issues } = await contentOf(await writeCountyWorkbook(county));
      expect(issues).toEqual([]);
      expect(content?.dataset).toEqual(canonicalDataset(county));
      expect(contentHash(content?.dataset)).toBe(contentHash(canonicalDataset(county)));
    }),
    { numRuns: 20, seed: 20260901 },
  );
});

const leaves = (value: unknown, path: string): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leaves(member, path === "" ? key : `${path}.${key}`))
    : [path];

const plain = (value: unknown): unknown => {
  if (typeof value === "object" && value !== null && "result" in value) return value.result;
  return value;
};

test("every fact of a school and of the county has a cell, and the cell holds it", { timeout: 60_000 }, async () => {
  const sample = fc.sample(anyCounty, { numRuns: 1, seed: 7 }).map((county) => canonicalDataset(county))[0];
  if (sample === undefined) throw new Error("no sample");
  const { content } = await contentOf(await writeCountyWorkbook(sample));
  if (content === null) throw new Error("our own workbook cannot be read");
  await editedWorkbook(sample, (workbook) => {
    const valueAt = (address: string | null): unknown => {
      const [sheet = "", cell = ""] = (address ?? "").split("!");
      return plain(sheetOf(workbook, sheet).getCell(cell).value);
    };
    let compared = 0;
    const compare = (value: unknown, address: string | null, path: string): void => {
      expect([path, address]).not.toEqual([path, null]);
      if (typeof value !== "number") return;
      // Choices of numbered lists show their words.
      if (!path.endsWith("level") && path !== "ownerCode") expect([path, valueAt(address)]).toEqual([path, value]);
      compared += 1;
    };
    const at = (subject: unknown, path: string): unknown =>
      path.split(".").reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null)?.[key], subject);
    for (const school of content.dataset.schools) {
      const source = content.sources[school.code] ?? {};
      for (const path of leaves(school, "").filter((leaf) => at(school, leaf) !== null && at(school, leaf) !== undefined))
        compare(at(school, path), cellAddress(source, path), path);
    }
    const source = content.sources[countySourceKey] ?? {};
    const { declarations, vetoes, ...county } = content.dataset.county;
    for (const path of leaves(county, "").filter((leaf) => at(county, leaf) !== null))
      compare(at(county, path), countyCellAddress(source, path), path);
    for (const id of Object.keys(declarations)) expect(countyCellAddress(source, `declarations.${id}`)).toMatch(/^申明与否决!C\d+$/u);
    for (const id of Object.keys(vetoes)) expect(countyCellAddress(source, `county.vetoes.${id}`)).toMatch(/^申明与否决!C\d+$/u);
    expect(compared).toBeGreaterThan(300);
  });
});

test("a workbook from before the further sheets says nothing of their facts", async () => {
  const bytes = await editedWorkbook(full, (workbook) => {
    for (const key of furtherSheetKeys) workbook.removeWorksheet(sheetOf(workbook, sheets[key].name).id);
  });
  const parsed = await parseCountyWorkbook(bytes);
  if (!parsed.ok) throw new Error("the older workbook is refused");
  const { county, schools } = parsed.value.dataset;
  expect(county).toEqual({ ...full.county, ...unreportedCounty() });
  expect(schools).toEqual(full.schools.map((school) => ({ ...school, ...unreportedSchool() })));
});

test("shares are understood as a fraction, as a percentage cell and as a text", async () => {
  const { content, issues } = await contentOf(
    await editedWorkbook({ ...full, county: { ...full.county, ...unreportedCounty() } }, (workbook) => {
      const sheet = sheetOf(workbook, "质量监测");
      sheet.getCell("B3").value = "III";
      sheet.getCell("C3").value = "14.5%";
      sheet.getCell("C4").value = 0.2;
      sheet.getCell("C5").value = 0.125;
      sheet.getCell("C5").style = { numFmt: "0.0" };
    }),
  );
  expect(issues).toEqual([]);
  expect(content?.dataset.county.monitoring).toEqual([
    { subject: "chinese", level: 3, differenceRate: 0.145 },
    { subject: "mathematics", level: null, differenceRate: 0.2 },
    { subject: "science", level: null, differenceRate: 0.125 },
  ]);
});

test("a changed item, one given twice and a wrong answer are named; a veto of local rules is read", async () => {
  const { content, issues } = await contentOf(
    await editedWorkbook(full, (workbook) => {
      const statements = sheetOf(workbook, "申明与否决");
      statements.getCell("A3").value = "学校布局";
      statements.getCell("C4").value = "也许";
      const last = statements.rowCount;
      statements.getCell(`A${last + 1}`).value = "否决事项 L1：控辍保学不到位";
      statements.getCell(`C${last + 1}`).value = "否";
      const facts = sheetOf(workbook, "县级填报");
      facts.getCell("A4").value = facts.getCell("A3").value;
      facts.getCell("C5").value = "约 3 万";
    }),
  );
  const found = issues.map(({ message, sheet, row, cell }) => `${message} ${sheet} ${cell ?? row}`);
  expect(found.sort()).toEqual([
    "checks.duplicateItem 县级填报 A4",
    "checks.notInList 申明与否决 C4",
    "checks.notNumber 县级填报 C5",
    "checks.unknownLine 申明与否决 3",
  ]);
  expect(content?.dataset.county.vetoes["L1"]).toBe(false);
});
