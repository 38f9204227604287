import type { CountyColumns } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { LeverOf } from "../../contract";
import { setCountyFact } from "../county-facts";
import { effectYear, type LeverIssue, type LeverModel, recurrentCost } from "../lever";
import { isResult, rangeOf, reportedResult, resultOfDataset, setResult } from "./results";

export type CountyFactLever = LeverOf<"county_fact">;

type Fact = CountyFactLever["fact"];

const baseValue = (fact: Fact, base: CountyColumns): number =>
  isResult(fact) ? reportedResult(base, fact) : (base.countyFacts.facts[fact] ?? Number.NaN);
const valueInDataset = (fact: Fact, dataset: CountyDataset): number =>
  isResult(fact) ? resultOfDataset(dataset, fact) : (dataset.county.facts[fact] ?? Number.NaN);

/** Shares beyond all, and levels that are none. */
const rangeIssues = ({ fact, mode, targetValue, values }: CountyFactLever): LeverIssue[] => {
  if (!isResult(fact)) return [];
  const [least, most] = rangeOf(fact);
  const entered = [
    ...(mode === "linear" && targetValue !== null ? [{ field: "targetValue", value: targetValue }] : []),
    ...(mode === "values" ? values.map(({ value }, index) => ({ field: `values.${index}.value`, value })) : []),
  ];
  return entered
    .filter(({ value }) => value < least || value > most)
    .map(({ field }) => ({ field, key: "factBeyondRange", params: { least, most } }));
};

/**
 * Value of a year: the last one given up to it (the base year's before the first); or on the straight
 * line from the year before the effect to the target, which is kept afterwards; or the base year's.
 */
export const trajectoryValue = (lever: CountyFactLever, base: number, year: number): number => {
  switch (lever.mode) {
    case "as_last_year":
      return base;
    case "values": {
      const given = [...lever.values].sort((left, right) => left.year - right.year).filter((entry) => entry.year <= year);
      return given.at(-1)?.value ?? base;
    }
    case "linear": {
      const target = lever.targetValue ?? Number.NaN;
      const from = effectYear(lever) - 1;
      const to = lever.targetYear ?? Number.NaN;
      return year >= to ? target : base + ((target - base) * (year - from)) / (to - from);
    }
  }
};

const issues: NonNullable<LeverModel<CountyFactLever>["issues"]> = (lever, county, all) => {
  const found: LeverIssue[] = rangeIssues(lever);
  const { baseYear, lastYear } = county;
  if (lever.mode === "values" && lever.values.length === 0) found.push({ field: "values", key: "valuesEmpty" });
  lever.values.forEach(({ year }, index) => {
    if (year <= baseYear) found.push({ field: `values.${index}.year`, key: "startBeforeBase", params: { baseYear: baseYear + 1 } });
    if (lever.values.findIndex((entry) => entry.year === year) < index) {
      found.push({ field: `values.${index}.year`, key: "valuesYearTwice", params: { year } });
    }
  });
  if (lever.mode === "linear") {
    if (lever.targetValue === null) found.push({ field: "targetValue", key: "targetMissing" });
    if (lever.targetYear === null || lever.targetYear < effectYear(lever)) {
      found.push({ field: "targetYear", key: "endBeforeEffect", params: { effectYear: effectYear(lever), lastYear } });
    }
    if (Number.isNaN(valueInDataset(lever.fact, county.dataset))) found.push({ field: "fact", key: "factUnknown" });
  }
  if (all.some((other) => other !== lever && other.type === "county_fact" && other.fact === lever.fact)) {
    found.push({ field: "fact", key: "factTwice" });
  }
  return found;
};

/** 县级指标走势. */
export const countyFact: LeverModel<CountyFactLever> = {
  type: "county_fact",
  phase: "facts",
  schools: () => [],
  issues,
  apply: (lever, { state, base }) => {
    if (state.year < effectYear(lever)) return;
    const value = trajectoryValue(lever, baseValue(lever.fact, base), state.year);
    if (Number.isNaN(value)) return;
    if (isResult(lever.fact)) setResult(state, lever.fact, value);
    else setCountyFact(state, lever.fact, value);
  },
  cost: (lever, year) => recurrentCost(year.year >= effectYear(lever), lever.annualCostWan, year),
  summary: (lever) => ({
    key: `county_fact.${lever.mode}`,
    params: {
      fact: lever.fact,
      effectYear: effectYear(lever),
      ...(lever.mode === "linear" ? { target: lever.targetValue ?? 0, targetYear: lever.targetYear ?? 0 } : {}),
      ...(lever.mode === "values" ? { target: lever.values.at(-1)?.value ?? 0, targetYear: lever.values.at(-1)?.year ?? 0 } : {}),
    },
  }),
};
