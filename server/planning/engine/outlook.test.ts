import { countyOfSize } from "@db/seeds/small-county";
import { ruleSetById } from "@server/compliance";
import { wholeOfYear } from "@server/compliance/whole-contract";
import { spanOf } from "@server/kernel/span";
import { defaultAssumptions } from "@server/planning";
import { describe, expect, it } from "vitest";
import { outlook } from "./outlook";
import { project } from "./project";

const ruleSet = ruleSetById("quality-2017");
if (ruleSet === undefined) throw new Error("the rule set is missing");
const county = countyOfSize(24, 7);
const assumptions = defaultAssumptions(county);

describe("the years to come if nothing is done", () => {
  it("are those of a projection without levers in which statements go on", () => {
    const years = 5;
    const answer = outlook(county, assumptions, ruleSet, years);
    const projection = project(
      county,
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
