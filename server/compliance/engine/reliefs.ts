import type { IndicatorResult, ResourceIndicator, SectionAssessment, Sunset } from "@server/compliance/contract";
import type { ItemResult } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import { codeAt } from "./cells";
import { type CountyColumns, schoolAt } from "./columns";
import { countedOf } from "./counted";
import { type IndicatorColumns, stateCode, stateNames } from "./indicators";
import { type CountyJudgement, judgeCounted, type StageJudgement } from "./kernel";
import type { Rules } from "./rules-in-force";
import { sectionId } from "./section-id";
import { isRelieved, withoutReliefs } from "./supplements";
import { verdictCode, verdictNames } from "./verdicts";

/** What reliefs (放宽条款) change: the county is judged once more without them, where any was used. */

/** The judgement without reliefs; null when no school of the county uses one. */
export const judgedWithoutReliefs = (columns: CountyColumns, rules: Rules, judged: CountyJudgement): CountyJudgement | null => {
  const { inclusion } = judged;
  const used = inclusion.units.some(({ supplement }) => supplement !== null && supplement.R3.length + supplement.R5.length > 0);
  return used ? judgeCounted(columns, rules, countedOf({ ...inclusion, units: withoutReliefs(inclusion.units) }, rules)) : null;
};

const keyOf = (id: ResourceIndicator): string => `relief.${id}.on`;
const endOf = (rules: Rules, id: ResourceIndicator): number | null => rules.reliefEnds.get(keyOf(id)) ?? null;
const earliest = (years: readonly (number | null)[]): number | null =>
  years.reduce((first, year) => (first === null || (year !== null && year < first) ? year : first), null);

/** Indicators of a section whose state is another without its relief. */
const decisive = (judged: StageJudgement, plain: StageJudgement, index: number): readonly ResourceIndicator[] =>
  judged.indicators.flatMap(({ state, indicator }, position) =>
    codeAt(state, index) === codeAt(plain.indicators[position]?.state ?? state, index) ? [] : [indicator.rule.id],
  );

/** The relief in one cell of 表Ⅱ-2; null where none lets anything in. */
export const indicatorRelief = (
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
  result: IndicatorColumns,
  index: number,
): IndicatorResult["relief"] => {
  const section = judged.sections[index];
  const { rule } = result.indicator;
  if (plain === undefined || section === undefined || !isRelieved(rule, section.unit)) return null;
  const without = plain.indicators[judged.indicators.indexOf(result)];
  const code = without === undefined ? stateCode.notEvaluable : codeAt(without.state, index);
  return { key: keyOf(rule.id), stateWithout: stateNames[code] ?? "not_evaluable", endsIn: endOf(rules, rule.id) };
};

/** What a section's verdict would be without reliefs; null when it would be the same. */
export const sectionRelief = (
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
  index: number,
): SectionAssessment["relief"] => {
  if (plain === undefined) return null;
  const without = codeAt(plain.sectionVerdicts, index);
  if (without === codeAt(judged.sectionVerdicts, index)) return null;
  const endsIn = earliest(decisive(judged, plain, index).map((id) => endOf(rules, id)));
  return { verdictWithout: verdictNames[without] ?? "not_evaluable", endsIn };
};

/** The same for a CV. */
export const balanceRelief = (
  rules: Rules,
  judged: StageJudgement,
  plain: StageJudgement | undefined,
  position: number,
): SectionAssessment["relief"] => {
  const balance = judged.balances[position];
  const without = plain?.balances[position];
  if (balance === undefined || without === undefined || balance.verdict === without.verdict) return null;
  const id = judged.indicators[position]?.indicator.rule.id;
  return { verdictWithout: verdictNames[without.verdict] ?? "not_evaluable", endsIn: id === undefined ? null : endOf(rules, id) };
};

const sectionsByRelief = (
  columns: CountyColumns,
  judged: StageJudgement,
  plain: StageJudgement,
  id: ResourceIndicator,
): readonly string[] =>
  judged.sections.flatMap(({ unit, stage }, index) =>
    codeAt(judged.sectionVerdicts, index) === verdictCode.met &&
    codeAt(plain.sectionVerdicts, index) !== verdictCode.met &&
    decisive(judged, plain, index).includes(id)
      ? [sectionId(schoolAt(columns, unit.head), stage)]
      : [],
  );

const balancesByRelief = (judged: StageJudgement, plain: StageJudgement, id: ResourceIndicator): Sunset["balances"] =>
  judged.balances.flatMap(({ verdict }, position) =>
    judged.indicators[position]?.indicator.rule.id === id &&
    verdict === verdictCode.met &&
    plain.balances[position]?.verdict !== verdictCode.met
      ? [{ stage: judged.stage, indicator: id }]
      : [],
  );

/** What passes only by a relief, relief by relief (放宽到期). */
export const sunsetsOf = (
  columns: CountyColumns,
  rules: Rules,
  judged: CountyJudgement,
  plain: CountyJudgement | null,
  items: readonly ItemResult[],
): Sunset[] => {
  const both = <T>(of: (judged: StageJudgement, plain: StageJudgement) => readonly T[]): T[] =>
    plain === null ? [] : stages.flatMap((stage) => of(judged.stages[stage], plain.stages[stage]));
  const resource = (["R3", "R5"] as const).map(
    (id): Sunset => ({
      relief: keyOf(id),
      endsIn: endOf(rules, id),
      sections: both((stage, plainStage) => sectionsByRelief(columns, stage, plainStage, id)),
      balances: both((stage, plainStage) => balancesByRelief(stage, plainStage, id)),
      items: [],
    }),
  );
  const further = new Map<string, Sunset>();
  for (const { id: item, reliefs } of items) {
    for (const { id, schools, endsIn } of reliefs) {
      if (schools.length === 0) continue;
      const known = further.get(id) ?? { relief: id, endsIn, sections: [], balances: [], items: [] };
      further.set(id, { ...known, items: [...known.items, { item, schools }] });
    }
  }
  return [...resource.filter(({ sections, balances }) => sections.length + balances.length > 0), ...further.values()];
};
