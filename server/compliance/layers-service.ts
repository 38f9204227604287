import type { TenantTx, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import type { LayerProblem, RuleLayer } from "./contract";
import { applyBasicLayers } from "./engine/basic/layers";
import type { BasicRuleSet } from "./engine/basic/rule-set";
import { applyLayers, type Layerable, type Layering } from "./engine/layers";
import type { RuleSet } from "./engine/rule-set";
import { compareRules, knownSides } from "./layers-compare";
import type { DraftPreview, LayerDraft, LayerVersion, RulesService } from "./layers-contract";
import { basicRulesInForceFor, chosenRuleSetId, type Layered, layered, layeredBasic, rulesInForceFor } from "./layers-effective";
import { choiceInForce, insertChoice, insertLayer, layersInForce, lockRules, ownLayers } from "./layers-repository";
import { additionsOf, basicRuleSetView, draftPreview, ruleSetView } from "./layers-view";
import { basic2012 } from "./rulesets/basic-2012";
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
  readonly preview: DraftPreview;
}

/** One family of rules: how its layers are stacked, and what they may add. */
interface Family<R extends Layerable> {
  readonly stack: (base: R, stored: readonly LayerVersion[]) => Layered<R>;
  readonly apply: Layering<R>["applyLayers"];
  readonly additionsOf: (rules: R) => readonly string[];
}

const quality: Family<RuleSet> = { stack: layered, apply: applyLayers, additionsOf };
const basic: Family<BasicRuleSet> = { stack: layeredBasic, apply: applyBasicLayers, additionsOf: () => [] };

/** The draft on top of what stands above the organisation, next to the rules that are in force now. */
const draftedOn = async <R extends Layerable>(
  tx: TenantTx,
  actor: Actor,
  { stack, apply, additionsOf: added }: Family<R>,
  base: R,
  draft: LayerDraft,
): Promise<Result<Draft, AppError>> => {
  const stored = await layersInForce(tx, base.id);
  const [own] = await ownLayers(tx, actor, base.id);
  const version = (own?.version ?? 0) + 1;
  const layer = layerOf(actor, version, draft);
  const above = stack(
    base,
    stored.filter(({ id }) => id !== own?.id),
  ).ruleSet;
  const applied = apply(above, [layer]);
  if (!applied.ok) return err(refused(applied.error));
  return ok({ version, layer, preview: draftPreview(stack(base, stored).ruleSet, applied.value, added) });
};

const drafted = async (tx: TenantTx, actor: Actor, ruleSetId: string, draft: LayerDraft): Promise<Result<Draft, AppError>> => {
  if (ruleSetId === basic2012.id) return draftedOn(tx, actor, basic, basic2012, draft);
  const base = ruleSetById(ruleSetId);
  return base === undefined ? err(appError("not_found")) : draftedOn(tx, actor, quality, base, draft);
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
        heads.push({ id, title, version, family: "quality" as const, chosen: id === chosen });
      }
      const { id, title, version } = (await basicRulesInForceFor(tx)).ruleSet;
      heads.push({ id, title, version, family: "basic" as const, chosen: true });
      return ok({ ruleSets: heads, choice });
    });
  },

  ruleSet: async (actor, ruleSetId) => {
    const denied = denial(actor, "rules.read");
    if (denied !== null) return err(denied);
    return withTenant(actor, async (tx) => {
      if (ruleSetId === basic2012.id) return ok(basicRuleSetView(await basicRulesInForceFor(tx)));
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
      return made.ok ? ok(made.value.preview) : made;
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
