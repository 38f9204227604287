import assert from "node:assert/strict";
import { exampleScenarios } from "@db/seeds/demo/scenarios";
import { countyOfSize } from "@db/seeds/small-county";
import {
  codeOf,
  columnsOfDataset,
  countSchools,
  defaultDate,
  judgeCounty,
  rulesInForce,
  verdictNames,
} from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type ScenarioDocument, uncertaintySettingsSchema } from "@server/planning/contract";
import { defaultAssumptions } from "@server/planning/defaults";
import { possibleLevers } from "@server/planning/engine/check";
import { columnsOfState } from "@server/planning/engine/columns";
import { monteCarloPart } from "@server/planning/engine/index";
import { questionOf, simulate } from "@server/planning/engine/simulate";
import { drawnChoosers } from "@server/planning/engine/uncertainty/chooser";
import { drawnCounty } from "@server/planning/engine/uncertainty/drawn-county";
import { drawnLevers } from "@server/planning/engine/uncertainty/drawn-levers";
import { figureAt, figureCount, indicatorCount, type MonteCarloPart } from "@server/planning/engine/uncertainty/part";
import { canonicalDataset } from "@server/statistics/canonical";
import type { CountyDataset } from "@server/statistics/contract";
import { drawsInRows } from "./row-objects";

/*
 * One thread of the bench of the draws; `montecarlo.ts` builds it as the product is built and starts it. It
 * prints one line of JSON, and fails when two ways judge a year differently.
 */
const schools = 100;
const rounds = 3;
/**
 * Every way answers so many questions of its own before it is measured: for the second one much is compiled anew, as V8
 * finds other shapes than it knew, and only then does it stay.
 */
const warmUpQuestions = 6;
const warmUpDraws = { columns: 60, assessed: 8, rows: 8 } as const;

const cpuOf = <T>(work: () => T): { readonly milliseconds: number; readonly answer: T } => {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, answer };
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const countyAt = (seed: number): { readonly dataset: CountyDataset; readonly example: ScenarioDocument } => {
  const dataset = canonicalDataset(countyOfSize(schools, seed));
  const example = exampleScenarios(judgeCounty(columnsOfDataset(dataset), quality2017), defaultAssumptions(dataset)).at(-1);
  if (example === undefined) throw new Error("there is no example scenario");
  return { dataset, example };
};

/** Verdict of every year and draw by our own stepping with a full assessment of every year, as pages show it. */
const assessed = (dataset: CountyDataset, document: ScenarioDocument, draws: number): Uint8Array => {
  const settings = uncertaintySettingsSchema.parse({ draws });
  const verdicts = new Uint8Array((document.horizonYears + 1) * draws);
  const question = questionOf(dataset, document);
  const county = drawnCounty(question, settings, document.horizonYears);
  const leversOf = drawnLevers(possibleLevers(dataset, document).possible, settings);
  const chooserOf = drawnChoosers(settings, document.horizonYears);
  for (let draw = 0; draw < draws; draw += 1) {
    const chooser = chooserOf(draw);
    county.fill(chooser);
    county.spread();
    let year = 0;
    simulate({ ...question, model: { ...question.model, draw: county.draw } }, leversOf(chooser).levers, quality2017, (state) => {
      const rules = rulesInForce(quality2017, defaultDate(state.year));
      const { verdict } = judgeCounty(year === 0 ? question.base : columnsOfState(state, question.base, rules), quality2017);
      verdicts[year * draws + draw] = codeOf(verdict);
      year += 1;
    });
  }
  return verdicts;
};

const inColumns = (dataset: CountyDataset, document: ScenarioDocument, draws: number, from = 0): MonteCarloPart =>
  monteCarloPart(dataset, document, quality2017, uncertaintySettingsSchema.parse({ draws: from + draws }), { from });

const inRows = (dataset: CountyDataset, document: ScenarioDocument, draws: number): ReturnType<typeof drawsInRows> =>
  drawsInRows(dataset, document, uncertaintySettingsSchema.parse({ draws }));

/** Fails when a verdict or a coefficient of variation of any year and draw is another in row objects. */
const sameInRows = ({ resource, figures, to: draws }: MonteCarloPart, rows: ReturnType<typeof drawsInRows>): void => {
  rows.forEach((years, draw) => {
    years.forEach(({ verdict, cvs }, year) => {
      const at = `draw ${draw}, year ${year}`;
      assert.equal(verdictNames[resource[year * draws + draw] ?? -1], verdict, `the ways judge ${at} differently`);
      cvs.forEach((cv, index) => {
        const figure = figureAt.cv(Math.floor(index / indicatorCount), index % indicatorCount);
        const own = figures[(year * figureCount + figure) * draws + draw] ?? Number.NaN;
        assert.ok(Math.abs(own - cv) <= 1e-9 || (Number.isNaN(own) && Number.isNaN(cv)), `${at}: CV ${own}, in row objects ${cv}`);
      });
    });
  });
};

const sectionsOf = (dataset: CountyDataset): number => {
  const columns = columnsOfDataset(dataset);
  const { primary, junior } = countSchools(columns, rulesInForce(quality2017, defaultDate(columns.statisticsYear))).sections;
  return primary.length + junior.length;
};

/** Milliseconds of processor time a draw: ours, our stepping with full assessments, row objects; and the size of the county. */
export interface Comparison {
  readonly own: number;
  readonly assessed: number;
  /** Null with levers, which the row objects have none of. */
  readonly rows: number | null;
  readonly sections: number;
  readonly years: number;
  readonly levers: number;
}

const warmUp = (answer: () => unknown): void => {
  for (let question = 0; question < warmUpQuestions; question += 1) answer();
};

/** All ways in turn, each for about the same time; none is measured before it has been compiled. */
const compare = (withLevers: boolean): Comparison => {
  const { dataset, example } = countyAt(1);
  const document = withLevers ? example : { ...example, levers: [] };
  const draws = { assessed: 24, rows: 24, columns: 1000 } as const;
  const own = inColumns(dataset, document, draws.assessed);
  assert.deepEqual(own.resource, assessed(dataset, document, draws.assessed), "the two ways judge a year differently");
  if (!withLevers) sameInRows(own, inRows(dataset, document, draws.assessed));
  warmUp(() => inColumns(dataset, document, warmUpDraws.columns));
  warmUp(() => assessed(dataset, document, warmUpDraws.assessed));
  if (!withLevers) warmUp(() => inRows(dataset, document, warmUpDraws.rows));
  const costs = { columns: [] as number[], assessed: [] as number[], rows: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    costs.columns.push(cpuOf(() => inColumns(dataset, document, draws.columns)).milliseconds / draws.columns);
    costs.assessed.push(cpuOf(() => assessed(dataset, document, draws.assessed)).milliseconds / draws.assessed);
    if (!withLevers) costs.rows.push(cpuOf(() => inRows(dataset, document, draws.rows)).milliseconds / draws.rows);
  }
  const { horizonYears, levers } = document;
  return {
    own: median(costs.columns),
    assessed: median(costs.assessed),
    rows: withLevers ? null : median(costs.rows),
    sections: sectionsOf(dataset),
    years: horizonYears,
    levers: levers.length,
  };
};

/** Seconds by the clock that the draws of one thread take, from the dataset on, once its code is compiled. */
const wall = (from: number, draws: number): unknown => {
  const { dataset, example } = countyAt(1);
  const document = { ...example, levers: [] };
  warmUp(() => inColumns(dataset, document, warmUpDraws.columns));
  const seconds = Array.from({ length: rounds }, () => {
    const start = performance.now();
    inColumns(dataset, document, draws, from);
    return (performance.now() - start) / 1000;
  });
  return { seconds: median(seconds) };
};

/**
 * Seconds by the clock that one thread takes for so many counties of the same size, from their datasets on. What was
 * compiled before has seen others.
 */
const province = (first: number, counties: number, draws: number): unknown => {
  const undisturbed = (seed: number) => {
    const { dataset, example } = countyAt(seed);
    return { dataset, document: { ...example, levers: [] } };
  };
  for (let seed = 1; seed <= warmUpQuestions; seed += 1) {
    const { dataset, document } = undisturbed(seed);
    inColumns(dataset, document, warmUpDraws.columns);
  }
  const each = Array.from({ length: counties }, (_, index) => undisturbed(1 + warmUpQuestions + first + index));
  const start = performance.now();
  for (const { dataset, document } of each) inColumns(dataset, document, draws);
  return { seconds: (performance.now() - start) / 1000 };
};

const [, , question, first = "0", second = "0", third = "0"] = process.argv;
const answer =
  question === "wall"
    ? wall(Number(first), Number(second))
    : question === "province"
      ? province(Number(first), Number(second), Number(third))
      : compare(question === "levers");
process.stdout.write(`${JSON.stringify(answer)}\n`);
