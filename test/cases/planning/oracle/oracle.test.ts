import { between, keyedRandom } from "@db/seeds/random";
import type { CountyColumns, RuleSet, Rules } from "@server/compliance/engine/index";
import { columnsOfDataset, defaultDate, itemVerdicts, judgeColumns, rulesInForce } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { quality2019 } from "@server/compliance/rulesets/quality-2019";
import type { ProjectedDataset } from "@server/planning/contract";
import { possibleLevers } from "@server/planning/engine/check";
import { columnsOfState } from "@server/planning/engine/columns";
import { projectedDatasets } from "@server/planning/engine/index";
import { inOrder, questionOf, simulate } from "@server/planning/engine/simulate";
import type { CountyDataset } from "@server/statistics/contract";
import { countiesPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenario } from "../county";
import { leversFor } from "./any-levers";
import { assumptionsFor, counties } from "./counties";
import type { Chance } from "./figures";
import { oracleOf } from "./index";

/** The engine rounds those rotated to ten digits, a hair upwards, so that a quota met exactly does not read as missed. */
const tolerance = 2e-9;

/** Paths at which two years differ by more than arithmetic in another order can. */
const differences = (found: unknown, wanted: unknown, path: string): readonly string[] => {
  if (typeof found === "number" && typeof wanted === "number") {
    const isNear = Object.is(found, wanted) || Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(found), Math.abs(wanted));
    return isNear ? [] : [`${path}: ${found}, by the second reading ${wanted}`];
  }
  if (typeof found !== "object" || typeof wanted !== "object" || found === null || wanted === null) {
    return found === wanted ? [] : [`${path}: ${JSON.stringify(found)}, by the second reading ${JSON.stringify(wanted)}`];
  }
  const [own, other] = [new Map<string, unknown>(Object.entries(found)), new Map<string, unknown>(Object.entries(wanted))];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) => differences(own.get(key), other.get(key), `${path}.${key}`));
};

const rulesOf = ({ county }: CountyDataset, ruleSet: RuleSet): Rules => rulesInForce(ruleSet, defaultDate(county.statisticsYear));

const verdictsOf = (columns: CountyColumns, rules: Rules) => {
  const judged = judgeColumns(columns, rules);
  return { failing: judged.failing, notEvaluable: judged.notEvaluable, verdict: judged.verdict, ...itemVerdicts(columns, judged, rules) };
};

/** What a year holds of each school. */
const figuresOf = ({ pupils, grades, classes, teachers, facilities, further }: CountyColumns) => ({
  pupils,
  grades,
  classes,
  teachers,
  facilities,
  further,
});

const asDataset = ({ format: _, ...year }: ProjectedDataset): CountyDataset => ({ ...year, format: "hengce.county-dataset/1" });

const questions = counties.chain((dataset) =>
  fc.integer({ min: 1, max: 8 }).chain((horizonYears) =>
    fc.record({ assumptions: assumptionsFor(dataset), levers: leversFor(dataset, horizonYears) }).map(({ assumptions, levers }) => {
      const document = scenario({ horizonYears, assumptions, levers });
      // Impossible ones are left out of a projection, which is tested elsewhere.
      return { dataset, document: { ...document, levers: [...possibleLevers(dataset, document).possible] } };
    }),
  ),
);

describe("the projection and its second reading", () => {
  it("agree on every figure and verdict of every year, in counties of all shapes and with cells missing anywhere", () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(quality2017, quality2019), ({ dataset, document }, ruleSet) => {
        const projected = projectedDatasets(dataset, document, ruleSet).map(asDataset);
        const read = oracleOf(dataset, document, ruleSet)();
        expect(differences(projected, read, "")).toEqual([]);
        const judged = (year: CountyDataset) => verdictsOf(columnsOfDataset(year), rulesOf(year, ruleSet));
        expect(projected.map(judged)).toEqual(read.map(judged));
      }),
      { numRuns: countiesPerProperty(20), seed: 20_261_122 },
    );
  });

  it("agree on every figure and verdict where years turn out otherwise than likely", () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(quality2017, quality2019), fc.nat(1000), ({ dataset, document }, ruleSet, seed) => {
        const random = keyedRandom(seed);
        const chance: Chance = (input, code, yearsOn) => between(random(input, code, yearsOn), 0.6, 1.5);
        const question = questionOf(dataset, document);
        const columnsOf = (input: Parameters<Chance>[0]): readonly Float64Array[] =>
          Array.from({ length: document.horizonYears }, (_, index) =>
            Float64Array.from(question.base.schools, ({ code }) => chance(input, code, index + 1)),
          );
        const draw = {
          entrants: columnsOf("entrants"),
          progression: columnsOf("progression"),
          migration: columnsOf("migration"),
          attrition: columnsOf("attrition"),
          replacement: columnsOf("replacement"),
          gains: columnsOf("gains"),
        };
        const drawn: unknown[] = [];
        simulate({ ...question, model: { ...question.model, draw } }, inOrder(document.levers), ruleSet, (state) => {
          const rules = rulesInForce(ruleSet, defaultDate(state.year));
          const columns = columnsOfState(state, question.base, rules);
          drawn.push(structuredClone({ figures: figuresOf(columns), verdicts: verdictsOf(columns, rules) }));
        });
        const yearsWith = oracleOf(dataset, document, ruleSet);
        const read = yearsWith(chance).map((year) => {
          const columns = columnsOfDataset(year);
          return { figures: figuresOf(columns), verdicts: verdictsOf(columns, rulesOf(year, ruleSet)) };
        });
        // The base year is as reported.
        expect(differences(drawn.slice(1), read.slice(1), "")).toEqual([]);
      }),
      { numRuns: countiesPerProperty(8), seed: 20_261_123 },
    );
  });
});
