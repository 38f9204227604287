import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { ScenarioDocument, UncertaintySettings } from "@server/planning/contract";
import { drawnChoosers } from "@server/planning/engine/uncertainty/chooser";
import { subjectOf } from "@server/planning/engine/uncertainty/uniform";
import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import type { Chance } from "../../cases/planning/oracle/figures";
import { oracleOf } from "../../cases/planning/oracle/index";
import { type Answer, judgeRows } from "./row-judge";

const inputs = ["entrants", "progression", "migration", "attrition", "replacement", "gains"] as const;

/** The factors of a draw by input, school and year, from the same published stream as the engine's. */
const chancesOf = ({ schools }: CountyDataset, { horizonYears, assumptions }: ScenarioDocument, settings: UncertaintySettings) => {
  const chooserOf = drawnChoosers(settings, horizonYears);
  const hasGains = assumptions.upgradingRate > 0 || assumptions.backboneRate > 0;
  const drawnInputs = inputs.filter((input) => hasGains || input !== "gains");
  return (draw: number): Chance => {
    const chooser = chooserOf(draw);
    const byInput = new Map(
      drawnInputs.map((input) => {
        const ofPrimary = input === "entrants" || input === "migration";
        const drawn = schools.filter(({ type }) => !ofPrimary || stagesOfType[type].includes("primary"));
        const byCode = drawn.map(({ code }): readonly [string, readonly number[]] => {
          const years = new Float64Array(horizonYears);
          chooser.years(input, settings[input], subjectOf(code), years);
          // The error of the entrants is kept by the years after it.
          return [
            code,
            Array.from(years, (factor, year) => (input === "entrants" ? years.slice(0, year + 1).reduce((a, b) => a * b) : factor)),
          ];
        });
        return [input, new Map(byCode)] as const;
      }),
    );
    return (input, code, yearsOn) => byInput.get(input)?.get(code)?.[yearsOn - 1] ?? 1;
  };
};

/** A year of a draw as judged in row objects. */
export interface RowYear {
  readonly verdict: Answer;
  readonly cvs: readonly number[];
}

/**
 * The draws of a scenario without levers as one would write them first: every year is a list of school objects made from
 * the year before, and its resource part is judged in objects.
 */
export const drawsInRows = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  settings: UncertaintySettings,
): readonly (readonly RowYear[])[] => {
  const years = oracleOf(dataset, document, quality2017);
  const chanceOf = chancesOf(dataset, document, settings);
  return Array.from({ length: settings.draws }, (_, draw) => years(chanceOf(draw)).map(({ schools }) => judgeRows(schools)));
};
