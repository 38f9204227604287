import type { ResourceIndicator } from "@server/compliance/contract";
import { columnsOfDataset, judgeCounty } from "@server/compliance/engine/index";
import { quality2017 } from "@server/compliance/rulesets/quality-2017";
import type { Facilities, TeacherGroup } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { county, type SchoolSketch } from "./build";
import { limitCases } from "./limits";

const teachersWith: Partial<Record<ResourceIndicator, (has: number) => Partial<TeacherGroup>>> = {
  R1: (has) => ({ aboveRequiredEducation: has }),
  R2: (has) => ({ backbone: has }),
  R3: (has) => ({ physicalEducation: has - 2, music: 1, art: 0, integratedArts: 1 }),
};
const facilitiesWith: Partial<Record<ResourceIndicator, (has: number) => Partial<Facilities>>> = {
  R4: (has) => ({ teachingAreaM2: has, gymAreaM2: 0 }),
  R5: (has) => ({ sportsFieldAreaM2: has, gymAreaM2: 0 }),
  R6: (has) => ({ equipmentValueWan: has }),
  R7: (has) => ({ multimediaRooms: has }),
};

describe("each standard and its 85 %, from both sides", () => {
  it.each(limitCases)("$indicator $stage: $because, so it is $is", ({ indicator, stage, pupils, has, is, borderline }) => {
    const teachers = teachersWith[indicator]?.(has);
    const facilities = facilitiesWith[indicator]?.(has);
    const sketch: SchoolSketch = {
      code: "A001",
      type: stage,
      [stage]: pupils,
      ...(teachers === undefined ? {} : stage === "primary" ? { primaryTeachers: teachers } : { juniorTeachers: teachers }),
      ...(facilities === undefined ? {} : { facilities }),
    };
    const assessment = judgeCounty(columnsOfDataset(county([sketch])), quality2017);
    const section = assessment.stages[stage].sections[0];
    const expected = { met: "met", remainder: "met", below: "not_met", not_evaluable: "not_evaluable" }[is];
    expect(section).toMatchObject({
      indicators: { [indicator]: { state: is, borderline: borderline ?? false } },
      verdict: expected,
      usesRemainder: is === "remainder",
      metCount: is === "met" ? 7 : 6,
    });
  });
});
