import { jsonb } from "@db/json";
import type { ReaderTx, TenantTx } from "@db/tenant";
import { verdictSchema } from "@server/compliance/contract";
import { wholeOf } from "@server/compliance/whole-contract";
import { sql } from "kysely";
import {
  type CountyComparisonRow,
  type HeatCell,
  type PublicationHead,
  type PublicationPayload,
  type TrendYear,
  trendYears,
} from "./contract";
import { type Digest, parseDigest } from "./digest";
import { parseCells, parsePayload } from "./snapshot";

const headColumns = [
  "id",
  "version",
  "statistics_year",
  "dataset_hash",
  "published_at",
  "published_by_name",
  "withdrawn_at",
] as const satisfies readonly string[];

interface HeadRow {
  readonly id: string;
  readonly version: number;
  readonly statistics_year: number;
  readonly dataset_hash: string;
  readonly published_at: Date;
  readonly published_by_name: string;
  readonly withdrawn_at: Date | null;
}

const headOf = (row: HeadRow): PublicationHead => ({
  id: row.id,
  version: row.version,
  statisticsYear: row.statistics_year,
  datasetHash: row.dataset_hash,
  publishedAt: row.published_at.toISOString(),
  publishedBy: row.published_by_name,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
});

/** One publication of a county at a time: versions are counted and an earlier one is withdrawn. Held to the end of the transaction. */
export const lockPublications = async (tx: TenantTx, orgId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${orgId}`}, 0))`.execute(tx);
};

export interface OwnOrganisation {
  readonly code: string;
  readonly name: string;
  readonly cityId: string | null;
  readonly provinceId: string;
}

/** The county itself and whom it reports to; null when it reports to nobody. */
export const ownOrganisation = async (tx: TenantTx, orgId: string): Promise<OwnOrganisation | null> => {
  const row = await tx
    .selectFrom("auth.organisation")
    .select(["code", "name", "city_id", "province_id"])
    .where("id", "=", orgId)
    .executeTakeFirst();
  if (row === undefined || row.province_id === null) return null;
  return { code: row.code, name: row.name, cityId: row.city_id, provinceId: row.province_id };
};

/** All publications of the county, newest first. */
export const publicationHeads = async (tx: TenantTx): Promise<readonly PublicationHead[]> => {
  const rows = await tx.selectFrom("county.publication").select(headColumns).orderBy("version", "desc").execute();
  return rows.map(headOf);
};

/** One publication of the county, withdrawn or not. */
export const publicationHead = async (tx: TenantTx, id: string): Promise<PublicationHead | null> => {
  const row = await tx.selectFrom("county.publication").select(headColumns).where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : headOf(row);
};

/** What stands published for a year. */
export const standingPublication = async (
  tx: TenantTx,
  statisticsYear: number,
): Promise<{ readonly head: PublicationHead; readonly payload: PublicationPayload } | null> => {
  const row = await tx
    .selectFrom("county.publication")
    .select([...headColumns, "payload"])
    .where("statistics_year", "=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : { head: headOf(row), payload: parsePayload(row.payload) };
};

/** Marks a standing publication as withdrawn now; null when there is none to withdraw. */
export const withdrawPublication = async (tx: TenantTx, id: string): Promise<PublicationHead | null> => {
  const row = await tx
    .updateTable("county.publication")
    .set({ withdrawn_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returning(headColumns)
    .executeTakeFirst();
  return row === undefined ? null : headOf(row);
};

export interface NewPublication {
  readonly id: string;
  readonly tenantId: string;
  readonly organisation: OwnOrganisation;
  readonly publishedByName: string;
  readonly cells: readonly HeatCell[];
  readonly digest: Digest;
  readonly payload: PublicationPayload;
}

/** Stores a snapshot under the county's next version number. */
export const insertPublication = async (tx: TenantTx, publication: NewPublication): Promise<PublicationHead> => {
  const { organisation, payload } = publication;
  const { assessment } = payload;
  const { primary, junior } = assessment.stages;
  const whole = wholeOf(assessment);
  const last = await tx
    .selectFrom("county.publication")
    .select((eb) => eb.fn.max("version").as("version"))
    .executeTakeFirst();
  const row = await tx
    .insertInto("county.publication")
    .values({
      tenant_id: publication.tenantId,
      id: publication.id,
      city_id: organisation.cityId,
      province_id: organisation.provinceId,
      county_code: organisation.code,
      county_name: organisation.name,
      version: (last?.version ?? 0) + 1,
      statistics_year: assessment.statisticsYear,
      dataset_hash: payload.datasetHash,
      rule_set_id: assessment.ruleSet.id,
      verdict: whole.verdict,
      failing: whole.failing,
      not_evaluable: whole.open,
      distance: assessment.distance,
      sections_total: primary.sectionsTotal + junior.sectionsTotal,
      sections_met: primary.sectionsMet + junior.sectionsMet,
      pupils: primary.pupils === null || junior.pupils === null ? null : primary.pupils + junior.pupils,
      cells: jsonb(publication.cells),
      payload: jsonb(payload),
      digest: jsonb(publication.digest),
      published_by_name: publication.publishedByName,
    })
    .returning(headColumns)
    .executeTakeFirstOrThrow();
  return headOf(row);
};

export interface CountyBelow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly cityName: string | null;
}

/** Counties below the reading city or province, by code. */
export const countiesBelow = async (tx: ReaderTx): Promise<readonly CountyBelow[]> => {
  const rows = await tx
    .selectFrom("auth.organisation as county")
    .leftJoin("auth.organisation as city", "city.id", "county.city_id")
    .select(["county.id", "county.code", "county.name", "city.name as city_name"])
    .where("county.kind", "=", "county")
    .orderBy("county.code")
    .execute();
  return rows.map((row) => ({ id: row.id, code: row.code, name: row.name, cityName: row.city_name }));
};

/** Statistics years in which any county below has published, newest first. */
export const publishedYears = async (tx: ReaderTx): Promise<readonly number[]> => {
  const rows = await tx.selectFrom("county.publication").select("statistics_year").distinct().orderBy("statistics_year", "desc").execute();
  return rows.map((row) => row.statistics_year);
};

/** What stands published for one year by county id, without the snapshots themselves: a province has a hundred counties. */
export const publishedSummaries = async (
  tx: ReaderTx,
  statisticsYear: number,
): Promise<ReadonlyMap<string, NonNullable<CountyComparisonRow["publication"]>>> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select([
      "tenant_id",
      "id",
      "version",
      "statistics_year",
      "published_at",
      "rule_set_id",
      "verdict",
      "failing",
      "not_evaluable",
      "distance",
      "sections_total",
      "sections_met",
      "pupils",
      "cells",
      "digest",
    ])
    .where("statistics_year", "=", statisticsYear)
    .execute();
  return new Map(
    rows.map((row) => [
      row.tenant_id,
      {
        id: row.id,
        version: row.version,
        statisticsYear: row.statistics_year,
        publishedAt: row.published_at.toISOString(),
        ruleSetId: row.rule_set_id,
        verdict: verdictSchema.parse(row.verdict),
        failing: row.failing,
        notEvaluable: row.not_evaluable,
        distance: row.distance,
        sectionsTotal: row.sections_total,
        sectionsMet: row.sections_met,
        pupils: row.pupils,
        cells: parseCells(row.cells),
        digest: parseDigest(row.digest),
      },
    ]),
  );
};

/** How the counties below stood in the years up to one, by county id, oldest first: a few figures each, never a snapshot. */
export const publishedTrends = async (tx: ReaderTx, statisticsYear: number): Promise<ReadonlyMap<string, readonly TrendYear[]>> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select(["tenant_id", "statistics_year", "verdict", "failing", "not_evaluable", "distance", "sections_total", "sections_met"])
    .where("statistics_year", ">", statisticsYear - trendYears)
    .where("statistics_year", "<=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .orderBy("statistics_year")
    .execute();
  const trends = new Map<string, TrendYear[]>();
  for (const row of rows) {
    const trend = trends.get(row.tenant_id) ?? [];
    trend.push({
      year: row.statistics_year,
      verdict: verdictSchema.parse(row.verdict),
      failing: row.failing,
      notEvaluable: row.not_evaluable,
      distance: row.distance,
      sectionsTotal: row.sections_total,
      sectionsMet: row.sections_met,
    });
    trends.set(row.tenant_id, trend);
  }
  return trends;
};

/** One snapshot with its tables; null when it is not below the reader, or withdrawn. */
export const publishedSnapshot = async (
  tx: ReaderTx,
  id: string,
): Promise<{
  readonly head: PublicationHead;
  readonly county: { readonly id: string; readonly name: string; readonly code: string; readonly cityName: string | null };
  readonly payload: PublicationPayload;
} | null> => {
  const row = await tx
    .selectFrom("county.publication as publication")
    .leftJoin("auth.organisation as city", "city.id", "publication.city_id")
    .select(headColumns.map((column) => `publication.${column}` as const))
    .select(["tenant_id", "county_name", "county_code", "payload", "city.name as city_name"])
    .where("publication.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    head: headOf(row),
    county: { id: row.tenant_id, name: row.county_name, code: row.county_code, cityName: row.city_name },
    payload: parsePayload(row.payload),
  };
};

/** The judgement that stands published of a county's year; null when none does, or it is not below the reader. */
export const standingAssessment = async (
  tx: TenantTx | ReaderTx,
  countyId: string,
  statisticsYear: number,
): Promise<PublicationPayload["assessment"] | null> => {
  const row = await tx
    .selectFrom("county.publication")
    .select("payload")
    .where("tenant_id", "=", countyId)
    .where("statistics_year", "=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : parsePayload(row.payload).assessment;
};
