import type { TenantTx } from "@db/tenant";
import type { LayerProblem, RuleLayer } from "./contract";
import { applyLayers } from "./engine/layers";
import type { RuleSet } from "./engine/rule-set";
import type { LayerVersion } from "./layers-contract";
import { choiceInForce, layersInForce } from "./layers-repository";
import { defaultRuleSetId, ruleSetById } from "./rulesets/registry";

/** A rule set with the layers that count, and of each layer what a stricter one above has overtaken. */
export interface Layered {
  readonly ruleSet: RuleSet;
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
export const layered = (base: RuleSet, stored: readonly LayerVersion[]): Layered => {
  let ruleSet = base;
  const layers = stored.map((version) => {
    const applied = applyLayers(ruleSet, [version.layer]);
    if (applied.ok) {
      ruleSet = applied.value;
      return { stored: version, superseded: [] };
    }
    const rest = applyLayers(ruleSet, [withoutProblems(version.layer, applied.error)]);
    if (!rest.ok) return { stored: version, superseded: version.layer.entries.map(({ key }) => key) };
    ruleSet = rest.value;
    return { stored: version, superseded: applied.error.map(({ key }) => key) };
  });
  return { ruleSet, layers };
};

/** The id of the set by which the organisation's counties are judged. */
export const chosenRuleSetId = async (tx: TenantTx): Promise<string> => (await choiceInForce(tx))?.ruleSetId ?? defaultRuleSetId;

/** The rules in force for the organisation: the chosen set (or the named one) with every layer; null for an unknown id. */
export const rulesInForceFor = async (tx: TenantTx, ruleSetId: string | null = null): Promise<Layered | null> => {
  const id = ruleSetId ?? (await chosenRuleSetId(tx));
  const base = ruleSetById(id);
  return base === undefined ? null : layered(base, await layersInForce(tx, id));
};
