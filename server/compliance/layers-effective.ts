import type { TenantTx } from "@db/tenant";
import type { LayerProblem, RuleLayer } from "./contract";
import { applyBasicLayers } from "./engine/basic/layers";
import type { BasicRuleSet } from "./engine/basic/rule-set";
import { applyLayers, type Layerable, type Layering } from "./engine/layers";
import type { RuleSet } from "./engine/rule-set";
import type { LayerVersion } from "./layers-contract";
import { choiceInForce, layersInForce, layerVersions } from "./layers-repository";
import { basic2012 } from "./rulesets/basic-2012";
import { defaultRuleSetId, ruleSetById } from "./rulesets/registry";

/** A rule set with the layers that count, and of each layer what a stricter one above has overtaken. */
export interface Layered<R extends Layerable = RuleSet> {
  readonly ruleSet: R;
  readonly layers: readonly { readonly stored: LayerVersion; readonly superseded: readonly string[] }[];
}

const isAt = (problems: readonly LayerProblem[], part: string, index: number): boolean =>
  problems.some(({ path }) => path === `${part}.${index}` || path.startsWith(`${part}.${index}.`));

const withoutProblems = (layer: RuleLayer, problems: readonly LayerProblem[]): RuleLayer => ({
  ...layer,
  entries: layer.entries.filter((_, index) => !isAt(problems, "entries", index)),
  extraVetoes: layer.extraVetoes.filter((_, index) => !isAt(problems, "extraVetoes", index)),
  extraIndicators: layer.extraIndicators.filter((_, index) => !isAt(problems, "extraIndicators", index)),
});

/**
 * Puts stored layers on a rule set. A layer passed its checks when it was saved; what a layer above has made stricter
 * since then stands, and the overtaken entry of the lower one does not count.
 */
const layeredBy = <R extends Layerable>(apply: Layering<R>["applyLayers"], base: R, stored: readonly LayerVersion[]): Layered<R> => {
  let ruleSet = base;
  const layers = stored.map((version) => {
    const applied = apply(ruleSet, [version.layer]);
    if (applied.ok) {
      ruleSet = applied.value;
      return { stored: version, superseded: [] };
    }
    const rest = apply(ruleSet, [withoutProblems(version.layer, applied.error)]);
    if (!rest.ok) return { stored: version, superseded: version.layer.entries.map(({ key }) => key) };
    ruleSet = rest.value;
    return { stored: version, superseded: applied.error.map(({ key }) => key) };
  });
  return { ruleSet, layers };
};

export const layered = (base: RuleSet, stored: readonly LayerVersion[]): Layered => layeredBy(applyLayers, base, stored);
export const layeredBasic = (base: BasicRuleSet, stored: readonly LayerVersion[]): Layered<BasicRuleSet> =>
  layeredBy(applyBasicLayers, base, stored);

/** The id of the set by which the organisation's counties are judged. */
export const chosenRuleSetId = async (tx: TenantTx): Promise<string> => (await choiceInForce(tx))?.ruleSetId ?? defaultRuleSetId;

/** The rules in force for the organisation: the chosen set (or the named one) with every layer; null for an unknown id. */
export const rulesInForceFor = async (tx: TenantTx, ruleSetId: string | null = null): Promise<Layered | null> => {
  const id = ruleSetId ?? (await chosenRuleSetId(tx));
  const base = ruleSetById(id);
  return base === undefined ? null : layered(base, await layersInForce(tx, id));
};

/** The rules as they were when they had a version: the base with the layers that the version names. Null when they cannot be put together again. */
export const rulesOfVersion = async (tx: TenantTx, ruleSetId: string, version: string): Promise<RuleSet | null> => {
  const base = ruleSetById(ruleSetId);
  if (base === undefined) return null;
  const named = version.split("+").slice(1);
  const stored = await layerVersions(tx, ruleSetId);
  const layers = named.flatMap((name) => stored.filter(({ layer }) => `${layer.id}@${layer.version}` === name));
  const { ruleSet } = layered(base, layers);
  return ruleSet.version === version ? ruleSet : null;
};

/** The rules of basic balance in force for the organisation, with every layer. */
export const basicRulesInForceFor = async (tx: TenantTx): Promise<Layered<BasicRuleSet>> =>
  layeredBasic(basic2012, await layersInForce(tx, basic2012.id));
