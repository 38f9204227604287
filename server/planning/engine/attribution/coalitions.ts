import { type RuleSet, verdictCode } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { UncertaintySettings } from "../../contract";
import type { BoundLever } from "../../levers/registry";
import { yearMemory } from "../columns";
import { leanYear } from "../lean-year";
import { rulesByYear } from "../rules-by-year";
import { type Question, simulator } from "../simulate";
import { monteCarloPart } from "../uncertainty/monte-carlo";
import { type BesideYear, figuresAYear, writeFigures } from "./figures";

/** 1 for every lever that takes part, in the order of the levers. */
export type Members = Uint8Array;

/**
 * What a subset of the levers leads to: figures of each year asked for, then how often its levers ask for more than there is,
 * then the cost of the whole horizon (万元).
 */
export type CoalitionValues = Float64Array;

export interface Coalitions {
  readonly players: number;
  /** Figures without the two that come last. */
  readonly figures: number;
  /** Simulates the county with these levers only. */
  readonly valuesOf: (members: Members) => CoalitionValues;
}

/**
 * Levers that each lever cannot do without: a school must be opened before another lever can act on it.
 * Without them it is left out, as a scenario with it alone would be refused.
 */
const prerequisites = (levers: readonly BoundLever[]): readonly (readonly number[])[] => {
  const opener = new Map(levers.flatMap(({ lever }, index) => (lever.type === "open_school" ? [[lever.code, index] as const] : [])));
  return levers.map(({ schools }) => schools.flatMap(({ code }) => opener.get(code) ?? []));
};

/** Shares of the draws of a year in which the resource part is met, and all parts. */
type PassShares = Pick<BesideYear, "passProbability" | "overallPassProbability">;
const notAsked: PassShares = { passProbability: Number.NaN, overallPassProbability: Number.NaN };

/** By year from the base year on. The same draws for every subset. */
const passShares = (
  dataset: CountyDataset,
  { document }: Question,
  levers: readonly BoundLever[],
  ruleSet: RuleSet,
  futures: UncertaintySettings,
): readonly PassShares[] => {
  const { draws } = futures;
  const scenario = { ...document, levers: levers.map(({ lever }) => lever) };
  const { resource, overall } = monteCarloPart(dataset, scenario, ruleSet, futures);
  const share = (codes: Uint8Array, year: number): number =>
    codes.subarray(year * draws, (year + 1) * draws).filter((code) => code === verdictCode.met).length / draws;
  return Array.from({ length: document.horizonYears + 1 }, (_, year) => ({
    passProbability: share(resource, year),
    overallPassProbability: share(overall, year),
  }));
};

/** What is played for. */
export interface Stakes {
  readonly years: readonly number[];
  /** Futures drawn for each subset; null: P(pass) is not asked. */
  readonly futures: UncertaintySettings | null;
}

/** The game of the levers: the years are simulated anew with each subset, so that whatever they do to each other is in its values. */
export const coalitionsOf = (
  dataset: CountyDataset,
  question: Question,
  levers: readonly BoundLever[],
  ruleSet: RuleSet,
  { years, futures }: Stakes,
): Coalitions => {
  const rulesOf = rulesByYear(ruleSet);
  const positionOf = new Map(years.map((year, index) => [year, index * figuresAYear]));
  const needed = prerequisites(levers);
  const figures = years.length * figuresAYear;
  const runYears = simulator(question, ruleSet);
  const memory = yearMemory(question.base);
  const valuesOf = (members: Members): CoalitionValues => {
    const acting = levers.filter((_, index) => members[index] === 1 && needed[index]?.every((other) => members[other] === 1));
    const values = new Float64Array(figures + 2);
    const pass = futures === null ? [] : passShares(dataset, question, acting, ruleSet, futures);
    let cumulativeWan = 0;
    const { lacking } = runYears(acting, (state, prices) => {
      let costWan = 0;
      for (const bound of acting) {
        const { capitalWan, recurrentWan } = bound.cost({ year: state.year, prices, state });
        costWan += capitalWan + recurrentWan;
      }
      cumulativeWan += costWan;
      const at = positionOf.get(state.year);
      if (at === undefined) return;
      const shares = pass[state.year - question.model.baseYear] ?? notAsked;
      writeFigures(values, at, leanYear(state, question, rulesOf(state.year), memory), { costWan, cumulativeWan, ...shares });
    });
    values[figures] = lacking.length;
    values[figures + 1] = cumulativeWan;
    return values;
  };
  return { players: levers.length, figures, valuesOf };
};
