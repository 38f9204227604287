import type { Actor } from "@server/auth/contract";
import { type Verdict, verdictSchema } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import type { RunView } from "@server/jobs/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import { z } from "zod";
import type { PassingPart } from "./passing-contract";

const year = z.number().int().min(2000).max(2100);
const share = z.number().min(0).max(1);
const moneyWan = z.number().min(0).max(10_000);

/** Parameters of the rules that a province may try at another value, by stage where they have one. */
export const triedThresholds = [
  "R1.standard",
  "R2.standard",
  "R3.standard",
  "R4.standard",
  "R5.standard",
  "R6.standard",
  "R7.standard",
  "CV.limit",
] as const;

/** Reliefs (放宽条款) that a province may try to end before their day. */
export const triedReliefs = [
  "relief.R3.on",
  "relief.R5.on",
  "relief.G3.oldBuilding.on",
  "relief.G3.smallRural.on",
  "relief.G4.on",
] as const;

/** One change over all published counties. Money in 万元, shares as fractions of 1. */
export const policyChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("threshold"),
    parameter: z.enum(triedThresholds),
    stage: z.enum(["primary", "junior"]),
    value: z.number().min(0).max(100_000),
  }),
  z.strictObject({ kind: z.literal("relief_ended"), relief: z.enum(triedReliefs), fromYear: year }),
  z.strictObject({
    kind: z.literal("rotation_quota"),
    startYear: year,
    rotationShare: share,
    backboneShare: share,
    annualCostWanPerTeacher: moneyWan,
    provinceShare: share.describe("share of the cost that the province pays"),
  }),
  z.strictObject({
    kind: z.literal("class_cap"),
    startYear: year,
    primary: z.number().int().min(15).max(80),
    junior: z.number().int().min(15).max(80),
  }),
  z.strictObject({
    kind: z.literal("place_grant"),
    startYear: year,
    grantWanPerPlace: moneyWan.describe("paid by the province for each place built"),
    placesPerRoom: z.number().int().min(10).max(60),
  }),
  z.strictObject({ kind: z.literal("births"), annualChange: z.number().min(-0.5).max(0.5) }),
]);
export type PolicyChange = z.infer<typeof policyChangeSchema>;
export const policyKinds = ["threshold", "relief_ended", "rotation_quota", "class_cap", "place_grant", "births"] as const;
export type PolicyKind = PolicyChange["kind"];

export const policyRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  statisticsYear: z.number().int().min(1990).max(2100),
  horizonYears: z.number().int().min(1).max(10),
  change: policyChangeSchema,
});
export type PolicyRequest = z.infer<typeof policyRequestSchema>;

const policyYearSchema = z.strictObject({
  year: z.number().int(),
  verdict: verdictSchema.describe("resource part"),
  overall: z.enum(["met", "not_met", "incomplete"]).describe("all parts, statements as published"),
  failing: z.number().int(),
  notEvaluable: z.number().int(),
  distance: z.number(),
  binding: z.array(z.string()).describe("clauses not met: primary-sections, primary-R4-cv, G4 …"),
  capitalWan: z.number(),
  recurrentWan: z.number(),
});
export type PolicyYear = z.infer<typeof policyYearSchema>;

export const policyCountySchema = z.strictObject({
  countyId: z.string(),
  countyCode: z.string(),
  countyName: z.string(),
  cityName: z.string().nullable(),
  publicationId: z.string(),
  datasetHash: z.string(),
  unchanged: z.array(policyYearSchema),
  changed: z.array(policyYearSchema),
  provinceWan: z.number().describe("what the province pays of the cost over the horizon"),
  countyWan: z.number().describe("what the county pays"),
  /** Null when computed; else why it was left out. */
  left: z.enum(["no_data", "impossible"]).nullable(),
});
export type PolicyCounty = z.infer<typeof policyCountySchema>;

/** Answer of a policy run: every published county with and without the change. */
export const policyAnswerSchema = z.strictObject({
  format: z.literal("hengce.policy/1"),
  statisticsYear: z.number().int(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  change: policyChangeSchema,
  horizonYears: z.number().int(),
  counties: z.array(policyCountySchema),
  unpublished: z.number().int().describe("counties below the province that have published nothing for the year"),
});
export type PolicyAnswer = z.infer<typeof policyAnswerSchema>;

/** First year in which that part is met, and whether it stays so to the end. */
export interface Passing {
  readonly firstYear: number | null;
  readonly lasts: boolean;
}

export type PolicyEffect = "gained" | "lost" | "sooner" | "later" | "same" | "not_tried";

/** One county of the answer in one line. */
export interface PolicyLine {
  readonly countyId: string;
  readonly countyName: string;
  readonly cityName: string | null;
  readonly publicationId: string;
  readonly before: Passing;
  readonly after: Passing;
  /** 优质均衡 as a whole in the last year with the change, and which of the 25 items then fail; null where it was not tried. */
  readonly whole: { readonly verdict: Verdict; readonly failing: readonly ItemId[] } | null;
  readonly effect: PolicyEffect;
  /** Clauses that fail in the last year with the change and not without it, and the other way round. */
  readonly nowBinding: readonly string[];
  readonly noLonger: readonly string[];
  readonly provinceWan: number;
  readonly countyWan: number;
  readonly left: PolicyCounty["left"];
}

export interface PolicySummary {
  readonly part: PassingPart;
  readonly lines: readonly PolicyLine[];
  /** Counties of the province that had published nothing for the year. */
  readonly unpublished: number;
  readonly counts: Readonly<Record<PolicyEffect, number>>;
  readonly provinceWan: number;
  readonly countyWan: number;
  /** How many counties fail a clause in the last year, without and with the change; largest change first. */
  readonly clauses: readonly { readonly clause: string; readonly before: number; readonly after: number }[];
  /** Counties that pass in each year, without and with the change. */
  readonly years: readonly { readonly year: number; readonly before: number; readonly after: number }[];
}

/** A policy saved by somebody of the province; everybody of the province sees it. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly statisticsYear: number;
  readonly horizonYears: number;
  readonly change: PolicyChange;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly run: RunView | null;
}

/** Policy laboratory (政策实验室) of a province. */
export interface PolicyService {
  list(actor: Actor): Promise<Result<readonly Policy[], AppError>>;
  /** Saves the policy and asks a worker; `conflict` when the name is taken, `nothing_published` when no county can be tried. */
  start(actor: Actor, request: PolicyRequest): Promise<Result<Policy, AppError>>;
  /** Asks again, for instance after a cancel or when counties have published anew. */
  restart(actor: Actor, policyId: string): Promise<Result<Policy, AppError>>;
  /** The policy with what it changes in one meaning of passing, null while there is none. Counties that have since withdrawn are left out of it. */
  get(
    actor: Actor,
    policyId: string,
    part: PassingPart,
  ): Promise<Result<{ readonly policy: Policy; readonly summary: PolicySummary | null }, AppError>>;
  remove(actor: Actor, policyId: string): Promise<Result<null, AppError>>;
}
