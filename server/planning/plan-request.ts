import { z } from "zod";
import { effortOfSeconds } from "./former-seconds";
import { areaM2, moneyWan, schoolCode, share, year } from "./levers/schema-parts";
import { uncertaintyRangesSchema } from "./uncertainty-document";

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
  "build_special_rooms",
  "class_cap",
  "public_funds",
  "rotation_quota",
] as const;
export type PlanKind = (typeof planKinds)[number];

/**
 * Items beside the resource part that a plan can be held to: music and art rooms (G3), size of schools (G4) and of classes
 * (G5), funds of small schools (G6), rotation (G11).
 */
export const planClauses = ["G3", "G4", "G5", "G6", "G11"] as const;
export type PlanClause = (typeof planClauses)[number];

/** Kinds of lever that serve no other end than one of those items. */
const clauseKinds: readonly PlanKind[] = ["build_special_rooms", "class_cap", "public_funds", "rotation_quota"];

const leadYears = z.number().int().min(0).max(6).optional();
const fulfilment = share.min(0.01).optional();
const unitCost = z.number().min(0).max(50_000).optional();
/** 另计费用 of every lever, yuan a unit. */
const further = { unitCapitalYuan: z.number().min(0).max(1e9).optional(), unitYearlyYuan: z.number().min(0).max(1e9).optional() };

/** Figures that differ from the levers' own defaults (`levers/<kind>/defaults.ts`). */
const planFiguresSchema = z.strictObject({
  hire_teachers: z.strictObject({ leadYears, fulfilment, annualCostWan: moneyWan.optional(), ...further }).optional(),
  upgrade_education: z.strictObject({ leadYears, fulfilment, costWanPerPerson: moneyWan.optional(), ...further }).optional(),
  train_backbone: z.strictObject({ leadYears, fulfilment, costWanPerPerson: moneyWan.optional(), ...further }).optional(),
  build_classrooms: z
    .strictObject({ leadYears, areaPerRoomM2: z.number().min(30).max(400).optional(), unitCostYuanPerM2: unitCost, ...further })
    .optional(),
  build_sports: z.strictObject({ leadYears, unitCostYuanPerM2: unitCost, ...further }).optional(),
  buy_equipment: z.strictObject({ leadYears, ...further }).optional(),
  equip_multimedia: z
    .strictObject({ leadYears, costWanPerRoom: moneyWan.optional(), bookValueWanPerRoom: moneyWan.optional(), ...further })
    .optional(),
  rotate_teachers: z.strictObject({ leadYears, annualCostWanPerTeacher: moneyWan.optional() }).optional(),
  transfer_equipment: z
    .strictObject({ leadYears, costShare: share.optional().describe("cost of moving, as a share of the book value; 0.05 unless given") })
    .optional(),
  build_special_rooms: z.strictObject({ leadYears, unitCostYuanPerM2: unitCost, ...further }).optional(),
  class_cap: z.strictObject({ leadYears }).optional(),
  public_funds: z.strictObject({ leadYears }).optional(),
  rotation_quota: z
    .strictObject({
      leadYears,
      termYears: z.number().int().min(1).max(6).optional(),
      annualCostWanPerTeacher: moneyWan.optional(),
    })
    .optional(),
});

/** 年度目标: how many schools must meet the standard in a year on the way to the target year. */
export const milestoneSchema = z.strictObject({
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
  targetYear: year.describe("statistics year in which the resource part (R1–R7 and their balance) and the clauses asked for must be met"),
  lasting: z.boolean().default(true).describe("it must stay met to the end of the scenario's horizon"),
  clauses: z
    .array(z.enum(planClauses))
    .max(planClauses.length)
    .optional()
    .describe(
      "items that must be met in the same years as the resource part. Left out: all of them, or none where only measures for the resource part are named. One that cannot be judged from the data is not asked for, and the answer says so",
    ),
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
    .describe(
      "schools that may be closed in favour of another, from a year that the plan chooses: every choice among them and their years is compared, years that do not serve a goal left out where there would be more than twenty choices",
    ),
  gap: z.number().min(0).max(0.5).default(0.01).describe("accepted relative distance between cost and proven bound"),
  effort: z
    .number()
    .min(1)
    .max(3600)
    .default(60)
    .describe(
      "what the search may do, counted in the solver's own steps so that the same question has the same answer on every machine; one is about a second of an idle processor. The best plan so far is kept",
    ),
  ask: z
    .strictObject({
      clausePrices: z.boolean().default(false).describe("what each clause and limit costs"),
      frontier: z.boolean().default(false).describe("cheapest cost for every target year"),
      robust: z.boolean().default(false).describe("a plan that passes in at least nine of ten futures"),
    })
    .default({ clausePrices: false, frontier: false, robust: false }),
  ranges: uncertaintyRangesSchema
    .optional()
    .describe(
      "how the futures of the robust plan may turn out; left out: by the default ranges. A question asked in the application takes those by which the scenario's uncertainty was asked last",
    ),
});

/** What questions ask for that do not say it: those of before there were clauses name measures for the resource part alone. */
const clausesFor = (kinds: readonly PlanKind[]): PlanClause[] => (clauseKinds.some((kind) => kinds.includes(kind)) ? [...planClauses] : []);

/** The request with its milestones held against the target year and each other. */
const heldRequestSchema = plainRequestSchema
  .superRefine(({ targetYear, milestones = [] }, context) => {
    milestones.forEach(({ year: own }, index) => {
      const complain = (message: string): void => context.addIssue({ code: "custom", path: ["milestones", index, "year"], message });
      if (own >= targetYear) complain("milestoneTooLate");
      if (milestones.findIndex((other) => other.year === own) < index) complain("milestoneTwice");
    });
  })
  .transform(({ clauses, ...request }) => ({ ...request, clauses: clauses ?? clausesFor(request.kinds) }));
export const planRequestSchema = z.preprocess(effortOfSeconds, heldRequestSchema);
export type PlanRequest = z.infer<typeof planRequestSchema>;
