import { countyOfSize } from "@db/seeds/small-county";
import { columnsOfDataset } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { figures, money, refusals, summaryOf } from "@test/cases/planning/alone";
import { lever, rotate, steady } from "@test/cases/planning/county";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baselineModel } from "../../engine/baseline";
import { type StaffNeeds, staffNeeds } from "../../engine/needs";
import { bothStages, stateOf, teacherFields } from "../../engine/state";
import type { LeverYear } from "../lever";
import { type RotationQuota, rotationQuota } from "./lever";
import { schema } from "./schema";

const quotaOf = (parts: Partial<RotationQuota>): RotationQuota => {
  const lever = rotate(parts);
  if (lever.type !== "rotation_quota") throw new Error("not a quota");
  return lever;
};

const yearOn = (size: number, seed: number) => {
  const dataset = countyOfSize(size, seed);
  const base = columnsOfDataset(dataset);
  const { beginning } = baselineModel(dataset, steady, 1);
  const state = stateOf(dataset, base, beginning);
  const needs: StaffNeeds = staffNeeds(base, quality2017)(state);
  const flows: { teachers: number; backbone: number; fromCode: string; toCode: string }[] = [];
  const year: LeverYear = {
    state,
    base,
    rowOf: new Map(dataset.schools.map((school, row) => [school.code, row])),
    needs: () => needs,
    notice: () => {},
    lacking: () => {},
    vetoes: [],
    rezone: () => {},
    flow: (flow) => flows.push(flow),
  };
  return { year, flows, untouched: stateOf(dataset, base, beginning) };
};

describe("departures of one year", () => {
  it("keep the county's number of every attribute in each stage, and leave nobody below zero or with more of an attribute than teachers", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 40 }),
        fc.nat(5000),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (size, seed, rotationShare, backboneShare) => {
          const { year, flows, untouched } = yearOn(size, seed);
          const lever = quotaOf({ startYear: 2025, leadYears: 1, endYear: 2026, rotationShare, backboneShare });
          rotationQuota.apply(lever, year);
          for (const stage of bothStages) {
            for (const field of teacherFields) {
              const now = year.state.teachers[stage][field];
              const before = untouched.teachers[stage][field];
              const sum = (column: Float64Array) => column.reduce((total, persons) => total + persons, 0);
              expect(sum(now)).toBeCloseTo(sum(before), 6);
              expect(Math.min(...now)).toBeGreaterThanOrEqual(-1e-6);
              const most = now.map((persons, row) => persons - (year.state.teachers[stage].fullTime[row] ?? 0));
              expect(Math.max(...most)).toBeLessThanOrEqual(1e-6);
            }
          }
          for (const flow of flows) {
            expect(flow.fromCode).not.toBe(flow.toCode);
            expect(flow.teachers).toBeGreaterThan(0);
            expect(flow.backbone).toBeLessThanOrEqual(flow.teachers + 1e-9);
          }
          const rotated = flows.reduce((total, flow) => total + flow.teachers, 0);
          const home = bothStages.reduce(
            (total, stage) => total + untouched.teachers[stage].fullTime.reduce((sum, persons) => sum + persons, 0),
            0,
          );
          expect(rotated).toBeLessThanOrEqual(home * lever.eligibleShare * rotationShare + 1e-6);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it("do nothing outside the years of the policy", () => {
    const { year, flows, untouched } = yearOn(12, 3);
    rotationQuota.apply(quotaOf({ startYear: 2026, leadYears: 1, endYear: 2028 }), year);
    rotationQuota.apply(quotaOf({ startYear: 2020, leadYears: 1, endYear: 2025 }), year);
    expect(flows).toEqual([]);
    expect(year.state.teachers).toEqual(untouched.teachers);
  });

  it("never send on a teacher who is a guest", () => {
    const { year, untouched } = yearOn(24, 5);
    const lever = quotaOf({ startYear: 2025, leadYears: 1, endYear: 2030, eligibleShare: 1, rotationShare: 0.3, termYears: 3 });
    for (let i = 0; i < 3; i += 1) rotationQuota.apply(lever, year);
    // When everybody on loan is sent home, each section has its own teachers again.
    for (const loan of year.state.loans) {
      for (const field of teacherFields) {
        const column = year.state.teachers[loan.stage][field];
        column[loan.toRow] = (column[loan.toRow] ?? 0) - loan.group[field];
        column[loan.fromRow] = (column[loan.fromRow] ?? 0) + loan.group[field];
      }
      expect(loan.fromRow).not.toBe(loan.toRow);
    }
    for (const stage of bothStages) {
      for (const field of teacherFields) {
        year.state.teachers[stage][field].forEach((persons, row) => {
          expect(persons).toBeCloseTo(untouched.teachers[stage][field][row] ?? Number.NaN, 6);
        });
      }
    }
    // Hosts have at least the guests they have taken in.
    const { year: again } = yearOn(24, 5);
    for (let i = 0; i < 3; i += 1) rotationQuota.apply(lever, again);
    for (const stage of bothStages) {
      again.base.schools.forEach((_, row) => {
        const guests = again.state.loans
          .filter((loan) => loan.stage === stage && loan.toRow === row)
          .reduce((sum, loan) => sum + loan.group.fullTime, 0);
        expect(again.state.teachers[stage].fullTime[row] ?? 0).toBeGreaterThanOrEqual(guests - 1e-6);
      });
    }
  });
});

describe("交流轮岗配额", () => {
  /** Half of 20 primary and 10 junior teachers are eligible, a fifth of them rotates: 2 and 1, a year each, in 2027 and 2028. */
  const own = schema.parse(
    lever("rotation_quota", { eligibleShare: 0.5, rotationShare: 0.2, backboneShare: 0, termYears: 1, endYear: 2028 }),
  );

  it("rotates the quota in each of its years; a stage with a single school has nobody to rotate with", () => {
    expect(figures(own, ({ rotation }) => (rotation.active ? rotation.eligible : 0))).toEqual([0, 15, 15, 0, 0]);
    expect(figures(own, ({ rotation }) => Math.round(rotation.rotated * 1e9) / 1e9)).toEqual([0, 2, 2, 0, 0]);
  });

  it("counts those eligible once, however many quotas ask them, and by the widest of these", () => {
    const rotation = (one: typeof own, other: typeof own) => figures(one, (state) => Math.round(state.rotation.eligible), other)[1];
    const halves = [own, { ...own, id: "again", rotationShare: 0.1 }] as const;
    expect(rotation(...halves)).toBe(15);
    expect(figures(halves[0], (state) => Math.round(state.rotation.rotated * 1e9) / 1e9, halves[1])[1]).toBe(3);
    expect(rotation(own, { ...own, id: "again", eligibleShare: 0.2 })).toBe(15);
    expect(rotation(own, { ...own, id: "again", eligibleShare: 0.8 })).toBe(24);
  });

  it("pays the subsidy of those who are away", () => {
    expect(money(own).map(([, recurrent]) => recurrent)).toEqual([0, 1.44, 1.44, 0, 0]);
  });

  it("is refused where it is impossible, and with a quantity that cannot be", () => {
    expect(refusals({ ...own, startYear: 2025 })).toEqual(["startYear startBeforeBase"]);
    expect(refusals({ ...own, eligibleShare: 1, rotationShare: 0.5, termYears: 3 })).toEqual(["termYears rotationMoreThanExist"]);
    expect(refusals({ ...own, rotationShare: 0.6 }, { ...own, id: "again", rotationShare: 0.6 })).toContain(
      "rotationShare rotationSharesOverOne",
    );
    expect(schema.safeParse({ ...own, rotationShare: 1.1 }).success).toBe(false);
  });

  it("says what it is in figures", () => {
    const params = { eligibleShare: 0.5, rotationShare: 0.2, backboneShare: 0, effectYear: 2027, endYear: 2028, termYears: 1 };
    expect(summaryOf(own)).toEqual({ key: "rotation_quota.policy", params });
  });
});
