import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { EvidenceFile, EvidenceSubject } from "./evidence-contract";

/** Bytes of one stored part: parts keep statements and their memory small. */
const partSize = 1024 * 1024;

const selectFiles = (tx: TenantTx) =>
  tx
    .selectFrom("county.evidence_file")
    .select([
      "id",
      "statistics_year",
      "item",
      "school_code",
      "file_name",
      "media_type",
      "size_bytes",
      "sha256",
      "uploaded_by_name",
      "uploaded_at",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectFiles>["execute"]>>[number];

const fileOf = (row: Row): EvidenceFile => ({
  id: row.id,
  statisticsYear: row.statistics_year,
  item: row.item,
  schoolCode: row.school_code,
  fileName: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  uploadedBy: row.uploaded_by_name,
  uploadedAt: row.uploaded_at.toISOString(),
});

/** Files of a year, by item, newest first. */
export const evidenceOfYear = async (tx: TenantTx, statisticsYear: number): Promise<readonly EvidenceFile[]> => {
  const rows = await selectFiles(tx)
    .where("statistics_year", "=", statisticsYear)
    .orderBy("item")
    .orderBy("uploaded_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(fileOf);
};

/** A file of this county; null for any other id. */
export const findEvidence = async (tx: TenantTx, fileId: string): Promise<EvidenceFile | null> => {
  const row = await selectFiles(tx).where("id", "=", fileId).executeTakeFirst();
  return row === undefined ? null : fileOf(row);
};

/** Uploads for one item wait for each other, so that the limit on their number holds. */
export const lockEvidence = async (tx: TenantTx, tenantId: string, { statisticsYear, item }: EvidenceSubject): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`evidence:${tenantId}:${statisticsYear}:${item}`}, 0))`.execute(tx);
};

export const countEvidence = async (tx: TenantTx, { statisticsYear, item }: EvidenceSubject): Promise<number> => {
  const row = await tx
    .selectFrom("county.evidence_file")
    .select(({ fn }) => fn.countAll<string>().as("files"))
    .where("statistics_year", "=", statisticsYear)
    .where("item", "=", item)
    .executeTakeFirstOrThrow();
  return Number(row.files);
};

/** Stores a file and its bytes. */
export const insertEvidence = async (
  tx: TenantTx,
  actor: Actor,
  input: EvidenceSubject & Pick<EvidenceFile, "fileName" | "mediaType" | "sha256">,
  bytes: Uint8Array,
): Promise<EvidenceFile> => {
  const file: EvidenceFile = {
    ...input,
    id: uuidv7(),
    sizeBytes: bytes.byteLength,
    uploadedBy: actor.displayName,
    uploadedAt: new Date().toISOString(),
  };
  await tx
    .insertInto("county.evidence_file")
    .values({
      tenant_id: actor.orgId,
      id: file.id,
      statistics_year: file.statisticsYear,
      item: file.item,
      school_code: file.schoolCode,
      file_name: file.fileName,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      uploaded_by: actor.userId,
      uploaded_by_name: actor.displayName,
      uploaded_at: file.uploadedAt,
    })
    .execute();
  for (let part = 0; part * partSize < bytes.byteLength; part += 1) {
    await tx
      .insertInto("county.evidence_part")
      .values({ tenant_id: actor.orgId, file_id: file.id, part, bytes: bytes.subarray(part * partSize, (part + 1) * partSize) })
      .execute();
  }
  return file;
};

/** The bytes of a file, put together again. */
export const evidenceBytes = async (tx: TenantTx, file: EvidenceFile): Promise<Uint8Array> => {
  const whole = new Uint8Array(file.sizeBytes);
  let offset = 0;
  for (let part = 0; offset < file.sizeBytes; part += 1) {
    const row = await tx
      .selectFrom("county.evidence_part")
      .select("bytes")
      .where("file_id", "=", file.id)
      .where("part", "=", part)
      .executeTakeFirstOrThrow();
    whole.set(row.bytes, offset);
    offset += row.bytes.byteLength;
  }
  return whole;
};

export const deleteEvidence = async (tx: TenantTx, fileId: string): Promise<void> => {
  await tx.deleteFrom("county.evidence_file").where("id", "=", fileId).execute();
};

/** Whether a year stands published: from then on nothing that it rests on is taken back. */
export const isPublished = async (tx: TenantTx, statisticsYear: number): Promise<boolean> => {
  const row = await tx
    .selectFrom("county.publication")
    .select("id")
    .where("statistics_year", "=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
