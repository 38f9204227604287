import type { Clause, MonteCarlo, Probability } from "@server/planning/contract";

const longestClauses = 12;

/** Draws that meet the goal in this year or before, of all. */
const metBy = (byYear: readonly number[], index: number): number => byYear.slice(0, index + 1).reduce((sum, draws) => sum + draws, 0);

/** Schools least likely to pass first, those without a figure last. */
const byProbability = (left: Probability, right: Probability): number => (left.pass ?? 2) - (right.pass ?? 2);

/** The year about which the draws say most: where passing is least certain; the last one when every year is certain. */
const telling = ({ resource, overall, years }: Pick<MonteCarlo, "resource" | "overall" | "years">): number => {
  const doubt = (index: number): number =>
    Math.max(...[resource, overall].map((byYear) => 0.5 - Math.abs((byYear[index]?.pass ?? 0) - 0.5)));
  const later = years.map((_, index) => index).slice(1);
  const most = Math.max(0, ...later.map(doubt));
  return most === 0 ? years.length - 1 : (later.find((index) => doubt(index) === most) ?? years.length - 1);
};

/** 差异系数, 县均值: what the bands are drawn of. */
export const bandFigures = ["cv", "mean"] as const;
export type BandFigure = (typeof bandFigures)[number];

type Driver = MonteCarlo["tornado"]["inputs"][number];

/** Inputs by what low and high draws of them say of passing in the target year; null in answers of before this was asked. */
const driversOf = ({ tornado: { targetYear, inputs }, years, resource }: MonteCarlo) => {
  if (inputs.some(({ thirds }) => thirds === undefined)) return null;
  const varying = inputs.flatMap(({ input, thirds }) => (thirds ? [{ input, ...thirds }] : []));
  const isClear = ({ change }: (typeof varying)[number]): boolean => change.low > 0 || change.high < 0;
  return {
    year: targetYear,
    pass: resource[years.indexOf(targetYear)]?.pass ?? null,
    moving: varying.filter(isClear),
    unclear: varying.filter((one) => !isClear(one)).map(({ input }) => input),
    constant: inputs.filter(({ thirds }) => !thirds).map(({ input }) => input),
  };
};

/** What each input does alone, the largest change of the distance first. */
const endsOf = ({ tornado: { targetYear: year, likely, inputs } }: MonteCarlo) => {
  const reach = ({ low, high }: Driver): number =>
    Math.max(low.distance, high.distance, likely.distance) - Math.min(low.distance, high.distance, likely.distance);
  const moves = (one: Driver): boolean => reach(one) > 0 || one.low.failing !== one.high.failing;
  return {
    year,
    likely,
    moving: inputs.filter(moves).sort((left, right) => reach(right) - reach(left)),
    still: inputs.filter((one) => !moves(one)).map(({ input }) => input),
  };
};

/** What the page draws of an answer for one chosen year and kind of figure; the stored answer itself stays on the server. */
export const uncertaintyView = (answer: MonteCarlo, asked: number | null, figure: BandFigure = "cv") => {
  const { years, firstYear } = answer;
  const index = Math.max(1, asked !== null && years.includes(asked) ? years.indexOf(asked) : telling(answer));
  const year = years[index] ?? answer.baseYear;
  const at = <T>(byYear: readonly T[]): T | undefined => byYear[index];
  const drawn = (answer.resource[index] ?? answer.resource[0])?.draws ?? 0;
  return {
    year,
    years,
    drawn,
    wanted: answer.settings.draws,
    seed: answer.settings.seed,
    pass: { resource: answer.resource, overall: answer.overall },
    metBy: {
      resource: drawn === 0 ? null : metBy(firstYear.resource.byYear, index) / drawn,
      overall: drawn === 0 ? null : metBy(firstYear.overall.byYear, index) / drawn,
    },
    lasting: { resource: firstYear.resource.lasting, overall: firstYear.overall.lasting },
    clauses: answer.clauses
      .flatMap(({ clause, byYear }): { clause: Clause; outcome: MonteCarlo["clauses"][number]["byYear"][number]; failing: number }[] => {
        const outcome = at(byYear);
        return outcome === undefined ? [] : [{ clause, outcome, failing: outcome.draws - outcome.met - outcome.notEvaluable }];
      })
      .filter(({ failing }) => failing > 0)
      .sort((left, right) => right.failing - left.failing)
      .slice(0, longestClauses),
    binding: { resource: at(answer.binding.resource) ?? null, items: at(answer.binding.items) ?? null },
    sections: answer.sections
      .flatMap(({ byYear, ...section }) => {
        const probability = at(byYear);
        return probability === undefined ? [] : [{ ...section, probability }];
      })
      .sort((left, right) => byProbability(left.probability, right.probability)),
    figure,
    bands: answer.indicators.map(({ stage, indicator, ...bands }) => ({ stage, indicator, byYear: bands[figure] })),
    totalCostWan: answer.totalCostWan,
    drivers: driversOf(answer),
    ends: endsOf(answer),
  };
};
export type UncertaintyView = ReturnType<typeof uncertaintyView>;

/** P(pass) of the projected years as the strip of years tells it; `isCurrent`: of the scenario as it is stored now. */
export const chancesOf = ({ years, baseYear, overall, resource }: MonteCarlo, isCurrent: boolean) => ({
  isCurrent,
  byYear: years.flatMap((year, index) => {
    const whole = overall[index];
    if (year === baseYear || whole === undefined) return [];
    return [{ year, pass: whole.pass, isJudged: whole.notEvaluable < whole.draws, resource: resource[index]?.pass ?? null }];
  }),
});
export type Chances = ReturnType<typeof chancesOf>;
