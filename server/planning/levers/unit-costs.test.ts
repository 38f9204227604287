import { money, summaryOf } from "@test/cases/planning/alone";
import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { type Lever, leverForms, leverSchema, leverTypes } from "../contract";
import { leverModels } from "./all/models";

const further = { unitCapitalYuan: 10_000, unitYearlyYuan: 2000 };

describe("另计费用", () => {
  it("are paid a unit, once over the lead years and every year from the effect year on, beside what the kind costs", () => {
    const room = { schoolCode: "1001", rooms: 5, areaPerRoomM2: 100, multimedia: false, unitCostYuanPerM2: 4000, leadYears: 2 };
    expect(money(lever("build_classrooms", { ...room, ...further }))).toEqual([
      [102.5, 0],
      [102.5, 0],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it("are those of the posts that are filled", () => {
    const post = {
      target: { mode: "school", schoolCode: "1001", stage: "primary" },
      count: 5,
      fulfilment: 0.8,
      annualCostWan: 10,
    } as const;
    expect(money(lever("hire_teachers", { ...post, ...further })).slice(0, 2)).toEqual([
      [4, 0],
      [0, 40.8],
    ]);
  });

  it("end with what they are paid for", () => {
    const moved = { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, termYears: 2, annualCostWanPerTeacher: 0 } as const;
    expect(money(lever("rotate_teachers", { ...moved, ...further })).map(([, yearly]) => yearly)).toEqual([0, 0.4, 0.4, 0, 0]);
    const leased = { schoolCode: "1001", areaM2: 100, annualRentYuanPerM2: 0, endYear: 2028 };
    expect(money(lever("lease_venue", { ...leased, unitCapitalYuan: 0, unitYearlyYuan: 100 })).map(([, yearly]) => yearly)).toEqual([
      0, 1, 1, 0, 0,
    ]);
  });

  it("end with the school, as does all that is paid for it every year, save the pay of teachers who stay in the county", () => {
    const close = (staffShare: number) =>
      lever("close_school", { schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }], startYear: 2028, staffShare });
    const yearly = (own: Lever, staffShare = 0) => money(own, close(staffShare)).map(([, paid]) => paid);
    const post = { count: 5, fulfilment: 1, annualCostWan: 10, ...further, unitCapitalYuan: 0 } as const;
    const at = (schoolCode: string) => lever("hire_teachers", { ...post, target: { mode: "school", schoolCode, stage: "primary" } });
    expect(yearly(at("1001"))).toEqual([0, 51, 51, 0, 0]);
    expect(yearly(at("1001"), 0.6)).toEqual([0, 51, 51, 30.6, 30.6]);
    expect(yearly(at("1002"))).toEqual([0, 51, 51, 51, 51]);
    const trained = { count: 5, fulfilment: 1, costWanPerPerson: 1, endYear: 2030 };
    expect(yearly(lever("train_360", { ...trained, schoolCode: "1001" }))).toEqual([0, 5, 5, 0, 0]);
    expect(yearly(lever("train_360", { ...trained, schoolCode: "" }))).toEqual([0, 5, 5, 5, 5]);
    expect(yearly(lever("school_findings", { schoolCode: "1001", charter: "yes", annualCostWan: 2 }))).toEqual([0, 2, 2, 0, 0]);
  });

  it("are those of the whole where a kind counts nothing", () => {
    expect(money(lever("declare", { endYear: 2030, ...further }))[0]).toEqual([1, 0]);
    for (const type of leverTypes)
      expect([type, leverForms[type].per === undefined]).toEqual([type, leverModels[type].units === undefined]);
  });

  it("are said where there are some, and none in a document that does not know them", () => {
    expect(summaryOf(lever("declare", { endYear: 2030, ...further }))?.params).toMatchObject({ furtherOnceWan: 1, furtherAnnualWan: 0.2 });
    const { unitCapitalYuan: _once, unitYearlyYuan: _yearly, ...former } = lever("declare", { endYear: 2030 });
    expect(leverSchema.parse(former)).toMatchObject({ unitCapitalYuan: 0, unitYearlyYuan: 0 });
    expect(summaryOf(lever("declare", { endYear: 2030 }))?.params.furtherOnceWan).toBeUndefined();
  });
});
