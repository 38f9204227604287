import { canonicalJson } from "@server/kernel/canonical-json";
import { z } from "zod";
import { basicParameters } from "./basic-contract";
import type { RuleLayer } from "./contract";
import type { BasicRuleSet } from "./engine/basic/rule-set";
import type { Layerable } from "./engine/layers";
import type { RuleSet } from "./engine/rule-set";
import type { AppliedLayer, DraftPreview, Origin, RuleSetView, RuleValue, ValueInput } from "./layers-contract";
import type { Layered } from "./layers-effective";
import { type Dated, type Definitions, parameters } from "./rules-contract";

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const jsonForm = z.union([
  z.looseObject({ enum: z.array(z.string()) }).transform(({ enum: options }) => ({ kind: "choice" as const, options })),
  z.looseObject({ type: z.enum(["number", "integer"]) }).transform(() => ({ kind: "number" as const })),
  z.looseObject({ type: z.literal("boolean") }).transform(() => ({ kind: "flag" as const })),
  z
    .looseObject({ type: z.literal("array"), items: z.looseObject({ enum: z.array(z.string()) }) })
    .transform(({ items }) => ({ kind: "list" as const, options: items.enum })),
  z
    .looseObject({ type: z.literal("array"), items: z.looseObject({ properties: z.looseObject({ id: z.unknown(), title: z.unknown() }) }) })
    .transform(() => ({ kind: "titles" as const })),
]);

/** How a parameter's value is entered, read off its schema. */
const inputOf = ({ schema }: Definitions[string]): ValueInput => {
  const form = jsonForm.safeParse(z.toJSONSchema(schema));
  return form.success ? form.data : { kind: "text" };
};

/** The level whose layer wrote a value; the topmost one when several wrote the same. */
const originOf = (layers: readonly RuleLayer[], key: string, { value, source }: Dated<unknown>): Origin =>
  layers.findLast(({ entries }) => entries.some((entry) => entry.key === key && same(entry.value, value) && same(entry.source, source)))
    ?.level ?? "national";

const ruleValues = (definitions: Definitions, { values }: Layerable, layers: readonly RuleLayer[]): readonly RuleValue[] =>
  Object.entries(definitions).map(([key, definition]) => ({
    key,
    unit: definition.unit,
    stricter: definition.stricter,
    input: inputOf(definition),
    entries: (values[key] ?? []).map((entry) => ({ ...entry, origin: originOf(layers, key, entry) })),
  }));

/** A layer as shown beside the rules. */
export const appliedLayer = ({ stored, superseded }: Layered["layers"][number]): AppliedLayer => ({
  id: stored.id,
  level: stored.layer.level,
  title: stored.layer.title,
  version: stored.layer.version,
  createdAt: stored.createdAt,
  superseded,
});

/** Everything that a rule set of quality balance says for an organisation, with the layer that each part comes from. */
export const ruleSetView = (layered: Layered, chosenId: string): RuleSetView => {
  const { ruleSet } = layered;
  const layers = layered.layers.map(({ stored }) => stored.layer);
  const addedBy = (part: "extraVetoes" | "extraIndicators", id: string): Origin =>
    layers.find((layer) => layer[part].some((added) => added.id === id))?.level ?? "national";
  return {
    id: ruleSet.id,
    title: ruleSet.title,
    version: ruleSet.version,
    family: "quality",
    chosen: ruleSet.id === chosenId,
    values: ruleValues(parameters, ruleSet, layers),
    layers: layered.layers.map(appliedLayer),
    extraVetoes: ruleSet.extraVetoes.map((veto) => ({ ...veto, origin: addedBy("extraVetoes", veto.id) })),
    extraIndicators: ruleSet.extraIndicators.map((added) => ({ ...added, origin: addedBy("extraIndicators", added.id) })),
  };
};

/** The same of basic balance, which takes no additions. */
export const basicRuleSetView = ({ ruleSet, layers }: Layered<BasicRuleSet>): RuleSetView => ({
  id: ruleSet.id,
  title: ruleSet.title,
  version: ruleSet.version,
  family: "basic",
  chosen: true,
  values: ruleValues(
    basicParameters,
    ruleSet,
    layers.map(({ stored }) => stored.layer),
  ),
  layers: layers.map(appliedLayer),
  extraVetoes: [],
  extraIndicators: [],
});

/** What differs between the rules in force and the rules with a draft in them. */
export const draftPreview = <R extends Layerable>(before: R, after: R, additionsOf: (rules: R) => readonly string[]): DraftPreview => ({
  version: after.version,
  changes: Object.entries(after.values).flatMap(([key, next]) => {
    const old = before.values[key] ?? [];
    return same(old, next) ? [] : [{ key, before: old, after: next }];
  }),
  added: additionsOf(after).filter((id) => !additionsOf(before).includes(id)),
  removed: additionsOf(before).filter((id) => !additionsOf(after).includes(id)),
});

/** Ids of what layers added to rules of quality balance. */
export const additionsOf = ({ extraVetoes, extraIndicators }: RuleSet): readonly string[] =>
  [...extraVetoes, ...extraIndicators].map(({ id }) => id);
