import { smallCounty } from "@db/seeds/small-county";
import { sentenceOf } from "@test/support/sentences";
import { expect, test } from "vitest";
import { canonicalDataset } from "./canonical";
import { checkDataset } from "./checks";
import { unreportedCounty } from "./facts-contract";
import type { ReportedFigures } from "./reported-contract";

const county = canonicalDataset(smallCounty());
const unstated = unreportedCounty().reported;

const sentences = (reported: Partial<ReportedFigures>): readonly string[] =>
  checkDataset({ ...county, county: { ...county.county, reported: { ...unstated, ...reported } } }).map((issue) => {
    expect(issue.severity).toBe("warning");
    return sentenceOf(issue);
  });

test("totals that agree with the rows and with each other are silent", () => {
  expect(sentences(county.county.reported)).toEqual([]);
});

/*
 * A county report on its preparation for the national check of basic balance (Guangxi) states 95
 * schools by seven kinds that add to 93, and 127 of 182 junior classes over 50 as 54.1 %.
 */
test("school types that add to 93 where 95 is stated", () => {
  expect(
    sentences({ schoolsTotal: 95, schoolsPrimary: 7 + 16 + 6, schoolsJunior: 6 + 2, schoolsNineYear: 1, teachingPoints: 55 }),
  ).toContain("《自报数》表：“义务教育学校(含教学点)总数(所)”自报 95，各分项合计却为 93。请核对哪一项有误。");
});

test("127 of 182 junior classes are 69.8 %, not 54.1 %", () => {
  expect(sentences({ classesJunior: 182, classesJuniorOver50: 127, classesJuniorOver50Share: 0.541 })).toContain(
    "《自报数》表：“超过50人的初中班级占比”自报 54.1%，按自报的 127 和 182 计算应为 69.8%。请核对哪一项有误。",
  );
});

test("a share cut off or rounded to one decimal is right", () => {
  const shares = (share: number) =>
    sentences({ classesPrimary: 522, classesPrimaryOver45: 66, classesPrimaryOver45Share: share }).filter((text) => text.includes("占比"));
  expect(shares(0.126)).toEqual([]);
  expect(shares(0.127)).toEqual([]);
  expect(shares(0.128)).toHaveLength(1);
});

test("stated totals that differ from the rows of the schools are named with both", () => {
  expect(sentences({ pupilsPrimary: 15_346 })).toEqual([
    expect.stringMatching(/^《自报数》表：“小学在校生\(人\)”自报 15346，按学校逐行统计为 \d+。请核对哪一项有误。$/u),
  ]);
});

/* The table of targets of 融安县 (融政办发〔2018〕20号) prints R1's standards, 4.2 and 5.3, in the row of R2 too. */
test("a row of the table of targets that repeats another row's standards", () => {
  const { standards } = county.county.reported;
  expect(sentences({ standards })).toEqual([]);
  expect(sentences({ standards: { ...standards, R2: standards.R1 } })).toEqual([
    "《自报数》表：目标表 R2 一行的标准值 4.2/5.3 与 R1 一行完全相同，疑为误抄。请对照指标核对。",
  ]);
});
