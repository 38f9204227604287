import { jsonb } from "@db/json";
import type { ReaderTx, TenantTx } from "@db/tenant";
import { organisationKindSchema } from "@server/auth/contract";
import { verdictSchema } from "@server/compliance/contract";
import { parseDigest } from "@server/province/digest";
import { z } from "zod";
import type { ReviewStep, ReviewSubject } from "./contract";
import { type ReviewState, reviewActions, reviewStates } from "./steps";
import { type Timetable, timetableSchema } from "./timetable";

type AnyTx = TenantTx | ReaderTx;

const stepSchema = z.object({
  countyId: z.string(),
  seq: z.number(),
  level: organisationKindSchema,
  action: z.enum(reviewActions),
  from: z.enum(reviewStates),
  to: z.enum(reviewStates),
  reason: z.string(),
  deadline: z.string().nullable(),
  publicationId: z.string().nullable(),
  orgName: z.string(),
  by: z.string(),
  at: z.date().transform((date) => date.toISOString()),
});
export type StoredStep = ReviewStep & { readonly countyId: string };

/** Steps of one year, newest first, of the counties that the transaction sees. */
export const reviewSteps = async (tx: AnyTx, statisticsYear: number): Promise<readonly StoredStep[]> => {
  const rows = await tx
    .selectFrom("county.review_step")
    .select([
      "tenant_id as countyId",
      "seq",
      "level",
      "action",
      "from_state as from",
      "to_state as to",
      "reason",
      "deadline",
      "publication_id as publicationId",
      "org_name as orgName",
      "acted_by_name as by",
      "at",
    ])
    .where("statistics_year", "=", statisticsYear)
    .orderBy("tenant_id")
    .orderBy("seq", "desc")
    .execute();
  return rows.map((row) => stepSchema.parse(row));
};

/** Where a year of the county stands; inside the county's own transaction. */
export const reviewStateOf = async (tx: TenantTx, statisticsYear: number): Promise<ReviewState> => {
  const row = await tx
    .selectFrom("county.review_step")
    .select("to_state")
    .where("statistics_year", "=", statisticsYear)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? "draft" : z.enum(reviewStates).parse(row.to_state);
};

/** Standing snapshots of a year by county. */
export const reviewSubjects = async (tx: AnyTx, statisticsYear: number): Promise<ReadonlyMap<string, ReviewSubject>> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select(["tenant_id", "id", "version", "published_at", "dataset_hash", "verdict", "failing", "not_evaluable", "digest"])
    .where("statistics_year", "=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.tenant_id,
      {
        publicationId: row.id,
        version: row.version,
        publishedAt: row.published_at.toISOString(),
        datasetHash: row.dataset_hash,
        verdict: verdictSchema.parse(row.verdict),
        failing: row.failing,
        notEvaluable: row.not_evaluable,
        eligibility: parseDigest(row.digest)?.eligibility ?? null,
      },
    ]),
  );
};

/** Years with a snapshot or a step, newest first. */
export const reviewYears = async (tx: AnyTx): Promise<readonly number[]> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select("statistics_year")
    .union(tx.selectFrom("county.review_step").select("statistics_year"))
    .execute();
  return rows.map((row) => row.statistics_year).sort((a, b) => b - a);
};

export interface ReviewedCounty {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly cityId: string | null;
  readonly provinceId: string | null;
  readonly cityName: string | null;
}

/** The counties that the transaction sees, by code: the county itself, or all below. */
export const reviewedCounties = async (tx: AnyTx): Promise<readonly ReviewedCounty[]> =>
  tx
    .selectFrom("auth.organisation as county")
    .leftJoin("auth.organisation as city", "city.id", "county.city_id")
    .select([
      "county.id",
      "county.code",
      "county.name",
      "county.city_id as cityId",
      "county.province_id as provinceId",
      "city.name as cityName",
    ])
    .where("county.kind", "=", "county")
    .orderBy("county.code")
    .execute();

export interface NewStep {
  readonly id: string;
  readonly county: ReviewedCounty & { readonly provinceId: string };
  readonly statisticsYear: number;
  readonly step: Omit<ReviewStep, "at" | "by">;
  readonly userId: string;
  readonly userName: string;
}

/** Appends a line. Two who act at once write the same number, and the database keeps one. */
export const insertStep = async (tx: TenantTx, { id, county, statisticsYear, step, userId, userName }: NewStep): Promise<void> => {
  await tx
    .insertInto("county.review_step")
    .values({
      tenant_id: county.id,
      id,
      statistics_year: statisticsYear,
      seq: step.seq,
      level: step.level,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      publication_id: step.publicationId,
      reason: step.reason,
      deadline: step.deadline,
      city_id: county.cityId,
      province_id: county.provinceId,
      org_name: step.orgName,
      acted_by: userId,
      acted_by_name: userName,
    })
    .execute();
};

/** The newest timetable that applies to the organisation: its own or its province's; null when none was set. */
export const storedTimetable = async (tx: AnyTx): Promise<Timetable | null> => {
  const row = await tx.selectFrom("rules.timetable").select("document").orderBy("created_at", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : timetableSchema.parse(row.document);
};

/** Adds another version of the organisation's timetable. */
export const insertTimetable = async (
  tx: TenantTx,
  entry: {
    readonly tenantId: string;
    readonly id: string;
    readonly userId: string;
    readonly userName: string;
    readonly timetable: Timetable;
  },
): Promise<void> => {
  const last = await tx
    .selectFrom("rules.timetable")
    .select((eb) => eb.fn.max("version").as("version"))
    .where("tenant_id", "=", entry.tenantId)
    .executeTakeFirst();
  await tx
    .insertInto("rules.timetable")
    .values({
      tenant_id: entry.tenantId,
      id: entry.id,
      version: (last?.version ?? 0) + 1,
      document: jsonb(entry.timetable),
      created_by: entry.userId,
      created_by_name: entry.userName,
    })
    .execute();
};
