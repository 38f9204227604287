import { type BasicSeries, basicParameters } from "@server/compliance/basic-contract";
import { err, ok, type Result } from "@server/kernel/result";
import { nearestOf } from "../nearest";
import type { BasicRuleSet } from "./rule-set";

/** Why a value cannot be tried: the key is none, or the value is none of the key. */
export interface ValueProblem {
  readonly key: string;
  readonly code: "unknown_key" | "invalid_value";
  /** Keys that are spelled alike. */
  readonly near: readonly string[];
}

type Key = keyof typeof basicParameters;
const isKey = (key: string): key is Key => Object.hasOwn(basicParameters, key);

const problemOf = (key: string, value: unknown): ValueProblem | null => {
  if (!isKey(key)) return { key, code: "unknown_key", near: nearestOf(key, Object.keys(basicParameters)) };
  return basicParameters[key].schema.safeParse(value).success ? null : { key, code: "invalid_value", near: [] };
};

/** The rule set with other values, for trying: they hold on every day, and the version says so. */
export const withBasicValues = (
  ruleSet: BasicRuleSet,
  values: Readonly<Record<string, unknown>>,
): Result<BasicRuleSet, readonly ValueProblem[]> => {
  const keys = Object.keys(values).sort();
  const problems = keys.map((key) => problemOf(key, values[key])).filter((problem) => problem !== null);
  if (problems.length > 0) return err(problems);
  if (keys.length === 0) return ok(ruleSet);
  const source = { document: "试算", article: "-" };
  const changed = Object.fromEntries(
    keys.map((key) => [key, [{ value: values[key], source, certainty: "inferred", validFrom: "0001-01-01", validTo: null }]]),
  ) as Partial<BasicSeries>;
  const version = keys.map((key) => `${key}=${JSON.stringify(values[key])}`).join(",");
  return ok({ ...ruleSet, version: `${ruleSet.version}+(${version})`, values: { ...ruleSet.values, ...changed } });
};
