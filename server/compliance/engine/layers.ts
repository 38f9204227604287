import { type LayerProblem, layerLevels, type RuleLayer, resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import {
  type Dated,
  type DatedSeries,
  isParameterKey,
  type ParameterDefinition,
  type ParameterKey,
  parameterKeys,
  parameters,
  type Stricter,
} from "@server/compliance/rules-contract";
import { daysAfter } from "@server/kernel/dates";
import { err, ok, type Result } from "@server/kernel/result";
import { isFigurePath } from "./figure-paths";
import { nearestOf } from "./nearest";
import type { RuleSet } from "./rule-set";

/**
 * Rules in layers (国家—省—市—县): each layer is put on what stands below it. It may tighten, add or date a
 * value; what would loosen one is refused.
 */

type Json = LayerProblem["inForce"];
type Refused = Omit<LayerProblem, "layer">;

const without = (list: readonly unknown[], other: readonly unknown[]): boolean => other.some((item) => !list.includes(item));

/** True when `next` asks for less than `current`. */
const isLooser = (stricter: Stricter, current: unknown, next: unknown): boolean => {
  if (stricter === null) return false;
  if (Array.isArray(current) && Array.isArray(next)) return stricter === "up" ? without(next, current) : without(current, next);
  return stricter === "up" ? Number(next) < Number(current) : Number(next) > Number(current);
};

/** Puts one dated value over a series: inside its days it holds, outside them what was there before. */
const overlay = <T>(series: DatedSeries<T>, entry: Dated<T>): DatedSeries<T> => {
  const { validFrom: from, validTo: to } = entry;
  const before = series
    .filter(({ validFrom }) => validFrom < from)
    .map((old) => (old.validTo === null || old.validTo >= from ? { ...old, validTo: daysAfter(from, -1) } : old));
  const later = to === null ? [] : series.filter(({ validTo }) => validTo === null || validTo > to);
  // The first value also stands for the days before it, so what follows always begins the day after.
  const after = later.map((old, index) => (to !== null && index === 0 ? { ...old, validFrom: daysAfter(to, 1) } : old));
  const [first, ...rest] = [...before, entry, ...after];
  return [first ?? entry, ...rest];
};

/** Entries of a series that hold on some day of a span; the first also holds before its own first day. */
const during = <T>(series: DatedSeries<T>, from: string, to: string | null): readonly Dated<T>[] =>
  series.filter(
    ({ validFrom, validTo }, index) => (index === 0 || to === null || validFrom <= to) && (validTo === null || validTo >= from),
  );

const unknownKey = (path: string, key: string): Refused => ({
  path,
  code: "unknown_key",
  key,
  near: nearestOf(key, parameterKeys),
  inForce: null,
});

const refusal = (path: string, code: LayerProblem["code"], key: string, inForce: Json = null): Refused => ({
  path,
  code,
  key,
  near: [],
  inForce,
});

const valueProblem = (path: string, key: ParameterKey, value: unknown): Refused | null =>
  parameters[key].schema.safeParse(value).success ? null : refusal(path, "invalid_value", key);

const entryProblem = (ruleSet: RuleSet, entry: RuleLayer["entries"][number], at: number): Refused | null => {
  const path = `entries.${at}`;
  const { key, value, validFrom, validTo } = entry;
  if (!isParameterKey(key)) return unknownKey(`${path}.key`, key);
  if (validTo !== null && validTo < validFrom) return refusal(`${path}.validTo`, "dates_reversed", key);
  const invalid = valueProblem(`${path}.value`, key, value);
  if (invalid !== null) return invalid;
  const definition: ParameterDefinition<unknown> = parameters[key];
  const loosened = during<unknown>(ruleSet.values[key], validFrom, validTo).find((current) =>
    isLooser(definition.stricter, current.value, value),
  );
  return loosened === undefined ? null : refusal(`${path}.value`, "loosens", key, loosened.value as Json);
};

const withEntry = (ruleSet: RuleSet, key: ParameterKey, entry: Dated<unknown>): RuleSet => ({
  ...ruleSet,
  values: { ...ruleSet.values, [key]: overlay<unknown>(ruleSet.values[key], entry) },
});

const takenIds = (ruleSet: RuleSet): ReadonlySet<string> =>
  new Set([
    ...resourceIndicators,
    ...itemIds,
    ...ruleSet.values.vetoes.flatMap(({ value }) => value),
    ...ruleSet.extraVetoes.map(({ id }) => id),
    ...ruleSet.extraIndicators.map(({ id }) => id),
  ]);

const additionProblems = (ruleSet: RuleSet, layer: RuleLayer): readonly Refused[] => {
  const taken = new Set(takenIds(ruleSet));
  const added = [
    ...layer.extraVetoes.map(({ id }, at) => ({ id, path: `extraVetoes.${at}` })),
    ...layer.extraIndicators.map(({ id }, at) => ({ id, path: `extraIndicators.${at}` })),
  ];
  const duplicates = added.flatMap(({ id, path }) => {
    if (taken.has(id)) return [refusal(`${path}.id`, "id_taken", id)];
    taken.add(id);
    return [];
  });
  const paths = layer.extraIndicators.flatMap(({ terms }, at) =>
    terms.flatMap(({ path }, term) =>
      isFigurePath(path) ? [] : [refusal(`extraIndicators.${at}.terms.${term}.path`, "unknown_path", path)],
    ),
  );
  return [...duplicates, ...paths];
};

const applyLayer = (below: RuleSet, layer: RuleLayer): Result<RuleSet, readonly LayerProblem[]> => {
  const problems: Refused[] = [...additionProblems(below, layer)];
  let ruleSet = below;
  layer.entries.forEach((entry, at) => {
    const problem = entryProblem(ruleSet, entry, at);
    if (problem !== null) problems.push(problem);
    else if (isParameterKey(entry.key)) {
      const { key, ...dated } = entry;
      ruleSet = withEntry(ruleSet, entry.key, dated);
    }
  });
  if (problems.length > 0) return err(problems.map((problem) => ({ layer: layer.id, ...problem })));
  return ok({
    ...ruleSet,
    version: `${below.version}+${layer.id}@${layer.version}`,
    extraVetoes: [...below.extraVetoes, ...layer.extraVetoes],
    extraIndicators: [...below.extraIndicators, ...layer.extraIndicators],
  });
};

/**
 * Puts layers on a rule set, the national one at the bottom, then province, city, county. The version names
 * the base and every layer with its version. All problems of the first layer that has any, when one is refused.
 */
export const applyLayers = (ruleSet: RuleSet, layers: readonly RuleLayer[]): Result<RuleSet, readonly LayerProblem[]> => {
  let current = ruleSet;
  let level = 0;
  for (const layer of layers) {
    const next = layerLevels.indexOf(layer.level);
    if (next < level) return err([{ layer: layer.id, ...refusal("level", "levels_out_of_order", layer.level) }]);
    level = next;
    const applied = applyLayer(current, layer);
    if (!applied.ok) return applied;
    current = applied.value;
  }
  return ok(current);
};

/** What a value that is only tried is known by. */
const tried = { source: { document: "试算", article: "--set" }, certainty: "inferred", validFrom: "1900-01-01", validTo: null } as const;

/**
 * The rule set with some values replaced for all days, to try what they would change: looser ones too. The
 * version names each of them, so that such a judgement is never taken for one by the rules.
 */
export const withValues = (ruleSet: RuleSet, values: Readonly<Record<string, unknown>>): Result<RuleSet, readonly LayerProblem[]> => {
  const problems: Refused[] = [];
  let current = ruleSet;
  const keys = Object.keys(values).sort();
  for (const key of keys) {
    const problem = isParameterKey(key) ? valueProblem(key, key, values[key]) : unknownKey(key, key);
    if (problem !== null) problems.push(problem);
    else if (isParameterKey(key)) current = withEntry(current, key, { value: values[key], ...tried });
  }
  if (problems.length > 0) return err(problems.map((problem) => ({ layer: "", ...problem })));
  const version = keys.map((key) => `${key}=${JSON.stringify(values[key])}`).join(",");
  return ok(keys.length === 0 ? current : { ...current, version: `${ruleSet.version}+(${version})` });
};
