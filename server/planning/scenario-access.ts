import type { TenantTx, WithTenant } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { denial, type Permission } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, type Result } from "@server/kernel/result";
import { z } from "zod";
import { findScenario, type StoredScenario } from "./repository";

export const isId = (value: string): boolean => z.uuid().safeParse(value).success;
export const notFound = err(appError("not_found"));

export interface ScenarioAccess {
  /** Permission first, then the actor's own tenant. */
  readonly within: <T>(
    actor: Actor,
    permission: Permission,
    work: (tx: TenantTx) => Promise<Result<T, AppError>>,
  ) => Promise<Result<T, AppError>>;
  /** As `within`, on one scenario of the actor's county. */
  readonly onScenario: <T>(
    actor: Actor,
    permission: Permission,
    scenarioId: string,
    work: (tx: TenantTx, scenario: StoredScenario) => Promise<Result<T, AppError>>,
  ) => Promise<Result<T, AppError>>;
}

/** How services reach scenarios: never without a permission, never another county's. */
export const scenarioAccess = (withTenant: WithTenant): ScenarioAccess => {
  const within: ScenarioAccess["within"] = async (actor, permission, work) => {
    const denied = denial(actor, permission);
    return denied === null ? withTenant({ orgId: actor.orgId, userId: actor.userId }, work) : err(denied);
  };
  return {
    within,
    onScenario: (actor, permission, scenarioId, work) =>
      within(actor, permission, async (tx) => {
        const scenario = isId(scenarioId) ? await findScenario(tx, scenarioId) : null;
        return scenario === null ? notFound : work(tx, scenario);
      }),
  };
};
