import { county, school, steady } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { intakeShares } from "./intake-shares";

/** Two primary schools, a junior one, and one of both stages whose own 30 leavers fill half of its grade 7. */
const dataset = county([
  school({ code: "1001", primary: [60, 0, 0, 0, 0, 60] }),
  school({ code: "1002", primary: [20, 0, 0, 0, 0, 20] }),
  school({ code: "2001", junior: [50, 0, 0] }),
  school({ code: "3001", primary: [20, 0, 0, 0, 0, 30], junior: [60, 0, 0] }),
]);

describe("the shares in use", () => {
  it("are those of the base year, in grade 1 and from grade 6 into grade 7", () => {
    const { entrants, leavers, pool } = intakeShares(dataset, steady);
    expect(entrants.map(({ code, share, origin }) => [code, share, origin])).toEqual([
      ["1001", 0.6, "observed"],
      ["1002", 0.2, "observed"],
      ["3001", 0.2, "observed"],
    ]);
    expect(leavers.map(({ code, own, pool: rest }) => [code, own, rest])).toEqual([
      ["1001", 0, 1],
      ["1002", 0, 1],
      ["3001", 1, 0],
    ]);
    // From elsewhere came 50 and 60 − 30.
    expect(pool.map(({ code, share, origin }) => [code, share, origin])).toEqual([
      ["2001", 0.625, "observed"],
      ["3001", 0.375, "observed"],
    ]);
  });

  it("are what the planner has set, the others sharing what is left; unknown where a figure is", () => {
    const { entrants, leavers } = intakeShares(dataset, {
      ...steady,
      entrantShares: "zones",
      zoneShares: [{ schoolCode: "1002", share: 0.5 }],
      feederShares: [{ fromCode: "3001", toCode: "2001", share: 0.25 }],
    });
    expect(entrants.map(({ share, origin }) => [share, origin])).toEqual([
      [0.375, "observed"],
      [0.5, "set"],
      [0.125, "observed"],
    ]);
    expect(leavers[2]).toMatchObject({ set: [{ name: "学校2001", share: 0.25 }], own: 0.75, pool: 0 });
    const unknown = county([
      school({ code: "1001", primary: [null, 0, 0, 0, 0, 60] }),
      school({ code: "1002", primary: [20, 0, 0, 0, 0, 0] }),
    ]);
    expect(intakeShares(unknown, steady).entrants.map(({ share }) => share)).toEqual([null, null]);
  });
});
