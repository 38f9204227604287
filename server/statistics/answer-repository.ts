import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import type { CellIssue } from "./contract";
import type { UploadedFile } from "./import-contract";

/** Answers kept per county: a day's work, not an archive. */
const keptAnswers = 10;

export interface StoredAnswer {
  readonly files: readonly UploadedFile[];
  readonly issues: readonly CellIssue[];
  readonly createdAt: Date;
}

/** Keeps the files of an upload and the complaints about them until they are fetched or purged; only the newest few stay. */
export const storeAnswer = async (
  tx: TenantTx,
  actor: Actor,
  { id, files, issues, createdAt }: StoredAnswer & { readonly id: string },
): Promise<void> => {
  await tx
    .insertInto("county.upload_answer")
    .values({ tenant_id: actor.orgId, id, issues: jsonb(issues), created_by: actor.userId, created_at: createdAt })
    .execute();
  for (const [position, { fileName, bytes }] of files.entries()) {
    await tx
      .insertInto("county.upload_file")
      .values({ tenant_id: actor.orgId, answer_id: id, position, file_name: fileName.slice(0, 255), bytes })
      .execute();
  }
  const newest = tx.selectFrom("county.upload_answer").select("id").orderBy("created_at", "desc").orderBy("id", "desc").limit(keptAnswers);
  await tx.deleteFrom("county.upload_answer").where("id", "not in", newest).execute();
};

/** Files and complaints of an upload; null for any other id. */
export const findAnswer = async (tx: TenantTx, id: string): Promise<StoredAnswer | null> => {
  const row = await tx.selectFrom("county.upload_answer").select(["issues", "created_at"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const files = await tx
    .selectFrom("county.upload_file")
    .select(["file_name", "bytes"])
    .where("answer_id", "=", id)
    .orderBy("position")
    .execute();
  return {
    files: files.map(({ file_name, bytes }) => ({ fileName: file_name, bytes: new Uint8Array(bytes) })),
    // Written by storeAnswer only.
    issues: row.issues as readonly CellIssue[],
    createdAt: row.created_at,
  };
};

export const deleteAnswer = async (tx: TenantTx, id: string): Promise<void> => {
  await tx.deleteFrom("county.upload_answer").where("id", "=", id).execute();
};

export const purgeAnswers = async (tx: TenantTx, before: Date): Promise<void> => {
  await tx.deleteFrom("county.upload_answer").where("created_at", "<", before).execute();
};
