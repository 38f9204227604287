import type { RuleSet } from "@server/compliance/engine/index";
import type { CountyDataset } from "@server/statistics/contract";
import type { MonteCarlo, ScenarioDocument, UncertaintySettings } from "../../contract";
import { planningEngineVersion } from "../version";
import { answerOf } from "./answer";
import { runDraws, uncertainCounty } from "./draws";
import { joinParts, type MonteCarloPart } from "./part";
import { tornadoOf } from "./tornado";

/** Which draws, and who hears of them. */
export interface DrawRange {
  /** First draw, 0 when left out. */
  readonly from?: number | undefined;
  /** Draw after the last, all of the settings' when left out. */
  readonly to?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Some of the draws of a question, for one thread. `joinMonteCarlo` makes the answer of the parts. */
export const monteCarloPart = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  settings: UncertaintySettings,
  { from = 0, to = settings.draws, onProgress }: DrawRange = {},
): MonteCarloPart => runDraws(uncertainCounty(dataset, document, ruleSet, settings), from, to, onProgress);

/**
 * The answer from parts that together hold draws without gap, in any order: the same bytes however the
 * draws were parted. Fewer draws than asked for (a cancelled run) are answered as so many.
 */
export const joinMonteCarlo = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  settings: UncertaintySettings,
  parts: readonly MonteCarloPart[],
): MonteCarlo => {
  const part = joinParts(parts);
  const county = uncertainCounty(dataset, document, ruleSet, settings);
  const { baseYear } = county.question.model;
  return {
    format: "hengce.montecarlo/1",
    engineVersion: planningEngineVersion,
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    county: { code: dataset.county.code, name: dataset.county.name },
    baseYear,
    years: Array.from({ length: document.horizonYears + 1 }, (_, index) => baseYear + index),
    settings,
    ...answerOf(part),
    tornado: tornadoOf(county, part),
  };
};

/**
 * How a scenario may turn out (蒙特卡罗): the years run many times with entrants, ratios, staff and levers
 * drawn within their ranges, every year judged by the compliance engine. Pure: the same question and seed
 * give the same bytes.
 */
export const monteCarlo = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  settings: UncertaintySettings,
  range: DrawRange = {},
): MonteCarlo => joinMonteCarlo(dataset, document, ruleSet, settings, [monteCarloPart(dataset, document, ruleSet, settings, range)]);
