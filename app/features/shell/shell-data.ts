import type { AppLoadContext } from "@remix-run/node";
import type { SessionView } from "@server/auth/contract";
import { can, permissions } from "@server/auth/permissions";
import type { Result } from "@server/kernel/result";

const known = <T>(result: Result<T, unknown>): T | null => (result.ok ? result.value : null);

/** Runs that the tray of the top bar holds. */
export const trayRuns = 8;

/** What the frame shows on every page: who, where, which years, the latest runs. Never fails a page. */
export const shellData = async ({ services, locale }: AppLoadContext, { actor, memberships }: SessionView) => {
  const granted = permissions.filter((permission) => can(actor, permission));
  const [dataset, runs] = await Promise.all([
    actor.orgKind === "county" ? services.statistics.current(actor, null) : null,
    can(actor, "run.read") ? services.jobs.list(actor, trayRuns) : null,
  ]);
  const head = dataset ? known(dataset) : null;
  const standing = can(actor, "comparison.read") ? known(await services.province.standing(actor)) : null;
  return {
    actor,
    memberships,
    locale,
    permissions: granted,
    statisticsYear: head?.statisticsYear ?? null,
    fiscalYear: head?.fiscalYear ?? null,
    dataVersion: head?.version ?? null,
    /** A word for what stands published below; null for those who have nobody below them. */
    standing,
    /** Null for those who see no runs. */
    runs: runs && known(runs),
  };
};
export type ShellData = Awaited<ReturnType<typeof shellData>>;
