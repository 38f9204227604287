import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { z } from "zod";
import type { JobsService, RunView } from "./contract";
import { findRun, listRuns, queueAgain, requestCancel } from "./run-repository";

const runId = z.uuid();
const longestList = 200;

/** Runs of the actor's organisation. Another organisation's run is not found, like one that never was. */
export const createJobsService = ({ withTenant }: { readonly withTenant: WithTenant }): JobsService => {
  const onRun = async (
    actor: Actor,
    permission: Permission,
    id: string,
    work: (tx: TenantTx, run: RunView) => Promise<RunView>,
  ): Promise<Result<RunView, AppError>> => {
    const denied = denial(actor, permission);
    if (denied) return err(denied);
    if (!runId.safeParse(id).success) return err(appError("not_found"));
    return withTenant(actor, async (tx) => {
      const run = await findRun(tx, id);
      return run ? ok(await work(tx, run)) : err(appError("not_found"));
    });
  };
  const changed = async (tx: TenantTx, actor: Actor, action: string, run: RunView): Promise<RunView> => {
    await recordAudit(tx, actor, action, run.id, { kind: run.kind });
    return (await findRun(tx, run.id)) ?? run;
  };

  return {
    list: async (actor, limit) => {
      const denied = denial(actor, "run.read");
      if (denied) return err(denied);
      const rows = Math.min(Math.max(Math.trunc(limit), 1), longestList);
      return ok(await withTenant(actor, (tx) => listRuns(tx, rows)));
    },
    get: (actor, id) => onRun(actor, "run.read", id, async (_tx, run) => run),
    cancel: (actor, id) =>
      onRun(actor, "run.start", id, async (tx, run) => {
        if (run.state !== "queued" && run.state !== "running") return run;
        await requestCancel(tx, actor.orgId, run.id);
        return changed(tx, actor, "run.cancel", run);
      }),
    retry: (actor, id) =>
      onRun(actor, "run.start", id, async (tx, run) =>
        (await queueAgain(tx, actor.orgId, run.id)) ? changed(tx, actor, "run.retry", run) : run,
      ),
  };
};
