import { canonicalJson } from "@server/kernel/canonical-json";
import { z } from "zod";
import type { RuleLayer } from "./contract";
import type { RuleSet } from "./engine/rule-set";
import type { AppliedLayer, DraftPreview, Origin, RuleSetView, RuleValue, ValueInput } from "./layers-contract";
import type { Layered } from "./layers-effective";
import { type Dated, type ParameterKey, parameterKeys, parameters } from "./rules-contract";

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const jsonForm = z.union([
  z.looseObject({ enum: z.array(z.string()) }).transform(({ enum: options }) => ({ kind: "choice" as const, options })),
  z.looseObject({ type: z.enum(["number", "integer"]) }).transform(() => ({ kind: "number" as const })),
  z.looseObject({ type: z.literal("boolean") }).transform(() => ({ kind: "flag" as const })),
  z
    .looseObject({ type: z.literal("array"), items: z.looseObject({ enum: z.array(z.string()) }) })
    .transform(({ items }) => ({ kind: "list" as const, options: items.enum })),
]);

/** How a parameter's value is entered, read off its schema. */
const inputOf = (key: ParameterKey): ValueInput => {
  const form = jsonForm.safeParse(z.toJSONSchema(parameters[key].schema));
  return form.success ? form.data : { kind: "text" };
};

/** The level whose layer wrote a value; the topmost one when several wrote the same. */
const originOf = (layers: readonly RuleLayer[], key: string, { value, source }: Dated<unknown>): Origin =>
  layers.findLast(({ entries }) => entries.some((entry) => entry.key === key && same(entry.value, value) && same(entry.source, source)))
    ?.level ?? "national";

const ruleValue = (ruleSet: RuleSet, layers: readonly RuleLayer[], key: ParameterKey): RuleValue => {
  const series: readonly Dated<unknown>[] = ruleSet.values[key];
  const { unit, stricter } = parameters[key];
  return { key, unit, stricter, input: inputOf(key), entries: series.map((entry) => ({ ...entry, origin: originOf(layers, key, entry) })) };
};

/** A layer as shown beside the rules. */
export const appliedLayer = ({ stored, superseded }: Layered["layers"][number]): AppliedLayer => ({
  id: stored.id,
  level: stored.layer.level,
  title: stored.layer.title,
  version: stored.layer.version,
  createdAt: stored.createdAt,
  superseded,
});

/** Everything that a rule set says for an organisation, with the layer that each part comes from. */
export const ruleSetView = (layered: Layered, chosenId: string): RuleSetView => {
  const { ruleSet } = layered;
  const layers = layered.layers.map(({ stored }) => stored.layer);
  const addedBy = (part: "extraVetoes" | "extraIndicators", id: string): Origin =>
    layers.find((layer) => layer[part].some((added) => added.id === id))?.level ?? "national";
  return {
    id: ruleSet.id,
    title: ruleSet.title,
    version: ruleSet.version,
    chosen: ruleSet.id === chosenId,
    values: parameterKeys.map((key) => ruleValue(ruleSet, layers, key)),
    layers: layered.layers.map(appliedLayer),
    extraVetoes: ruleSet.extraVetoes.map((veto) => ({ ...veto, origin: addedBy("extraVetoes", veto.id) })),
    extraIndicators: ruleSet.extraIndicators.map((added) => ({ ...added, origin: addedBy("extraIndicators", added.id) })),
  };
};

/** What differs between the rules in force and the rules with a draft in them. */
export const draftPreview = (before: RuleSet, after: RuleSet): DraftPreview => {
  const ids = (ruleSet: RuleSet) => [...ruleSet.extraVetoes, ...ruleSet.extraIndicators].map(({ id }) => id);
  return {
    version: after.version,
    changes: parameterKeys.flatMap((key) => {
      const [old, next] = [before.values[key], after.values[key]];
      return same(old, next) ? [] : [{ key, before: old, after: next }];
    }),
    added: ids(after).filter((id) => !ids(before).includes(id)),
    removed: ids(before).filter((id) => !ids(after).includes(id)),
  };
};
