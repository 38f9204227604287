import type { CountyDataset, School, TeacherGroup } from "@server/statistics/contract";
import type { FurtherCountyFacts } from "@server/statistics/facts-contract";

/** What real returns are like: figures left blank, a new code, stages not told apart, totals that contradict each other. */

const villageOf = (schools: readonly School[]): number =>
  schools.findIndex(({ type, locality }) => type === "primary" && locality === "rural");

/** What some offices leave blank: equipment, rooms and money of one village school, backbone teachers and training of one junior school, the monitoring results. */
export const withBlanks = (dataset: CountyDataset): CountyDataset => {
  const village = villageOf(dataset.schools);
  const junior = dataset.schools.findIndex((school) => school.type === "junior");
  return {
    ...dataset,
    county: { ...dataset.county, monitoring: [] },
    schools: dataset.schools.map((school, row) => {
      if (row === village) {
        return {
          ...school,
          facilities: { ...school.facilities, equipmentValueWan: null, multimediaRooms: null },
          money: { ...school.money, publicFundsBudgetWan: null, trainingBudgetWan: null },
        };
      }
      if (row === junior && school.teachers.junior !== null) {
        return {
          ...school,
          teachers: { ...school.teachers, junior: { ...school.teachers.junior, backbone: null } },
          staff: { ...school.staff, trained360: null },
        };
      }
      return school;
    }),
  };
};

/** The last village school was given its present code in the newest year; before, it had one of the old list. */
export const withLineage = (schools: readonly School[], year: number, newestYear: number): readonly School[] => {
  const row = schools.findLastIndex(({ type }) => type === "primary");
  return schools.map((school, at) => {
    if (at !== row) return school;
    const oldCode = `${school.code}9`;
    if (year < newestYear) return { ...school, code: oldCode };
    return { ...school, lineage: [{ year: newestYear, event: "renamed" as const, fromCode: oldCode }] };
  });
};

const together = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** The official return of a nine-year school tells only the degrees of its teachers apart by stage. */
export const withUnsplitTeachers = (schools: readonly School[]): readonly School[] => {
  const row = schools.findIndex(({ type, ownerCode }) => type === "nine_year" && ownerCode !== 10);
  return schools.map((school, at) => {
    const { primary, junior } = school.teachers;
    if (at !== row || primary === null || junior === null) return school;
    const degrees = ({ aboveRequiredEducation }: TeacherGroup): TeacherGroup => ({
      fullTime: null,
      aboveRequiredEducation,
      backbone: null,
      physicalEducation: null,
      music: null,
      art: null,
      integratedArts: null,
    });
    return {
      ...school,
      teachers: { primary: degrees(primary), junior: degrees(junior) },
      unsplitTeachers: {
        fullTime: together(primary.fullTime, junior.fullTime),
        backbone: together(primary.backbone, junior.backbone),
        physicalEducation: together(primary.physicalEducation, junior.physicalEducation),
        music: together(primary.music, junior.music),
        art: together(primary.art, junior.art),
        integratedArts: together(primary.integratedArts, junior.integratedArts),
      },
    };
  });
};

/** A report that nobody added up: two schools too many, and a share that its own counts do not give. */
export const withContradictoryTotals = (facts: FurtherCountyFacts): FurtherCountyFacts => ({
  ...facts,
  reported: {
    ...facts.reported,
    schoolsTotal: (facts.reported.schoolsTotal ?? 0) + 2,
    classesJuniorOver50Share: Math.max(0, Math.round(((facts.reported.classesJuniorOver50Share ?? 0) - 0.157) * 1000) / 1000),
  },
});
