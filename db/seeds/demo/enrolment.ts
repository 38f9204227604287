import { between, type KeyedRandom } from "../random";
import { birthIndex, entrantIndex, firstEnrolmentYear } from "./births";
import type { RosterSchool } from "./roster";

/** Pupils of every school by statistics year, in whole persons; empty arrays where a stage is not taught. */
export interface Enrolment {
  readonly primary: number[][];
  readonly junior: number[][];
  readonly senior: number[];
}

const leakage = 0.03;

const teachesPrimary = (school: RosterSchool): boolean => school.entrants > 0;
const teachesJunior = (school: RosterSchool): boolean => school.juniorWeight > 0;

const entrantsIn = (school: RosterSchool, year: number, random: KeyedRandom): number =>
  Math.round(
    school.entrants *
      entrantIndex(year) *
      (1 + school.drift) ** (year - firstEnrolmentYear) *
      between(random("entrants", school.row, year), 0.95, 1.05),
  );

const stays = (school: RosterSchool, grade: number, year: number, random: KeyedRandom): number =>
  (school.locality === "rural" ? 0.985 : 1.004) + between(random("stays", school.row, grade, year), -0.012, 0.012);

/** Shares a number of persons by weights in whole persons, the largest remainders first, so that nobody is lost. */
const shareOut = (persons: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (persons * weight) / sum);
  const whole = exact.map(Math.floor);
  let left = persons - whole.reduce((total, part) => total + part, 0);
  const order = exact.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (left === 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
};

const juniorShares = (roster: readonly RosterSchool[], year: number): number[] =>
  roster.map((school) => school.juniorWeight * (1 + school.drift) ** (year - firstEnrolmentYear));

/** Those who leave a teaching point after its highest grade go on at the parent school. */
const movedUp = (roster: readonly RosterSchool[], primary: readonly number[][], before: readonly number[][]): void => {
  for (const school of roster) {
    if (school.primaryGrades === 6 || school.parent < 0) continue;
    const arrivals = before[school.row]?.[school.primaryGrades - 1] ?? 0;
    const host = primary[school.parent];
    if (host !== undefined) host[school.primaryGrades] = (host[school.primaryGrades] ?? 0) + arrivals;
  }
};

const firstYear = (roster: readonly RosterSchool[], random: KeyedRandom): Enrolment => {
  const year = firstEnrolmentYear;
  const primary = roster.map((school) =>
    teachesPrimary(school)
      ? Array.from({ length: 6 }, (_, grade) => (grade < school.primaryGrades ? entrantsIn(school, year - grade, random) : 0))
      : [],
  );
  for (const school of roster) {
    const host = primary[school.parent];
    if (school.primaryGrades === 6 || host === undefined) continue;
    for (let grade = school.primaryGrades; grade < 6; grade++) {
      host[grade] = (host[grade] ?? 0) + entrantsIn(school, year - grade, random);
    }
  }
  const intake = roster.reduce((sum, school) => sum + school.entrants, 0);
  const junior: number[][] = roster.map((school) => (teachesJunior(school) ? [0, 0, 0] : []));
  for (let grade = 0; grade < 3; grade++) {
    const persons = Math.round(intake * entrantIndex(year - 6 - grade) * (1 - leakage));
    shareOut(persons, juniorShares(roster, year - grade)).forEach((part, row) => {
      const cells = junior[row];
      if (cells !== undefined && cells.length > 0) cells[grade] = part;
    });
  }
  return { primary, junior, senior: roster.map((school) => school.senior) };
};

const nextYear = (roster: readonly RosterSchool[], before: Enrolment, year: number, random: KeyedRandom): Enrolment => {
  const promoted = (cells: readonly number[], school: RosterSchool, first: number, offset: number): number[] =>
    cells.map((_, grade) => (grade === 0 ? first : Math.round((cells[grade - 1] ?? 0) * stays(school, offset + grade, year, random))));
  const primary = roster.map((school) => {
    const cells = promoted(before.primary[school.row] ?? [], school, entrantsIn(school, year, random), 0);
    return cells.map((pupils, grade) => (grade < school.primaryGrades ? pupils : 0));
  });
  movedUp(roster, primary, before.primary);
  const leavers = before.primary.reduce((sum, cells) => sum + (cells[5] ?? 0), 0);
  const entering = shareOut(Math.round(leavers * (1 - leakage)), juniorShares(roster, year));
  const junior = roster.map((school) => promoted(before.junior[school.row] ?? [], school, entering[school.row] ?? 0, 6));
  const senior = roster.map((school) =>
    Math.round((before.senior[school.row] ?? 0) * between(random("senior", school.row, year), 1, 1.03)),
  );
  return { primary, junior, senior };
};

/** Enrolment of each statistics year from the first simulated one to `lastYear`; grades of one year follow from the year before. */
export const enrolmentByYear = (roster: readonly RosterSchool[], lastYear: number, random: KeyedRandom): ReadonlyMap<number, Enrolment> => {
  let current = firstYear(roster, random);
  const years = new Map([[firstEnrolmentYear, current]]);
  for (let year = firstEnrolmentYear + 1; year <= lastYear; year++) {
    current = nextYear(roster, current, year, random);
    years.set(year, current);
  }
  return years;
};

/** Births of the county, of the calendar years that are known when the statistics year begins. */
export const countyBirths = (
  roster: readonly RosterSchool[],
  statisticsYear: number,
  random: KeyedRandom,
): { year: number; births: number }[] => {
  const entrants = roster.reduce((sum, school) => sum + school.entrants, 0);
  return Array.from({ length: 12 }, (_, index) => {
    const year = statisticsYear - 12 + index;
    return { year, births: Math.round(entrants * birthIndex(year) * between(random("births", year), 0.99, 1.01)) };
  });
};
