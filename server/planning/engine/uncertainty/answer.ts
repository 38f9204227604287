import { resourceIndicators } from "@server/compliance/contract";
import { verdictCode } from "@server/compliance/engine/index";
import { type ItemId, itemIds } from "@server/compliance/items-contract";
import { stages } from "@server/statistics/contract";
import type { MonteCarlo, Probability } from "../../contract";
import { clauses, resourceClauses } from "./clauses";
import { figureAt, figureCount, type MonteCarloPart } from "./part";
import { bandOf, probability } from "./statistics";

type FirstYear = MonteCarlo["firstYear"]["resource"];
type Binding = MonteCarlo["binding"]["resource"][number];

const yearsOf = (part: MonteCarloPart): readonly number[] => {
  const years = part.resource.length / (part.to - part.from);
  return Array.from({ length: years }, (_, year) => year);
};

const drawsOf = ({ from, to }: MonteCarloPart): number => to - from;

/** One series of codes or figures, a value a draw. */
const seriesOf = <T extends Uint8Array | Float64Array>(part: MonteCarloPart, all: T, series: number): T =>
  all.subarray(series * drawsOf(part), (series + 1) * drawsOf(part)) as T;

const countOf = (codes: Uint8Array, wanted: number): number => {
  let count = 0;
  for (const code of codes) if (code === wanted) count += 1;
  return count;
};

const chance = (codes: Uint8Array): Probability =>
  probability(codes.length, countOf(codes, verdictCode.met), countOf(codes, verdictCode.notEvaluable));

const chances = (part: MonteCarloPart, all: Uint8Array): Probability[] => yearsOf(part).map((year) => chance(seriesOf(part, all, year)));

const clauseCodes = (part: MonteCarloPart, year: number, clause: number): Uint8Array =>
  seriesOf(part, part.clauses, year * clauses.length + clause);

/** How often a year (index 0 = base year) meets the resource part and all of these items at once; what cannot be judged is none of them. */
export const chanceOf = (part: MonteCarloPart, year: number, items: readonly ItemId[]): Probability => {
  const all = [
    seriesOf(part, part.resource, year),
    ...items.map((item) => clauseCodes(part, year, resourceClauses.length + itemIds.indexOf(item))),
  ];
  const worst = Uint8Array.from({ length: drawsOf(part) }, (_, draw) => {
    const codes = all.map((series) => series[draw]);
    return codes.includes(verdictCode.notMet)
      ? verdictCode.notMet
      : codes.every((code) => code === verdictCode.met)
        ? verdictCode.met
        : verdictCode.notEvaluable;
  });
  return chance(worst);
};

/** For each draw of a year, how many clauses from `first` up to `last` are not met. */
const failuresOf = (part: MonteCarloPart, year: number, first: number, last: number): Uint8Array => {
  const failures = new Uint8Array(drawsOf(part));
  for (let clause = first; clause < last; clause += 1) {
    const codes = clauseCodes(part, year, clause);
    for (let draw = 0; draw < codes.length; draw += 1) if (codes[draw] === verdictCode.notMet) failures[draw] = (failures[draw] ?? 0) + 1;
  }
  return failures;
};

export const clauseOutcomes = (part: MonteCarloPart): MonteCarlo["clauses"] => {
  const years = yearsOf(part);
  const resource = years.map((year) => failuresOf(part, year, 0, resourceClauses.length));
  const all = years.map((year) => failuresOf(part, year, 0, clauses.length));
  return clauses.map((clause, position) => ({
    clause,
    byYear: years.map((year) => {
      const codes = clauseCodes(part, year, position);
      const failures = (position < resourceClauses.length ? resource : all)[year];
      let alone = 0;
      for (let draw = 0; draw < codes.length; draw += 1) if (codes[draw] === verdictCode.notMet && failures?.[draw] === 1) alone += 1;
      return { ...chance(codes), alone };
    }),
  }));
};

const bindingOf = (part: MonteCarloPart, year: number, first: number, last: number): Binding => {
  let most = 0;
  let binding = -1;
  for (let position = first; position < last; position += 1) {
    const failing = countOf(clauseCodes(part, year, position), verdictCode.notMet);
    if (failing > most) {
      most = failing;
      binding = position;
    }
  }
  const clause = clauses[binding];
  if (clause === undefined) return null;
  const failed = failuresOf(part, year, first, last).reduce((count, failures) => count + (failures > 0 ? 1 : 0), 0);
  return { clause, failing: most, share: most / failed };
};

export const bindings = (part: MonteCarloPart): MonteCarlo["binding"] => ({
  resource: yearsOf(part).map((year) => bindingOf(part, year, 0, resourceClauses.length)),
  items: yearsOf(part).map((year) => bindingOf(part, year, resourceClauses.length, clauses.length)),
});

/** First year of compliance over the draws, and how many keep it. */
const firstYear = (part: MonteCarloPart, codes: Uint8Array): FirstYear => {
  const draws = drawsOf(part);
  const years = yearsOf(part);
  const byYear = years.map(() => 0);
  let never = 0;
  let lasting = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const met = years.map((year) => codes[year * draws + draw] === verdictCode.met);
    const first = met.indexOf(true);
    if (first < 0) never += 1;
    else {
      byYear[first] = (byYear[first] ?? 0) + 1;
      if (!met.includes(false, first)) lasting += 1;
    }
  }
  return { byYear, never, lasting };
};

const figureBands = (part: MonteCarloPart, figure: number) =>
  yearsOf(part).map((year) => bandOf(seriesOf(part, part.figures, year * figureCount + figure)));

const totalCost = (part: MonteCarloPart): Float64Array => {
  const total = new Float64Array(drawsOf(part));
  for (const year of yearsOf(part)) {
    const cost = seriesOf(part, part.figures, year * figureCount + figureAt.cost);
    for (let draw = 0; draw < total.length; draw += 1) total[draw] = (total[draw] ?? 0) + (cost[draw] ?? Number.NaN);
  }
  return total;
};

/** All that the draws alone say: everything but the names and the sensitivity. */
export const answerOf = (
  part: MonteCarloPart,
): Pick<
  MonteCarlo,
  "resource" | "overall" | "clauses" | "sections" | "indicators" | "pupils" | "costWan" | "totalCostWan" | "binding" | "firstYear"
> => ({
  resource: chances(part, part.resource),
  overall: chances(part, part.overall),
  clauses: clauseOutcomes(part),
  sections: part.sections.map(({ id, schoolCode, schoolName, stage, draws, met, notEvaluable }) => ({
    id,
    schoolCode,
    schoolName,
    stage,
    byYear: yearsOf(part).map((year) => probability(draws[year] ?? 0, met[year] ?? 0, notEvaluable[year] ?? 0)),
  })),
  indicators: stages.flatMap((stage, index) =>
    resourceIndicators.map((indicator, position) => ({
      stage,
      indicator,
      mean: figureBands(part, figureAt.mean(index, position)),
      cv: figureBands(part, figureAt.cv(index, position)),
    })),
  ),
  pupils: { primary: figureBands(part, figureAt.pupils(0)), junior: figureBands(part, figureAt.pupils(1)) },
  costWan: figureBands(part, figureAt.cost),
  totalCostWan: bandOf(totalCost(part)),
  binding: bindings(part),
  firstYear: { resource: firstYear(part, part.resource), overall: firstYear(part, part.overall) },
});
