import {
  columnsOfDataset,
  countSchools,
  defaultDate,
  itemVerdicts,
  judgeColumns,
  judgeCounty,
  type RuleSet,
  rulesInForce,
  verdictsOfCounty,
} from "@server/compliance/engine/index";
import { itemIds } from "@server/compliance/items-contract";
import type { CountyDataset } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { itemCounty, ruleSetOf, withValues } from "./build";
import { classSizeSituations } from "./situations-class-size";
import { countySituations } from "./situations-county";
import { furtherSituations } from "./situations-further";
import { roomReliefSituations } from "./situations-room-reliefs";

/** The verdicts of a county with all their reasons, and the verdicts alone. */
const bothWays = (dataset: CountyDataset, ruleSet: RuleSet) => {
  const columns = columnsOfDataset(dataset);
  const full = judgeCounty(columns, ruleSet);
  const rules = rulesInForce(ruleSet, defaultDate(dataset.county.statisticsYear));
  const { items } = full;
  if (items === null) throw new Error("items were asked for");
  return {
    full: { items: Object.fromEntries(itemIds.map((id) => [id, items[id].verdict])), overall: full.overall },
    alone: itemVerdicts(columns, judgeColumns(columns, rules), rules),
    lean: verdictsOfCounty(columns, rules, countSchools),
  };
};

describe("verdicts without their reasons", () => {
  it.each([...classSizeSituations, ...countySituations, ...furtherSituations, ...roomReliefSituations])(
    "are those with their reasons where $name",
    ({ schools = [{ code: "A001" }], county, rules = 2017, values = {}, ends = {} }) => {
      const { full, alone, lean } = bothWays(itemCounty(schools, county), withValues(ruleSetOf[rules], values, ends));
      expect(alone).toEqual(full);
      expect([lean.items, lean.whole]).toEqual([full.items, full.overall?.verdict]);
    },
  );

  it("count the vetoes, eligibility and the indicators of layers too", () => {
    const source = { document: "-", article: "-" };
    const title = { "zh-CN": "地方", en: "Local" };
    const ruleSet: RuleSet = {
      ...ruleSetOf[2019],
      extraVetoes: [{ id: "LV1", title, source }],
      extraIndicators: [
        {
          id: "L1",
          title,
          terms: [{ path: "facilities.musicRooms", factor: 1 }],
          per: "class",
          bound: "at_least",
          standard: { primary: 0.5, junior: 0.4 },
          source,
        },
      ],
    };
    const schools = [{ code: "A001" }, { code: "A002", type: "junior" }] as const;
    const clear = { V1: false, V2: false, V3: false, V4: false, V5: false, V6: false, V7: false, LV1: false };
    for (const vetoes of [clear, { ...clear, LV1: true }, { ...clear, V7: undefined }]) {
      for (const basicRecognitionYear of [2017, 2024, null]) {
        const county = itemCounty(schools, { vetoes: vetoes as typeof clear, facts: { basicRecognitionYear } });
        const { full, alone, lean } = bothWays(county, ruleSet);
        expect(alone).toEqual(full);
        expect(lean.whole).toBe(full.overall?.verdict);
      }
    }
  });
});
