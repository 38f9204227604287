import { applyLayers, columnsOfDataset, judgeCounty, type RuleSet, withValues } from "@server/compliance/engine/index";
import type { Lever, ScenarioDocument } from "@server/planning/contract";
import { leverDefaults } from "@server/planning/levers/all/defaults";
import { type CountyDataset, stages } from "@server/statistics/contract";
import type { PolicyChange } from "./policy-contract";

/** The rules with the change, for all counties; the same rules when the change does not touch them. Null: no such value is possible. */
export const changedRules = (ruleSet: RuleSet, change: PolicyChange): RuleSet | null => {
  if (change.kind === "threshold") {
    const tried = withValues(ruleSet, { [`${change.parameter}.${change.stage}`]: change.value });
    return tried.ok ? tried.value : null;
  }
  if (change.kind !== "relief_ended") return ruleSet;
  const tried = applyLayers(ruleSet, [
    {
      format: "hengce.rule-layer/1",
      id: "policy",
      version: "1",
      level: "province",
      title: { "zh-CN": "政策试算", en: "Policy trial" },
      entries: [
        {
          key: change.relief,
          value: false,
          source: { document: "政策试算", article: "—" },
          certainty: "inferred",
          validFrom: `${change.fromYear}-01-01`,
          validTo: null,
        },
      ],
      extraVetoes: [],
      extraIndicators: [],
      note: "",
    },
  ]);
  return tried.ok ? tried.value : null;
};

const common = (startYear: number) => ({ enabled: true, startYear, fundingSource: "", responsibleUnit: "", note: "" });

/** Classrooms that would lift every school short of teaching area to its standard, at the usual area of a room. */
const placesNeeded = (dataset: CountyDataset, ruleSet: RuleSet): ReadonlyMap<string, number> => {
  const { areaPerRoomM2 } = leverDefaults.build_classrooms;
  const area = new Map<string, number>();
  const judged = judgeCounty(columnsOfDataset(dataset), ruleSet, { items: false });
  for (const stage of stages)
    for (const { schoolCode, indicators } of judged.stages[stage].sections)
      area.set(schoolCode, (area.get(schoolCode) ?? 0) + (indicators.R4.needed ?? 0));
  return new Map([...area].filter(([, m2]) => m2 > 0).map(([code, m2]) => [code, Math.min(200, Math.ceil(m2 / areaPerRoomM2))]));
};

const leversOf = (change: PolicyChange, dataset: CountyDataset, ruleSet: RuleSet, lastYear: number): readonly Lever[] => {
  if (change.kind === "rotation_quota") {
    const { startYear, rotationShare, backboneShare, annualCostWanPerTeacher } = change;
    const shares = { rotationShare, backboneShare, annualCostWanPerTeacher };
    return [
      { ...leverDefaults.rotation_quota, ...common(startYear), ...shares, id: "rotation", type: "rotation_quota", endYear: lastYear },
    ];
  }
  if (change.kind === "class_cap") {
    return stages.map((stage) => ({
      ...leverDefaults.class_cap,
      ...common(change.startYear),
      id: `cap-${stage}`,
      type: "class_cap",
      schoolCode: "",
      stage,
      cap: change[stage],
    }));
  }
  if (change.kind !== "place_grant") return [];
  return [...placesNeeded(dataset, ruleSet)].map(([schoolCode, rooms]) => ({
    ...leverDefaults.build_classrooms,
    ...common(change.startYear),
    id: `places-${schoolCode}`,
    type: "build_classrooms",
    schoolCode,
    rooms,
  }));
};

/** The county's published baseline with the change in it. */
export const changedScenario = (
  baseline: ScenarioDocument,
  change: PolicyChange,
  dataset: CountyDataset,
  ruleSet: RuleSet,
): ScenarioDocument => {
  const levers = leversOf(change, dataset, ruleSet, dataset.county.statisticsYear + baseline.horizonYears);
  if (change.kind !== "births") return { ...baseline, levers: [...levers] };
  const { annualChange } = change;
  const assumptions = {
    ...baseline.assumptions,
    entrants: { mode: "trend" as const, annualChange },
    entrantsTrendBeyondBirths: annualChange,
  };
  return { ...baseline, assumptions };
};

/** What the province pays of a county's cost over the horizon, 万元. */
export const provincePays = (change: PolicyChange, totalWan: number, { levers }: ScenarioDocument): number => {
  if (change.kind === "rotation_quota") return totalWan * change.provinceShare;
  if (change.kind !== "place_grant") return 0;
  const rooms = levers.reduce((sum, lever) => sum + (lever.type === "build_classrooms" ? lever.rooms : 0), 0);
  return Math.min(totalWan, rooms * change.placesPerRoom * change.grantWanPerPlace);
};
