import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type Lever, leverTypes, type ScenarioDocument } from "@server/planning/contract";
import { project, projector } from "@server/planning/engine/index";
import { projectionsPerProperty } from "@test/cases/compliance/runs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { scenario } from "./county";
import { countyWith, everyKind } from "./every-kind";

const horizonYears = 5;

/** A hand at work in the workspace: which kinds of lever are there, when they begin, which are switched off, the yearly cap. */
const edits = fc.array(
  fc.record({
    kinds: fc.uniqueArray(fc.constantFrom(...leverTypes), { maxLength: 9 }),
    begins: fc.integer({ min: 0, max: 3 }),
    leadYears: fc.integer({ min: 1, max: 2 }),
    off: fc.nat(8),
    cap: fc.constantFrom(null, 50),
  }),
  { minLength: 4, maxLength: 6 },
);

it("a projector that goes on from the first year in which something differs answers to the byte as one that begins anew", () => {
  fc.assert(
    fc.property(fc.nat(5000), edits, (seed, sequence) => {
      const { dataset, places } = countyWith(seed);
      const baseYear = dataset.county.statisticsYear;
      const kept = projector(dataset, quality2017);
      let levers: readonly Lever[] = [];
      for (const { kinds, begins, leadYears, off, cap } of sequence) {
        const possible = everyKind(places, { startYear: baseYear + begins, leadYears }, baseYear + horizonYears);
        const fresh = kinds.map((kind) => possible[kind]);
        // Levers of the edit before stay with their own years, so that most years stand as they were.
        levers = [...levers.filter(({ type }) => !kinds.includes(type)).slice(-8), ...fresh].map((lever, index) => ({
          ...lever,
          enabled: index !== off,
        }));
        const document: ScenarioDocument = scenario({
          horizonYears,
          assumptions: { teacherAttrition: 0.04, teacherReplacement: 0.5, priceGrowth: 0.03, retention: "by_cohort" },
          levers,
          annualBudgetWan: cap,
        });
        expect(JSON.stringify(kept(document))).toBe(JSON.stringify(project(dataset, document, quality2017)));
      }
    }),
    { numRuns: projectionsPerProperty(5), seed: 20_261_122 },
  );
}, 120_000);
