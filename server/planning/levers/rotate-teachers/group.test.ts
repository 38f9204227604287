import { lever } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { groupOf } from "./group";
import { schema } from "./schema";

/** Ten teachers: eight with a higher degree, three of PE, two of music, four of art; so one without a subject. */
const present = {
  fullTime: 10,
  aboveRequiredEducation: 8,
  backbone: 2,
  physicalEducation: 3,
  music: 2,
  art: 4,
  integratedArts: 0,
};

const going = (parts: Partial<ReturnType<typeof schema.parse>>) => {
  const own = schema.parse(lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", ...parts }));
  const refused: unknown[] = [];
  const group = groupOf(
    own,
    (field) => present[field],
    (...lack) => refused.push(lack),
  );
  const { physicalEducation, music, art } = group;
  return { group, subjects: [physicalEducation, music, art].map((persons) => Number(persons.toFixed(9))), refused };
};

describe("the group that rotates", () => {
  it("has the sender's mix where nothing else is stated", () => {
    expect(going({ teachers: 5 }).group).toEqual({
      fullTime: 5,
      aboveRequiredEducation: 4,
      backbone: 1,
      physicalEducation: 1.5,
      music: 1,
      art: 2,
      integratedArts: 0,
    });
  });

  it("gives nobody a second subject: what is not stated gives way", () => {
    // Two of PE are all who go.
    expect(going({ teachers: 2, physicalEducation: 2 })).toMatchObject({ subjects: [2, 0, 0], refused: [] });
    // Three go, two of them of PE: one is left for music and art, of whom there are 2 and 4. By the mix it would be 1.8.
    expect(going({ teachers: 3, physicalEducation: 2 }).subjects).toEqual([2, 0.333333333, 0.666666667]);
  });

  it("leaves no more subjects behind than teachers", () => {
    // Five go, none of PE: one is without a subject, so that four are of music and art; by the mix it would be three.
    expect(going({ teachers: 5, physicalEducation: 0 })).toMatchObject({ subjects: [0, 1.333333333, 2.666666667], refused: [] });
  });

  it("is refused where too few are there without, and then takes as many as must go", () => {
    // Eight go without PE: one without a subject and all six of music and art are seven.
    expect(going({ teachers: 8, physicalEducation: 0 }).refused).toEqual([["physicalEducation", 0, 1, true]]);
    expect(going({ teachers: 8, physicalEducation: 0 }).subjects).toEqual([1, 2, 4]);
    // Two of ten are without a higher degree, so that three of five have one.
    const { group, refused } = going({ teachers: 5, aboveRequiredEducation: 1 });
    expect([group.aboveRequiredEducation, refused]).toEqual([3, [["aboveRequiredEducation", 1, 3, true]]]);
    // Each subject may stay by itself, all of them not: five go, one at most without a subject.
    expect(going({ teachers: 5, physicalEducation: 1, music: 1, art: 1, integratedArts: 0 })).toMatchObject({
      refused: [["physicalEducation", 3, 4, true]],
      subjects: [1.333333333, 1.166666667, 1.5],
    });
  });

  it("stays unknown where a subject is not reported", () => {
    const own = schema.parse(lever("rotate_teachers", { fromCode: "1001", toCode: "1002", stage: "primary", teachers: 2, music: 2 }));
    const refused: unknown[] = [];
    const open = { ...present, integratedArts: Number.NaN };
    const group = groupOf(
      own,
      (field) => open[field],
      (...lack) => refused.push(lack),
    );
    expect([group.fullTime, group.integratedArts, refused]).toEqual([2, Number.NaN, []]);
  });

  it("is no larger than the staff", () => {
    expect(going({ teachers: 12, music: 0 })).toMatchObject({ group: { fullTime: 10 }, refused: [["teachers", 12, 10]] });
  });
});
