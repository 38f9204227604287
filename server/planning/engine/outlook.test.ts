import { countyOfSize } from "@db/seeds/small-county";
import { ruleSetById } from "@server/compliance";
import { wholeOfYear } from "@server/compliance/whole-contract";
import { spanOf } from "@server/kernel/span";
import { defaultAssumptions } from "@server/planning";
import { county, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { outlook } from "./outlook";
import { project } from "./project";

const ruleSet = ruleSetById("quality-2017");
if (ruleSet === undefined) throw new Error("the rule set is missing");

describe("the years to come if nothing is done", () => {
  it.each([
    ["of a county that reports all", countyOfSize(24, 7)],
    ["of one of which hardly anything is known", county([school({ code: "1001", primary: [20, 20, 20, 20, 20, 20] })])],
  ])("are those of a projection without levers in which statements go on: %s", (_, dataset) => {
    const years = 5;
    const assumptions = defaultAssumptions(dataset);
    const answer = outlook(dataset, assumptions, ruleSet, years);
    const projection = project(
      dataset,
      {
        format: "hengce.scenario/1",
        name: "x",
        horizonYears: years,
        assumptions: { ...assumptions, evidence: "as_base_year" },
        levers: [],
        annualBudgetWan: null,
      },
      ruleSet,
    );
    expect(answer.years.map(({ binding: _, ...year }) => year)).toEqual(
      projection.baseline.map((outcome) => ({ year: outcome.year, ...wholeOfYear(outcome) })),
    );
    expect(answer.years.map(({ binding }) => binding.length > 0)).toEqual(answer.years.map(({ failing }) => failing > 0));
    expect(answer.years).toHaveLength(years + 1);
    expect(answer.resource).toEqual(projection.compliance.baseline);
    expect(answer.whole).toEqual(spanOf(answer.years.map(({ year, verdict }) => ({ year, met: verdict === "met" }))));
  });
});
