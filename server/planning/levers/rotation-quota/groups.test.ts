import { columnsOfDataset } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { TeacherGroup as Staff } from "@server/statistics/contract";
import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { baselineModel } from "../../engine/baseline";
import { type StaffIndicator, staffNeeds } from "../../engine/needs";
import { emptyGroup } from "../../engine/staff";
import { stateOf, teacherFields } from "../../engine/state";
import { exchangeEvenly } from "./exchange";
import { type Flow, groupFrom, move, type Parties, partiesOf } from "./groups";

/* 120 pupils everywhere: the standards ask for 5.04 with higher degrees, 1.2 backbone and 1.08 special teachers. */
const six = [20, 20, 20, 20, 20, 20] as [number, number, number, number, number, number];
const start = (...staffs: readonly Partial<Staff>[]) => {
  const dataset = county(staffs.map((primaryTeachers, row) => school({ code: `${1001 + row}`, primary: six, primaryTeachers })));
  const base = columnsOfDataset(dataset);
  const state = stateOf(dataset, base, baselineModel(dataset, steady, 1).beginning);
  const needs = staffNeeds(base, quality2017)(state);
  return { state, fields: needs.fields, parties: () => partiesOf(state, "primary", needs) };
};
const ownOf = ({ own }: Parties, party: number) => Object.fromEntries(teacherFields.map((field) => [field, own[field][party]]));
const heldOf = ({ held: { R1, R2, R3 } }: Parties, party: number) => [R1[party], R2[party], R3[party]];
const rich = { fullTime: 20, aboveRequiredEducation: 10, backbone: 4, music: 2, art: 2 };

describe("teachers who may be sent", () => {
  const groupOf = (staff: Partial<Staff>, chosenFor: StaffIndicator, persons: number) => {
    const { fields, parties } = start(staff);
    return groupFrom(parties(), 0, chosenFor, persons, fields);
  };

  it("all have the attribute for which they are chosen, the others in proportion, backbone on its own quota only", () => {
    expect(groupOf(rich, "R2", 2)).toEqual({ ...emptyGroup(), fullTime: 2, backbone: 2, aboveRequiredEducation: 1, music: 0.2, art: 0.2 });
    expect(groupOf(rich, "R1", 2)).toEqual({ ...emptyGroup(), fullTime: 2, aboveRequiredEducation: 2, music: 0.2, art: 0.2 });
    expect(groupOf(rich, "R3", 2)).toEqual({ ...emptyGroup(), fullTime: 2, aboveRequiredEducation: 1, music: 1, art: 1 });
  });

  it("take no more of another attribute along than their school can spare", () => {
    // 5.5 with higher degrees, 5.04 asked for: 0.46 to spare, where two in proportion were 0.55.
    expect(groupOf({ ...rich, aboveRequiredEducation: 5.5 }, "R2", 2)?.aboveRequiredEducation).toBeCloseTo(0.46, 9);
    expect(groupOf({ ...rich, aboveRequiredEducation: 4 }, "R2", 2)?.aboveRequiredEducation).toBe(0);
  });

  it("are none where there are too few, where the school would fall below its standard, or where the others must stay", () => {
    expect(groupOf({ ...rich, backbone: 3 }, "R2", 2)).toBeNull();
    expect(groupOf({ ...rich, backbone: 3.2 }, "R2", 2)).not.toBeNull();
    expect(groupOf(rich, "R2", 5)).toBeNull();
    expect(groupOf({ ...rich, fullTime: 10, aboveRequiredEducation: 10 }, "R1", 6)).toBeNull();
    // All 20 have degrees and 5.04 must stay: who goes takes a degree along, and 15 more than can be spared may not.
    expect(groupOf({ ...rich, aboveRequiredEducation: 20 }, "R2", 2)?.aboveRequiredEducation).toBe(2);
    // All are backbone teachers, who go on their own quota only.
    expect(groupOf({ ...rich, backbone: 20 }, "R1", 2)).toBeNull();
  });

  it("never have more of an attribute than they are, where guests have gained it since they came", () => {
    // All twenty have a degree by now; the five guests had none when they came, so that fifteen teachers seem to have twenty.
    const { state, fields, parties } = start({ ...rich, aboveRequiredEducation: 20 }, { ...rich, aboveRequiredEducation: 20 });
    const group = { ...emptyGroup(), fullTime: 5 };
    const loan = { leverId: "a", stage: "primary" as const, lastYear: 2028, persons: 5, group, veterans: 0 };
    state.loans.push({ ...loan, fromRow: 1, toRow: 0 }, { ...loan, fromRow: 0, toRow: 1 });
    expect(groupFrom(parties(), 0, "R2", 2, fields)).toMatchObject({ fullTime: 2, aboveRequiredEducation: 2 });
    const flows: Flow[] = [];
    exchangeEvenly(parties(), "others", 2, fields, (flow) => flows.push(flow));
    expect(flows.map(({ group: { fullTime, aboveRequiredEducation } }) => [fullTime, aboveRequiredEducation])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("are booked at both ends, guests being nobody's to send on", () => {
    const { state, fields, parties } = start(rich, { fullTime: 10, backbone: 1 });
    const both = parties();
    const group = { ...emptyGroup(), fullTime: 2, backbone: 2, music: 1 };
    expect(move(state, "primary", both, { from: 0, to: 1, group }, fields)).toBeCloseTo(2, 9);
    expect([ownOf(both, 0), ownOf(both, 1)]).toMatchObject([{ fullTime: 18, backbone: 2 }, { fullTime: 10 }]);
    expect([heldOf(both, 0), heldOf(both, 1)]).toEqual([
      [10, 2, 3],
      [0, 3, 1],
    ]);
    expect([...state.teachers.primary.fullTime]).toEqual([18, 12]);
    const loan = { leverId: "a", stage: "primary" as const, fromRow: 0, toRow: 1, lastYear: 2028, persons: 2, group, veterans: 2 };
    state.loans.push(loan, { ...loan, stage: "junior" }, { ...loan, group: { ...emptyGroup(), art: 3 } });
    const after = parties();
    expect(ownOf(after, 1)).toEqual({ ...emptyGroup(), fullTime: 10, backbone: 1 });
    expect(heldOf(after, 1)).toEqual([0, 3, 1]);
  });
});

describe("even exchanges", () => {
  const exchanged = (kind: "backbone" | "others", persons: number, ...staffs: readonly Partial<Staff>[]) => {
    const { fields, parties } = start(...staffs);
    const flows: (readonly [string, string, Flow["group"]])[] = [];
    const all = parties();
    const left = exchangeEvenly(all, kind, persons, fields, ({ from, to, group }) =>
      flows.push([all.sections[from]?.code ?? "", all.sections[to]?.code ?? "", group]),
    );
    return { left, flows, all };
  };
  const own = ({ own: { fullTime, backbone, aboveRequiredEducation } }: Parties, party: number) =>
    [fullTime, backbone, aboveRequiredEducation].map((column) => column[party]);

  it("give each end what it gets: as many degrees as the richer would send, as many subjects as the poorer", () => {
    const { left, flows, all } = exchanged("others", 2, rich, { fullTime: 10, aboveRequiredEducation: 8, music: 2 });
    expect(left).toBe(0);
    const group = { ...emptyGroup(), fullTime: 1, aboveRequiredEducation: 0.8, music: 0.1 };
    expect(flows).toEqual([
      ["1001", "1002", group],
      ["1002", "1001", group],
    ]);
    expect([own(all, 0), own(all, 1)]).toEqual([
      [19, 4, 9.2],
      [9, 0, 7.2],
    ]);
  });

  it("are of backbone teachers on their quota, in parts of a person where it leaves one", () => {
    const { left, flows } = exchanged("backbone", 1, rich, { fullTime: 10, backbone: 2 });
    expect(left).toBe(0);
    expect(flows.map(([from, to, { fullTime, backbone }]) => [from, to, fullTime, backbone])).toEqual([
      ["1001", "1002", 0.5, 0.5],
      ["1002", "1001", 0.5, 0.5],
    ]);
  });

  it("end where no two sections have anybody left, and say how many have no partner", () => {
    // 1002 has one: one pair goes, the other two of four do not.
    expect(exchanged("backbone", 4, rich, { fullTime: 10, backbone: 1 })).toMatchObject({ left: 2, flows: { length: 2 } });
    expect(exchanged("others", 3, rich).left).toBe(3);
    expect(exchanged("others", 0, rich, rich)).toMatchObject({ left: 0, flows: [] });
  });

  it("take the sections that have most for each who has gone", () => {
    const flows = exchanged("others", 4, { fullTime: 12 }, { fullTime: 9 }, { fullTime: 7 }).flows.map(([from, to]) => `${from} ${to}`);
    // 12 and 9 first; then 6 and 4.5 against 7.
    expect(flows).toEqual(["1001 1002", "1002 1001", "1003 1001", "1001 1003"]);
  });
});
