import type { CountyFactKey, Lever } from "../contract";
import type { CountyState } from "../engine/state";
import { effectYear, type LeverYear } from "./lever";

/** A county figure, NaN when not reported. */
export const countyFactOf = (state: CountyState, key: CountyFactKey): number => state.countyFacts.facts[key] ?? Number.NaN;

/** Sets a county figure of the year. */
export const setCountyFact = (state: CountyState, key: CountyFactKey, value: number): void => {
  state.countyFacts = { ...state.countyFacts, facts: { ...state.countyFacts.facts, [key]: value } };
};

/** Tells once that a figure which a lever lifts is not reported, so that nobody knows what the rise costs. */
export const tellUnknownRise = (
  { state, notice }: LeverYear,
  key: CountyFactKey,
  lever: Pick<Lever, "id" | "startYear" | "leadYears">,
): void => {
  if (state.year === effectYear(lever) && Number.isNaN(countyFactOf(state, key))) notice(lever.id, "riseUnknown", {});
};

/** Lifts a county figure to a floor; answers by how much it rose, 0 where it was not reported. */
export const liftCountyFact = (state: CountyState, key: CountyFactKey, floor: number): number => {
  const present = countyFactOf(state, key);
  if (present >= floor || Number.isNaN(floor)) return 0;
  setCountyFact(state, key, floor);
  return Number.isNaN(present) ? 0 : floor - present;
};
