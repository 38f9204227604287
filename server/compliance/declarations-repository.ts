import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { DeclarationVersion } from "./declarations-contract";

const columns = ["version", "value", "note", "prepared_by", "prepared_by_name", "prepared_at", "attested_by_name", "attested_at"] as const;

/** A version with the id of who prepared it, which only storage needs. */
export interface StoredVersion extends DeclarationVersion {
  readonly preparedById: string;
}

const selectDeclarations = (tx: TenantTx, statisticsYear: number) =>
  tx
    .selectFrom("county.declaration")
    .select(["item", ...columns])
    .where("statistics_year", "=", statisticsYear);

type Row = Awaited<ReturnType<ReturnType<typeof selectDeclarations>["execute"]>>[number];

const versionOf = (row: Row): StoredVersion => ({
  version: row.version,
  value: row.value,
  note: row.note,
  preparedById: row.prepared_by,
  preparedBy: row.prepared_by_name,
  preparedAt: row.prepared_at.toISOString(),
  attestedBy: row.attested_by_name,
  attestedAt: row.attested_at?.toISOString() ?? null,
});

/** All versions of a year, by item, newest first. */
export const declarationVersions = async (tx: TenantTx, statisticsYear: number): Promise<ReadonlyMap<string, readonly StoredVersion[]>> => {
  const rows = await selectDeclarations(tx, statisticsYear).orderBy("item").orderBy("version", "desc").execute();
  const byItem = new Map<string, StoredVersion[]>();
  for (const row of rows) byItem.set(row.item, [...(byItem.get(row.item) ?? []), versionOf(row)]);
  return byItem;
};

/** Item → value of the newest attested version of a year. */
export const attestedValues = async (tx: TenantTx, statisticsYear: number): Promise<Readonly<Record<string, boolean | null>>> => {
  const rows = await tx
    .selectFrom("county.declaration")
    .select(["item", "value"])
    .distinctOn("item")
    .where("statistics_year", "=", statisticsYear)
    .where("attested_at", "is not", null)
    .orderBy("item")
    .orderBy("version", "desc")
    .execute();
  return Object.fromEntries(rows.map(({ item, value }) => [item, value]));
};

/** Two people never write the same version: the second waits for the first. */
export const lockDeclaration = async (tx: TenantTx, tenantId: string, statisticsYear: number, item: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`declaration:${tenantId}:${statisticsYear}:${item}`}, 0))`.execute(tx);
};

/** The newest version of an item, null when nothing is declared yet. */
export const newestVersion = async (tx: TenantTx, statisticsYear: number, item: string): Promise<StoredVersion | null> => {
  const row = await selectDeclarations(tx, statisticsYear).where("item", "=", item).orderBy("version", "desc").limit(1).executeTakeFirst();
  return row === undefined ? null : versionOf(row);
};

export interface NewVersion {
  readonly statisticsYear: number;
  readonly item: string;
  readonly version: number;
  readonly value: boolean | null;
  readonly note: string;
  /** Who prepared it and when; for a new one the actor, now. */
  readonly prepared: { readonly id: string; readonly name: string; readonly at: string };
  /** True: the actor attests it, now. */
  readonly attest: boolean;
}

/** Appends a version. */
export const insertVersion = async (tx: TenantTx, actor: Actor, input: NewVersion): Promise<DeclarationVersion> => {
  const attestedAt = input.attest ? new Date() : null;
  await tx
    .insertInto("county.declaration")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      statistics_year: input.statisticsYear,
      item: input.item,
      version: input.version,
      value: input.value,
      note: input.note,
      prepared_by: input.prepared.id,
      prepared_by_name: input.prepared.name,
      prepared_at: input.prepared.at,
      attested_by: input.attest ? actor.userId : null,
      attested_by_name: input.attest ? actor.displayName : null,
      attested_at: attestedAt,
    })
    .execute();
  return {
    version: input.version,
    value: input.value,
    note: input.note,
    preparedBy: input.prepared.name,
    preparedAt: input.prepared.at,
    attestedBy: input.attest ? actor.displayName : null,
    attestedAt: attestedAt?.toISOString() ?? null,
  };
};
