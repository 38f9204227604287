import type { Stage } from "@server/statistics/contract";
import { cellAt } from "../cells";
import type { Rules } from "../rules-in-force";
import { atLeast, type Check, isNotMet, notMet, open, shareDecimals } from "./check";
import type { SchoolCheck } from "./context";
import { over, quantity, summed } from "./quantity";

/** A part and its whole at every school that is asked (`rows`), in columns. */
export interface Shares {
  readonly rows: readonly number[];
  readonly stage: Stage | null;
  readonly part: Float64Array;
  readonly whole: Float64Array;
  /** NaN: not known whether the school belongs to the sum at all. Null: all do. */
  readonly scope: Float64Array | null;
}

const isInScope = ({ scope }: Shares, row: number): boolean => scope === null || !Number.isNaN(cellAt(scope, row));

/** The same at one school. */
export interface ShareRow {
  readonly row: number;
  readonly stage: Stage | null;
  readonly part: number;
  readonly whole: number;
  readonly inScope: boolean;
}

/** School by school: what reasons are drawn from. */
export const shareRows = (shares: Shares): readonly ShareRow[] => {
  const { rows, stage, part, whole } = shares;
  return rows.map((row) => ({ row, stage, part: cellAt(part, row), whole: cellAt(whole, row), inScope: isInScope(shares, row) }));
};

export interface CountyShare {
  readonly check: Check;
  /** Sums and their quotient; NaN unless they are certain. */
  readonly figures: () => { readonly part: number; readonly whole: number; readonly share: number };
  /** Schools below the limit when the county is, and schools with something missing. */
  readonly schools: () => readonly SchoolCheck[];
}

/** A part larger than its whole: one of the two is wrong, so that nothing may rest on them. */
export const contradicts = ({ part, whole }: Pick<ShareRow, "part" | "whole">): boolean => part > whole;

const isUncertain = (part: number, whole: number, inScope: boolean): boolean =>
  Number.isNaN(part + whole) || part > whole || (!inScope && whole !== 0);
const isUnknown = ({ part, whole, inScope }: ShareRow): boolean => isUncertain(part, whole, inScope);

/** The most that a school could still contribute above the limit; negative when it certainly pulls the share down. */
const bestMargin = (entry: ShareRow, limit: number): number => {
  const { part, whole, inScope } = entry;
  const unknownPart = Number.isNaN(part) || contradicts(entry);
  const margin = Number.isNaN(whole) ? (limit < 1 ? Number.POSITIVE_INFINITY : 0) : (unknownPart ? whole : part) - limit * whole;
  return inScope ? margin : Math.max(0, margin);
};

/** Both sums, whether the part is the whole at every school, and whether every figure is there. */
const totalsOf = (shares: Shares) => {
  const { rows, part, whole } = shares;
  let parts = 0;
  let wholes = 0;
  let complete = true;
  let certain = true;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? -1;
    const own = cellAt(part, row);
    const all = cellAt(whole, row);
    parts += own;
    wholes += all;
    if (own !== all) complete = false;
    if (isUncertain(own, all, isInScope(shares, row))) certain = false;
  }
  return { parts, wholes, complete, certain };
};

/**
 * Σ part ÷ Σ whole ≥ limit over schools. With figures missing it fails only if it would fail however they came
 * out. `empty` is the answer when there is nobody to count.
 */
export const countyShare = (shares: Shares, limit: number, rules: Rules, empty: Check): CountyShare => {
  const { parts, wholes, complete, certain } = totalsOf(shares);
  const part = summed(parts, () => shares.rows.map((row) => cellAt(shares.part, row)));
  const whole = summed(wholes, () => shares.rows.map((row) => cellAt(shares.whole, row)));
  // All of every school is all of the county: nothing to add up exactly.
  const share = complete && wholes > 0 ? quantity(1) : over(part, whole);
  const judge = (): Check => {
    if (certain) return whole.value === 0 ? empty : atLeast(share, quantity(limit), shareDecimals(rules), rules);
    let margin = 0;
    for (const entry of shareRows(shares)) margin += bestMargin(entry, limit);
    return margin < -1e-6 ? notMet : open;
  };
  const check = judge();
  const schoolCheck = (entry: ShareRow, found: Check): SchoolCheck => ({
    row: entry.row,
    stage: entry.stage,
    check: found,
    severity: limit * entry.whole - entry.part,
    figures: { part: entry.part, whole: entry.whole, share: entry.whole === 0 ? Number.NaN : entry.part / entry.whole },
  });
  return {
    check,
    figures: () =>
      certain ? { part: part.value, whole: whole.value, share: share.value } : { part: Number.NaN, whole: Number.NaN, share: Number.NaN },
    schools: () => {
      const rows = shareRows(shares);
      return [
        ...(isNotMet(check)
          ? rows.filter((entry) => !isUnknown(entry) && entry.part < limit * entry.whole - 1e-9).map((entry) => schoolCheck(entry, notMet))
          : []),
        ...rows.filter(isUnknown).map((entry) => schoolCheck(entry, open)),
      ];
    },
  };
};

/** part ÷ whole ≥ limit of the county's own figures; a part larger than its whole is no figure, and nothing is no whole. */
export const singleShare = (part: number, whole: number, limit: number, rules: Rules): Check =>
  part > whole ? open : atLeast(over(quantity(part), quantity(whole)), quantity(limit), shareDecimals(rules), rules);

/** part ÷ whole for showing; NaN when there is no whole. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);
