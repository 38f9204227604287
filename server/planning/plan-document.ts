import { resourceIndicatorSchema, verdictSchema } from "@server/compliance/contract";
import { stageSchema } from "@server/statistics/contract";
import { z } from "zod";
import { areaM2, moneyWan, schoolCode, share, year } from "./levers/schema-parts";
import { scenarioDocumentSchema } from "./scenario-document";

/** Kinds of lever that a plan may use, beside mergers that are named one by one. */
export const planKinds = [
  "hire_teachers",
  "upgrade_education",
  "train_backbone",
  "build_classrooms",
  "build_sports",
  "buy_equipment",
  "equip_multimedia",
  "rotate_teachers",
  "transfer_equipment",
] as const;
export type PlanKind = (typeof planKinds)[number];

const leadYears = z.number().int().min(0).max(6).optional();
const fulfilment = share.min(0.01).optional();
const unitCost = z.number().min(0).max(50_000).optional();

/** Figures that differ from the levers' own defaults (`levers/<kind>/defaults.ts`). */
const planFiguresSchema = z.strictObject({
  hire_teachers: z.strictObject({ leadYears, fulfilment, annualCostWan: moneyWan.optional() }).optional(),
  upgrade_education: z.strictObject({ leadYears, fulfilment, costWanPerPerson: moneyWan.optional() }).optional(),
  train_backbone: z.strictObject({ leadYears, fulfilment, costWanPerPerson: moneyWan.optional() }).optional(),
  build_classrooms: z
    .strictObject({ leadYears, areaPerRoomM2: z.number().min(30).max(400).optional(), unitCostYuanPerM2: unitCost })
    .optional(),
  build_sports: z.strictObject({ leadYears, unitCostYuanPerM2: unitCost }).optional(),
  buy_equipment: z.strictObject({ leadYears }).optional(),
  equip_multimedia: z.strictObject({ leadYears, costWanPerRoom: moneyWan.optional(), bookValueWanPerRoom: moneyWan.optional() }).optional(),
  rotate_teachers: z.strictObject({ leadYears, annualCostWanPerTeacher: moneyWan.optional() }).optional(),
  transfer_equipment: z
    .strictObject({ leadYears, costShare: share.optional().describe("cost of moving, as a share of the book value; 0.05 unless given") })
    .optional(),
});

/** 年度目标: how many schools must meet the standard in a year on the way to the target year. */
const milestoneSchema = z.strictObject({
  year: year.describe("statistics year before the target year"),
  share: share
    .min(0.01)
    .describe(
      "at least this share of the schools, each stage of a school counted as one, meets the seven indicators as the regulation asks of a school",
    ),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** 目标求解: what the cheapest plan is asked for. */
const plainRequestSchema = z.strictObject({
  targetYear: year.describe("statistics year in which the resource part (R1–R7 and their balance) must be met"),
  lasting: z.boolean().default(true).describe("it must stay met to the end of the scenario's horizon"),
  // Left out rather than empty, so that questions asked before there were any stay the same questions.
  milestones: z
    .array(milestoneSchema)
    .min(1)
    .max(20)
    .optional()
    .describe("shares of the schools to be reached on the way; none unless given"),
  annualBudgetWan: moneyWan
    .nullable()
    .default(null)
    .describe("万元 a year at that year's prices, the kept levers included; null: no limit"),
  totalBudgetWan: moneyWan.nullable().default(null).describe("万元 over the horizon, the plan alone; null: no limit"),
  land: z
    .strictObject({
      countyM2: areaM2.nullable().default(null),
      perSchoolM2: areaM2.nullable().default(null).describe("for every school that is not listed"),
      bySchool: z.array(z.strictObject({ schoolCode, areaM2 })).max(5000).default([]),
      perTeachingM2: share.default(0.25).describe("ground under one m² of new teaching area: four storeys"),
    })
    .default({ countyM2: null, perSchoolM2: null, bySchool: [], perTeachingM2: 0.25 })
    .describe("m² of ground that may be built on; null: no limit"),
  hiresPerYear: z.number().int().min(0).max(100_000).nullable().default(null).describe("posts a year in the county; null: no limit"),
  rotationShare: share
    .nullable()
    .default(0.1)
    .describe("at most this share of a stage's full-time teachers leaves for another school in one year; null: no limit"),
  kinds: z
    .array(z.enum(planKinds))
    .max(planKinds.length)
    .default([...planKinds])
    .describe("kinds of lever that may be used"),
  figures: planFiguresSchema.default({}),
  mergers: z
    .array(z.strictObject({ schoolCode, toCode: schoolCode }))
    .max(4)
    .default([])
    .describe("schools that may be closed in favour of another: every choice among them is tried"),
  gap: z.number().min(0).max(0.5).default(0.01).describe("accepted relative distance between cost and proven bound"),
  seconds: z.number().min(1).max(3600).default(60).describe("time for the search; the best plan so far is kept"),
  ask: z
    .strictObject({
      clausePrices: z.boolean().default(false).describe("what each clause and limit costs"),
      frontier: z.boolean().default(false).describe("cheapest cost for every target year"),
      robust: z.boolean().default(false).describe("a plan that passes in at least nine of ten futures"),
    })
    .default({ clausePrices: false, frontier: false, robust: false }),
});

/** The request with its milestones held against the target year and each other. */
export const planRequestSchema = plainRequestSchema.superRefine(({ targetYear, milestones = [] }, context) => {
  milestones.forEach(({ year: own }, index) => {
    const complain = (message: string): void => context.addIssue({ code: "custom", path: ["milestones", index, "year"], message });
    if (own >= targetYear) complain("milestoneTooLate");
    if (milestones.findIndex((other) => other.year === own) < index) complain("milestoneTwice");
  });
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

/**
 * How the search ended. `optimal`: proven within 0.01 %; `within_gap`: proven within the gap asked for;
 * `time_limit`, `stopped`: best plan so far; `nothing_needed`: the scenario passes as it is;
 * `infeasible`: proven that no plan exists; `not_evaluable`: figures are missing, nothing can be proven;
 * `not_found`: none was found, and none was excluded.
 */
export const planStates = [
  "optimal",
  "within_gap",
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
] as const;
const words = z.strictObject({
  key: z.enum(planWordsKeys),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PlanWords = z.infer<typeof words>;

/** One way out of an infeasible question: the request that would have a plan, and what that plan would cost. */
export const relaxationSchema = z.strictObject({
  limit: z.enum(["annual_budget", "total_budget", "land", "hires", "rotation", "milestones", "target_year", "kinds", "lasting"]),
  words,
  /** The same question, with this one limit moved just as far as is needed. */
  request: planRequestSchema,
  costWan: z.number().nullable().describe("cost of a plan then, 万元; null when it was not sought to the end"),
});
export type Relaxation = z.infer<typeof relaxationSchema>;

/** A section, balance or milestone that cannot be brought up within the limits, when as little as possible is left over. */
export const shortfallSchema = z.strictObject({
  kind: z.enum(["section", "balance", "milestone", "missing"]),
  stage: stageSchema.nullable().describe("null for a milestone"),
  year: z.number().int(),
  indicator: resourceIndicatorSchema.nullable().describe("null for a milestone"),
  schoolCode: z.string().nullable(),
  amount: z
    .number()
    .nullable()
    .describe("lacking resource: persons, m², yuan or rooms; for a balance the excess of the CV; for a milestone schools"),
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

export const foundPlanSchema = z.strictObject({
  scenario: scenarioDocumentSchema.describe("the scenario with the plan's levers, ready to be opened"),
  leverIds: z.array(z.string()).describe("levers that the plan adds"),
  costWan: z.number().describe("capital and yearly cost of the plan's levers over the horizon, at each year's prices"),
  years: z.array(planYearSchema).describe("one a year, base year first"),
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
  clause: z.enum([
    "R1",
    "R2",
    "R3",
    "R4",
    "R5",
    "R6",
    "R7",
    "balance",
    "lasting",
    "annual_budget",
    "total_budget",
    "land",
    "hires",
    "rotation",
    "milestones",
  ]),
  costWan: z.number().nullable().describe("cheapest cost without it, by the plan's model; null when not found"),
  savedWan: z.number().nullable(),
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
  explanation: z
    .strictObject({ relaxations: z.array(relaxationSchema), shortfalls: z.array(shortfallSchema) })
    .nullable()
    .describe("why there is no plan; null when there is one"),
  clausePrices: z.array(clausePriceSchema).nullable(),
  frontier: z.array(frontierPointSchema).nullable(),
  robust: z
    .strictObject({
      draws: z.number().int(),
      pass: z.number().describe("share of the futures in which the target year is met"),
      plan: foundPlanSchema.nullable(),
      margin: z.number().describe("by how much every standard was raised, 0.05 = 5 %"),
    })
    .nullable(),
  rounds: z.number().int().describe("times the model was sharpened by what the engine found"),
  seconds: z.number(),
});
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
