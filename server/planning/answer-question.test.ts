import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { baseYear, county, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { planningFunctions } from "./compute";
import type { ScenarioDocument } from "./contract";

const dataset = county([school({ code: "1001", primary: [10, 10, 10, 10, 10, 10] })]);
const watch = { report: () => {}, keep: () => {}, stopRequested: () => false };

/** What a computing child is sent; the document may have come to be another than was asked about. */
const asked = (kind: keyof typeof planningFunctions, settings: unknown, document: ScenarioDocument) =>
  planningFunctions[kind](
    {
      dataset,
      datasetHash: "",
      attestedHash: "",
      further: [],
      furtherHashes: [],
      document,
      scenarioVersion: null,
      ruleSet: quality2017,
      settings,
    },
    watch,
  );
const beyond = `planning.issues.yearNotProjected {"year":${baseYear + 3},"firstYear":${baseYear + 1},"lastYear":${baseYear + 2}}`;

describe("a run whose question is impossible by the time it runs", () => {
  const short = scenario({ horizonYears: 2 });

  it.each([
    ["attribution", { years: [baseYear + 1, baseYear + 3] }, `years.1 ${beyond}`],
    ["montecarlo", { targetYear: baseYear + 3 }, `targetYear ${beyond}`],
    ["plan", { targetYear: baseYear + 3 }, `targetYear ${beyond}`],
  ] as const)("gives no answer to another one, and says which year is not projected: %s %o", async (kind, settings, reason) => {
    await expect(asked(kind, settings, short)).rejects.toThrow(`impossible question: ${reason}`);
  });

  it("says the same of a year for which pupils are entered, before it looks at the question", async () => {
    const document = scenario({
      horizonYears: 2,
      assumptions: { entrantNumbers: [{ schoolCode: "1001", year: baseYear + 3, entrants: 5 }] },
    });
    const reason = `impossible question: assumptions.entrantNumbers.0.year ${beyond}`;
    await expect(asked("projection", null, document)).rejects.toThrow(reason);
    await expect(asked("attribution", { years: [baseYear + 3] }, document)).rejects.toThrow(reason);
  });

  it("answers what is possible", async () => {
    await expect(asked("attribution", { years: [baseYear + 2] }, short)).resolves.toMatchObject({
      result: { format: "hengce.attribution/1" },
    });
  });
});
