import { resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { itemIdSchema } from "@server/compliance/items-contract";
import { interruptions } from "@server/jobs/contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { milestoneSchema, planClauses, planKinds, planRequestSchema } from "./plan-request";
import { leverOutlineSchema } from "./projection-document";
import { scenarioDocumentSchema } from "./scenario-document";

/**
 * How the search ended. `optimal`: proven within 0.01 %; `within_gap`: proven within the gap asked for;
 * `effort_limit`: best plan when the effort was used up; `time_limit`, `stopped`: best plan so far when the search was
 * interrupted by the clock or by whoever asked; `nothing_needed`: the scenario passes as it is;
 * `infeasible`: proven that no plan exists; `not_evaluable`: figures are missing, nothing can be proven;
 * `not_found`: none was found, and none was excluded.
 */
export const planStates = [
  "optimal",
  "within_gap",
  "effort_limit",
  "time_limit",
  "stopped",
  "nothing_needed",
  "infeasible",
  "not_evaluable",
  "not_found",
] as const;
export type PlanState = (typeof planStates)[number];

/** One better plan, already judged by the engine. */
export const incumbentSchema = z.strictObject({
  seconds: z.number().describe("since the start of the search"),
  source: z.enum(["greedy", "solver"]),
  costWan: z.number(),
  boundWan: z.number().nullable().describe("no plan is cheaper than this; null while nothing is proven"),
  gap: z.number().nullable().describe("(cost − bound) ÷ cost"),
});
export type Incumbent = z.infer<typeof incumbentSchema>;

/** Catalogue key under `planning.plan.` with its figures. */
export const planWordsKeys = [
  "moreAnnualBudget",
  "moreTotalBudget",
  "moreLand",
  "moreHires",
  "moreRotation",
  "laterTarget",
  "otherKinds",
  "withoutLasting",
  "lowerMilestones",
  "milestoneShort",
  "sectionShort",
  "balanceOver",
  "figureMissing",
  "noSections",
  "withoutClauses",
  "specialRoomsShort",
  "classroomsShort",
  "teachersShort",
  "schoolTooLarge",
  "classesTooLarge",
  "fundsShort",
  "rotationShort",
] as const;
const words = z.strictObject({
  key: z.enum(planWordsKeys),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PlanWords = z.infer<typeof words>;

/** Limits that a request may set. */
export const limitKinds = ["annual_budget", "total_budget", "land", "hires", "rotation", "milestones"] as const;

/** One way out of an infeasible question: the request that would have a plan, and what that plan would cost. */
export const relaxationSchema = z.strictObject({
  limit: z.enum([...limitKinds, "several", "target_year", "kinds", "lasting", "clauses"]),
  words,
  further: z.array(words).optional().describe("of several limits: the others, in the same order as they are moved"),
  /** The same question, with this limit, or these, moved just as far as is needed. */
  request: planRequestSchema,
  costWan: z.number().nullable().describe("cost of a plan then, 万元; null when it was not sought to the end"),
});
export type Relaxation = z.infer<typeof relaxationSchema>;

/** A section, balance, milestone or item that cannot be brought up within the limits, when as little as possible is left over. */
export const shortfallSchema = z.strictObject({
  kind: z.enum(["section", "balance", "milestone", "missing", "clause"]),
  clause: z.enum(planClauses).optional().describe("the item, for a shortfall of one"),
  stage: stageSchema.nullable().describe("null for a milestone, and for an item asked of whole schools or the county"),
  year: z.number().int(),
  indicator: resourceIndicatorSchema.nullable().describe("null for a milestone or an item"),
  schoolCode: z.string().nullable(),
  amount: z
    .number()
    .nullable()
    .describe(
      "lacking resource: persons, m², yuan or rooms; for a balance the excess of the CV; for a milestone schools; for G4 pupils beyond the size, for G5 classes beyond it",
    ),
  words,
});

const planYearSchema = z.strictObject({
  year: z.number().int(),
  verdict: verdictSchema.describe("resource part, as the compliance engine judges it with the plan"),
  failing: z.number().int(),
  capitalWan: z.number().describe("the plan alone"),
  recurrentWan: z.number().describe("the plan alone"),
  totalWan: z.number().describe("the plan alone"),
  withKeptWan: z.number().describe("with the kept levers, what the yearly budget is held against"),
  hires: z.number().describe("posts that begin to count in the year"),
});

/** The 32 indicators of a year with a plan. */
const planStandingSchema = z.strictObject({
  year: z.number().int(),
  overall: z.enum(["met", "not_met", "incomplete"]).describe("all parts together, vetoes and eligibility included"),
  met: z.number().int(),
  notMet: z.number().int(),
  notEvaluable: z.number().int(),
  indicators: z
    .array(z.strictObject({ id: z.union([resourceIndicatorSchema, itemIdSchema]), verdict: verdictSchema }))
    .describe("R1–R7 with their balance, G1–G15, Q1–Q9, X1, in this order"),
});

export const foundPlanSchema = z.strictObject({
  scenario: scenarioDocumentSchema.describe("the scenario with the plan's levers, ready to be opened"),
  leverIds: z.array(z.string()).describe("levers that the plan adds"),
  measures: z
    .array(
      leverOutlineSchema.extend({
        schoolCode: z.string().nullable().describe("school that gains by it; null where it is a policy of the county"),
        costWan: z.number().describe("capital and yearly cost over the horizon, at each year's prices"),
      }),
    )
    .optional()
    .describe("the levers that the plan adds in words: those of the county, then school by school; left out in answers of before"),
  costWan: z.number().describe("capital and yearly cost of the plan's levers over the horizon, at each year's prices"),
  years: z.array(planYearSchema).describe("one a year, base year first"),
  standings: z
    .array(planStandingSchema)
    .optional()
    .describe("target year and every later one, as the compliance engine judges them; left out in answers of before"),
  milestones: z
    .array(
      milestoneSchema.extend({
        schools: z.number().int().describe("schools judged in the year, each stage of a school counted as one"),
        asked: z.number().int().describe("schools that must meet the standard"),
        met: z.number().int().describe("schools that meet it with the plan, as the compliance engine judges them"),
      }),
    )
    .optional()
    .describe("what the plan reaches on the way; left out where no milestones were asked for"),
  byKind: z.array(
    z.strictObject({
      kind: z.enum([...planKinds, "close_school"]),
      levers: z.number().int(),
      schools: z.number().int(),
      quantity: z.number().describe("persons, rooms, m² or 万元, as the kind counts"),
      costWan: z.number(),
    }),
  ),
});
export type FoundPlan = z.infer<typeof foundPlanSchema>;

/** What one clause or limit costs: the cheapest plan without it. */
export const clausePriceSchema = z.strictObject({
  clause: z.enum(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "balance", "lasting", ...limitKinds, ...planClauses]),
  stage: stageSchema.optional().describe("where the clause is one stage's"),
  part: z.enum(["balance"]).optional().describe("the balance of the indicator alone; else its standard and its balance"),
  costWan: z.number().nullable().describe("cheapest cost without it, by the plan's model; null when not found"),
  savedWan: z.number().nullable().describe("how much less that is than what the model finds with every clause and limit, sought as long"),
});

export const frontierPointSchema = z.strictObject({
  targetYear: z.number().int(),
  state: z.enum(planStates),
  costWan: z.number().nullable(),
  boundWan: z.number().nullable(),
  highestYearWan: z.number().nullable().describe("dearest year of that plan, kept levers included"),
});

/** 最省方案: the cheapest plan found, its proof, and the way there. */
export const planAnswerSchema = z.strictObject({
  format: z.literal("hengce.plan/1"),
  engineVersion: z.string(),
  solver: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  baseYear: z.number().int(),
  lastYear: z.number().int().describe("end of the horizon"),
  request: planRequestSchema,
  state: z.enum(planStates),
  incumbents: z.array(incumbentSchema).describe("in the order in which they were found, each cheaper than the last"),
  boundWan: z.number().nullable(),
  gap: z.number().nullable(),
  greedyWan: z.number().nullable().describe("cost of the fast plan; null when it found none"),
  plan: foundPlanSchema.nullable(),
  clauses: z
    .strictObject({
      held: z.array(z.enum(planClauses)).describe("items that every plan told meets from the target year on, while it must last"),
      leftOut: z
        .array(z.strictObject({ clause: z.enum(planClauses), schools: z.number().int(), figures: z.number().int() }))
        .describe("items asked for that cannot be judged from the data: schools that cannot, and figures that are missing"),
      quota: z
        .boolean()
        .describe("a rotation quota is part of the plan, which does not count on whom it moves: bound and proof are of such plans"),
    })
    .optional()
    .describe("what became of the items asked for; left out in answers of before"),
  explanation: z
    .strictObject({ relaxations: z.array(relaxationSchema), shortfalls: z.array(shortfallSchema) })
    .nullable()
    .describe("why there is no plan; null when there is one"),
  clausePrices: z.array(clausePriceSchema).nullable(),
  frontier: z.array(frontierPointSchema).nullable(),
  robust: z
    .strictObject({
      draws: z.number().int(),
      pass: z
        .number()
        .describe("share of the futures in which the target year meets the resource part and every clause that the plan is held to"),
      low: z.number().describe("lower bound of Wilson's 95 % interval around `pass`"),
      high: z.number().describe("its upper bound"),
      plan: foundPlanSchema.nullable(),
      margin: z.number().describe("by how much every standard was raised, 0.05 = 5 %"),
    })
    .nullable(),
  rounds: z.number().int().describe("times the model was sharpened by what the engine found"),
  seconds: z.number(),
  interrupted: z
    .enum(interruptions)
    .nullable()
    .default(null)
    .describe(
      "what ended a search before its effort was used up: asked again, the question may have another answer; null when nothing did",
    ),
});
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
