import type { AttributedOutcome, Attribution } from "@server/planning/contract";

/** Name of a figure in the address: `distance`, `cv.primary.R4`. */
export const outcomeKey = ({ outcome, stage, indicator }: Pick<AttributedOutcome, "outcome" | "stage" | "indicator">): string =>
  [outcome, stage, indicator].filter(Boolean).join(".");

/** The year to look at when none is asked for: the first of those taken apart that passes as a whole, else in its resource part, else the last. */
const yearShown = ({ minimal, outcomes, years, baseYear }: Attribution): number => {
  // The smallest sets may have been sought for the last year alone, the verdicts may not have been asked for.
  const passing = (goal: "resource" | "overall"): number | undefined =>
    years.find(
      (year) =>
        outcomes.some((one) => one.outcome === `${goal}_met` && one.year === year && one.trial === 1) ||
        minimal.some((one) => one.goal === goal && one.year === year && one.passes),
    );
  return passing("overall") ?? passing("resource") ?? years.at(-1) ?? baseYear;
};

/** What the page draws of an answer for one figure and year; the stored answer itself stays on the server. */
export const attributionView = (answer: Attribution, asked: { readonly figure: string | null; readonly year: number | null }) => {
  const year = asked.year !== null && answer.years.includes(asked.year) ? asked.year : yearShown(answer);
  const ofYear = answer.outcomes.filter((outcome) => outcome.year === year);
  const shown =
    ofYear.find((outcome) => outcomeKey(outcome) === asked.figure) ?? ofYear.find(({ outcome }) => outcome === "distance") ?? ofYear[0];
  const shares = shown?.shares ?? [];
  /** With many levers the smallest sets are sought for one year alone: that year's are shown whichever is looked at. */
  const minimalYear = answer.minimal.some((one) => one.year === year) ? year : (answer.minimal.at(-1)?.year ?? year);
  return {
    year,
    years: answer.years,
    figures: ofYear.map(({ outcome, stage, indicator }) => ({ key: outcomeKey({ outcome, stage, indicator }), outcome, stage, indicator })),
    shown: shown === undefined ? null : { ...shown, key: outcomeKey(shown) },
    shares: [...shares].sort((left, right) => Math.abs(right.value) - Math.abs(left.value)),
    levers: answer.levers,
    idle: answer.idle,
    leftOut: answer.leftOut,
    minimal: answer.minimal.filter((one) => one.year === minimalYear),
    minimalYear,
    method: answer.method,
    permutations: answer.permutations,
    coalitions: answer.coalitions,
    ownRanges: answer.settings.ranges !== undefined,
  };
};
export type AttributionView = ReturnType<typeof attributionView>;
