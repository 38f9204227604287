import type { TenantTx } from "@db/tenant";
import type { RunKind } from "@server/jobs/contract";

/** A run with its question, as stored. */
export interface AskedRun {
  readonly id: string;
  readonly input: unknown;
}

/** Runs of a kind of the organisation with their questions, newest first. */
export const askedRuns = async (tx: TenantTx, kind: RunKind, limit: number): Promise<readonly AskedRun[]> =>
  tx
    .selectFrom("county.run")
    .select(["id", "input"])
    .where("kind", "=", kind)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
