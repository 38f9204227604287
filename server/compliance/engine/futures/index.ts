import type { Verdict } from "@server/compliance/contract";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import { cellAt } from "../cells";
import type { CountyColumns } from "../columns";
import { askedSchools, countPupils, type Unit } from "../inclusion";
import { largestWithin } from "../items/class-size";
import { contextOf, type ItemContext } from "../items/context";
import { furtherVerdicts } from "../items/index";
import { isNearTrainingLimit } from "../items/school-findings";
import type { Rules } from "../rules-in-force";
import { indicatorCount } from "../section-rows";
import { mayHaveSupplement } from "../supplements";
import { allOf, codeOf, verdictCode } from "../verdicts";
import { itemJudges, type JudgeItem, type MovingItem, movingItems, undecided, worse } from "./items";
import type { MovingYears } from "./moving";
import { fitsARow, type JudgedStage, type JudgeStage, stageJudge } from "./sections";

/** One year of a future: what a loop over very many of them asks. It is overwritten by the next future. */
export interface JudgedYear {
  readonly stages: Readonly<Record<Stage, JudgedStage>>;
  /** Verdict codes of the items, in the order of `itemIds`. */
  readonly items: Uint8Array;
  /** Verdict codes of the resource part and of all parts together. */
  verdict: number;
  whole: number;
}

/** Judges all years of one future; null where only the whole judgement of each year can tell. */
export type JudgeYears = (moving: MovingYears) => readonly JudgedYear[] | null;

const noRows = new Int32Array();
const emptyStage = (): JudgedStage => ({
  heads: noRows,
  states: noRows,
  sectionVerdicts: new Uint8Array(),
  balances: Array.from({ length: indicatorCount }, () => ({ mean: Number.NaN, cv: Number.NaN, verdict: verdictCode.notEvaluable })),
  pupils: Number.NaN,
  verdict: verdictCode.notEvaluable,
});

/** Readings under which more moves than is looked at here, or which ask for more than a verdict. */
const arePlain = (rules: Rules): boolean => {
  const { values } = rules;
  return (
    !rules.mergeSmallTeachingPoints &&
    rules.excludePartialSchools !== true &&
    rules.extraIndicators.length === 0 &&
    values["rounding.compare"] === "unrounded" &&
    values["teachers.rotated"] === "where_they_work" &&
    values["G9.newTeachers"] === "counted" &&
    values["G11.eligible"] === "reported" &&
    values["G13.base"] === "all_pupils" &&
    stages.every(
      (stage) =>
        fitsARow(rules, stage) &&
        rules.stages[stage].indicators.every(({ rule: { numerator, toBase } }) => numerator.from !== "teachers" || toBase === 1),
    )
  );
};

/** Returns whose pupils are known, and of which nothing counts that comes and goes with them. */
const areSchoolsPlain = (context: ItemContext, units: readonly Unit[], largestClass: Readonly<Record<Stage, number>>): boolean => {
  const { columns, rules, ordinary } = context;
  const isKnown = (row: number): boolean => !Number.isNaN(cellAt(columns.pupils.primary, row) + cellAt(columns.pupils.junior, row));
  return (
    ordinary.length > 0 &&
    ordinary.every(isKnown) &&
    units.some(({ head }) => columns.schools[head]?.type !== "teaching_point") &&
    units.every((unit) => unit.members.every(isKnown) && !mayHaveSupplement(columns, rules, unit)) &&
    stages.every((stage) => largestClass[stage] <= largestWithin(rules, stage)) &&
    !isNearTrainingLimit(context)
  );
};

/** What of a year is the same in every future. */
interface FixedYear {
  readonly items: Uint8Array;
  /** Verdict code of all of it together. */
  readonly code: number;
}

const isMoving = (id: ItemId): id is MovingItem => movingItems.some((item) => item === id);

const fixedYear = (columns: CountyColumns, rules: Rules): FixedYear => {
  const context = contextOf(columns, { decisions: [], units: [] }, rules);
  const { items, vetoes, eligibility } = furtherVerdicts(columns, context.inclusion, rules);
  // No class is larger than its cap lets it be (`areSchoolsPlain`).
  const fixed: Readonly<Record<ItemId, Verdict>> = { ...items, G5: "met" };
  const verdicts = [...itemIds.filter((id) => !isMoving(id)).map((id) => fixed[id]), ...vetoes, eligibility];
  return { items: Uint8Array.from(itemIds, (id) => codeOf(fixed[id])), code: allOf(verdicts.map(codeOf)) };
};

/** A county of which only what `MovingYears` says moves, and the rules of each of its years. */
export interface PlainCounty {
  /** All else, with the county's facts of the years. */
  readonly columns: CountyColumns;
  readonly firstYear: number;
  readonly rulesOfYears: readonly Rules[];
  /** No class of a stage is ever larger. */
  readonly largestClass: Readonly<Record<Stage, number>>;
}

/**
 * Judges very many futures of a county, each with all its years: the same verdicts as `verdictsOfCounty`, without looking
 * at what cannot have moved. Null where the rules or the returns ask for more than that.
 */
export const judgeFutures = ({ columns, firstYear, rulesOfYears, largestClass }: PlainCounty): JudgeYears | null => {
  const years = rulesOfYears.length;
  const different = [...new Set(rulesOfYears)];
  const judges: {
    readonly judged: readonly number[];
    readonly ofStages: readonly JudgeStage[];
    readonly items: readonly { readonly position: number; readonly judge: JudgeItem }[];
  }[] = [];
  const fixed = rulesOfYears.map((rules, year) => fixedYear({ ...columns, statisticsYear: firstYear + year }, rules));
  for (const rules of different) {
    const { units: all } = askedSchools(columns, rules);
    countPupils(columns, all);
    const units = all.filter(({ pupils }) => pupils.primary !== 0 || pupils.junior !== 0);
    const context = contextOf(columns, { decisions: [], units }, rules);
    if (!arePlain(rules) || !areSchoolsPlain(context, units, largestClass)) return null;
    const judged = rulesOfYears.flatMap((own, year) => (own === rules ? [year] : []));
    const ofItems = itemJudges({ context, units, judged, years });
    judges.push({
      judged,
      ofStages: stages.map((stage) => stageJudge(columns, rules, stage, units, judged, years)),
      items: movingItems.map((id) => ({ position: itemIds.indexOf(id), judge: ofItems[id] })),
    });
  }
  const found = rulesOfYears.map(
    (_, year): JudgedYear => ({
      stages: { primary: emptyStage(), junior: emptyStage() },
      items: Uint8Array.from(fixed[year]?.items ?? []),
      verdict: verdictCode.notEvaluable,
      whole: verdictCode.notEvaluable,
    }),
  );
  const ofStage = { primary: found.map((year) => year.stages.primary), junior: found.map((year) => year.stages.junior) };
  const codes = new Uint8Array(years);
  return (moving) => {
    for (const { judged, ofStages, items } of judges) {
      for (let place = 0; place < stages.length; place++) {
        if (ofStages[place]?.(moving, ofStage[stages[place] ?? "primary"]) !== true) return null;
      }
      for (const year of judged) {
        const own = found[year];
        if (own === undefined) continue;
        own.verdict = worse(own.stages.primary.verdict, own.stages.junior.verdict);
        own.whole = worse(own.verdict, fixed[year]?.code ?? verdictCode.notEvaluable);
      }
      for (const { position, judge } of items) {
        codes.fill(verdictCode.met);
        judge(moving, codes);
        for (const year of judged) {
          const own = found[year];
          const code = codes[year] ?? undecided;
          if (own === undefined || code === undecided) return null;
          own.items[position] = code;
          own.whole = worse(own.whole, code);
        }
      }
    }
    return found;
  };
};
