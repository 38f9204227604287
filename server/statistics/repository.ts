import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { contentHash } from "@server/platform/hash";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { canonicalDataset } from "./canonical";
import type { CountyDataset, DatasetHead, School, SchoolSource } from "./contract";
import { gridFigures } from "./grid-figures";
import { countySourceKey } from "./workbook/layout";

const headColumns = [
  "id",
  "statistics_year",
  "fiscal_year",
  "version",
  "content_hash",
  "school_count",
  "source_file_name",
  "origin",
  "imported_by_name",
  "imported_at",
] as const;

interface HeadRow {
  readonly id: string;
  readonly statistics_year: number;
  readonly fiscal_year: number;
  readonly version: number;
  readonly content_hash: string;
  readonly school_count: number;
  readonly source_file_name: string;
  readonly origin: string;
  readonly imported_by_name: string;
  readonly imported_at: Date;
}

const headOf = (row: HeadRow): DatasetHead => ({
  id: row.id,
  statisticsYear: row.statistics_year,
  fiscalYear: row.fiscal_year,
  version: row.version,
  contentHash: row.content_hash,
  schoolCount: row.school_count,
  sourceFileName: row.source_file_name,
  // The column's check allows these two only.
  origin: row.origin as DatasetHead["origin"],
  importedBy: row.imported_by_name,
  importedAt: row.imported_at.toISOString(),
});

/** Stored versions, newest year and version first. */
export const listDatasets = async (tx: TenantTx): Promise<readonly DatasetHead[]> => {
  const rows = await tx
    .selectFrom("county.dataset")
    .select(headColumns)
    .orderBy("statistics_year", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map(headOf);
};

/** Head of a dataset of this county; null for any other id. */
export const findDataset = async (tx: TenantTx, datasetId: string): Promise<DatasetHead | null> => {
  const row = await tx.selectFrom("county.dataset").select(headColumns).where("id", "=", datasetId).executeTakeFirst();
  return row === undefined ? null : headOf(row);
};

/** Newest version of a year, of the newest year when null; null when there is none. */
export const newestDataset = async (tx: TenantTx, statisticsYear: number | null): Promise<DatasetHead | null> => {
  const row = await tx
    .selectFrom("county.dataset")
    .select(headColumns)
    .$if(statisticsYear !== null, (query) => query.where("statistics_year", "=", statisticsYear))
    .orderBy("statistics_year", "desc")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : headOf(row);
};

export interface StoredDataset {
  readonly head: DatasetHead;
  readonly dataset: CountyDataset;
  /** School code → rows of the workbook, the county's own under `countySourceKey`; empty for data that came from no workbook. */
  readonly sources: Readonly<Record<string, SchoolSource>>;
}

/** A stored dataset with all its schools by code; null when the county has none of that id. */
export const loadDataset = async (tx: TenantTx, datasetId: string): Promise<StoredDataset | null> => {
  const row = await tx
    .selectFrom("county.dataset")
    .select([...headColumns, "county", "source"])
    .where("id", "=", datasetId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const schools = await tx
    .selectFrom("county.school")
    .select(["code", "facts", "source"])
    .where("dataset_id", "=", datasetId)
    .orderBy("code")
    .execute();
  return {
    head: headOf(row),
    // Written by storeDataset only, which takes parsed datasets: not parsed again.
    dataset: {
      format: "hengce.county-dataset/1",
      county: row.county as CountyDataset["county"],
      schools: schools.map(({ facts }) => facts as School),
    },
    sources: {
      ...Object.fromEntries(schools.map(({ code, source }) => [code, source as SchoolSource])),
      [countySourceKey]: row.source as SchoolSource,
    },
  };
};

/** Newest dataset of the last year before `statisticsYear`; null when there is none. */
export const newestDatasetBefore = async (tx: TenantTx, statisticsYear: number): Promise<DatasetHead | null> => {
  const row = await tx
    .selectFrom("county.dataset")
    .select(headColumns)
    .where("statistics_year", "<", statisticsYear)
    .orderBy("statistics_year", "desc")
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : headOf(row);
};

/** One school of a dataset with the cells it came from. */
export const findSchool = async (
  tx: TenantTx,
  datasetId: string,
  code: string,
): Promise<{ readonly school: School; readonly source: SchoolSource } | null> => {
  const row = await tx
    .selectFrom("county.school")
    .select(["facts", "source"])
    .where("dataset_id", "=", datasetId)
    .where("code", "=", code)
    .executeTakeFirst();
  return row === undefined ? null : { school: row.facts as School, source: row.source as SchoolSource };
};

const sourceOf = (sources: StoredDataset["sources"], key: string): SchoolSource =>
  Object.hasOwn(sources, key) ? (sources[key] ?? {}) : {};

/** Those of the codes that are schools of the dataset. */
export const schoolCodesAmong = async (tx: TenantTx, datasetId: string, codes: readonly string[]): Promise<readonly string[]> => {
  if (codes.length === 0) return [];
  const rows = await tx.selectFrom("county.school").select("code").where("dataset_id", "=", datasetId).where("code", "in", codes).execute();
  return rows.map(({ code }) => code);
};

/** Rows of one insert: few enough for the limit of bound parameters. */
const batchSize = 500;

const insertSchools = async (
  tx: TenantTx,
  tenantId: string,
  datasetId: string,
  schools: readonly School[],
  sources: StoredDataset["sources"],
): Promise<void> => {
  for (let from = 0; from < schools.length; from += batchSize) {
    const batch = schools.slice(from, from + batchSize);
    await tx
      .insertInto("county.school")
      .values(
        batch.map((school) => ({
          tenant_id: tenantId,
          dataset_id: datasetId,
          code: school.code,
          name: school.name,
          type: school.type,
          township: school.township,
          locality: school.locality,
          owner_code: school.ownerCode,
          ...gridFigures(school),
          facts: jsonb(school),
          source: jsonb(sourceOf(sources, school.code)),
        })),
      )
      .execute();
  }
};

/** Holds back all who would store a version of the same county and year until the transaction ends. */
export const lockYear = async (tx: TenantTx, tenantId: string, statisticsYear: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dataset:${tenantId}:${statisticsYear}`}, 0))`.execute(tx);
};

/**
 * Makes a dataset the newest version of its year; data equal to the newest version change nothing.
 * Takes the next version number under a lock of county and year, so concurrent imports queue up.
 */
export const storeDataset = async (
  tx: TenantTx,
  actor: Actor,
  input: {
    readonly dataset: CountyDataset;
    readonly sources: StoredDataset["sources"];
    readonly fileName: string;
    /** An import unless said. */
    readonly origin?: DatasetHead["origin"];
  },
): Promise<{ readonly dataset: DatasetHead; readonly unchanged: boolean }> => {
  const dataset = canonicalDataset(input.dataset);
  const { statisticsYear, fiscalYear } = dataset.county;
  const hash = contentHash(dataset);
  await lockYear(tx, actor.orgId, statisticsYear);
  const newest = await newestDataset(tx, statisticsYear);
  if (newest !== null && newest.contentHash === hash) return { dataset: newest, unchanged: true };
  const row = await tx
    .insertInto("county.dataset")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      statistics_year: statisticsYear,
      fiscal_year: fiscalYear,
      version: (newest?.version ?? 0) + 1,
      content_hash: hash,
      county: jsonb(dataset.county),
      source: jsonb(sourceOf(input.sources, countySourceKey)),
      school_count: dataset.schools.length,
      source_file_name: input.fileName.slice(0, 255),
      origin: input.origin ?? "import",
      imported_by: actor.userId,
      imported_by_name: actor.displayName,
    })
    .returning(headColumns)
    .executeTakeFirstOrThrow();
  await insertSchools(tx, actor.orgId, row.id, dataset.schools, input.sources);
  return { dataset: headOf(row), unchanged: false };
};

/** Newest stored version of a year with this content; null when there is none. */
export const findDatasetByContent = async (tx: TenantTx, statisticsYear: number, hash: string): Promise<DatasetHead | null> => {
  const row = await tx
    .selectFrom("county.dataset")
    .select(headColumns)
    .where("statistics_year", "=", statisticsYear)
    .where("content_hash", "=", hash)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : headOf(row);
};
