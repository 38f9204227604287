import { codeOf, type JudgedYear, pupilsOf, type RuleSet, type Verdicts, verdictCode } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import { type CountyDataset, type Stage, stages } from "@server/statistics/contract";
import { type ScenarioDocument, type UncertainInput, type UncertaintySettings, uncertainInputs } from "../../contract";
import { possibleLevers } from "../check";
import { type YearMemory, yearMemory } from "../columns";
import { type LeanYear, leanYear, yearVerdicts } from "../lean-year";
import { rulesByYear } from "../rules-by-year";
import { type Question, questionOf, simulator } from "../simulate";
import { type CountyState, stateOf } from "../state";
import { undisturbedYears } from "../undisturbed/index";
import { type Chooser, drawnChoosers } from "./chooser";
import { clauses, writeClauses } from "./clauses";
import { drawnCounty } from "./drawn-county";
import { drawnLevers } from "./drawn-levers";
import {
  emptyPart,
  figureAt,
  figureCount,
  indicatorCount,
  inSectionOrder,
  type MonteCarloPart,
  type SectionCounts,
  sectionCounts,
} from "./part";

/** One year of a run, judged as far as somebody wants to know; read it before the next year begins. */
interface RunYear {
  readonly verdicts: () => JudgedYear;
  readonly judged: () => LeanYear;
}

/** The mean of each input in a draw; NaN where it has no effect. They are those of the next draw later. */
type Means = Readonly<Record<UncertainInput, number>>;

/** A county whose years can be run under any choice of the uncertain inputs. */
export interface UncertainCounty {
  readonly question: Question;
  readonly settings: UncertaintySettings;
  /** Index of the target year, 0 = base year. */
  readonly targetIndex: number;
  /** Runs the years once; `onYear` hears of each with the money of all levers. */
  readonly run: (chooser: Chooser, onYear: (year: RunYear, index: number, costWan: number) => void) => Means;
  /** The same for those who ask for nothing but verdicts, quicker where no lever acts. */
  readonly judge: (chooser: Chooser, onYear: (year: JudgedYear, index: number, costWan: number) => void) => Means;
}

/** The verdicts of a year, in the form in which very many are told. */
const judgedYear = ({ verdict, whole, items, stages: judged }: Verdicts): JudgedYear => {
  const stageOf = (stage: Stage): JudgedYear["stages"]["primary"] => {
    const { sections, states, sectionVerdicts, balances, verdict: ofStage } = judged[stage];
    const heads = Int32Array.from(sections, ({ unit }) => unit.head);
    return { heads, states, sectionVerdicts, balances: [...balances], pupils: pupilsOf(judged[stage]), verdict: ofStage };
  };
  return {
    verdict,
    whole: codeOf(whole === "incomplete" ? "not_evaluable" : whole),
    items: Uint8Array.from(itemIds, (id) => codeOf(items[id])),
    stages: { primary: stageOf("primary"), junior: stageOf("junior") },
  };
};

/** The same, asked only once. */
const once = (year: RunYear): RunYear => {
  let verdicts: JudgedYear | undefined;
  let judged: LeanYear | undefined;
  return {
    verdicts: () => {
      verdicts ??= year.verdicts();
      return verdicts;
    },
    judged: () => {
      judged ??= year.judged();
      return judged;
    },
  };
};

/** Reads the question once for any number of draws. Impossible levers (`checkLevers`) are left out, as in a projection. */
export const uncertainCounty = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  ruleSet: RuleSet,
  settings: UncertaintySettings,
): UncertainCounty => {
  const question = questionOf(dataset, document);
  const asked = (settings.targetYear ?? 0) - question.model.baseYear;
  const targetIndex = asked >= 0 && asked <= document.horizonYears ? asked : document.horizonYears;
  const county = drawnCounty(question, settings, targetIndex);
  const rulesOf = rulesByYear(ruleSet);
  const drawn: Question = { ...question, model: { ...question.model, draw: county.draw } };
  const runYears = simulator(drawn, ruleSet);
  const memory = yearMemory(question.base);
  const runYear = (state: CountyState, of: YearMemory): RunYear => ({
    verdicts: () => judgedYear(yearVerdicts(state, drawn, rulesOf(state.year), of)),
    judged: () => leanYear(state, drawn, rulesOf(state.year), of),
  });
  // The base year is as reported in every draw: judged once.
  const reported = once(runYear(stateOf(question.dataset, question.base, question.model.beginning), yearMemory(question.base)));
  const possible = document.levers.some(({ enabled }) => enabled) ? possibleLevers(dataset, document).possible : [];
  const leversOf = drawnLevers(possible, settings);
  const undisturbed = possible.length === 0 ? undisturbedYears(question, ruleSet) : null;
  /** Runs the years of what has been drawn. */
  const step = (chooser: Chooser, onYear: (year: RunYear, index: number, costWan: number) => void): Means => {
    county.spread();
    const { levers, costFactors, means } = leversOf(chooser);
    let index = 0;
    runYears(levers, (state) => {
      const prices = county.prices[index] ?? Number.NaN;
      let costWan = 0;
      levers.forEach((bound, position) => {
        const { capitalWan, recurrentWan } = bound.cost({ year: state.year, prices, state });
        costWan += (capitalWan + recurrentWan) * (costFactors[position] ?? 1);
      });
      onYear(index === 0 ? reported : runYear(state, memory), index, costWan);
      index += 1;
    });
    return { ...county.means, ...means };
  };
  return {
    question,
    settings,
    targetIndex,
    run: (chooser, onYear) => {
      county.fill(chooser);
      return step(chooser, onYear);
    },
    judge: (chooser, onYear) => {
      county.fill(chooser);
      const years = undisturbed?.(county.years) ?? null;
      if (years === null) return step(chooser, (year, index, costWan) => onYear(year.verdicts(), index, costWan));
      onYear(reported.verdicts(), 0, 0);
      for (let index = 0; index < years.length; index += 1) onYear(years[index] as JudgedYear, index + 1, 0);
      return county.means;
    },
  };
};

/** Keeps what a year of a draw says in its place (0 = the first draw of the part) of every series. */
const keepYear = (part: MonteCarloPart, judged: JudgedYear, costWan: number, year: number, place: number): void => {
  const draws = part.to - part.from;
  part.resource[year * draws + place] = judged.verdict;
  part.overall[year * draws + place] = judged.whole;
  writeClauses(judged, part.clauses, year * clauses.length * draws + place, draws);
  const { figures } = part;
  const first = year * figureCount * draws + place;
  for (let index = 0; index < stages.length; index += 1) {
    const { balances, pupils } = judged.stages[stages[index] ?? "primary"];
    for (let indicator = 0; indicator < indicatorCount; indicator += 1) {
      const balance = balances[indicator];
      figures[first + figureAt.mean(index, indicator) * draws] = balance === undefined ? Number.NaN : balance.mean;
      figures[first + figureAt.cv(index, indicator) * draws] = balance === undefined ? Number.NaN : balance.cv;
    }
    figures[first + figureAt.pupils(index) * draws] = pupils;
  }
  figures[first + figureAt.cost * draws] = costWan;
};

/** Counts of sections by stage, row and year, as they come up. */
const sectionBook = ({ base }: Question, years: number) => {
  const counts = (): Int32Array => new Int32Array(base.schools.length * years);
  const page = (): Readonly<Record<"draws" | "met" | "notEvaluable", Int32Array>> => ({
    draws: counts(),
    met: counts(),
    notEvaluable: counts(),
  });
  const pages = { primary: page(), junior: page() };
  return {
    count: ({ stages: judged }: JudgedYear, year: number): void => {
      for (const stage of stages) {
        const { heads, sectionVerdicts } = judged[stage];
        const { draws, met, notEvaluable } = pages[stage];
        for (let position = 0; position < heads.length; position += 1) {
          const cell = (heads[position] as number) * years + year;
          draws[cell] = (draws[cell] as number) + 1;
          const verdict = sectionVerdicts[position];
          if (verdict === verdictCode.met) met[cell] = (met[cell] as number) + 1;
          else if (verdict === verdictCode.notEvaluable) notEvaluable[cell] = (notEvaluable[cell] as number) + 1;
        }
      }
    },
    all: (): readonly SectionCounts[] =>
      inSectionOrder(
        stages.flatMap((stage) =>
          base.schools.flatMap((school, row) => {
            const of = (all: Int32Array): Int32Array => all.slice(row * years, (row + 1) * years);
            const draws = of(pages[stage].draws);
            const isThere = draws.some((count) => count > 0);
            return isThere ? [sectionCounts(school, stage, draws, of(pages[stage].met), of(pages[stage].notEvaluable))] : [];
          }),
        ),
      ),
  };
};

/** Answers the draws `from` up to (not including) `to`; `onDraw` hears of each, out of all of them. */
export const runDraws = (
  county: UncertainCounty,
  from: number,
  to: number,
  onDraw?: (done: number, total: number) => void,
): MonteCarloPart => {
  const { horizonYears } = county.question.document;
  const years = horizonYears + 1;
  const draws = to - from;
  const part = emptyPart(from, to, years);
  const book = sectionBook(county.question, years);
  const chooserOf = drawnChoosers(county.settings, horizonYears);
  for (let draw = 0; draw < draws; draw += 1) {
    const means = county.judge(chooserOf(from + draw), (judged, year, costWan) => {
      keepYear(part, judged, costWan, year, draw);
      book.count(judged, year);
    });
    uncertainInputs.forEach((input, index) => {
      part.inputs[index * draws + draw] = means[input];
    });
    onDraw?.(draw + 1, draws);
  }
  return { ...part, sections: book.all() };
};
