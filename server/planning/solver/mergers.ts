import type { CountyDataset } from "@server/statistics/contract";
import type { Lever, PlanRequest, ScenarioDocument } from "../contract";
import { checkLevers } from "../engine/check";
import { leverDefaults } from "../levers/all/defaults";

/** One choice among the mergers that the request offers, as levers of the scenario. */
export interface MergerChoice {
  readonly document: ScenarioDocument;
  readonly closings: readonly Lever[];
}

const closing = (document: ScenarioDocument, baseYear: number, schoolCode: string, toCode: string): Lever => ({
  ...leverDefaults.close_school,
  id: `plan-close-${schoolCode}-${document.levers.length}`,
  type: "close_school",
  enabled: true,
  startYear: baseYear,
  fundingSource: "",
  responsibleUnit: "",
  note: "",
  schoolCode,
  targets: [{ schoolCode: toCode, share: 1 }],
});

type Merger = PlanRequest["mergers"][number];

/** The scenario with a school closed in favour of another. */
export const withMerger = (dataset: CountyDataset, document: ScenarioDocument, { schoolCode, toCode }: Merger): ScenarioDocument => ({
  ...document,
  levers: [...document.levers, closing(document, dataset.county.statisticsYear, schoolCode, toCode)],
});

/** Every choice among the mergers, none first; those that are impossible in this county are left out. */
export const mergerChoices = (dataset: CountyDataset, document: ScenarioDocument, { mergers }: PlanRequest): readonly MergerChoice[] => {
  const choices: MergerChoice[] = [];
  for (let bits = 0; bits < 2 ** mergers.length; bits += 1) {
    const closings = mergers.flatMap(({ schoolCode, toCode }, place) =>
      (bits >> place) % 2 === 1 ? [closing(document, dataset.county.statisticsYear, schoolCode, toCode)] : [],
    );
    const merged = { ...document, levers: [...document.levers, ...closings] };
    if (closings.length === 0 || checkLevers(dataset, merged).length === 0) choices.push({ document: merged, closings });
  }
  return choices;
};
