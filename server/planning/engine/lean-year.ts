import type { Verdict } from "@server/compliance/contract";
import {
  type CountyColumns,
  type CountyJudgement,
  itemVerdicts,
  judgeColumns,
  type Rules,
  type Verdicts,
  verdictNames,
  verdictsOfCounty,
} from "@server/compliance/engine/index";
import type { ItemId, Overall } from "@server/compliance/items-contract";
import { columnsOfState, type YearMemory, yearMemory } from "./columns";
import type { Question } from "./simulate";
import type { CountyState } from "./state";

/**
 * The judgement of one year in columns, without row objects: what a loop over many scenarios reads. The
 * columns are those of the state, which is stepped on in place: read them before the next year begins.
 */
export interface LeanYear extends Pick<CountyJudgement, "failing" | "notEvaluable" | "distance" | "stages" | "inclusion"> {
  readonly year: number;
  /** Resource part: both stages met. */
  readonly verdict: Verdict;
  readonly overall: Overall;
  readonly items: Readonly<Record<ItemId, Verdict>>;
  /** The year as the compliance engine read it. */
  readonly columns: CountyColumns;
}

const columnsOfYear = (
  state: CountyState,
  { base, model }: Pick<Question, "base" | "model">,
  rules: Rules,
  memory: YearMemory,
): CountyColumns => (state.year === model.baseYear ? base : columnsOfState(state, base, rules, memory));

/** The verdicts of `leanYear` alone, for loops over very many futures. */
export const yearVerdicts = (
  state: CountyState,
  question: Pick<Question, "base" | "model">,
  rules: Rules,
  memory: YearMemory = yearMemory(question.base),
): Verdicts => verdictsOfCounty(columnsOfYear(state, question, rules, memory), rules, memory.count);

/** Judges one year by all parts. The base year is judged as reported, every later year as projected; its columns may be held in `memory`. */
export const leanYear = (
  state: CountyState,
  question: Pick<Question, "base" | "model">,
  rules: Rules,
  memory: YearMemory = yearMemory(question.base),
): LeanYear => {
  const columns = columnsOfYear(state, question, rules, memory);
  const judged = judgeColumns(columns, rules, memory.count);
  const { failing, notEvaluable, distance, stages, inclusion } = judged;
  return {
    year: state.year,
    verdict: verdictNames[judged.verdict] ?? "not_evaluable",
    ...itemVerdicts(columns, judged, rules),
    failing,
    notEvaluable,
    distance,
    stages,
    inclusion,
    columns,
  };
};
