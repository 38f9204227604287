import { z } from "zod";

/**
 * 自报数: totals that a county states of itself (申报表 表Ⅰ, its reports and plans). Nothing is judged
 * by them: they are checked against the rows of the schools and against each other. `null` is not
 * stated.
 */

const count = (text: string) => z.number().int().min(0).max(10_000_000).nullable().default(null).describe(text);
const share = (text: string) => z.number().min(0).max(1).nullable().default(null).describe(text);
const standard = z
  .strictObject({
    primary: z.number().min(0).max(1e6).nullable().default(null),
    junior: z.number().min(0).max(1e6).nullable().default(null),
  })
  .prefault({});

export const reportedFiguresSchema = z
  .strictObject({
    schoolsTotal: count("义务教育学校(含教学点)总数 schools and teaching points, without special schools"),
    schoolsPrimary: count("小学 primary schools"),
    schoolsNineYear: count("九年一贯制学校 nine-year schools"),
    schoolsJunior: count("初级中学 junior schools"),
    schoolsCompleteSecondary: count("完全中学 complete secondary schools"),
    schoolsTwelveYear: count("十二年一贯制学校 twelve-year schools"),
    schoolsSpecial: count("特殊教育学校 special schools"),
    teachingPoints: count("教学点 teaching points"),
    teachingPointsFrom50: count("其中50人及以上教学点 teaching points of 50 pupils and more"),
    classesPrimary: count("小学教学班 primary classes"),
    classesPrimaryOver45: count("超过45人的小学班级 primary classes over 45"),
    classesPrimaryOver45Share: share("超过45人的小学班级占比 their share of the primary classes"),
    classesJunior: count("初中教学班 junior classes"),
    classesJuniorOver50: count("超过50人的初中班级 junior classes over 50"),
    classesJuniorOver50Share: share("超过50人的初中班级占比 their share of the junior classes"),
    pupilsTotal: count("义务教育在校生 pupils of compulsory education, persons"),
    pupilsPrimary: count("小学在校生 primary pupils, persons"),
    pupilsJunior: count("初中在校生 junior pupils, persons"),
    staffTotal: count("义务教育教职工 staff of compulsory education, persons"),
    staffPrimary: count("小学教职工 staff of the primary stage, persons"),
    staffJunior: count("初中教职工 staff of the junior stage, persons"),
    teachersPrimary: count("小学专任教师 full-time primary teachers, persons"),
    teachersJunior: count("初中专任教师 full-time junior teachers, persons"),
    standards: z
      .strictObject({
        R1: standard.describe("每百名学生拥有高于规定学历教师数"),
        R2: standard.describe("每百名学生拥有县级以上骨干教师数"),
        R3: standard.describe("每百名学生拥有体育、艺术专任教师数"),
        R4: standard.describe("生均教学及辅助用房面积, m²"),
        R5: standard.describe("生均体育运动场馆面积, m²"),
        R6: standard.describe("生均教学仪器设备值, yuan"),
        R7: standard.describe("每百名学生拥有网络多媒体教室数"),
      })
      .prefault({})
      .describe("本县目标表所列的标准值 standards as the county's table of targets states them"),
  })
  .prefault({});
export type ReportedFigures = z.output<typeof reportedFiguresSchema>;
