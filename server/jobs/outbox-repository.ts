import type { Database } from "@db/schema/database";
import { type Kysely, sql, type Transaction } from "kysely";
import { v7 as uuidv7 } from "uuid";

/** A pool of role hengce_worker: sees dispatch and outbox of all counties, and nothing else without a tenant. */
export type WorkerDb = Kysely<Database>;

/** One message waiting to be sent. */
export interface OutboxRow {
  readonly tenantId: string;
  readonly id: string;
  readonly runId: string;
  readonly dispatchNo: number;
  /** False when the run has meanwhile ended or was dispatched anew: nothing needs to be sent. */
  readonly wanted: boolean;
}

/** Leaves a message for the relay, in the transaction that queues the run. */
export const putInOutbox = async (
  tx: Transaction<Database>,
  message: { readonly tenantId: string; readonly runId: string; readonly dispatchNo: number },
): Promise<void> => {
  await tx
    .insertInto("jobs.outbox")
    .values({ tenant_id: message.tenantId, id: uuidv7(), run_id: message.runId, dispatch_no: message.dispatchNo })
    .execute();
};

/**
 * Locks the next unsent messages, skipping those another relay holds. Counties take turns: each one's
 * first message comes before any second, and none may have more than `perTenant` runs in the queue or
 * under way, so a county with five hundred runs does not keep the others waiting.
 */
export const lockUnsent = async (trx: Transaction<Database>, perTenant: number, limit: number): Promise<readonly OutboxRow[]> => {
  const { rows } = await sql<{ tenant_id: string; id: string; run_id: string; dispatch_no: number; wanted: boolean }>`
    with under_way as (
      select tenant_id, count(*)::int as runs
      from jobs.dispatch
      where state in ('queued', 'running') and (state = 'running' or dispatched_at is not null)
      group by tenant_id
    ), waiting as (
      select o.tenant_id, o.id, o.created_at,
             d.state = 'queued' and d.dispatch_no = o.dispatch_no as wanted,
             row_number() over (
               partition by o.tenant_id, d.state = 'queued' and d.dispatch_no = o.dispatch_no
               order by o.created_at, o.id
             ) + coalesce(u.runs, 0) as turn
      from jobs.outbox o
      join jobs.dispatch d on d.tenant_id = o.tenant_id and d.run_id = o.run_id
      left join under_way u on u.tenant_id = o.tenant_id
      where o.sent_at is null
    )
    select o.tenant_id, o.id, o.run_id, o.dispatch_no, w.wanted
    from jobs.outbox o
    join waiting w on w.tenant_id = o.tenant_id and w.id = o.id
    where o.sent_at is null and (not w.wanted or w.turn <= ${perTenant})
    order by w.turn, w.created_at
    limit ${limit}
    for update of o skip locked`.execute(trx);
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    id: row.id,
    runId: row.run_id,
    dispatchNo: row.dispatch_no,
    wanted: row.wanted,
  }));
};

/** Notes that messages were sent, on themselves and on their runs. */
export const markSent = async (trx: Transaction<Database>, sent: readonly OutboxRow[]): Promise<void> => {
  if (sent.length === 0) return;
  await trx
    .updateTable("jobs.outbox")
    .set({ sent_at: sql<Date>`now()` })
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("tenant_id", "id"),
        "in",
        sent.map((row) => tuple(row.tenantId, row.id)),
      ),
    )
    .execute();
  await trx
    .updateTable("jobs.dispatch")
    .set({ dispatched_at: sql<Date>`now()` })
    .where("state", "=", "queued")
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("tenant_id", "run_id", "dispatch_no"),
        "in",
        sent.map((row) => tuple(row.tenantId, row.runId, row.dispatchNo)),
      ),
    )
    .execute();
};

/** Removes messages sent more than a day ago: they have served. */
export const pruneOutbox = async (db: WorkerDb): Promise<void> => {
  await db.deleteFrom("jobs.outbox").where("sent_at", "<", sql<Date>`now() - interval '1 day'`).execute();
};
