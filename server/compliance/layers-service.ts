import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import type { LayerProblem, RuleLayer } from "./contract";
import { applyLayers } from "./engine/layers";
import type { RuleSet } from "./engine/rule-set";
import { compareRules, knownSides } from "./layers-compare";
import type { LayerDraft, RulesService } from "./layers-contract";
import { chosenRuleSetId, layered, rulesInForceFor } from "./layers-effective";
import { choiceInForce, insertChoice, insertLayer, layersInForce, lockRules, ownLayers } from "./layers-repository";
import { draftPreview, ruleSetView } from "./layers-view";
import { ruleSetById, ruleSets } from "./rulesets/registry";

/** Problems of a layer as complaints about the draft's fields, each in words. */
const refused = (problems: readonly LayerProblem[]): AppError =>
  appError(
    "rule_layer_refused",
    undefined,
    problems.map(({ path, code, key, near, inForce }) => ({
      path,
      message: `regulation.problem.${code}`,
      params: { key, near: near.join("、"), in_force: JSON.stringify(inForce) },
    })),
  );

const layerOf = (actor: Actor, version: number, { note, ...draft }: LayerDraft): RuleLayer => ({
  format: "hengce.rule-layer/1",
  id: actor.orgCode,
  version: String(version),
  level: actor.orgKind,
  title: { "zh-CN": actor.orgName, en: actor.orgName },
  ...draft,
  note,
});

interface Draft {
  readonly version: number;
  readonly layer: RuleLayer;
  readonly before: RuleSet;
  readonly after: RuleSet;
}

/** The draft on top of what stands above the organisation, next to the rules that are in force now. */
const drafted = async (tx: TenantTx, actor: Actor, ruleSetId: string, draft: LayerDraft): Promise<Result<Draft, AppError>> => {
  const base = ruleSetById(ruleSetId);
  if (base === undefined) return err(appError("not_found"));
  const stored = await layersInForce(tx, ruleSetId);
  const [own] = await ownLayers(tx, actor, ruleSetId);
  const version = (own?.version ?? 0) + 1;
  const layer = layerOf(actor, version, draft);
  const above = layered(
    base,
    stored.filter(({ id }) => id !== own?.id),
  ).ruleSet;
  const applied = applyLayers(above, [layer]);
  if (!applied.ok) return err(refused(applied.error));
  return ok({ version, layer, before: layered(base, stored).ruleSet, after: applied.value });
};

/** Rules in layers (规则分级): national data, what provinces, cities and counties put on it, and what that changes. */
export const createRulesService = ({ withTenant }: { readonly withTenant: WithTenant }): RulesService => ({
  list: async (actor) => {
    const denied = denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const choice = await choiceInForce(tx);
      const chosen = await chosenRuleSetId(tx);
      const heads = [];
      for (const { id, title } of ruleSets) {
        const version = (await rulesInForceFor(tx, id))?.ruleSet.version ?? "";
        heads.push({ id, title, version, chosen: id === chosen });
      }
      return ok({ ruleSets: heads, choice });
    });
  },

  ruleSet: async (actor, ruleSetId) => {
    const denied = denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const inForce = await rulesInForceFor(tx, ruleSetId);
      return inForce === null ? err(appError("not_found")) : ok(ruleSetView(inForce, await chosenRuleSetId(tx)));
    });
  },

  history: async (actor, ruleSetId) => {
    const denied = denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return ok(await withTenant(actor, (tx) => ownLayers(tx, actor, ruleSetId)));
  },

  preview: async (actor, ruleSetId, draft) => {
    const denied = denial(actor, "rules.manage");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      const made = await drafted(tx, actor, ruleSetId, draft);
      return made.ok ? ok(draftPreview(made.value.before, made.value.after)) : made;
    });
  },

  save: async (actor, ruleSetId, draft) => {
    const denied = denial(actor, "rules.manage");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      await lockRules(tx, actor.orgId);
      const made = await drafted(tx, actor, ruleSetId, draft);
      if (!made.ok) return made;
      const { version, layer } = made.value;
      const saved = await insertLayer(tx, actor, { ruleSetId, version, note: draft.note, layer });
      await recordAudit(tx, actor, "rules.save", saved.id, { ruleSetId, version });
      return ok(saved);
    });
  },

  choose: async (actor, ruleSetId, note) => {
    const denied = denial(actor, "rules.manage");
    if (denied !== null) return err(denied);
    if (actor.orgKind !== "province") return err(appError("forbidden"));
    if (ruleSetById(ruleSetId) === undefined) return err(appError("not_found"));
    return withTenant(actor, async (tx) => {
      await lockRules(tx, actor.orgId);
      const version = ((await choiceInForce(tx))?.version ?? 0) + 1;
      await insertChoice(tx, actor, { version, ruleSetId, note });
      await recordAudit(tx, actor, "rules.choose", ruleSetId, { version });
      const choice = await choiceInForce(tx);
      return choice === null ? err(appError("internal")) : ok(choice);
    });
  },

  sides: async (actor) => {
    const denied = denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return ok(await withTenant(actor, (tx) => knownSides(tx)));
  },

  compare: async (actor, datasetId, a, b) => {
    const denied = denial(actor, "data.read") ?? denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, (tx) => compareRules(tx, datasetId, a, b));
  },
});
