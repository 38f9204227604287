import { type ExtraIndicator, resourceIndicators } from "@server/compliance/contract";
import { indicatorVerdicts, overallOf, type ResourcePart, verdictsOf } from "@server/compliance/engine/items/overall";
import { verdictCode } from "@server/compliance/engine/verdicts";
import { type ItemId, itemIds, type Overall } from "@server/compliance/items-contract";
import { describe, expect, it } from "vitest";
import { type CountySketch, type ItemSchoolSketch, itemCounty, judge, ruleSetOf, withValues } from "./build";

const one: readonly ItemSchoolSketch[] = [{ code: "A001" }, { code: "A002", type: "junior" }];
const judgedWith = (county: CountySketch, rules: 2017 | 2019 = 2017) => judge(itemCounty(one, county), ruleSetOf[rules]);

describe("vetoes", () => {
  const clear = { V1: false, V2: false, V3: false, V4: false, V5: false, V6: false };
  const states = (county: CountySketch, rules: 2017 | 2019 = 2017): Readonly<Record<string, string>> =>
    Object.fromEntries(judgedWith(county, rules).vetoes.map(({ id, state }) => [id, state]));

  it("are six in the national measure, all clear when declared so", () => {
    expect(Object.values(states({ vetoes: clear }))).toEqual(["clear", "clear", "clear", "clear", "clear", "clear"]);
  });
  it("are seven in the list that followed the double reduction, and the seventh is not clear by silence", () => {
    expect(states({ vetoes: clear }, 2019)).toEqual({
      V1: "clear",
      V2: "clear",
      V3: "clear",
      V4: "clear",
      V5: "clear",
      V6: "clear",
      V7: "undeclared",
    });
  });
  it("were six under the procedure before that", () => {
    const dataset = itemCounty(one, { vetoes: clear });
    const earlier = { ...dataset, county: { ...dataset.county, statisticsYear: 2020 } };
    expect(judge(earlier, ruleSetOf[2019]).vetoes.map(({ id }) => id)).toEqual(["V1", "V2", "V3", "V4", "V5", "V6"]);
  });
  it("say which one has occurred", () => {
    expect(states({ vetoes: { ...clear, V3: true } })["V3"]).toBe("occurred");
  });
  it("of a layer are asked too, under the layer's title", () => {
    const title = { "zh-CN": "控辍保学不力", en: "Pupils drop out" };
    const ruleSet = { ...ruleSetOf[2017], extraVetoes: [{ id: "LV1", title, source: { document: "-", article: "-" } }] };
    const { vetoes } = judge(itemCounty(one, { vetoes: { ...clear, LV1: true } }), ruleSet);
    expect(vetoes.at(-1)).toEqual({ id: "LV1", title, state: "occurred", hints: {} });
  });
  it("give V4 the vacant posts and the teachers without one", () => {
    const staff = { posts: 40, postsFilled: 37, outsidePosts: 6 };
    const { vetoes } = judge(
      itemCounty([
        { code: "A001", facts: { staff } },
        { code: "A002", facts: { staff: { posts: 30, postsFilled: 31, outsidePosts: null } } },
      ]),
    );
    expect(vetoes.find(({ id }) => id === "V4")?.hints).toEqual({ vacantPosts: 3, outsidePosts: 6 });
  });
});

describe("eligibility", () => {
  it("is given three years after recognition", () => {
    expect(judgedWith({ facts: { basicRecognitionYear: 2022 } }).eligibility).toMatchObject({ verdict: "met", yearsSinceRecognition: 3 });
  });
  it("is not given after two", () => {
    expect(judgedWith({ facts: { basicRecognitionYear: 2023 } }).eligibility.verdict).toBe("not_met");
  });
  it("is not given where monitoring has gone down or problems remain", () => {
    expect(judgedWith({ declarations: { "E.monitoring": false } }).eligibility.verdict).toBe("not_met");
    expect(judgedWith({ declarations: { "E.problemsSolved": false } }).eligibility.verdict).toBe("not_met");
  });
  it("is open where something is not said", () => {
    expect(judgedWith({ facts: { basicRecognitionYear: null } }).eligibility).toMatchObject({
      verdict: "not_evaluable",
      yearsSinceRecognition: null,
    });
    expect(judgedWith({ declarations: { "E.monitoring": null } }).eligibility.verdict).toBe("not_evaluable");
  });
  it("asks for as many years as the rules say", () => {
    const ruleSet = withValues(ruleSetOf[2017], { "eligibility.years": 5 });
    expect(judge(itemCounty(one, { facts: { basicRecognitionYear: 2021 } }), ruleSet).eligibility.verdict).toBe("not_met");
  });
});

describe("indicators of a layer", () => {
  const source = { document: "-", article: "-" };
  const title = { "zh-CN": "生师比", en: "Pupils per teacher" };
  const teachersPerHundred: ExtraIndicator = {
    id: "L1",
    title,
    terms: [{ path: "teachers.fullTime", factor: 1 }],
    per: "hundred_pupils",
    bound: "at_least",
    standard: { primary: 6, junior: null },
    source,
  };
  const of = (fullTime: number | null) =>
    judge(itemCounty([{ code: "A001", primary: 600, primaryTeachers: { fullTime } }]), {
      ...ruleSetOf[2017],
      extraIndicators: [teachersPerHundred],
    }).extras;

  it("are met exactly at their standard", () => {
    expect(of(36)).toMatchObject([{ id: "L1", verdict: "met", failing: [] }]);
  });
  it("name the school that fails, with its value", () => {
    expect(of(35)).toMatchObject([{ verdict: "not_met", failing: [{ schoolCode: "A001", stage: "primary", figures: { standard: 6 } }] }]);
  });
  it("are open where a figure is missing", () => {
    expect(of(null)).toMatchObject([{ verdict: "not_evaluable", open: [{ schoolCode: "A001" }] }]);
  });
});

describe("the county as a whole", () => {
  const noStage = {
    sectionVerdicts: new Uint8Array(),
    states: new Int32Array(),
    balances: resourceIndicators.map(() => ({ verdict: verdictCode.met as number })),
  };
  const allMet: ResourcePart = { verdict: verdictCode.met, stages: { primary: noStage, junior: noStage } };
  const overall = (county: CountySketch, resource: ResourcePart = allMet): Overall => overallOf(resource, verdictsOf(judgedWith(county)));

  it("is met when every part is, with 32 indicators met", () => {
    const whole = judge(itemCounty([{ code: "A001" }, { code: "A002", type: "junior" }]));
    expect(overallOf(allMet, verdictsOf(whole))).toEqual({
      verdict: "met",
      resource: "met",
      assurance: "met",
      quality: "met",
      recognition: "met",
      vetoes: "met",
      eligibility: "met",
      extras: "met",
      met: 32,
      notMet: 0,
      notEvaluable: 0,
    });
  });
  it("is not met as soon as one part fails, whatever is missing elsewhere", () => {
    expect(overall({ survey: { satisfied: 1 }, monitoring: [] })).toMatchObject({
      verdict: "not_met",
      recognition: "not_met",
      quality: "not_evaluable",
    });
  });
  it("is incomplete while a part cannot be judged", () => {
    expect(overall({ monitoring: [] })).toMatchObject({ verdict: "incomplete", quality: "not_evaluable" });
  });
  it("is ruled out by a veto and left open by a veto that is not declared", () => {
    expect(overall({ vetoes: { V1: true } })).toMatchObject({ verdict: "not_met", vetoes: "not_met" });
    expect(overall({ vetoes: {} })).toMatchObject({ verdict: "incomplete", vetoes: "not_evaluable" });
  });
  it("counts a failing school against each indicator that it misses, and no other", () => {
    const sections: readonly (readonly [verdict: number, missed: readonly string[]])[] = [
      [verdictCode.notMet, ["R1", "R4"]],
      [verdictCode.met, ["R7"]],
    ];
    const primary = {
      ...noStage,
      sectionVerdicts: Uint8Array.from(sections, ([verdict]) => verdict),
      states: Int32Array.from(sections, ([, missed]) =>
        resourceIndicators.reduce((bits, id, position) => bits | (Number(!missed.includes(id)) << position), 0),
      ),
    };
    const failing: ResourcePart = { verdict: verdictCode.notMet, stages: { primary, junior: noStage } };
    expect(resourceIndicators.filter((_, position) => indicatorVerdicts(failing)[position] === "not_met")).toEqual(["R1", "R4"]);
    expect(overall({}, failing)).toMatchObject({ verdict: "not_met", notMet: 2 });
  });
  it("counts an indicator whose balance fails as not met", () => {
    const balances = resourceIndicators.map((id) => ({ verdict: id === "R5" ? verdictCode.notMet : verdictCode.met }));
    const part: ResourcePart = { verdict: verdictCode.notMet, stages: { primary: { ...noStage, balances }, junior: noStage } };
    expect(indicatorVerdicts(part)).toEqual(resourceIndicators.map((id) => (id === "R5" ? "not_met" : "met")));
  });
  it("has every item by its id", () => {
    const { items } = judgedWith({});
    expect(Object.keys(items).sort()).toEqual([...itemIds].sort());
    for (const id of itemIds satisfies readonly ItemId[]) expect(items[id].id).toBe(id);
  });
});
