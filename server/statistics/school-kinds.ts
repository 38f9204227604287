/*
 * What a school is. Apart from the schemas, so that a page that lists types or stages needs no validation.
 */

/** 办学类型 (type of school, statistics code list). */
export const schoolTypes = [
  "primary", // 小学
  "teaching_point", // 小学教学点
  "junior", // 初级中学
  "nine_year", // 九年一贯制学校
  "complete_secondary", // 完全中学
  "twelve_year", // 十二年一贯制学校
  "senior", // 高级中学
  "special", // 特殊教育学校
  "vocational", // 职业学校
] as const;
export type SchoolType = (typeof schoolTypes)[number];

/** 城乡类型 (城区 / 镇区 / 乡村). */
export const localities = ["urban", "town", "rural"] as const;
export type Locality = (typeof localities)[number];

/** 学段 (stage judged by the regulation). */
export const stages = ["primary", "junior"] as const;
export type Stage = (typeof stages)[number];

/** Stages that a school of each type teaches within compulsory education. */
export const stagesOfType: Readonly<Record<SchoolType, readonly Stage[]>> = {
  primary: ["primary"],
  teaching_point: ["primary"],
  junior: ["junior"],
  nine_year: ["primary", "junior"],
  complete_secondary: ["junior"],
  twelve_year: ["primary", "junior"],
  senior: [],
  special: [],
  vocational: [],
};

/** Types that also teach senior pupils, who share rooms, fields and equipment. */
export const typesWithSenior: readonly SchoolType[] = ["complete_secondary", "twelve_year", "senior"];
