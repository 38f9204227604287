import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import { type GoalAnswer, type GoalRequest, goalAnswerSchema, goalRequestSchema } from "@server/planning/contract";
import { baseYear, build, county, lever, run, scenario, school, sectionOf } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { goalIssues, seekGoal } from "./goal-seek";

const wellStaffed = { fullTime: 60, aboveRequiredEducation: 50, backbone: 30, physicalEducation: 10, music: 10, art: 10 };
const pupils: [number, number, number, number, number, number] = [20, 20, 20, 20, 20, 20];

describe("goal seek, by hand", () => {
  /*
   * Two schools of 120 pupils with 2 and 20 networked multimedia rooms. The CV of R7 is (20 − x) / (20 + x) for x
   * rooms at the first: within 0.50 from x = 20/3 on, that is with 7 rooms, 5 more than the 2 that are there; and
   * over it again from x = 60 on, so with at most 58 more.
   */
  const dataset = county([
    school({ code: "1001", primary: pupils, primaryTeachers: wellStaffed, facilities: { multimediaRooms: 2 } }),
    school({ code: "1002", primary: pupils, primaryTeachers: wellStaffed, facilities: { multimediaRooms: 20 } }),
  ]);
  const equip = lever("equip_multimedia", { id: "equip", schoolCode: "1001", rooms: 1, startYear: baseYear, enabled: false });
  const document = scenario({ horizonYears: 4, levers: [equip, build({ id: "other", rooms: 1, multimedia: false })] });
  const ask = (parts: Partial<GoalRequest>): GoalAnswer | null =>
    seekGoal(
      dataset,
      document,
      quality2017,
      goalRequestSchema.parse({
        leverId: "equip",
        field: "rooms",
        year: baseYear + 2,
        goal: { kind: "balance", stage: "primary", indicator: "R7" },
        ...parts,
      }),
    );

  it("finds how little is enough, and says that too much misses the goal again", () => {
    const answer = ask({});
    expect(answer).toMatchObject({ reached: true, value: 5, low: 1, high: 500, integer: true, step: 1, present: 1, exhaustive: false });
    expect(answer?.tried).toContainEqual(expect.objectContaining({ value: 4, verdict: "not_met", possible: true }));
    expect(goalAnswerSchema.parse(answer)).toEqual(answer);
    expect(ask({ low: 100, high: 500 })).toMatchObject({ reached: false, value: null });
  });

  it("finds how much is still possible", () => {
    // With 58 more, 60 : 20 gives exactly 0.50, which is still within the limit.
    expect(ask({ low: 5, high: 80, seek: "greatest" })).toMatchObject({ value: 58 });
  });

  it("finds the latest start that still reaches the goal in the year", () => {
    const enough = { ...document, levers: document.levers.map((own) => (own.id === "equip" ? { ...own, rooms: 5 } : own)) };
    const answer = seekGoal(
      dataset,
      enough,
      quality2017,
      goalRequestSchema.parse({
        leverId: "equip",
        field: "startYear",
        year: baseYear + 3,
        goal: { kind: "balance", stage: "primary", indicator: "R7" },
        seek: "greatest",
      }),
    );
    // One year of lead time: begun in 2028 it counts in 2029.
    expect(answer).toMatchObject({ value: baseYear + 2, low: baseYear, high: baseYear + 3, exhaustive: true, oneSided: true });
  });

  it("answers for a section what the projection then shows", () => {
    const answer = ask({ goal: { kind: "section", sectionId: "1001:primary" } });
    expect(answer?.reached).toBe(true);
    const at = (rooms: number) =>
      sectionOf(
        run(dataset, { ...document, levers: [lever("equip_multimedia", { id: "equip", schoolCode: "1001", rooms, startYear: baseYear })] })
          .trial,
        baseYear + 2,
        "1001:primary",
      ).verdict;
    expect(at(answer?.value ?? 0)).toBe("met");
  });

  it("has no answer for a lever, field or year that is not there", () => {
    expect(ask({ leverId: "nobody" })).toBeNull();
    expect(ask({ field: "schoolCode" })).toBeNull();
    expect(ask({ year: baseYear + 5 })).toBeNull();
    expect(ask({ low: 9, high: 3 })).toBeNull();
    const request = goalRequestSchema.parse({
      leverId: "equip",
      field: "rooms",
      year: baseYear + 2,
      goal: { kind: "section", sectionId: "nonsense" },
    });
    expect(ask(request)).toBeNull();
    expect(goalIssues(dataset, document, request)).toEqual([
      { path: "goal.sectionId", message: "planning.issues.unknownSection", params: { sectionId: "nonsense" } },
    ]);
  });

  it("says of a figure that is left open that it is", () => {
    const sending = lever("rotate_teachers", {
      id: "equip",
      fromCode: "1001",
      toCode: "1002",
      stage: "primary",
      teachers: 5,
      termYears: 1,
    });
    const request = { leverId: "equip", field: "backbone", year: baseYear + 1, goal: { kind: "item", item: "G11" } };
    const answer = seekGoal(
      dataset,
      scenario({ horizonYears: 2, levers: [sending] }),
      quality2017,
      goalRequestSchema.parse({ ...request, high: 5 }),
    );
    expect(answer?.present).toBeNull();
    expect(goalAnswerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  it("counts a value that makes something else of the scenario impossible as one that misses", () => {
    const levers = [
      lever("open_school", { id: "open", code: "N001", startYear: baseYear, leadYears: 1 }),
      lever("rezone", {
        id: "zone",
        fromCode: "1001",
        toCode: "N001",
        stage: "primary",
        share: 0.5,
        startYear: baseYear + 1,
        leadYears: 1,
      }),
    ];
    const latest = (parts: Parameters<typeof scenario>[0]) =>
      seekGoal(
        dataset,
        scenario({ horizonYears: 5, levers, ...parts }),
        quality2017,
        goalRequestSchema.parse({
          leverId: "open",
          field: "startYear",
          year: baseYear + 4,
          goal: { kind: "balance", stage: "primary", indicator: "R1" },
          seek: "greatest",
        }),
      );
    // The zone moves in 2028: begun in 2027 the school is there; later it is not.
    expect(latest({})).toMatchObject({ reached: true, value: baseYear + 1 });
    expect(
      latest({})
        ?.tried.filter(({ value }) => value > baseYear + 1)
        .every(({ possible }) => !possible),
    ).toBe(true);
    // What is impossible already is not the value's fault.
    const closed = lever("rezone", { id: "lost", fromCode: "1001", toCode: "7777", stage: "primary" });
    expect(latest({ levers: [...levers, closed] })).toMatchObject({ value: baseYear + 1 });
    // Switched off the school is not there to begin with, and the zone follows it all the same.
    expect(latest({ levers: levers.map((own) => ({ ...own, enabled: own.id === "zone" })) })).toMatchObject({ value: baseYear + 1 });
    // Entrants that are given for it need it too.
    const assumptions = { entrantNumbers: [{ schoolCode: "N001", year: baseYear + 1, entrants: 5 }] };
    expect(latest({ assumptions })).toMatchObject({ value: baseYear });
  });

  it("counts a value with which the lever would be refused as one that misses", () => {
    const moving = {
      ...document,
      levers: [lever("transfer_equipment", { id: "equip", fromCode: "1002", toCode: "1001", valueWan: 0, multimediaRooms: 1 })],
    };
    const answer = seekGoal(
      dataset,
      moving,
      quality2017,
      goalRequestSchema.parse({
        leverId: "equip",
        field: "multimediaRooms",
        year: baseYear + 2,
        goal: { kind: "balance", stage: "primary", indicator: "R7" },
      }),
    );
    // Moved rooms: |18 − 2x| / 22 ≤ 0.5 ↔ 3.5 ≤ x ≤ 14.5; more than 20 are not there to move.
    expect(answer).toMatchObject({ value: 4, oneSided: false });
    expect(answer?.tried.filter(({ value }) => value > 20).every(({ possible }) => !possible)).toBe(true);
  });
});
