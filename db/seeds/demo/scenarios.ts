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

/** Schools of the example county whose classes outgrow their music and art rooms, as its workspace says of G3. */
const shortOfSpecialRooms: readonly string[] = ["9901210005", "9901210013", "9901210014", "9901210020"];

const specialRooms = (startYear: number): readonly Lever[] =>
  shortOfSpecialRooms.flatMap((schoolCode) =>
    (["music", "art"] as const).map(
      (kind): Lever => ({
        ...leverDefaults.build_special_rooms,
        type: "build_special_rooms",
        id: `${kind}-${schoolCode}`,
        enabled: true,
        startYear,
        schoolCode,
        kind,
        rooms: 1,
        areaPerRoomM2: kind === "music" ? 96 : 90,
        fundingSource: "县级财政",
        responsibleUnit: "县教育局",
        note: "按班数配齐音乐、美术教室",
      }),
    ),
  );

const training = (startYear: number): Lever => ({
  ...leverDefaults.train_360,
  type: "train_360",
  id: "train-360",
  enabled: true,
  startYear,
  endYear: startYear + horizonYears,
  schoolCode: "",
  count: 11,
  fundingSource: "县级财政",
  responsibleUnit: "县教师发展中心",
  note: "新聘教师五年内学满 360 学时",
});

/**
 * The example county's scenario that passes as a whole: to the resources come the rooms and the training that the
 * workspace asks for, and it says what holds of evidence and vetoes in the years to come: as in the base year.
 * Null where one of the schools that get rooms is gone.
 */
export const wholePlan = ({ statisticsYear, stages: judged }: CountyAssessment, resources: ScenarioDocument): ScenarioDocument | null => {
  const present = new Set(stages.flatMap((stage) => judged[stage].sections.map(({ schoolCode }) => schoolCode)));
  if (!shortOfSpecialRooms.every((code) => present.has(code))) return null;
  return {
    ...resources,
    name: "按缺口扩建，补音美教室与培训",
    assumptions: { ...resources.assumptions, evidence: "as_base_year" },
    levers: [...resources.levers, ...specialRooms(statisticsYear), training(statisticsYear)],
  };
};

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
