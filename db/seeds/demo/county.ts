import {
  type CountyDataset,
  type Facilities,
  type HistoryYear,
  type School,
  stagesOfType,
  type TeacherGroup,
  typesWithSenior,
} from "@server/statistics/contract";
import { countyFactsFor } from "../county-figures";
import { type CoreSchool, furtherFactsFor } from "../further-figures";
import { between, type KeyedRandom, keyedRandom } from "../random";
import { facilitiesFor, teachersFor } from "../school-figures";
import { countyBirths, type Enrolment, enrolmentByYear } from "./enrolment";
import { classLimit, type DemoHabits, habitsOf } from "./habits";
import { levelsOf, type SchoolLevels } from "./levels";
import { withBlanks, withContradictoryTotals, withLineage, withUnsplitTeachers } from "./oddities";
import type { CountyProfile } from "./profiles";
import { type RosterSchool, rosterOf } from "./roster";

/** Statistics years of the demonstration, oldest first. */
export const demoYears = [2024, 2025, 2026] as const;
const newestYear = 2026;
const historyYears = 3;
/** Pupils of schools outside the judgement, who only size their buildings. */
const pupilsOutside = { special: 110, vocational: 900 } as const;

const sum = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);
type Six = [number, number, number, number, number, number];
type Three = [number, number, number];
const six = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): Six => [a, b, c, d, e, f];
const three = ([a = 0, b = 0, c = 0]: readonly number[]): Three => [a, b, c];

const classesOf = (school: RosterSchool, cells: readonly number[], stage: "primary" | "junior", habits: DemoHabits): number[] =>
  cells.map((pupils) => Math.ceil(pupils / classLimit(school, stage, habits)));

/** Staff of an earlier year: fewer qualified and backbone teachers; the subsets stay within the total. */
const staffBefore = (newest: TeacherGroup, yearsBack: number, growth: number): TeacherGroup => {
  const earlier = (value: number | null, yearly: number): number => Math.round((value ?? 0) * (1 - yearly * yearsBack));
  if (yearsBack === 0) return newest;
  return {
    ...newest,
    fullTime: Math.ceil((newest.fullTime ?? 0) * (1 - growth * yearsBack)),
    aboveRequiredEducation: earlier(newest.aboveRequiredEducation, Math.max(growth, 0) + 0.01),
    backbone: earlier(newest.backbone, Math.max(growth, 0) + 0.03),
    physicalEducation: earlier(newest.physicalEducation, Math.max(growth, 0) + 0.01),
  };
};

/** Buildings and equipment of an earlier year: purchases yearly, a building finished here and there. */
const facilitiesBefore = (newest: Facilities, school: RosterSchool, yearsBack: number, random: KeyedRandom): Facilities => {
  if (yearsBack === 0) return newest;
  const finished = Math.floor(between(random("building", school.row), 0, 12));
  const built = finished < yearsBack ? 0.9 : 1;
  const gym = newest.gymAreaM2 ?? 0;
  return {
    ...newest,
    teachingAreaM2: Math.round(((newest.teachingAreaM2 ?? 0) - gym) * built) + gym,
    equipmentValueWan: Math.round((newest.equipmentValueWan ?? 0) * (1 - 0.05 * yearsBack) * 100) / 100,
    multimediaRooms: Math.round((newest.multimediaRooms ?? 0) * (1 - 0.025 * yearsBack)),
  };
};

interface Plan {
  readonly random: KeyedRandom;
  readonly enrolment: ReadonlyMap<number, Enrolment>;
  readonly levels: readonly SchoolLevels[];
  readonly roster: readonly RosterSchool[];
  readonly habits: DemoHabits;
}

const teacherGroup = (school: RosterSchool, stage: "primary" | "junior", plan: Plan, year: number): TeacherGroup => {
  const cells = plan.enrolment.get(newestYear)?.[stage][school.row] ?? [];
  const levels = plan.levels[school.row]?.[stage] ?? { R1: 1, R2: 1, R3: 1 };
  const ratio = stage === "primary" ? 17.5 : 12.8;
  const newest = teachersFor(stage, sum(cells), sum(classesOf(school, cells, stage, plan.habits)), ratio, levels);
  // Primary schools still carry the teachers of larger years; junior schools were still growing.
  return staffBefore(newest, newestYear - year, stage === "primary" ? -0.01 : 0.015);
};

const facilities = (school: RosterSchool, plan: Plan, year: number): Facilities => {
  const newest = plan.enrolment.get(newestYear);
  const primary = newest?.primary[school.row] ?? [];
  const junior = newest?.junior[school.row] ?? [];
  const classes = sum(classesOf(school, primary, "primary", plan.habits)) + sum(classesOf(school, junior, "junior", plan.habits));
  const outside = school.type === "special" || school.type === "vocational" ? pupilsOutside[school.type] : 0;
  const senior = newest?.senior[school.row] ?? 0;
  const hasGym = school.locality !== "rural" && (school.juniorWeight > 0 || senior > 0) && plan.random("gym", school.row) < 0.6;
  return facilitiesBefore(
    facilitiesFor(
      school.type,
      { primary: sum(primary), junior: sum(junior) + outside, senior },
      classes + Math.ceil((senior + outside) / 50),
      hasGym ? Math.round(between(plan.random("gym area", school.row), 500, 1300)) : 0,
      plan.levels[school.row]?.facilities ?? { R4: 1, R5: 1, R6: 1, R7: 1 },
    ),
    school,
    newestYear - year,
    plan.random,
  );
};

const schoolIn = (school: RosterSchool, plan: Plan, year: number): School => {
  const stages = stagesOfType[school.type];
  const now = plan.enrolment.get(year);
  const primary = stages.includes("primary") ? (now?.primary[school.row] ?? []) : null;
  const junior = stages.includes("junior") ? (now?.junior[school.row] ?? []) : null;
  const history = (past: number): HistoryYear => {
    const then = plan.enrolment.get(past);
    return {
      year: past,
      primaryByGrade: primary === null ? null : six(then?.primary[school.row] ?? []),
      juniorByGrade: junior === null ? null : three(then?.junior[school.row] ?? []),
    };
  };
  const core: CoreSchool = {
    code: school.code,
    name: school.name,
    type: school.type,
    ownerCode: school.ownerCode,
    township: school.township,
    locality: school.locality,
    builtYear: school.builtYear,
    countsAsSchool: school.countsAsSchool,
    parentCode: plan.roster[school.parent]?.code ?? null,
    pupils: {
      primaryByGrade: primary === null ? null : six(primary),
      juniorByGrade: junior === null ? null : three(junior),
      senior: typesWithSenior.includes(school.type) ? (now?.senior[school.row] ?? 0) : null,
    },
    classes: {
      primaryByGrade: primary === null ? null : six(classesOf(school, primary, "primary", plan.habits)),
      juniorByGrade: junior === null ? null : three(classesOf(school, junior, "junior", plan.habits)),
    },
    teachers: {
      primary: primary === null ? null : teacherGroup(school, "primary", plan, year),
      junior: junior === null ? null : teacherGroup(school, "junior", plan, year),
    },
    facilities: facilities(school, plan, year),
    history:
      primary === null && junior === null ? [] : Array.from({ length: historyYears }, (_, index) => history(year - historyYears + index)),
  };
  const pupils = sum(primary ?? []) + sum(junior ?? []);
  return { ...core, ...furtherFactsFor(core, year, plan.habits.school(school, pupils, plan.random)) };
};

/** Below this a teaching point has no row of its own in the judgement. */
const judgedTeachingPoint = 50;

/** The three datasets of one demonstration county, oldest first: same schools, pupils moving up grade by grade. */
export const countyDatasets = (profile: CountyProfile): readonly CountyDataset[] => {
  const random = keyedRandom(Number(profile.code));
  const roster = rosterOf(profile, random);
  const enrolment = enrolmentByYear(roster, newestYear, random);
  const newest = enrolment.get(newestYear);
  const pupils = roster.map(({ row }) => sum(newest?.primary[row] ?? []) + sum(newest?.junior[row] ?? []));
  const judged = roster.filter(
    ({ row, type, countsAsSchool }) =>
      (pupils[row] ?? 0) > 0 && (type === "teaching_point" ? (pupils[row] ?? 0) >= judgedTeachingPoint : countsAsSchool),
  );
  const habits = habitsOf(profile.name);
  const plan: Plan = { random, enrolment, roster, habits, levels: levelsOf(profile, roster, pupils, judged, random) };
  return demoYears.map((year) => {
    const drawn = roster.map((school) => schoolIn(school, plan, year));
    const identified = habits.lineage ? withLineage(drawn, year, newestYear) : drawn;
    const schools = habits.unsplitTeachers ? withUnsplitTeachers(identified) : identified;
    const facts = countyFactsFor(schools, year - 1, habits.county);
    const dataset: CountyDataset = {
      format: "hengce.county-dataset/1",
      county: {
        code: profile.code,
        name: profile.name,
        statisticsYear: year,
        fiscalYear: year - 1,
        births: countyBirths(roster, year, random),
        ...(habits.contradictoryTotals ? withContradictoryTotals(facts) : facts),
      },
      schools: [...schools],
    };
    return profile.unreported && year === newestYear ? withBlanks(dataset) : dataset;
  });
};
