import { z } from "zod";

/**
 * 省定义务教育学校办学基本标准 as data: which figures of a school a province holds against which limits, and
 * how many misses it forgives. Each primary or junior section of a counted school is judged on its own.
 */

/** Figures that the school as a whole reports; a mixed-stage school shares them between its stages. Money in yuan. */
export const sharedFigures = [
  "facilities.teachingAreaM2",
  "facilities.gymAreaM2",
  "facilities.sportsFieldAreaM2",
  "facilities.equipmentValueWan",
  "facilities.multimediaRooms",
  "facilities.ordinaryClassrooms",
  "facilities.musicRooms",
  "facilities.artRooms",
  "basic.computers",
  "basic.books",
] as const;
/** Figures of one stage. `classesOverN`: classes with more than N pupils. */
export const stageFigures = [
  "pupils",
  "classes",
  "classesOver45",
  "classesOver50",
  "classesOver55",
  "teachers.fullTime",
  "teachers.aboveRequiredEducation",
  "teachers.backbone",
  "teachers.physicalEducation",
  "teachers.music",
  "teachers.art",
  "teachers.integratedArts",
  "teachers.midTitle",
] as const;
export type SharedFigure = (typeof sharedFigures)[number];
export type StageFigure = (typeof stageFigures)[number];
export type Figure = SharedFigure | StageFigure;

const text = z.strictObject({ "zh-CN": z.string().min(1).max(200), en: z.string().min(1).max(200) });
const termsOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .array(z.strictObject({ figure: z.enum(names), sign: z.union([z.literal(1), z.literal(-1)]) }))
    .min(1)
    .max(6)
    .readonly();

const limit = z.number().min(0).max(1e9).nullable();

export const packIndicatorSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,11}$/),
  title: text,
  terms: z.union([termsOf(sharedFigures), termsOf(stageFigures)]).describe("signed sum of reported figures; money in yuan"),
  per: z.enum(["school", "pupil", "hundred_pupils", "class", "teacher"]).describe("what the sum is divided by"),
  bound: z.enum(["at_least", "at_most"]).describe("a value on the limit is met"),
  limit: z.strictObject({ primary: limit, junior: limit }).describe("null: not asked of the stage, counts as met"),
  schools: z.enum(["all", "boarding"]).describe("schools that the indicator is asked of; the others count as met"),
  points: z.number().min(0).max(1000).describe("points when met, 0 where the pack gives none"),
});
export type PackIndicator = z.infer<typeof packIndicatorSchema>;

export const packRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at_least_met"), count: z.number().int().min(0).max(60) }),
  z.strictObject({ kind: z.literal("at_most_missed"), count: z.number().int().min(0).max(60) }),
  z.strictObject({ kind: z.literal("points"), minimum: z.number().min(0).max(60_000) }),
]);
export type PackRule = z.infer<typeof packRuleSchema>;

export const standardsPackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: text,
  example: z.boolean().describe("true: shows how a pack is made, no province has issued it"),
  source: z.strictObject({ document: z.string().max(200), article: z.string().max(200) }),
  indicators: z.array(packIndicatorSchema).min(1).max(60).readonly(),
  rules: z.array(packRuleSchema).min(1).max(3).readonly().describe("a section passes when all of them hold"),
});
export type StandardsPack = z.infer<typeof standardsPackSchema>;
