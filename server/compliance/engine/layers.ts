import { type LayerProblem, layerLevels, type RuleLayer, resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import { type Dated, type DatedSeries, type Definitions, parameters, type Stricter } from "@server/compliance/rules-contract";
import { canonicalJson } from "@server/kernel/canonical-json";
import { daysAfter } from "@server/kernel/dates";
import { err, ok, type Result } from "@server/kernel/result";
import { isFigurePath } from "./figure-paths";
import { nearestOf } from "./nearest";
import type { RuleSet } from "./rule-set";

/**
 * Rules in layers (国家—省—市—县): each layer is put on what stands below it. It may tighten, add or date a
 * value; what would loosen one is refused. The same for the rules of quality and of basic balance.
 */

type Json = LayerProblem["inForce"];
type Refused = Omit<LayerProblem, "layer">;

/** What layers need to know of a rule set. */
export interface Layerable {
  readonly id: string;
  readonly version: string;
  readonly values: Readonly<Record<string, DatedSeries<unknown>>>;
}

/** How layers are put on one family of rule sets. */
export interface Layering<R> {
  /**
   * Puts layers on a rule set, the national one at the bottom, then province, city, county. The version names
   * the base and every layer with its version. All problems of the first layer that has any, when one is refused.
   */
  readonly applyLayers: (ruleSet: R, layers: readonly RuleLayer[]) => Result<R, readonly LayerProblem[]>;
  /**
   * The rule set with some values replaced for all days, to try what they would change: looser ones too. The
   * version names each of them, so that such a judgement is never taken for one by the rules.
   */
  readonly withValues: (ruleSet: R, values: Readonly<Record<string, unknown>>) => Result<R, readonly LayerProblem[]>;
}

/** What layers may add beside values, and whether they may. */
interface Additions<R> {
  readonly problems: (ruleSet: R, layer: RuleLayer) => readonly Refused[];
  readonly add: (ruleSet: R, layer: RuleLayer) => R;
}

/** Members of a list are told apart by their id where they have one: other words for the same matter are no other matter. */
const identityOf = (member: unknown): string =>
  typeof member === "object" && member !== null && "id" in member ? String(member.id) : canonicalJson(member);

const without = (list: readonly unknown[], other: readonly unknown[]): boolean => {
  const present = new Set(list.map(identityOf));
  return other.some((member) => !present.has(identityOf(member)));
};

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

const refusal = (path: string, code: LayerProblem["code"], key: string, inForce: Json = null): Refused => ({
  path,
  code,
  key,
  near: [],
  inForce,
});

const unknownKey = (definitions: Definitions, path: string, key: string): Refused => ({
  ...refusal(path, "unknown_key", key),
  near: nearestOf(key, Object.keys(definitions)),
});

const definitionOf = (definitions: Definitions, key: string) => (Object.hasOwn(definitions, key) ? definitions[key] : undefined);

const entryProblem = (definitions: Definitions, ruleSet: Layerable, entry: RuleLayer["entries"][number], at: number): Refused | null => {
  const path = `entries.${at}`;
  const { key, value, validFrom, validTo } = entry;
  const definition = definitionOf(definitions, key);
  const series = ruleSet.values[key];
  if (definition === undefined || series === undefined) return unknownKey(definitions, `${path}.key`, key);
  if (validTo !== null && validTo < validFrom) return refusal(`${path}.validTo`, "dates_reversed", key);
  if (!definition.schema.safeParse(value).success) return refusal(`${path}.value`, "invalid_value", key);
  const loosened = during(series, validFrom, validTo).find((current) => isLooser(definition.stricter, current.value, value));
  return loosened === undefined ? null : refusal(`${path}.value`, "loosens", key, loosened.value as Json);
};

/** The value has been parsed by the definition of its key, so the rule set keeps its type. */
const withEntry = <R extends Layerable>(ruleSet: R, key: string, entry: Dated<unknown>): R => {
  const series = ruleSet.values[key];
  return series === undefined ? ruleSet : { ...ruleSet, values: { ...ruleSet.values, [key]: overlay(series, entry) } };
};

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

const applyLayer = <R extends Layerable>(
  definitions: Definitions,
  additions: Additions<R>,
  below: R,
  layer: RuleLayer,
): Result<R, readonly LayerProblem[]> => {
  const problems: Refused[] = [...additions.problems(below, layer)];
  let ruleSet = below;
  layer.entries.forEach((entry, at) => {
    const problem = entryProblem(definitions, ruleSet, entry, at);
    if (problem !== null) problems.push(problem);
    else {
      const { key, ...dated } = entry;
      ruleSet = withEntry(ruleSet, key, dated);
    }
  });
  if (problems.length > 0) return err(problems.map((problem) => ({ layer: layer.id, ...problem })));
  return ok(additions.add({ ...ruleSet, version: `${below.version}+${layer.id}@${layer.version}` }, layer));
};

/** What a value that is only tried is known by. */
const tried = { source: { document: "试算", article: "--set" }, certainty: "inferred", validFrom: "1900-01-01", validTo: null } as const;

/** Layers over rule sets whose parameters are `definitions`. */
export const layering = <R extends Layerable>(definitions: Definitions, additions: Additions<R>): Layering<R> => ({
  applyLayers: (ruleSet, layers) => {
    let current = ruleSet;
    let level = 0;
    for (const layer of layers) {
      const next = layerLevels.indexOf(layer.level);
      if (next < level) return err([{ layer: layer.id, ...refusal("level", "levels_out_of_order", layer.level) }]);
      level = next;
      const applied = applyLayer(definitions, additions, current, layer);
      if (!applied.ok) return applied;
      current = applied.value;
    }
    return ok(current);
  },
  withValues: (ruleSet, values) => {
    const problems: Refused[] = [];
    let current = ruleSet;
    const keys = Object.keys(values).sort();
    for (const key of keys) {
      const definition = definitionOf(definitions, key);
      if (definition === undefined) problems.push(unknownKey(definitions, key, key));
      else if (!definition.schema.safeParse(values[key]).success) problems.push(refusal(key, "invalid_value", key));
      else current = withEntry(current, key, { value: values[key], ...tried });
    }
    if (problems.length > 0) return err(problems.map((problem) => ({ layer: "", ...problem })));
    const version = keys.map((key) => `${key}=${JSON.stringify(values[key])}`).join(",");
    return ok(keys.length === 0 ? current : { ...current, version: `${ruleSet.version}+(${version})` });
  },
});

/** Layers over the rules of quality balance (优质均衡). */
export const { applyLayers, withValues } = layering<RuleSet>(parameters, {
  problems: additionProblems,
  add: (ruleSet, layer) => ({
    ...ruleSet,
    extraVetoes: [...ruleSet.extraVetoes, ...layer.extraVetoes],
    extraIndicators: [...ruleSet.extraIndicators, ...layer.extraIndicators],
  }),
});

/** For rules that know no additions beside their values: what a layer would add is refused. */
export const noAdditions = <R>(): Additions<R> => ({
  problems: (_, { extraVetoes, extraIndicators }) => [
    ...extraVetoes.map(({ id }, at) => refusal(`extraVetoes.${at}.id`, "no_additions", id)),
    ...extraIndicators.map(({ id }, at) => refusal(`extraIndicators.${at}.id`, "no_additions", id)),
  ],
  add: (ruleSet) => ruleSet,
});
