import { resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { itemIdSchema } from "@server/compliance/items-contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { leverSchema } from "./levers/all/schemas";
import type { LeverType } from "./levers/kinds";
import { year } from "./levers/schema-parts";

/** What is to be reached in a year. */
export const goalSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("county"), part: z.enum(["resource", "overall"]) }),
  z.strictObject({ kind: z.literal("balance"), stage: stageSchema, indicator: resourceIndicatorSchema }),
  z.strictObject({
    kind: z.literal("section"),
    sectionId: z.string().max(40).describe("code:stage of a school that is there or planned, as in 1001:primary"),
  }),
  z.strictObject({ kind: z.literal("item"), item: itemIdSchema }),
]);
export type Goal = z.infer<typeof goalSchema>;

export const goalRequestSchema = z.strictObject({
  leverId: z.string().max(40),
  field: z.string().max(40).describe("numeric field of the lever: count, rooms, share, startYear …"),
  year: year.describe("statistics year in which the goal is to be reached"),
  goal: goalSchema,
  low: z.number().nullable().default(null).describe("least value to consider; null: the field's own bound"),
  high: z.number().nullable().default(null),
  seek: z
    .enum(["least", "greatest"])
    .default("least")
    .describe("least: how little is enough; greatest: how much is still possible, such as the latest start year"),
});
export type GoalRequest = z.infer<typeof goalRequestSchema>;

export const goalAnswerSchema = z.strictObject({
  format: z.literal("hengce.goal/1"),
  engineVersion: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  request: goalRequestSchema,
  low: z.number().describe("bounds within which was searched"),
  high: z.number(),
  integer: z.boolean(),
  present: z.number().nullable().describe("the field in the scenario as it is; null where it states none"),
  reached: z.boolean(),
  value: z
    .number()
    .nullable()
    .describe("least (greatest) value found that reaches the goal; the next value below (above) it misses. null when none tried does"),
  step: z.number().describe("values nearer than this were not told apart; 1 for whole numbers"),
  exhaustive: z.boolean().describe("every value within the bounds was tried"),
  oneSided: z.boolean().describe("of the values tried, all on the one side of the answer reach the goal and all on the other miss it"),
  tried: z.array(
    z.strictObject({
      value: z.number(),
      verdict: verdictSchema,
      possible: z
        .boolean()
        .describe("false: with this value the lever, or anything else that is possible in the scenario as it stands, would be refused"),
      costWan: z.number().describe("of the whole scenario over the horizon, 万元"),
    }),
  ),
});
export type GoalAnswer = z.infer<typeof goalAnswerSchema>;

/** A numeric field of a kind of lever, with the bounds that its schema states. */
export interface GoalField {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly integer: boolean;
}

const notSought: ReadonlySet<string> = new Set(["leadYears", "endYear", "targetYear"]);

const numericField = (name: string, field: unknown): GoalField[] => {
  const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
  if (!(inner instanceof z.ZodNumber) || notSought.has(name)) return [];
  const { minValue, maxValue, format } = inner;
  return minValue === null || maxValue === null ? [] : [{ name, low: minValue, high: maxValue, integer: format === "safeint" }];
};

/** Fields of a kind of lever that a goal can be sought by. */
export const goalFieldsOf = (type: LeverType): readonly GoalField[] =>
  leverSchema.options
    .filter(({ shape }) => shape.type.value === type)
    .flatMap(({ shape }) => Object.entries(shape).flatMap(([name, field]) => numericField(name, field)));
