import type { CountyDataset } from "@server/statistics/contract";
import type { Lever, PlanRequest, ScenarioDocument } from "../contract";
import { checkLevers } from "../engine/check";
import { leverDefaults } from "../levers/all/defaults";

/** One choice among the mergers that the request offers, as levers of the scenario. */
export interface MergerChoice {
  readonly document: ScenarioDocument;
  readonly closings: readonly Lever[];
}

type Merger = PlanRequest["mergers"][number];

const { leadYears } = leverDefaults.close_school;

/** A merger that begins to count in a year. */
const closing = (document: ScenarioDocument, effectYear: number, { schoolCode, toCode }: Merger): Lever => ({
  ...leverDefaults.close_school,
  id: `plan-close-${schoolCode}-${document.levers.length}`,
  type: "close_school",
  enabled: true,
  startYear: effectYear - leadYears,
  fundingSource: "",
  responsibleUnit: "",
  note: "",
  schoolCode,
  targets: [{ schoolCode: toCode, share: 1 }],
});

const firstYear = ({ county }: CountyDataset): number => county.statisticsYear + leadYears;

/** The scenario with a school closed in favour of another from a year on. */
export const withMerger = (document: ScenarioDocument, merger: Merger, year: number): ScenarioDocument => ({
  ...document,
  levers: [...document.levers, closing(document, year, merger)],
});

/** Choices of schools and years that are looked at: each has to be probed anew, which takes a large county a second or more. */
const mostChoices = 20;

/**
 * Years in which each merger may begin to count: every one in which it can be of use, as long as that leaves few enough
 * choices; else those by which something must be reached, which cost least of all that help it, and the first of all.
 */
export const mergerYears = (
  dataset: CountyDataset,
  { horizonYears }: ScenarioDocument,
  { targetYear, lasting, milestones = [], mergers }: PlanRequest,
): readonly number[] => {
  const first = firstYear(dataset);
  const last = lasting ? dataset.county.statisticsYear + horizonYears : targetYear;
  const goals = [...milestones.map(({ year }) => year), targetYear];
  const every = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  for (const years of [every, [first, ...goals], [first, targetYear]]) {
    const dates = [...new Set(years)].filter((year) => year >= first).sort((left, right) => left - right);
    if (dates.length > 0 && (dates.length + 1) ** mergers.length <= mostChoices) return dates;
  }
  return [Math.max(first, Math.min(...goals))];
};

/** Every choice among the mergers and their years, none first; those that are impossible in this county are left out. */
export const mergerChoices = (dataset: CountyDataset, document: ScenarioDocument, request: PlanRequest): readonly MergerChoice[] => {
  const years = mergerYears(dataset, document, request);
  let choices: readonly (readonly Lever[])[] = [[]];
  for (const merger of request.mergers) {
    choices = [null, ...years].flatMap((year) =>
      choices.map((others) => (year === null ? others : [...others, closing(document, year, merger)])),
    );
  }
  return choices.flatMap((closings): MergerChoice[] => {
    const merged = { ...document, levers: [...document.levers, ...closings] };
    return closings.length === 0 || checkLevers(dataset, merged).length === 0 ? [{ document: merged, closings }] : [];
  });
};
