import { indicatorStateSchema, verdictSchema } from "@server/compliance/contract";
import { itemIdSchema, overallSchema } from "@server/compliance/items-contract";
import { type CountyDataset, stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { noticeKeys } from "./catalogue-keys";
import { leverSummaryKeys } from "./levers/all/schemas";
import { leverTypes } from "./levers/kinds";

const perIndicator = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ R1: schema, R2: schema, R3: schema, R4: schema, R5: schema, R6: schema, R7: schema });

export const stageOutcomeSchema = z.strictObject({
  pupils: z.number().nullable(),
  classes: z.number().nullable(),
  teachers: z.number().nullable(),
  sectionsTotal: z.number().int(),
  sectionsMet: z.number().int(),
  sectionsNotEvaluable: z.number().int(),
  indicatorMet: perIndicator(z.number().int()),
  mean: perIndicator(z.number().nullable()),
  cv: perIndicator(z.number().nullable()),
  cvVerdict: perIndicator(verdictSchema),
  verdict: verdictSchema,
  staffNeeded: z.number().nullable().describe("staff by the norm of 1:19 (primary), 1:13.5 (junior)"),
  teachersNeeded: z.number().nullable().describe("teachers among that staff at the least: 9 % (primary), 15 % (junior) may do other work"),
});
export const sectionOutcomeSchema = z.strictObject({
  id: z.string(),
  schoolCode: z.string(),
  schoolName: z.string(),
  stage: stageSchema,
  pupils: z.number().nullable(),
  teachers: z.number().nullable().optional().describe("full-time teachers, campuses included; answers before planning/2.9 do not tell it"),
  teachersNeeded: z.number().nullable().optional().describe("as of the stage, by the pupils of the section"),
  verdict: verdictSchema,
  metCount: z.number().int(),
  values: perIndicator(z.number().nullable()),
  states: perIndicator(indicatorStateSchema),
});
/** A section whose classes a class-size cap has split, and what the school then lacks. Null where it does not report what it has. */
const splitClassesSchema = z.strictObject({
  schoolCode: z.string(),
  stage: stageSchema,
  classesAdded: z.number().describe("classes more than at the base year's mean size"),
  roomsLacking: z.number().nullable().describe("classes of the whole school beyond its ordinary classrooms"),
  teachersLacking: z.number().nullable().describe("teachers wanting for the base year's teachers a class"),
});

/** What an item came to in a year: the figures and limits of the official sentence, and the schools behind the verdict. */
const itemFiguresSchema = z.strictObject({
  figures: z.record(z.string(), z.number().nullable()),
  limits: z.record(z.string(), z.number()),
  schoolsFailing: z.number().int(),
  schoolsOpen: z.number().int().describe("schools that cannot be judged"),
});

export const yearOutcomeSchema = z.strictObject({
  year: z.number().int(),
  overall: overallSchema.nullable().describe("all parts of 优质均衡, the 32 indicators"),
  items: z.record(itemIdSchema, verdictSchema).nullable().describe("verdict of each of the 25 items"),
  itemFigures: z
    .record(itemIdSchema, itemFiguresSchema)
    .optional()
    .describe("what is behind the verdicts of the items; left out where verdicts were all that was asked"),
  largestClass: z.number().nullable().optional().describe("least pupils of the largest class by its size band; told with itemFigures"),
  verdict: verdictSchema,
  failing: z.number().int().describe("差 n 项"),
  notEvaluable: z.number().int(),
  distance: z.number(),
  stages: z.strictObject({ primary: stageOutcomeSchema, junior: stageOutcomeSchema }),
  sections: z.array(sectionOutcomeSchema),
  splitClasses: z.array(splitClassesSchema),
  idleRooms: z.number().nullable().describe("ordinary classrooms beyond the classes, at schools that have too many"),
  idlePlaces: z.number().nullable().describe("学位: pupils whom the idle classrooms take at the class-size cap"),
  lackingRooms: z.number().nullable().describe("classes beyond the ordinary classrooms, at schools that have too few"),
});
export type YearOutcome = z.infer<typeof yearOutcomeSchema>;

export const rotationFlowSchema = z.strictObject({
  year: z.number().int(),
  stage: stageSchema,
  fromCode: z.string(),
  toCode: z.string(),
  teachers: z.number(),
  backbone: z.number(),
});
export type RotationFlow = z.infer<typeof rotationFlowSchema>;

export const yearCostSchema = z.strictObject({
  year: z.number().int(),
  capitalWan: z.number(),
  recurrentWan: z.number(),
  totalWan: z.number(),
  bySource: z.array(z.strictObject({ fundingSource: z.string(), totalWan: z.number() })).describe("by 资金来源, empty text: not said"),
  byLever: z.array(z.strictObject({ leverId: z.string(), capitalWan: z.number(), recurrentWan: z.number() })),
  overBudgetWan: z.number().describe("amount above the yearly cap, 0 when within or no cap"),
});
export type YearCost = z.infer<typeof yearCostSchema>;

export const complianceSpanSchema = z.strictObject({
  firstYear: z.number().int().nullable().describe("first year with verdict met; null when never in the horizon"),
  lasts: z.boolean().describe("stays met from that year to the end of the horizon"),
  lostYears: z.array(z.number().int()).describe("later years in which it is lost again"),
});

/** Something the planner must know: a lever that could not take full effect, a default used for missing input. `key` is under `notices.of.`. */
export const noticeSchema = z.strictObject({
  key: z.enum(noticeKeys),
  leverId: z.string().nullable(),
  year: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A lever that took part, in words: `summary.key` is under `planning.levers.`. Names the lever ids of cost, flows and notices. */
export const leverOutlineSchema = z.strictObject({
  id: z.string(),
  type: z.enum(leverTypes),
  startYear: z.number().int(),
  effectYear: z.number().int(),
  summary: z.strictObject({ key: z.enum(leverSummaryKeys), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

export const projectionSchema = z.strictObject({
  format: z.literal("hengce.projection/2"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  years: z.array(z.number().int()).describe("base year first"),
  baseline: z.array(yearOutcomeSchema).describe("one a year, no lever"),
  trial: z.array(yearOutcomeSchema).describe("one a year, with the enabled levers"),
  cost: z.array(yearCostSchema),
  flows: z.array(rotationFlowSchema),
  levers: z.array(leverOutlineSchema).describe("enabled levers, in the order in which they act"),
  compliance: z.strictObject({ baseline: complianceSpanSchema, trial: complianceSpanSchema }),
  notices: z.array(noticeSchema),
  assumptionUse: z
    .array(z.strictObject({ path: z.string(), used: z.number().int() }))
    .describe("how often the trial used each assumption: sections, classes, years, as its kind goes"),
});
export type Projection = z.infer<typeof projectionSchema>;

/** A projected year in the shape of a dataset; persons and classes keep the fractions that a reported one cannot have. */
export interface ProjectedDataset extends Omit<CountyDataset, "format"> {
  readonly format: "hengce.projected-dataset/1";
}

const projectedDatasetSchema = z.looseObject({
  format: z.literal("hengce.projected-dataset/1"),
  county: z.looseObject({ statisticsYear: z.number().int() }),
  schools: z.array(z.looseObject({ code: z.string() })),
});

/** A projection as the command line writes it. */
export const writtenProjectionSchema = projectionSchema.extend({
  datasets: z
    .array(projectedDatasetSchema)
    .optional()
    .describe("on request: the county of every year with the enabled levers, base year first, in the shape of a dataset with fractions"),
});
