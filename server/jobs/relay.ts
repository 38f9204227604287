import { lockUnsent, markSent, type WorkerDb } from "./outbox-repository";
import type { RunQueue } from "./queue";

const batch = 100;

/**
 * One round: hands unsent messages to the queue. What the queue does not take stays unsent for the next
 * round; a crash between sending and marking sends twice, which the claim makes harmless.
 * Returns how many were sent.
 */
export const relayOnce = (db: WorkerDb, queue: RunQueue, perTenant: number): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const rows = await lockUnsent(trx, perTenant, batch);
    const handed = await Promise.allSettled(
      rows.map((row) => (row.wanted ? queue.send({ runId: row.runId }, row.dispatchNo) : Promise.resolve())),
    );
    const sent = rows.filter((_, index) => handed[index]?.status === "fulfilled");
    await markSent(trx, sent);
    const refused = handed.find((result) => result.status === "rejected");
    // The marks of this round must hold, so the outage is told only when nothing went through.
    if (refused && sent.length === 0) throw refused.reason;
    return sent.length;
  });
