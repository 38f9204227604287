import { appError } from "@server/kernel/errors";
import { describe, expect, it } from "vitest";
import { readPlan, underFields } from "./plan-form";

const fields = { targetYear: "2030", gap: "1", seconds: "60", rotationShare: "10", "kind.hire_teachers": "on" };

describe("the form of the cheapest plan", () => {
  it("asks for the milestones that were filled in, in the order of their years", () => {
    const read = readPlan({ ...fields, "milestone.2029": "62.5", "milestone.2027": "30", "milestone.2028": "" });
    expect(read.ok ? read.value : read.error).toMatchObject({
      milestones: [
        { year: 2027, share: 0.3 },
        { year: 2029, share: 0.625 },
      ],
    });
  });

  it("asks for none where none was filled in", () => {
    const read = readPlan({ ...fields, "milestone.2027": "", "milestone.2028": "0" });
    expect(read.ok ? read.value : read.error).toMatchObject({ targetYear: 2030 });
    expect(read.ok ? read.value : read.error).not.toHaveProperty("milestones");
  });

  it.each([
    ["a milestone that is not before the target year", "2030", "50", "answers:plan.milestone_late"],
    ["a share beyond all schools", "2028", "120", "planning:form.too_big"],
    ["a figure that is none", "2028", "half", "common:field.not_a_number"],
  ])("complains under the field that holds %s", (_, year, share, message) => {
    const read = readPlan({ ...fields, [`milestone.${year}`]: share });
    expect(read.ok ? [] : read.error.issues).toEqual([expect.objectContaining({ path: `milestone.${year}`, message })]);
  });

  it("puts what the service says of a milestone's year under its field, in the service's words", () => {
    const message = "planning.issues.yearNotProjected";
    const refused = appError("invalid_input", undefined, [
      { path: "milestones.1.year", message },
      { path: "targetYear", message },
    ]);
    const milestones = [
      { year: 2027, share: 0.3 },
      { year: 2029, share: 0.6 },
    ];
    expect(underFields(refused, milestones).issues).toEqual([
      { path: "milestone.2029", message },
      { path: "targetYear", message },
    ]);
  });
});
