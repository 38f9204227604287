import type { LayerProblem, RuleLayer } from "@server/compliance/contract";
import type { Situation } from "./situation";
import { visiting } from "./sketches";

type Entry = RuleLayer["entries"][number];

const entry = (key: string, value: Entry["value"], validFrom = "2020-01-01", validTo: string | null = null): Entry => ({
  key,
  value,
  source: { document: "省实施办法", article: "第三条" },
  certainty: "certain",
  validFrom,
  validTo,
});

const layer = (level: RuleLayer["level"], entries: readonly Entry[], more: Partial<RuleLayer> = {}): RuleLayer => ({
  format: "hengce.rule-layer/1",
  id: `${level}-rules`,
  version: "3",
  level,
  title: { "zh-CN": "地方规则", en: "Local rules" },
  entries: [...entries],
  extraVetoes: [],
  extraIndicators: [],
  note: "",
  ...more,
});

const source = { document: "省实施办法", article: "第九条" };
const title = { "zh-CN": "控辍保学", en: "Keeping pupils in school" };
const perPupilBooks: RuleLayer["extraIndicators"][number] = {
  id: "L1",
  title: { "zh-CN": "生均图书", en: "Books per pupil" },
  terms: [{ path: "basic.books", factor: 1 }],
  per: "pupil",
  bound: "at_least",
  standard: { primary: 30, junior: 40 },
  source,
};

const rooms = (count: number) => [{ code: "A001", primary: 1000, facilities: { multimediaRooms: count } }];
const tighter = layer("province", [entry("R7.standard.primary", 2.5)]);

/** Layers of a province, a city and a county on the national rules. */
export const layerSituations: readonly Situation[] = [
  {
    name: "a province asks for more rooms, and 24 per 1,000 pupils no longer meet the standard",
    layers: [tighter],
    schools: rooms(24),
    sections: { "A001:primary": { states: { R7: "remainder" } } },
    county: { ruleSet: { id: "quality-2017", version: "2+province-rules@3" } },
  },
  {
    name: "exactly at the standard of the province is met",
    layers: [tighter],
    schools: rooms(25),
    sections: { "A001:primary": { states: { R7: "met" } } },
  },
  {
    name: "the floor follows the standard of the province",
    layers: [tighter],
    schools: rooms(21),
    sections: { "A001:primary": { states: { R7: "below" }, verdict: "not_met" } },
  },
  {
    name: "a layer with nothing in it changes the version and no verdict",
    layers: [layer("county", [])],
    schools: rooms(23),
    sections: { "A001:primary": { states: { R7: "met" } } },
    county: { ruleSet: { id: "quality-2017", version: "2+county-rules@3" } },
  },
  {
    name: "before its first day a layer's value does not hold",
    layers: [layer("province", [entry("R7.standard.primary", 2.5, "2025-09-02")])],
    schools: rooms(24),
    sections: { "A001:primary": { states: { R7: "met" } } },
  },
  {
    name: "on its first day a layer's value holds",
    layers: [layer("province", [entry("R7.standard.primary", 2.5, "2025-09-01")])],
    schools: rooms(24),
    sections: { "A001:primary": { states: { R7: "remainder" } } },
  },
  {
    name: "on its last day a layer's value still holds",
    layers: [layer("province", [entry("R7.standard.primary", 2.5, "2020-01-01", "2025-09-01")])],
    schools: rooms(24),
    sections: { "A001:primary": { states: { R7: "remainder" } } },
  },
  {
    name: "after its last day the national value holds again",
    layers: [layer("province", [entry("R7.standard.primary", 2.5, "2020-01-01", "2025-08-31")])],
    schools: rooms(24),
    sections: { "A001:primary": { states: { R7: "met" } } },
  },
  {
    name: "a value in steps is the one of the day",
    layers: [
      layer("province", [entry("R7.standard.primary", 2.4, "2020-01-01", "2024-12-31"), entry("R7.standard.primary", 2.6, "2025-01-01")]),
    ],
    schools: rooms(25),
    sections: { "A001:primary": { states: { R7: "remainder" } } },
  },
  {
    name: "a county may ask for more than its province",
    layers: [tighter, layer("county", [entry("R7.standard.primary", 2.6)])],
    schools: rooms(25),
    sections: { "A001:primary": { states: { R7: "remainder" } } },
    county: { ruleSet: { id: "quality-2017", version: "2+province-rules@3+county-rules@3" } },
  },
  {
    name: "a layer may repeat the national value",
    layers: [layer("city", [entry("R7.standard.primary", 2.3)])],
    schools: rooms(23),
    sections: { "A001:primary": { states: { R7: "met" } } },
  },
  {
    name: "a province may lower the limit of the CV",
    layers: [layer("province", [entry("CV.limit.primary", 0.4)])],
    schools: [
      { code: "A001", primary: 300, facilities: { sportsFieldAreaM2: 9000, gymAreaM2: 0, teachingAreaM2: 4500 } },
      { code: "B001", primary: 300, facilities: { sportsFieldAreaM2: 3000, gymAreaM2: 0, teachingAreaM2: 4500 } },
    ],
    stages: { primary: { cv: { R5: 0.5 }, cvVerdict: { R5: "not_met" } } },
  },
  {
    name: "a switch between readings may be set by a layer",
    layers: [layer("city", [entry("inclusion.campuses", "separate")])],
    schools: [{ code: "A001" }, { code: "B001", countsAsSchool: false, parent: "A001" }],
    inclusion: { B001: ["included", "ordinary"] },
  },
  {
    name: "a province may end a relief: until then a school passes only by it, and the year is named",
    ruleSet: "quality-2019",
    layers: [layer("province", [entry("relief.R3.on", false, "2026-01-01")])],
    schools: [visiting(60)],
    sections: {
      "A001:primary": {
        verdict: "met",
        relief: { verdictWithout: "not_met", endsIn: 2025 },
        reliefs: { R3: { key: "relief.R3.on", stateWithout: "below", endsIn: 2025 } },
      },
    },
    county: {
      sunsets: [
        { relief: "relief.R3.on", endsIn: 2025, sections: ["A001:primary"], balances: [{ stage: "primary", indicator: "R3" }], items: [] },
      ],
    },
  },
  {
    name: "on the last day of such a relief the school still passes",
    ruleSet: "quality-2019",
    date: "2025-12-31",
    layers: [layer("province", [entry("relief.R3.on", false, "2026-01-01")])],
    schools: [visiting(60)],
    sections: { "A001:primary": { verdict: "met" } },
  },
  {
    name: "on the day after such a relief the school fails",
    ruleSet: "quality-2019",
    date: "2026-01-01",
    layers: [layer("province", [entry("relief.R3.on", false, "2026-01-01")])],
    schools: [visiting(60)],
    sections: { "A001:primary": { verdict: "not_met", reliefs: { R3: null } } },
    county: { judgedOn: "2026-01-01", sunsets: [] },
  },
  {
    name: "a province may narrow a relief to fewer pupils",
    ruleSet: "quality-2019",
    layers: [layer("province", [entry("relief.R3.maximumPupils", 59)])],
    schools: [visiting(60)],
    sections: { "A001:primary": { verdict: "not_met" } },
  },
];

/** A layer that may not be put on the rules, and why. */
export interface Refusal {
  readonly name: string;
  readonly ruleSet?: "quality-2019";
  readonly layers: readonly RuleLayer[];
  readonly because: Partial<LayerProblem>;
}

export const refusals: readonly Refusal[] = [
  {
    name: "a province may not ask for fewer rooms than the state",
    layers: [layer("province", [entry("R7.standard.primary", 2.2)])],
    because: { layer: "province-rules", path: "entries.0.value", code: "loosens", key: "R7.standard.primary", inForce: 2.3 },
  },
  {
    name: "a county may not ask for fewer rooms than its province",
    layers: [tighter, layer("county", [entry("R7.standard.primary", 2.4)])],
    because: { layer: "county-rules", code: "loosens", inForce: 2.5 },
  },
  {
    name: "a province may not raise the limit of the CV",
    layers: [layer("province", [entry("CV.limit.junior", 0.46)])],
    because: { code: "loosens", inForce: 0.45 },
  },
  {
    name: "a province may not let fewer indicators be enough",
    layers: [layer("province", [entry("schoolRule.minimumMet", 5)])],
    because: { code: "loosens", inForce: 6 },
  },
  {
    name: "a province may not switch on a relief that the measure does not know",
    layers: [layer("province", [entry("relief.R3.on", true)])],
    because: { code: "loosens", inForce: false },
  },
  {
    name: "a province may not open a relief to more places than the procedure",
    ruleSet: "quality-2019",
    layers: [layer("province", [entry("relief.R3.localities", ["rural", "town"])])],
    because: { code: "loosens" },
  },
  {
    name: "a province may not drop a veto",
    layers: [layer("province", [entry("vetoes", ["V1", "V2"])])],
    because: { code: "loosens", key: "vetoes" },
  },
  {
    name: "a parameter that does not exist is refused, and its neighbours are named",
    layers: [layer("province", [entry("R7.standrad.primary", 2.5)])],
    because: {
      code: "unknown_key",
      path: "entries.0.key",
      near: ["R7.standard.primary", "R1.standard.primary", "R2.standard.primary", "R3.standard.primary", "R4.standard.primary"],
    },
  },
  {
    name: "a value of the wrong kind is refused",
    layers: [layer("province", [entry("R7.standard.primary", "2.5")])],
    because: { code: "invalid_value", path: "entries.0.value" },
  },
  {
    name: "a value that ends before it begins is refused",
    layers: [layer("province", [entry("R7.standard.primary", 2.5, "2025-01-01", "2024-12-31")])],
    because: { code: "dates_reversed", path: "entries.0.validTo" },
  },
  {
    name: "a province's layer does not go on a county's",
    layers: [layer("county", []), layer("province", [])],
    because: { code: "levels_out_of_order", layer: "province-rules" },
  },
  {
    name: "a local veto may not take the id of a national one",
    layers: [layer("province", [], { extraVetoes: [{ id: "V1", title, source }] })],
    because: { code: "id_taken", path: "extraVetoes.0.id", key: "V1" },
  },
  {
    name: "two local indicators may not share an id",
    layers: [layer("province", [], { extraIndicators: [perPupilBooks, perPupilBooks] })],
    because: { code: "id_taken", path: "extraIndicators.1.id", key: "L1" },
  },
  {
    name: "a local indicator of a figure that no school reports is refused",
    layers: [layer("province", [], { extraIndicators: [{ ...perPupilBooks, terms: [{ path: "basic.pianos", factor: 1 }] }] })],
    because: { code: "unknown_path", path: "extraIndicators.0.terms.0.path" },
  },
];
