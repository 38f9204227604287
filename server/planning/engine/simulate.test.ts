import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { county, lever, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import type { Lever } from "../contract";
import { projector } from "./project";
import { resumingSimulator } from "./resume";
import { inOrder, questionOf, simulate, simulator } from "./simulate";
import type { CountyState } from "./state";

const six = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];
const dataset = county([
  school({ code: "1001", primary: six, primaryTeachers: { fullTime: 10 }, facilities: { equipmentValueWan: 12 } }),
  school({ code: "1002", primary: six, primaryTeachers: { fullTime: 10 }, facilities: { equipmentValueWan: 0 } }),
  school({ code: "1003", primary: six, facilities: { equipmentValueWan: 0 } }),
  school({ code: "2001", junior: [20, 20, 20] }),
  school({ code: "2002", junior: [20, 20, 20] }),
]);
const closing = lever("close_school", { id: "close", schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }], leadYears: 2 });
const merging = lever("close_school", { id: "merge", schoolCode: "2001", targets: [{ schoolCode: "2002", share: 1 }], leadYears: 4 });
const buying = lever("buy_equipment", { id: "buy", schoolCode: "1003", valueWan: 3 });

describe("the years of a county, one by one", () => {
  it("each have the prices of the year before, raised by the growth assumed", () => {
    const prices: number[] = [];
    simulate(questionOf(dataset, scenario({ horizonYears: 2, assumptions: { priceGrowth: 0.1 } })), [], null, (_, price) => {
      prices.push(price);
    });
    expect(prices).toEqual([1, 1.1, 1.1 * 1.1]);
  });

  it("leave the columns of the base year as they were", () => {
    const question = questionOf(dataset, scenario({ horizonYears: 3, assumptions: { teacherAttrition: 0.1, teacherReplacement: 0.5 } }));
    const before = structuredClone([question.base, question.model]);
    simulate(question, inOrder([closing]), quality2017, () => {});
    expect([question.base, question.model]).toEqual(before);
  });

  it.each([
    ["anew", simulator],
    ["from the first year that differs", resumingSimulator],
  ] as const)("are those of the levers asked for, whatever those before have closed, when a county is stepped again %s", (_, stepping) => {
    const question = questionOf(dataset, scenario({ horizonYears: 5, assumptions: { retention: "by_cohort" } }));
    const run = stepping(question, quality2017);
    const years = (levers: readonly Lever[], runs: ReturnType<typeof stepping>): readonly unknown[] => {
      const seen: unknown[] = [];
      // Neither working memory nor the year's rotation is asked for once a year has ended.
      runs(inOrder(levers), ({ work: _work, rotation: _rotation, ...state }: CountyState) => seen.push(structuredClone(state)));
      return seen;
    };
    const later = { ...merging, leadYears: 5 };
    for (const levers of [
      [closing, merging],
      [merging],
      [],
      [merging],
      [later],
      [merging],
      [later],
      [closing, later],
      [buying, later],
      [],
    ]) {
      expect(years(levers, run)).toEqual(years(levers, simulator(question, quality2017)));
    }
  });
});

describe("levers that want the same", () => {
  /* 12 万 at 1001: the first by id takes 8, the second finds 4. */
  const levers = [
    lever("transfer_equipment", { id: "b", fromCode: "1001", toCode: "1002", valueWan: 8, multimediaRooms: 0 }),
    lever("transfer_equipment", { id: "a", fromCode: "1001", toCode: "1003", valueWan: 8, multimediaRooms: 0 }),
  ];

  it.each([
    ["as they stand", levers],
    ["the other way round", levers.toReversed()],
  ])("act by id, whatever their order in the list, and the later one is told what there was: %s", (_, list) => {
    let equipment: number[] = [];
    const trace = simulate(questionOf(dataset, scenario({})), inOrder(list), quality2017, ({ facilities }) => {
      equipment = [...facilities.equipmentValueWan].slice(0, 3);
    });
    expect(equipment).toEqual([0, 4, 8]);
    expect(trace.lacking).toEqual([{ leverId: "b", field: "valueWan", asked: 8, present: 4 }]);
    expect(trace.notices).toEqual([{ key: "limitedToExisting", leverId: "b", year: 2027, params: { asked: 8, present: 4 } }]);
  });
});

describe("a projector that is asked again", () => {
  const assumptions = { retention: "by_cohort", teacherAttrition: 0.02 } as const;
  const hiring = (count: number) =>
    lever("hire_teachers", {
      id: "hire",
      target: { mode: "school", schoolCode: "1002", stage: "primary" },
      count,
      fulfilment: 0.5,
      leadYears: 3,
    });
  const scrapping = (valueWan: number) =>
    lever("write_off", { id: "scrap", schoolCode: "1001", valueWan, multimediaRooms: 0, leadYears: 3 });
  const resting = lever("rotate_teachers", { id: "rotate", fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, termYears: 2 });

  it.each<[string, readonly (readonly Lever[])[]]>([
    ["a primary school closes, and then does not", [[closing, hiring(4)], [hiring(4)], [closing]]],
    ["a junior school closes after others have left it, and then does not", [[merging], [], [{ ...merging, leadYears: 5 }], [buying]]],
    [
      "a later lever is another one",
      [
        [buying, hiring(4)],
        [buying, hiring(6)],
      ],
    ],
    ["a lever comes before the others", [[hiring(4)], [hiring(4), buying]]],
    ["the only lever goes", [[hiring(4)], [], [hiring(4)]]],
    [
      "more is asked for than there is, and then is not",
      [
        [resting, scrapping(13)],
        [resting, scrapping(11)],
      ],
    ],
    ["teachers are away when the years begin to differ", [[resting, hiring(4)], [resting, hiring(5)], [resting]]],
  ])("answers as one that was never asked before: %s", (_, sequence) => {
    const kept = projector(dataset, quality2017);
    for (const levers of sequence) {
      const document = scenario({ horizonYears: 5, assumptions, levers });
      expect(kept(document)).toEqual(projector(dataset, quality2017)(document));
    }
  });

  it("keeps what it said of the years before the first that differs", () => {
    const kept = projector(dataset, quality2017);
    const answer = (levers: readonly Lever[]) => kept(scenario({ horizonYears: 5, levers })).trial;
    const first = answer([buying, hiring(4)]);
    const second = answer([buying, hiring(6)]);
    // The hire counts from 2029 on.
    expect(second.map((year, index) => year === first[index])).toEqual([true, true, true, false, false, false]);
    // Without levers not even prices are used: nothing of the years after the base year stands.
    expect(answer([]).map((year, index) => year === second[index])).toEqual([true, false, false, false, false, false]);
  });

  it("counts prices in all years of a scenario with levers, however late the first of them", () => {
    const { assumptionUse } = projector(dataset, quality2017)(scenario({ horizonYears: 5, levers: [hiring(4)] }));
    expect(assumptionUse.find(({ path }) => path === "priceGrowth")).toEqual({ path: "priceGrowth", used: 5 });
  });
});

describe("a quota of rotation that is met exactly", () => {
  it.each([7, 11, 13, 17, 19, 23, 29, 31])("reads as met with %i teachers in each of three schools", (fullTime) => {
    const group = { fullTime, aboveRequiredEducation: fullTime, backbone: fullTime / 3, music: 3 };
    const three = county(["1001", "1002", "1003"].map((code) => school({ code, primary: six, primaryTeachers: group })));
    const quota = lever("rotation_quota", { eligibleShare: 0.37, rotationShare: 0.1, backboneShare: 0.2, termYears: 1, endYear: 2029 });
    const document = scenario({ horizonYears: 3, levers: [quota], assumptions: { teacherAttrition: 0.03, teacherReplacement: 0.9 } });
    const { trial } = projector(three, quality2017)(document);
    expect(trial.map(({ items }) => items?.G11)).toEqual(["not_evaluable", "met", "met", "met"]);
  });
});
