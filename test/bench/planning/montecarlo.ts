import assert from "node:assert/strict";
import { exampleScenarios } from "@db/seeds/demo/scenarios";
import { countyOfSize } from "@db/seeds/small-county";
import { columnsOfDataset, defaultDate, judgeCounty, rulesInForce } from "@server/compliance/engine/index";
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
import { canonicalDataset } from "@server/statistics/canonical";

/*
 * W2: a county of 100 schools, ten years, many draws, judged in columns and in row objects (every year a
 * full assessment, as pages show it) in turn in one process. Processor time is counted, not the clock, so
 * that other work on the machine does not matter much. Ratios are printed; times belong to the machine.
 * Ends with exit code 1 when the two ways judge a year differently.
 */
const schools = 100;
const draws = 40;
const rounds = 3;
const workload = 1000;
const provinceCounties = 120;

const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const cpuOf = <T>(work: () => T): { readonly milliseconds: number; readonly answer: T } => {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, answer };
};

const dataset = canonicalDataset(countyOfSize(schools, 1));
const example = exampleScenarios(judgeCounty(columnsOfDataset(dataset), quality2017), defaultAssumptions(dataset)).at(-1);
if (example === undefined) throw new Error("there is no example scenario");
const settings = uncertaintySettingsSchema.parse({ draws });

const documents: readonly (readonly [string, ScenarioDocument])[] = [
  ["without levers", { ...example, levers: [] }],
  [`with ${example.levers.length} levers`, example],
];
for (const [name, document] of documents) {
  const years = document.horizonYears + 1;

  /** Verdict of every year and draw by the way that keeps rows: an assessment a year. */
  const rowObjects = (): Uint8Array => {
    const verdicts = new Uint8Array(years * draws);
    const question = questionOf(dataset, document);
    const county = drawnCounty(question, settings, document.horizonYears);
    const leversOf = drawnLevers(possibleLevers(dataset, document).possible, settings);
    const chooserOf = drawnChoosers(settings, document.horizonYears);
    for (let draw = 0; draw < draws; draw += 1) {
      const chooser = chooserOf(draw);
      county.fill(chooser);
      let year = 0;
      simulate({ ...question, model: { ...question.model, draw: county.draw } }, leversOf(chooser).levers, quality2017, (state) => {
        const rules = rulesInForce(quality2017, defaultDate(state.year));
        const { verdict } = judgeCounty(year === 0 ? question.base : columnsOfState(state, question.base, rules), quality2017);
        verdicts[year * draws + draw] = verdict === "met" ? 0 : verdict === "not_met" ? 1 : 2;
        year += 1;
      });
    }
    return verdicts;
  };
  const inColumns = (): Uint8Array => monteCarloPart(dataset, document, quality2017, settings).resource;

  assert.deepEqual(inColumns(), rowObjects(), "the two ways judge a year differently");
  const times = { columns: [] as number[], rows: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.columns.push(cpuOf(inColumns).milliseconds / draws);
    times.rows.push(cpuOf(rowObjects).milliseconds / draws);
  }
  const own = median(times.columns);
  const rows = median(times.rows);
  write(`${schools} schools, ${document.horizonYears} years, ${name}: ${own.toFixed(2)} ms a draw (processor time of one thread)`);
  write(
    `  row objects ${(rows / own).toFixed(1)} x; on two threads ${((2 * rows) / own).toFixed(1)} x of one thread of row objects at best`,
  );
  write(`  ${workload} draws: ${((own * workload) / 1000).toFixed(1)} s on one thread`);
  write(
    `  province of ${provinceCounties} counties x ${workload} draws on two threads, extrapolated: ${((own * workload * provinceCounties) / 2000).toFixed(0)} s`,
  );
}
