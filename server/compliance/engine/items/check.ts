import { compare, nearTolerance } from "../exact";
import type { Rules } from "../rules-in-force";
import { allOf, verdictCode } from "../verdicts";
import { type Quantity, roundedHalfUp, signOf } from "./quantity";

/**
 * One demand, judged the way that decides and the other way of rounding (codes of `verdictNames`): where the
 * two differ the case is borderline (临界).
 */
export interface Check {
  readonly deciding: number;
  /** Worked out only when asked for: a verdict without reasons does not need it. */
  readonly other: () => number;
}

const same = (code: number): Check => ({ deciding: code, other: () => code });
export const met = same(verdictCode.met);
export const notMet = same(verdictCode.notMet);
export const open = same(verdictCode.notEvaluable);

export const isMet = ({ deciding }: Check): boolean => deciding === verdictCode.met;
export const isNotMet = ({ deciding }: Check): boolean => deciding === verdictCode.notMet;
export const isOpen = ({ deciding }: Check): boolean => deciding === verdictCode.notEvaluable;

const pass = (holds: boolean): number => (holds ? verdictCode.met : verdictCode.notMet);

/** A statement or finding: undefined, null or NaN is not made, which is no pass. */
export const stated = (value: boolean | number | null | undefined): Check =>
  value === undefined || value === null || Number.isNaN(value) ? open : value ? met : notMet;

/**
 * The same demand made of each of many, null where nothing is asked; nothing to judge is no pass. The first that
 * fails decides.
 */
export const eachCheck = <T>(subjects: readonly T[], checkOf: (subject: T) => Check | null): Check => {
  const only = subjects[0];
  if (only !== undefined && subjects.length === 1) return checkOf(only) ?? open;
  const other = (): number => allOf(subjects.flatMap((subject) => checkOf(subject)?.other() ?? []));
  let asked = false;
  let isOpen = false;
  for (const subject of subjects) {
    const code = checkOf(subject)?.deciding;
    if (code === verdictCode.notMet) return { deciding: code, other };
    if (code === verdictCode.notEvaluable) isOpen = true;
    if (code !== undefined) asked = true;
  }
  return { deciding: asked && !isOpen ? verdictCode.met : verdictCode.notEvaluable, other };
};

const itself = (check: Check): Check => check;

/** All demands at once; nothing to judge is no pass. */
export const allChecks = (checks: readonly Check[]): Check => eachCheck(checks, itself);

/** Rounding moves a figure by half a unit at most: twice a unit off it cannot change the answer. By decimals shown. */
const roundingReach = Float64Array.from({ length: 20 }, (_, decimals) => 2 * 10 ** -decimals);

/**
 * What the doubles of a figure and its limit decide by themselves, for both ways of rounding; null where they are
 * so close that the exact comparison or rounding may. A figure that is missing leaves it open.
 */
const clear = (value: number, limit: number, decimals: number, sign: 1 | -1): Check | null => {
  const difference = value - limit;
  if (Number.isNaN(difference)) return open;
  const distance = Math.abs(difference);
  const reach = roundingReach[decimals] ?? Number.POSITIVE_INFINITY;
  if (distance <= Math.max(Math.abs(value), Math.abs(limit)) * nearTolerance || distance <= reach) return null;
  return difference * sign > 0 ? met : notMet;
};

/** value ≥ limit for figures as they were reported; null where only `atLeast` can tell. */
export const clearlyAtLeast = (value: number, limit: number, decimals: number): Check | null => clear(value, limit, decimals, 1);
/** value ≤ limit. */
export const clearlyAtMost = (value: number, limit: number, decimals: number): Check | null => clear(value, limit, decimals, -1);

const held = (value: Quantity, limit: Quantity, decimals: number, roundLimit: boolean, rules: Rules, sign: 1 | -1): Check => {
  const plain = clear(value.value, limit.value, decimals, sign);
  if (plain !== null) return plain;
  const unrounded = pass(signOf(value, limit) * sign >= 0);
  const displayed = (): number => {
    if (Math.abs(value.value - limit.value) > (roundingReach[decimals] ?? Number.POSITIVE_INFINITY)) return unrounded;
    const line = roundLimit ? roundedHalfUp(limit.exact(), decimals) : limit.exact();
    return pass(compare(roundedHalfUp(value.exact(), decimals), line) * sign >= 0);
  };
  return rules.values["rounding.compare"] === "displayed"
    ? { deciding: displayed(), other: () => unrounded }
    : { deciding: unrounded, other: displayed };
};

/** value ≥ limit, the value shown with `decimals`. */
export const atLeast = (value: Quantity, limit: Quantity, decimals: number, rules: Rules): Check =>
  held(value, limit, decimals, false, rules, 1);
/** value ≤ limit. */
export const atMost = (value: Quantity, limit: Quantity, decimals: number, rules: Rules): Check =>
  held(value, limit, decimals, false, rules, -1);
/** value ≥ limit where both are figures that are shown. */
export const notBelow = (value: Quantity, limit: Quantity, decimals: number, rules: Rules): Check =>
  held(value, limit, decimals, true, rules, 1);

/** Decimals of a share of 1 that is shown as a percentage. */
export const shareDecimals = (rules: Rules): number => rules.values["rounding.percentDecimals"] + 2;
/** Decimals of every other figure of the official sentences. */
export const figureDecimals = (rules: Rules): number => rules.values["rounding.figureDecimals"];
