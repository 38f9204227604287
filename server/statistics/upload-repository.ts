import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { contentHash } from "@server/platform/hash";
import { v7 as uuidv7 } from "uuid";
import type { CellIssue, CountyDataset } from "./contract";
import type { ImportedFile } from "./import-contract";
import type { StoredDataset } from "./repository";

export interface StagedUpload {
  readonly id: string;
  readonly fileName: string;
  readonly contentHash: string;
  readonly dataset: CountyDataset;
  readonly sources: StoredDataset["sources"];
  readonly warnings: readonly CellIssue[];
  readonly files: readonly ImportedFile[];
  readonly createdAt: Date;
  readonly committedAt: Date | null;
}

/** Keeps a parsed workbook until it is committed, discarded or purged. Answers with its id. */
export const stageUpload = async (
  tx: TenantTx,
  actor: Actor,
  upload: Pick<StagedUpload, "fileName" | "dataset" | "sources" | "warnings" | "files" | "createdAt">,
): Promise<StagedUpload> => {
  const { fileName, dataset, sources, warnings, files, createdAt } = upload;
  const staged: StagedUpload = {
    ...upload,
    fileName: fileName.slice(0, 255),
    id: uuidv7(),
    contentHash: contentHash(dataset),
    committedAt: null,
  };
  await tx
    .insertInto("county.upload")
    .values({
      tenant_id: actor.orgId,
      id: staged.id,
      file_name: staged.fileName,
      content_hash: staged.contentHash,
      parsed: jsonb({ dataset, sources, warnings, files }),
      created_by: actor.userId,
      created_at: createdAt,
    })
    .execute();
  return staged;
};

/** The staged upload, locked against a second commit at the same time when `forCommit`; null for any other id. */
export const findUpload = async (tx: TenantTx, uploadId: string, forCommit = false): Promise<StagedUpload | null> => {
  const row = await tx
    .selectFrom("county.upload")
    .select(["id", "file_name", "content_hash", "parsed", "created_at", "committed_at"])
    .where("id", "=", uploadId)
    .$if(forCommit, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return null;
  const parsed = row.parsed as Pick<StagedUpload, "dataset" | "sources" | "warnings" | "files">;
  return {
    id: row.id,
    fileName: row.file_name,
    contentHash: row.content_hash,
    ...parsed,
    createdAt: row.created_at,
    committedAt: row.committed_at,
  };
};

export const markCommitted = async (tx: TenantTx, uploadId: string, at: Date): Promise<void> => {
  await tx.updateTable("county.upload").set({ committed_at: at }).where("id", "=", uploadId).execute();
};

/** True when a staged upload of this id was there. */
export const deleteUpload = async (tx: TenantTx, uploadId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom("county.upload").where("id", "=", uploadId).executeTakeFirst();
  return numDeletedRows > 0n;
};

export const purgeUploads = async (tx: TenantTx, before: Date): Promise<void> => {
  await tx.deleteFrom("county.upload").where("created_at", "<", before).execute();
};
