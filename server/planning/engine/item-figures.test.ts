import { smallCounty } from "@db/seeds/small-county";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { scenario } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { yearOutcomeSchema } from "../projection-document";
import { factsOfAssessment, factsOfOutcome } from "../targets";
import { project } from "./project";

const county = smallCounty();
const document = scenario({ horizonYears: 2 });
const told = project(county, document, quality2017, undefined, "figures");
const [base, next] = told.trial;

describe("figures of the items in a projection", () => {
  it("are those of the judgement in the base year", () => {
    const assessment = judgeCounty(columnsOfDataset(county), quality2017);
    for (const id of itemIds) {
      const reported = assessment.items?.[id];
      expect(base?.itemFigures?.[id]).toMatchObject({ figures: reported?.figures, limits: reported?.limits });
    }
    if (base === undefined) throw new Error("there is no base year");
    const [projected, judged] = [factsOfOutcome(base), factsOfAssessment(assessment, county)];
    for (const id of itemIds) expect([id, projected(id)]).toEqual([id, judged(id)]);
  });

  it("follow the projected year and leave its verdicts as they are", () => {
    expect(yearOutcomeSchema.parse(next)).toEqual(next);
    const plain = project(county, document, quality2017).trial;
    expect(plain.some((year) => "itemFigures" in year)).toBe(false);
    expect(told.trial.map(({ itemFigures: _, largestClass: __, ...year }) => year)).toEqual(plain);
    expect(next?.itemFigures).not.toEqual(base?.itemFigures);
  });
});
