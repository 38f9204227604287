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

const oneGood = county([
  school({
    code: "1001",
    primary: [20, 20, 20, 20, 20, 20],
    primaryTeachers: { fullTime: 9, aboveRequiredEducation: 9, backbone: 3, physicalEducation: 1, music: 1, art: 1 },
  }),
]);
const lowPay = { ...oneGood.county.facts, teacherPayWan: 8, civilServantPayWan: 9 };

describe("the years to come if nothing is done", () => {
  it.each([
    ["of a county that reports all", countyOfSize(24, 7)],
    ["of one that meets all that is known of it", oneGood],
    ["of one that pays its teachers less than its civil servants", { ...oneGood, county: { ...oneGood.county, facts: lowPay } }],
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
