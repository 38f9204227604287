import { compare } from "../exact";
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
  value === undefined || value === null || Number.isNaN(value) ? open : same(pass(Boolean(value)));

/** All demands at once; nothing to judge is no pass. */
export const allChecks = (checks: readonly Check[]): Check => ({
  deciding: allOf(checks.map(({ deciding }) => deciding)),
  other: () => allOf(checks.map(({ other }) => other())),
});

/** The same demand made of each of many. */
export const eachCheck = <T>(subjects: readonly T[], checkOf: (subject: T) => Check): Check => ({
  deciding: allOf(subjects.map((subject) => checkOf(subject).deciding)),
  other: () => allOf(subjects.map((subject) => checkOf(subject).other())),
});

const held = (value: Quantity, limit: Quantity, decimals: number, roundLimit: boolean, rules: Rules, sign: 1 | -1): Check => {
  const order = signOf(value, limit) * sign;
  if (Number.isNaN(order)) return open;
  const unrounded = pass(order >= 0);
  const displayed = (): number => {
    // Rounding moves a figure by half a unit at most: further off it cannot change the answer.
    if (Math.abs(value.value - limit.value) > 2 * 10 ** -decimals) return unrounded;
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
