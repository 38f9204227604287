import type { CountyAssessment, SectionAssessment } from "@server/compliance/contract";
import type { Assumptions, Lever, ScenarioDocument } from "@server/planning/contract";
import { leverDefaults } from "@server/planning/defaults";
import { stages } from "@server/statistics/contract";

/** The county whose planner finds example scenarios: crowded town schools that building can help. */
export const exampleCountyCode = "990121";

const horizonYears = 10;

/** Resource that the whole school lacks, when a section of it lacks `needed` and gets only its share of what is added. */
const lackOfSchool = (sections: readonly SectionAssessment[], indicator: "R4" | "R7"): number =>
  Math.max(0, ...sections.map(({ indicators, splitShare }) => (indicators[indicator].needed ?? 0) / (splitShare ?? 1)));

/** One building a school that lacks teaching area or multimedia rooms, as large as the lack. */
const buildings = (assessment: CountyAssessment, startYear: number, multimedia: "everywhere" | "where short"): readonly Lever[] => {
  const bySchool = new Map<string, SectionAssessment[]>();
  for (const stage of stages) {
    for (const section of assessment.stages[stage].sections) {
      bySchool.set(section.schoolCode, [...(bySchool.get(section.schoolCode) ?? []), section]);
    }
  }
  const defaults = leverDefaults.build_classrooms;
  return [...bySchool].flatMap(([schoolCode, sections]): Lever[] => {
    if (!sections.some(({ verdict }) => verdict === "not_met")) return [];
    const forArea = Math.ceil(lackOfSchool(sections, "R4") / defaults.areaPerRoomM2);
    const forMultimedia = Math.ceil(lackOfSchool(sections, "R7"));
    const rooms = Math.min(200, Math.max(forArea, forMultimedia));
    if (rooms === 0) return [];
    return [
      {
        ...defaults,
        type: "build_classrooms",
        id: `build-${schoolCode}`,
        enabled: true,
        startYear,
        schoolCode,
        rooms,
        multimedia: multimedia === "everywhere" || forMultimedia > 0,
        fundingSource: "上级专项与县级财政",
        responsibleUnit: "县教育局",
        note: "按现有在校生的缺口测算",
      },
    ];
  });
};

const hires = (startYear: number): Lever => ({
  ...leverDefaults.hire_teachers,
  type: "hire_teachers",
  id: "hire-pe",
  enabled: true,
  startYear,
  target: { mode: "largest_deficit", stage: "junior" },
  count: 12,
  subject: "physical_education",
  fundingSource: "县级财政",
  responsibleUnit: "县教育局、县人社局",
  note: "初中体育、艺术教师",
});

const rotation = (startYear: number): Lever => ({
  ...leverDefaults.rotation_quota,
  type: "rotation_quota",
  id: "rotation",
  enabled: true,
  startYear,
  endYear: startYear + horizonYears,
  fundingSource: "县级财政",
  responsibleUnit: "县教育局",
  note: "县管校聘，城镇向乡村",
});

/**
 * Three scenarios that answer each other: nothing is done; new buildings, all with multimedia rooms,
 * which end the lack of space but unbalance the rooms; buildings after the real lack, with hires and rotation.
 */
export const exampleScenarios = (assessment: CountyAssessment, assumptions: Assumptions): readonly ScenarioDocument[] => {
  const startYear = assessment.statisticsYear;
  const scenario = (name: string, levers: readonly Lever[], annualBudgetWan: number | null): ScenarioDocument => ({
    format: "hengce.scenario/1",
    name,
    horizonYears,
    assumptions,
    levers: [...levers],
    annualBudgetWan,
  });
  return [
    scenario("维持现状", [], null),
    scenario("扩建教学用房，全部配多媒体", buildings(assessment, startYear, "everywhere"), 6000),
    scenario(
      "按缺口扩建，招聘与交流轮岗",
      [...buildings(assessment, startYear, "where short"), hires(startYear), rotation(startYear)],
      6000,
    ),
  ];
};
