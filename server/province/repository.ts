import { jsonb } from "@db/json";
import type { ReaderTx, TenantTx } from "@db/tenant";
import { wholeOf } from "@server/compliance/whole-contract";
import { sql } from "kysely";
import type { HeatCell, PublicationHead, PublicationPayload } from "./contract";
import { type Digest, itemsDistance } from "./digest";
import { parsePayload } from "./snapshot";

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
      distance: assessment.distance + itemsDistance(publication.digest),
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

/** One snapshot with its tables; null when it is neither the reader's own nor below the reader, or withdrawn. */
export const publishedSnapshot = async (
  tx: TenantTx | ReaderTx,
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
    .where("publication.withdrawn_at", "is", null)
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
