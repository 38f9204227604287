import type { TenantTx } from "@db/tenant";
import { sql } from "kysely";
import { type CountyDataset, type DatasetHead, type School, schoolTypeSchema } from "./contract";
import type { EntryChange, EntrySchool } from "./entry-contract";
import { countyValueAt } from "./entry-county";
import { countyCode, type EntryValue } from "./entry-grid";

/** Schools of a dataset by code, without their figures. */
export const entrySchools = async (tx: TenantTx, datasetId: string): Promise<readonly EntrySchool[]> => {
  const rows = await tx
    .selectFrom("county.school")
    .select(["code", "name", "township", "type"])
    .where("dataset_id", "=", datasetId)
    .orderBy("code")
    .execute();
  return rows.map(({ type, ...school }) => ({ ...school, type: schoolTypeSchema.parse(type) }));
};

/** All facts of some schools of a dataset by code, from the `from`-th. */
export const schoolsFrom = async (tx: TenantTx, datasetId: string, from: number, count: number): Promise<readonly School[]> => {
  const rows = await tx
    .selectFrom("county.school")
    .select("facts")
    .where("dataset_id", "=", datasetId)
    .orderBy("code")
    .offset(from)
    .limit(count)
    .execute();
  // Written by storeDataset only, which takes parsed datasets: not parsed again.
  return rows.map(({ facts }) => facts as School);
};

/** All facts of the schools with these codes. */
export const schoolsOf = async (tx: TenantTx, datasetId: string, codes: readonly string[]): Promise<readonly School[]> => {
  if (codes.length === 0) return [];
  const rows = await tx
    .selectFrom("county.school")
    .select("facts")
    .where("dataset_id", "=", datasetId)
    .where("code", "in", codes)
    .execute();
  return rows.map(({ facts }) => facts as School);
};

const asValue = (found: unknown): EntryValue =>
  typeof found === "string" || typeof found === "number" || typeof found === "boolean" ? found : null;

/** The county's own facts of a dataset. */
export const countyOf = async (tx: TenantTx, datasetId: string): Promise<CountyDataset["county"]> => {
  const { county } = await tx.selectFrom("county.dataset").select("county").where("id", "=", datasetId).executeTakeFirstOrThrow();
  return county as CountyDataset["county"];
};

const versionColumns = [
  "dataset.id",
  "dataset.version",
  "dataset.origin",
  "dataset.imported_by_name",
  "dataset.imported_at",
  "dataset.source_file_name",
] as const;

/** What stood in a cell of a school in each version of a year. */
const schoolCell = (tx: TenantTx, statisticsYear: number, code: string, path: string) =>
  tx
    .selectFrom("county.dataset as dataset")
    .innerJoin("county.school as school", (join) =>
      join.onRef("school.tenant_id", "=", "dataset.tenant_id").onRef("school.dataset_id", "=", "dataset.id"),
    )
    .select([...versionColumns, sql<unknown>`school.facts #> ${path.split(".")}::text[]`.as("value")])
    .where("dataset.statistics_year", "=", statisticsYear)
    .where("school.code", "=", code)
    .orderBy("dataset.version")
    .execute();

const countyCell = async (tx: TenantTx, statisticsYear: number, path: string) => {
  const rows = await tx
    .selectFrom("county.dataset as dataset")
    .select([...versionColumns, "dataset.county"])
    .where("dataset.statistics_year", "=", statisticsYear)
    .orderBy("dataset.version")
    .execute();
  return rows.map(({ county, ...row }) => ({ ...row, value: countyValueAt(county as CountyDataset["county"], path) }));
};

/** Changes of one cell through all versions of a year, newest first. */
export const cellChanges = async (tx: TenantTx, statisticsYear: number, code: string, path: string): Promise<readonly EntryChange[]> => {
  const rows = code === countyCode ? await countyCell(tx, statisticsYear, path) : await schoolCell(tx, statisticsYear, code, path);
  const accepted = await acceptedOf(
    tx,
    rows.map(({ id }) => id),
    code,
  );
  return rows
    .map((row, index): EntryChange => {
      const earlier = rows[index - 1];
      const carried = new Set((accepted.get(earlier?.id ?? "") ?? []).map(({ checkId }) => checkId));
      return {
        version: row.version,
        // The column's check allows these two only.
        origin: row.origin as DatasetHead["origin"],
        by: row.imported_by_name,
        at: row.imported_at.toISOString(),
        fileName: row.source_file_name,
        from: asValue(earlier?.value),
        to: asValue(row.value),
        accepted: (accepted.get(row.id) ?? []).flatMap(({ checkId, ...one }) => (carried.has(checkId) ? [] : [one])),
      };
    })
    .filter(({ from, to }, index) => index === 0 || from !== to)
    .reverse();
};

type Accepted = EntryChange["accepted"][number] & { readonly checkId: string };

/** Soft checks of a school, or of the county, that were accepted, by dataset; a later version carries those of the one before on. */
const acceptedOf = async (tx: TenantTx, datasetIds: readonly string[], code: string): Promise<ReadonlyMap<string, readonly Accepted[]>> => {
  const found = new Map<string, Accepted[]>();
  if (datasetIds.length === 0) return found;
  const rows = await tx
    .selectFrom("county.accepted_check")
    .select(["dataset_id", "check_id", "message", "params", "reason", "accepted_by_name"])
    .where("dataset_id", "in", datasetIds)
    .where(sql<string | null>`params ->> 'code'`, code === countyCode ? "is" : "=", code === countyCode ? null : code)
    .orderBy("message")
    .orderBy("check_id")
    .execute();
  for (const row of rows) {
    // Written by storeAcceptances only.
    const params = row.params as Accepted["params"];
    const one = { checkId: row.check_id, message: row.message, params, reason: row.reason, acceptedBy: row.accepted_by_name };
    found.set(row.dataset_id, [...(found.get(row.dataset_id) ?? []), one]);
  }
  return found;
};
