import type { TenantTx, WithReader, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { complianceEngineVersion, type RuleSet } from "@server/compliance";
import { rulesInForceFor } from "@server/compliance/layers-effective";
import { findRun, type RunStarter } from "@server/jobs";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { findAnswer } from "@server/planning/answers-repository";
import { planningEngineVersion } from "@server/planning/engine/index";
import { contentHash } from "@server/platform/hash";
import { v7 as uuidv7 } from "uuid";
import { countiesBelow } from "./comparison-repository";
import { changedRules } from "./policy-change";
import { type Policy, type PolicyAnswer, type PolicyChange, type PolicyService, policyAnswerSchema } from "./policy-contract";
import type { PolicyInput } from "./policy-job";
import { deletePolicy, insertPolicy, type StoredPolicy, setPolicyRun, standingIds, storedPolicies } from "./policy-repository";
import { summaryOf } from "./policy-summary";

const contextOf = (actor: Actor) => ({ orgId: actor.orgId, userId: actor.userId });

/** Policies are a province's: a city and a county have none. */
const denied = (actor: Actor, permission: "comparison.read" | "policy.write"): AppError | null =>
  actor.orgKind === "province" ? denial(actor, permission) : appError("forbidden");

const impossible = err(appError("invalid_input", undefined, [{ path: "value", message: "policies.issues.value" }]));

const policyOf = async (tx: TenantTx, { runId, ...policy }: StoredPolicy): Promise<Policy> => ({
  ...policy,
  run: runId === null ? null : await findRun(tx, runId),
});

/** Builds the policy laboratory of provinces. */
export const createPolicyService = ({
  withTenant,
  withReader,
  jobs,
}: {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
  readonly jobs: RunStarter;
}): PolicyService => {
  const findPolicy = async (tx: TenantTx, id: string): Promise<StoredPolicy | null> =>
    (await storedPolicies(tx)).find((policy) => policy.id === id) ?? null;

  /** What the run is about: the snapshots that stand now. Null when there is none. */
  const inputOf = async (actor: Actor, policy: Pick<StoredPolicy, "statisticsYear" | "horizonYears" | "change">) =>
    withReader(contextOf(actor), async (tx): Promise<PolicyInput | null> => {
      const published = await standingIds(tx, policy.statisticsYear);
      if (published.length === 0) return null;
      const counties = await countiesBelow(tx);
      return {
        statisticsYear: policy.statisticsYear,
        horizonYears: policy.horizonYears,
        change: policy.change,
        publicationIds: published.map(({ id }) => id),
        cityNames: Object.fromEntries(counties.flatMap(({ id, cityName }) => (cityName === null ? [] : [[id, cityName]]))),
        unpublished: counties.length - published.length,
      };
    });

  /** The rules of the province; null when they know no such value as the change wants to try. */
  const rulesFor = async (tx: TenantTx, change: PolicyChange): Promise<RuleSet | null> => {
    const inForce = await rulesInForceFor(tx);
    return inForce === null || changedRules(inForce.ruleSet, change) === null ? null : inForce.ruleSet;
  };

  const ask = async (tx: TenantTx, actor: Actor, policy: StoredPolicy, input: PolicyInput): Promise<Result<Policy, AppError>> => {
    const rules = await rulesFor(tx, policy.change);
    if (rules === null) return impossible;
    const { id, version } = rules;
    const inputHash = contentHash({
      kind: "policy",
      complianceEngine: complianceEngineVersion,
      planningEngine: planningEngineVersion,
      statements: "as published",
      ruleSet: { id, version },
      input,
    });
    const run = await jobs.startRun(tx, actor, { kind: "policy", scenarioId: null, subject: policy.name, input, inputHash });
    await setPolicyRun(tx, policy.id, run.id);
    return ok(await policyOf(tx, { ...policy, runId: run.id }));
  };

  /** Withdrawn counties are gone from every answer at once. */
  const stillPublished = async (actor: Actor, answer: PolicyAnswer): Promise<PolicyAnswer> => {
    const ids = new Set((await withReader(contextOf(actor), (tx) => standingIds(tx, answer.statisticsYear))).map(({ id }) => id));
    const counties = answer.counties.filter(({ publicationId }) => ids.has(publicationId));
    return { ...answer, counties, unpublished: answer.unpublished + answer.counties.length - counties.length };
  };

  return {
    list: async (actor) => {
      const refused = denied(actor, "comparison.read");
      if (refused) return err(refused);
      return withTenant(contextOf(actor), async (tx) => {
        const policies: Policy[] = [];
        for (const stored of await storedPolicies(tx)) policies.push(await policyOf(tx, stored));
        return ok(policies);
      });
    },

    start: async (actor, request) => {
      const refused = denied(actor, "policy.write");
      if (refused) return err(refused);
      const input = await inputOf(actor, request);
      if (input === null) return err(appError("nothing_published"));
      return withTenant(contextOf(actor), async (tx): Promise<Result<Policy, AppError>> => {
        if ((await rulesFor(tx, request.change)) === null) return impossible;
        const id = uuidv7();
        const taken = (await storedPolicies(tx)).some(({ name }) => name === request.name);
        if (taken || !(await insertPolicy(tx, actor, id, request)))
          return err(appError("conflict", undefined, [{ path: "name", message: "policies.issues.nameTaken" }]));
        await recordAudit(tx, actor, "policy.create", id, { name: request.name, kind: request.change.kind });
        const stored = await findPolicy(tx, id);
        return stored === null ? err(appError("not_found")) : ask(tx, actor, stored, input);
      });
    },

    restart: async (actor, policyId) => {
      const refused = denied(actor, "policy.write");
      if (refused) return err(refused);
      const stored = await withTenant(contextOf(actor), (tx) => findPolicy(tx, policyId));
      if (stored === null) return err(appError("not_found"));
      const input = await inputOf(actor, stored);
      if (input === null) return err(appError("nothing_published"));
      return withTenant(contextOf(actor), (tx) => ask(tx, actor, stored, input));
    },

    get: async (actor, policyId, part) => {
      const refused = denied(actor, "comparison.read");
      if (refused) return err(refused);
      const found = await withTenant(contextOf(actor), async (tx) => {
        const stored = await findPolicy(tx, policyId);
        if (stored === null) return null;
        const answer = stored.runId === null ? null : await findAnswer(tx, stored.runId);
        return { policy: await policyOf(tx, stored), answer: answer === null ? null : policyAnswerSchema.parse(answer.result) };
      });
      if (found === null) return err(appError("not_found"));
      const { policy, answer } = found;
      return ok({ policy, summary: answer === null ? null : summaryOf(await stillPublished(actor, answer), part) });
    },

    remove: async (actor, policyId) => {
      const refused = denied(actor, "policy.write");
      if (refused) return err(refused);
      return withTenant(contextOf(actor), async (tx) => {
        if (!(await deletePolicy(tx, policyId))) return err(appError("not_found"));
        await recordAudit(tx, actor, "policy.remove", policyId);
        return ok(null);
      });
    },
  };
};
