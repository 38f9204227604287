import { appError } from "@server/kernel/errors";
import { describe, expect, it } from "vitest";
import { readPlan, underFields } from "./plan-form";

const fields = { targetYear: "2030", gap: "1", effort: "60", rotationShare: "10", "kind.hire_teachers": "on" };

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

  it("asks with the ground, lead times and unit costs that were filled in, and leaves the others to their defaults", () => {
    const asked = { perSchoolM2: "500", perTeachingM2: "", bySchool: "3100000001 120\n3100000002，80" };
    const read = readPlan({ ...fields, ...asked, "figure.build_classrooms.leadYears": "3", "figure.hire_teachers.fulfilment": "65" });
    expect(read.ok ? read.value : read.error).toMatchObject({
      land: {
        perSchoolM2: 500,
        perTeachingM2: 0.25,
        bySchool: [
          { schoolCode: "3100000001", areaM2: 120 },
          { schoolCode: "3100000002", areaM2: 80 },
        ],
      },
      figures: { build_classrooms: { leadYears: 3 }, hire_teachers: { fulfilment: 0.65 } },
    });
    const wrong = readPlan({ ...fields, bySchool: "3100000001 much" });
    expect(wrong.ok ? [] : wrong.error.issues).toEqual([{ path: "bySchool", message: "common:field.not_a_number" }]);
  });

  it("asks for the items that are ticked, and for none where none is", () => {
    const read = readPlan({ ...fields, "clause.G3": "on", "clause.G11": "on" });
    expect(read.ok ? read.value.clauses : read.error).toEqual(["G3", "G11"]);
    const none = readPlan(fields);
    expect(none.ok ? none.value.clauses : none.error).toEqual([]);
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
