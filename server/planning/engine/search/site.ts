import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import {
  furtherShare,
  neededFor,
  type RuleSet,
  type Rules,
  type Section,
  type StageJudgement,
  schoolAt,
  sectionId,
} from "@server/compliance/engine/index";
import { type Stage, stages } from "@server/statistics/contract";
import type { LeverDefaults, ScenarioDocument } from "../../contract";
import type { LeanYear } from "../lean-year";
import type { Question } from "../simulate";
import type { CountyState } from "../state";

/** The present scenario in the year looked at: what candidates are sized by. Read while the year stands. */
export interface Site {
  readonly question: Question;
  readonly document: ScenarioDocument;
  readonly defaults: LeverDefaults;
  readonly ruleSet: RuleSet;
  readonly rules: Rules;
  readonly year: number;
  readonly lean: LeanYear;
  readonly state: CountyState;
}

/** One judged section with one indicator of it. Amounts are of the whole school, in the base unit of the indicator. */
export interface Place {
  readonly stage: Stage;
  readonly indicator: ResourceIndicator;
  readonly index: number;
  readonly section: Section;
  readonly code: string;
  readonly township: string;
  readonly ownerCode: number;
  readonly pupils: number;
  readonly value: number;
  readonly standard: number;
  readonly resource: number;
  /** Share of the section in what its school gets more. */
  readonly share: number;
  /** What is lacking to the standard; 0 when met, NaN when not evaluable. */
  readonly needed: number;
}

type IndicatorColumns = StageJudgement["indicators"][number];

const placeOf = ({ lean, rules }: Site, stage: Stage, result: IndicatorColumns, section: Section, index: number): Place => {
  const school = schoolAt(lean.columns, section.unit.head);
  const { rule, standard, deciding } = result.indicator;
  return {
    stage,
    indicator: rule.id,
    index,
    section,
    code: school.code,
    township: school.township,
    ownerCode: school.ownerCode,
    pupils: section.pupils,
    value: result.value[index] ?? Number.NaN,
    standard,
    resource: result.resource[index] ?? Number.NaN,
    share: furtherShare(lean.columns, rule, section),
    needed: neededFor(lean.columns, rules, result, section, index, deciding.standard),
  };
};

/** Every judged section of a stage with one indicator. */
export const placesOf = (site: Site, stage: Stage, indicator: ResourceIndicator): readonly Place[] => {
  const judged = site.lean.stages[stage];
  const result = judged.indicators[resourceIndicators.indexOf(indicator)];
  return result === undefined ? [] : judged.sections.map((section, index) => placeOf(site, stage, result, section, index));
};

/** Section id: school code and stage. */
export const idOf = ({ lean }: Pick<Site, "lean">, stage: Stage, section: Section): string =>
  sectionId(schoolAt(lean.columns, section.unit.head), stage);

/** The stage of a section id. */
export const stageOfId = (id: string): Stage | undefined => stages.find((stage) => id.endsWith(`:${stage}`));

/** Resource beyond what the standard asks of a section, base unit. */
export const surplusOf = (site: Site, place: Place): number => {
  const scale = scaleOf(site, place);
  return place.resource - (place.standard * place.pupils) / scale;
};

/** Pupils for whom the indicator's value is stated: 100 for teachers and rooms, 1 for areas and money. */
export const scaleOf = ({ ruleSet }: Pick<Site, "ruleSet">, { indicator }: Pick<Place, "indicator">): number =>
  ruleSet.indicators.find(({ id }) => id === indicator)?.scale ?? Number.NaN;

/** Other sections of the same stage, those of the same township first, then those with most to spare. */
export const neighboursOf = (site: Site, place: Place): readonly Place[] =>
  placesOf(site, place.stage, place.indicator)
    .filter(({ code, pupils }) => code !== place.code && pupils > 0)
    .map((other) => ({ other, near: Number(other.township === place.township), spare: surplusOf(site, other) }))
    .filter(({ spare }) => !Number.isNaN(spare))
    .sort((left, right) => right.near - left.near || right.spare - left.spare || (left.other.code < right.other.code ? -1 : 1))
    .map(({ other }) => other);

/** 民办: neither its staff nor its goods are the county's to move. */
export const privateOwner = 10;
