import type { Assumptions } from "../contract";
import { at, type Column } from "./state";

/** Children who reach grade 1 in a September: ⅓ of the births of y−7 and ⅔ of those of y−6; NaN when either is unknown. */
export const childrenOfSchoolAge = (births: ReadonlyMap<number, number>, year: number): number =>
  (births.get(year - 7) ?? Number.NaN) / 3 + ((births.get(year - 6) ?? Number.NaN) * 2) / 3;

export interface EntrantSeries {
  /**
   * County grade-1 intake of each projected year relative to the base year's, index 0 = base year + 1;
   * null in series mode, where `counts` holds persons instead.
   */
  readonly factors: readonly number[] | null;
  readonly counts: readonly number[] | null;
  /** Years for which births were asked for but not known. */
  readonly yearsByTrend: readonly number[];
  /** Births of the base year's entrants are unknown, so births could not be scaled at all. */
  readonly birthsUnusable: boolean;
}

const byTrend = (horizon: number, change: number): number[] => {
  const factors: number[] = [];
  let factor = 1;
  for (let i = 0; i < horizon; i += 1) {
    factor *= 1 + change;
    factors.push(factor);
  }
  return factors;
};

const byBirths = (births: ReadonlyMap<number, number>, baseYear: number, horizon: number, change: number): EntrantSeries => {
  const base = childrenOfSchoolAge(births, baseYear);
  const years = Array.from({ length: horizon }, (_, i) => baseYear + 1 + i);
  if (!(base > 0)) return { factors: byTrend(horizon, change), counts: null, yearsByTrend: years, birthsUnusable: true };
  const yearsByTrend: number[] = [];
  let factor = 1;
  const factors = years.map((year) => {
    const children = childrenOfSchoolAge(births, year);
    if (Number.isNaN(children)) {
      yearsByTrend.push(year);
      factor *= 1 + change;
    } else {
      factor = children / base;
    }
    return factor;
  });
  return { factors, counts: null, yearsByTrend, birthsUnusable: false };
};

/** Persons a year; a year that is not in the list takes the last earlier one, years before the list the first of it. */
const bySeries = (series: readonly { readonly year: number; readonly entrants: number }[], baseYear: number, horizon: number): number[] => {
  const sorted = [...series].sort((left, right) => left.year - right.year);
  return Array.from({ length: horizon }, (_, i) => {
    const known = sorted.filter((entry) => entry.year <= baseYear + 1 + i).at(-1) ?? sorted[0];
    return known?.entrants ?? Number.NaN;
  });
};

/** 一年级招生: the county's grade-1 intake of the projected years, by the mode that the planner chose. */
export const entrantSeries = (
  assumptions: Assumptions,
  births: readonly { readonly year: number; readonly births: number }[],
  baseYear: number,
  horizon: number,
): EntrantSeries => {
  const { entrants } = assumptions;
  switch (entrants.mode) {
    case "births":
      return byBirths(new Map(births.map((entry) => [entry.year, entry.births])), baseYear, horizon, assumptions.entrantsTrendBeyondBirths);
    case "trend":
      return { factors: byTrend(horizon, entrants.annualChange), counts: null, yearsByTrend: [], birthsUnusable: false };
    case "series":
      return { factors: null, counts: bySeries(entrants.series, baseYear, horizon), yearsByTrend: [], birthsUnusable: false };
  }
};

/**
 * Grade-1 pupils of each row in projected year `index`, by weights in persons of the base year. A
 * factor scales every section alike, so that one section's missing intake stays its own; a series of
 * persons needs the county's whole intake, and is unknown everywhere when a part of that is.
 */
export const entrantsOf = (
  series: EntrantSeries,
  index: number,
  weights: Column,
  entrants: Column = new Float64Array(weights.length),
): Column => {
  const factor = series.factors?.[index];
  if (factor !== undefined) {
    for (let row = 0; row < weights.length; row += 1) entrants[row] = at(weights, row) * factor;
    return entrants;
  }
  const persons = series.counts?.[index] ?? Number.NaN;
  let county = 0;
  for (const intake of weights) county += intake;
  for (let row = 0; row < weights.length; row += 1) entrants[row] = county === 0 ? 0 : (at(weights, row) / county) * persons;
  return entrants;
};

/**
 * The weights by which a year's entrants are shared, where some are of sections that do not teach (a planned school before it
 * opens): these have nobody yet, and the others have all, by their own weights, or by the base year's `intake` where none of
 * them has one. Nobody is lost.
 */
export const openWeights = (weights: Column, taught: Uint8Array, intake: Column): Column => {
  const sumOpen = (column: Column): number => {
    let sum = 0;
    // By index: an iterator over a typed array takes several times as long.
    for (let row = 0; row < column.length; row += 1) if (taught[row] === 1) sum += at(column, row);
    return sum;
  };
  let whole = 0;
  for (let row = 0; row < weights.length; row += 1) whole += at(weights, row);
  const open = sumOpen(weights);
  if (open === whole || (Number.isNaN(open) && Number.isNaN(whole))) return weights;
  const own = open === 0 ? intake : weights;
  const sum = open === 0 ? sumOpen(intake) : open;
  return own.map((weight, row) => (taught[row] !== 1 || weight === 0 ? 0 : (weight / sum) * whole));
};

/** What the numbers given for some sections of a year were held against. */
export interface GivenIntake {
  readonly given: number;
  /** What the county's forecast has for the year; NaN where it is not known. */
  readonly county: number;
  /** Whether there are other sections to share what is left. */
  readonly isShared: boolean;
}

/**
 * Grade-1 pupils of each row in projected year `index` where some sections have a number of their own (分校招生数, by row):
 * these have it, the others share what is left of the county's intake by their weights, and nobody where nothing is left.
 */
export const entrantsBesides = (
  series: EntrantSeries,
  index: number,
  weights: Column,
  numbers: ReadonlyMap<number, number>,
  entrants: Column,
): GivenIntake => {
  let whole = 0;
  let others = 0;
  let given = 0;
  weights.forEach((weight, row) => {
    whole += weight;
    const number = numbers.get(row);
    if (number === undefined) others += weight;
    else given += number;
  });
  const factor = series.factors?.[index];
  const county = factor === undefined ? (series.counts?.[index] ?? Number.NaN) : whole * factor;
  const left = Math.max(0, county - given);
  weights.forEach((weight, row) => {
    entrants[row] = numbers.get(row) ?? (weight === 0 || left === 0 ? 0 : (weight / others) * left);
  });
  return { given, county, isShared: others !== 0 };
};

/**
 * Makes the entrants of a year the weights of the next one. Where a factor forecasts the county, which is one on the base
 * year's intake, all weights together stay what they were. Where nobody entered there is no share to go by, and they stay.
 */
export const rollWeights = (series: EntrantSeries, weights: Column, entrants: Column): void => {
  let whole = 0;
  let entered = 0;
  weights.forEach((weight, row) => {
    whole += weight;
    entered += at(entrants, row);
  });
  if (entered === 0) return;
  const scale = series.counts === null ? whole / entered : 1;
  for (let row = 0; row < weights.length; row += 1) weights[row] = at(entrants, row) * scale;
};

/**
 * Base-year intake shared anew by attendance zones (学区): named sections take their share, the others what is left, as
 * before. Where no other has an intake the named ones share out all of it: nobody is lost.
 */
export const zoneWeights = (intake: Column, shareOfRow: ReadonlyMap<number, number>): Column => {
  let county = 0;
  let others = 0;
  let named = 0;
  intake.forEach((persons, row) => {
    county += persons;
    const share = shareOfRow.get(row);
    if (share === undefined) others += persons;
    else named += share;
  });
  const whole = others === 0 && named > 0 ? named : 1;
  return intake.map((persons, row) => {
    const share = shareOfRow.get(row);
    if (share !== undefined) return (county * share) / whole;
    return others === 0 ? 0 : (persons / others) * county * (1 - named);
  });
};
