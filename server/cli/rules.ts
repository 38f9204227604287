import { type LayerProblem, type RuleLayer, ruleLayerSchema } from "@server/compliance/contract";
import { applyBasicLayers, type BasicRuleSet, withBasicValues } from "@server/compliance/engine/basic/index";
import { applyLayers, type Layering, type RuleSet, withValues } from "@server/compliance/engine/index";
import { basic2012 } from "@server/compliance/rulesets/basic-2012";
import { ruleSetById, ruleSets } from "@server/compliance/rulesets/registry";
import { err, ok, type Result } from "@server/kernel/result";
import { z } from "zod";
import { readJsonFile } from "./dataset-file";
import { type Complaint, complaint } from "./outcome";

/** Which rules a command judges by: a set, layers on it, values that are tried, and the day. */
export interface RuleOptions {
  readonly ruleset: string;
  readonly layer?: readonly string[];
  /** `key=value`; the value as JSON, or as it stands when it is none. */
  readonly set?: readonly string[];
  readonly date?: string;
}

/** What an explanation is asked of. */
export interface ExplainOptions extends RuleOptions {
  /** `CODE:primary` with an indicator. */
  readonly section?: string;
  readonly indicator?: string;
  /** `primary:R4`; of basic balance `primary:B3` and `primary:composite`. */
  readonly balance?: string;
  /** `G5`. */
  readonly item?: string;
}

const reasons: Readonly<Record<LayerProblem["code"], string>> = {
  unknown_key: "commands.unknownKey",
  invalid_value: "commands.invalidValue",
  loosens: "commands.loosens",
  dates_reversed: "commands.datesReversed",
  levels_out_of_order: "commands.levelsOutOfOrder",
  id_taken: "commands.idTaken",
  unknown_path: "commands.unknownPath",
  no_additions: "commands.noAdditions",
};

const problemComplaint = (where: string, { path, code, key, near, inForce }: LayerProblem): Complaint =>
  complaint(
    where === "" ? path : `${where} ${path}`,
    code === "unknown_key" && near.length > 0 ? "commands.unknownKeyNear" : reasons[code],
    {
      key,
      ...(near.length === 0 ? {} : { near: near.join(", ") }),
      ...(inForce === null ? {} : { inForce: JSON.stringify(inForce) }),
    },
  );

const parsedValue = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The values of `--set`, by key. */
const triedValues = (pairs: readonly string[]): Result<Readonly<Record<string, unknown>>, readonly Complaint[]> => {
  const split = pairs.map((pair) => [pair, pair.indexOf("=")] as const);
  const wrong = split.filter(([, at]) => at < 1);
  if (wrong.length > 0) return err(wrong.map(([pair]) => complaint("--set", "commands.keyValue", { given: pair })));
  return ok(Object.fromEntries(split.map(([pair, at]) => [pair.slice(0, at), parsedValue(pair.slice(at + 1))])));
};

const layersOf = async (files: readonly string[]): Promise<Result<readonly RuleLayer[], readonly Complaint[]>> => {
  const layers: RuleLayer[] = [];
  for (const file of files) {
    const read = await readJsonFile(file, ruleLayerSchema);
    if (!read.ok) return read;
    layers.push(read.value);
  }
  return ok(layers);
};

const changed = async <R>(
  base: R,
  { applyLayers: apply, withValues: tryValues }: Layering<R>,
  { layer = [], set = [], date }: Omit<RuleOptions, "ruleset">,
): Promise<Result<R, readonly Complaint[]>> => {
  if (date !== undefined && !z.iso.date().safeParse(date).success) return err([complaint("--date", "commands.date", { given: date })]);
  const layers = await layersOf(layer);
  if (!layers.ok) return layers;
  const layered = apply(base, layers.value);
  if (!layered.ok) return err(layered.error.map((problem) => problemComplaint(`--layer ${problem.layer}`, problem)));
  const values = triedValues(set);
  if (!values.ok) return values;
  const tried = tryValues(layered.value, values.value);
  return tried.ok ? tried : err(tried.error.map((problem) => problemComplaint("--set", problem)));
};

/** The rule set of quality balance that the options ask for, or why there is none. */
export const rulesOf = async ({ ruleset, ...options }: RuleOptions): Promise<Result<RuleSet, readonly Complaint[]>> => {
  const base = ruleSetById(ruleset);
  if (base === undefined) {
    return err([
      complaint("--ruleset", "commands.ruleSet", { given: ruleset, known: [...ruleSets, basic2012].map(({ id }) => id).join(", ") }),
    ]);
  }
  return changed(base, { applyLayers, withValues }, options);
};

/** The rules of basic balance that the options ask for, or why there are none. */
export const basicRulesOf = (options: Omit<RuleOptions, "ruleset">): Promise<Result<BasicRuleSet, readonly Complaint[]>> =>
  changed(basic2012, { applyLayers: applyBasicLayers, withValues: withBasicValues }, options);
