import type { Actor } from "@server/auth/contract";
import { verdictSchema } from "@server/compliance/contract";
import { itemIdSchema, type Overall } from "@server/compliance/items-contract";
import type { RunView } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { effortOfSeconds } from "@server/planning/former-seconds";
import { z } from "zod";

/** 推算前沿: what is asked for all published counties at once. */
const plainFrontierRequestSchema = z.strictObject({
  statisticsYear: z.number().int().min(1990).max(2100),
  /** Years after the statistics year that are looked at: the first can be passed in by works of one year. */
  horizonYears: z.number().int().min(3).max(10),
  /** What the solver may do for each county and target year, as in a request for the cheapest plan; 0: the fast plan alone. */
  effort: z.number().min(0).max(30),
});
export const frontierRequestSchema = z.preprocess(effortOfSeconds, plainFrontierRequestSchema);
export type FrontierRequest = z.infer<typeof frontierRequestSchema>;

/** 优质均衡 as a whole in a year to come: a plan mends the resource part, and this is where the rest then stands. */
const wholeThenSchema = z.strictObject({
  verdict: verdictSchema.describe("all 32 indicators and the vetoes, statements as published"),
  failing: z.array(itemIdSchema).describe("of the 25 items"),
  open: z.number().int().describe("of the 25 items: cannot be judged"),
});
export type WholeThen = z.infer<typeof wholeThenSchema>;

const yearMoneySchema = z.strictObject({ year: z.number().int(), capitalWan: z.number(), recurrentWan: z.number() });

/** Least money known, 万元 to the end of the horizon, by which a county's resource part passes from the target year on. */
const frontierPointSchema = z.strictObject({
  targetYear: z.number().int(),
  state: z.enum(["nothing_needed", "passes", "none", "not_evaluable"]),
  by: z.enum(["fast", "solver"]).nullable().describe("whose plan it is: the fast one, or a better one of the solver"),
  costWan: z.number().nullable(),
  boundWan: z.number().nullable().describe("no plan is cheaper; null where nothing is proven"),
  years: z.array(yearMoneySchema).describe("years with money, at that year's prices"),
  whole: wholeThenSchema.nullable().describe("in the target year, with the plan; null without one"),
});
export type FrontierPoint = z.infer<typeof frontierPointSchema>;

const frontierCountySchema = z.strictObject({
  countyId: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
  cityName: z.string().nullable(),
  publicationId: z.string(),
  datasetHash: z.string(),
  points: z.array(frontierPointSchema),
  left: z.enum(["no_data"]).nullable().describe("null when computed; else why it was left out"),
});
export type FrontierCounty = z.infer<typeof frontierCountySchema>;

/** Second: says of every point where the county stands as a whole. */
export const frontierFormat = "hengce.frontier/2";

export const frontierAnswerSchema = z.strictObject({
  format: z.literal(frontierFormat),
  request: frontierRequestSchema,
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  counties: z.array(frontierCountySchema),
});
export type FrontierAnswer = z.infer<typeof frontierAnswerSchema>;

/** 分配: one grant a year, from the year after the statistics year on. */
export const allocationRequestSchema = z.strictObject({
  frontierRunId: z.uuid(),
  annualBudgetWan: z.number().min(0).max(10_000_000),
  /** Money that is left over may be spent in later years. */
  carryOver: z.boolean(),
  /** Share of every plan's cost that the grant pays; the county pays the rest. */
  provinceShare: z.number().min(0.01).max(1),
});
export type AllocationRequest = z.infer<typeof allocationRequestSchema>;

const totalsSchema = z.strictObject({
  /** Counties whose resource part passes by the end of the horizon. */
  counties: z.number().int(),
  /** Years in which it does, added up over counties: what the selection makes as large as possible. */
  countyYears: z.number().int(),
  grantWan: z.number(),
  /** False when the solver's effort was used up: a better selection is then not excluded. */
  proven: z.boolean(),
});
export type AllocationTotals = z.infer<typeof totalsSchema>;

export const allocationAnswerSchema = z.strictObject({
  format: z.literal("hengce.allocation/1"),
  request: allocationRequestSchema,
  statisticsYear: z.number().int(),
  lastYear: z.number().int(),
  solver: z.string(),
  totals: totalsSchema,
  counties: z.array(
    z.strictObject({
      countyId: z.string(),
      publicationId: z.string(),
      targetYear: z.number().int().nullable().describe("null: the budget does not reach it, or no plan is known"),
    }),
  ),
  /** The same selection with smaller and larger budgets, smallest first. */
  curve: z.array(totalsSchema.extend({ annualBudgetWan: z.number() })),
  /** The same budget a year, beginning so many years later. */
  delays: z.array(totalsSchema.extend({ years: z.number().int() })),
});
export type AllocationAnswer = z.infer<typeof allocationAnswerSchema>;

/** What another year of waiting changes for a county, against the target year before. */
export interface DelayCost {
  readonly targetYear: number;
  /** 万元 more (or less) of one-off and of yearly money to the end of the horizon. */
  readonly capitalWan: number;
  readonly recurrentWan: number;
}

/** One county of the certification calendar (认定日历). */
export interface PortfolioLine {
  readonly countyId: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly cityName: string | null;
  readonly publicationId: string;
  readonly pupils: number | null;
  /** Of the 25 items, as published: those that fail and those that cannot be judged. Null: not known. */
  readonly items: { readonly failing: number; readonly open: number } | null;
  /** What no plan mends, as published; null: not known. */
  readonly stated: Pick<Overall, "vetoes" | "eligibility" | "extras"> | null;
  /** First year in which it may apply (申报资格), by what it reported; null: not known. */
  readonly eligibleFrom: number | null;
  readonly points: readonly FrontierPoint[];
  readonly left: FrontierCounty["left"];
  /** First year from which it passes and stays so without measures; null: none within the horizon. */
  readonly baselineYear: number | null;
  /** Year of the allocation; null without one, or when it does not reach the county. */
  readonly targetYear: number | null;
  /** 万元 of the allocated plan to the end of the horizon, and what of it the grant pays; null without one. */
  readonly costWan: number | null;
  readonly grantWan: number | null;
  readonly delays: readonly DelayCost[];
}

export interface PortfolioAllocation {
  readonly run: RunView;
  readonly request: AllocationRequest;
  /** Null while there is none, and when a county in it has withdrawn since: then its sums may not be shown. */
  readonly answer: Omit<AllocationAnswer, "counties" | "format" | "request"> | null;
  readonly withdrawn: boolean;
  /** 万元 of grant and of county money by year of the horizon. */
  readonly money: readonly { readonly year: number; readonly grantWan: number; readonly countyWan: number }[];
}

/** What the page of the portfolio shows. Counties that have withdrawn since are in none of it. */
export interface PortfolioView {
  readonly statisticsYear: number;
  readonly published: number;
  readonly total: number;
  /** The newest run for frontiers, whatever became of it. */
  readonly frontierRun: RunView | null;
  readonly frontier: {
    readonly runId: string;
    readonly computedAt: string;
    readonly request: FrontierRequest;
    readonly ruleSet: { readonly id: string; readonly version: string };
    /** Counties that have published, or published anew, since it was computed. */
    readonly newer: number;
    readonly lines: readonly PortfolioLine[];
  } | null;
  readonly allocation: PortfolioAllocation | null;
}

/** 认定日历与资金组合 of a province, and without a grant to share of a city. Published data only, of the counties below the reader. */
export interface PortfolioService {
  /** `allocationRunId` null: the newest allocation of the frontiers shown. `nothing_published` when there is nothing to look at. */
  view(actor: Actor, allocationRunId: string | null): Promise<Result<PortfolioView, AppError>>;
  /** Asks a worker for the frontier of every published county. */
  startFrontier(actor: Actor, request: FrontierRequest): Promise<Result<RunView, AppError>>;
  /** Asks a worker which counties to push by which year. A province's alone. */
  allocate(actor: Actor, request: AllocationRequest): Promise<Result<RunView, AppError>>;
}
