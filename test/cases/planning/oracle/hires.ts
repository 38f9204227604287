import type { RuleSet } from "@server/compliance/engine/index";
import { columnsOfDataset, countSchools, defaultDate, rulesInForce } from "@server/compliance/engine/index";
import type { Lever, LeverOf } from "@server/planning/contract";
import type { CountyDataset, School, Stage, TeacherGroup } from "@server/statistics/contract";
import { known, sumOf, teaches } from "./figures";
import { inEffect, withSchool } from "./levers";
import { type Newcomers, withNewcomers } from "./school-staff";
import type { Veterans } from "./veterans";

type Hire = LeverOf<"hire_teachers">;

const newcomers = (lever: Hire, persons: number): Newcomers => {
  const those = (isSo: boolean): number => (isSo ? persons : 0);
  return {
    fullTime: persons,
    aboveRequiredEducation: those(lever.aboveRequiredEducation),
    backbone: those(lever.backbone),
    physicalEducation: those(lever.subject === "physical_education"),
    music: those(lever.subject === "music"),
    art: those(lever.subject === "art"),
    integratedArts: those(lever.subject === "integrated_arts"),
    certified: those(lever.certified),
  };
};

const special = ["physicalEducation", "music", "art", "integratedArts"] as const;

/** What hundred pupils ask for by the measure: higher degrees, backbone teachers, teachers of PE, music and art. */
const standards = {
  primary: { degrees: 4.2, backbone: 1, special: 0.9 },
  junior: { degrees: 5.3, backbone: 1, special: 0.9 },
} as const;

/** Which teachers a post is counted among, and what a hundred pupils ask for of them; null where no standard does. */
const kindOf = (lever: Hire): { readonly fields: readonly (keyof TeacherGroup)[]; readonly standard: number | null } => {
  const of = standards[lever.target.stage];
  if (lever.subject !== "general") return { fields: special, standard: of.special };
  if (lever.backbone) return { fields: ["backbone"], standard: of.backbone };
  return lever.aboveRequiredEducation
    ? { fields: ["aboveRequiredEducation"], standard: of.degrees }
    : { fields: ["fullTime"], standard: null };
};

/** Public schools of a stage with their campuses, as they are judged, by code; only those that report pupils and teachers. */
const placesIn = (county: CountyDataset, stage: Stage, ruleSet: RuleSet) => {
  const columns = columnsOfDataset(county);
  const counted = countSchools(columns, rulesInForce(ruleSet, defaultDate(county.county.statisticsYear))).sections[stage];
  return (
    counted
      .map(({ unit, pupils }) => ({
        members: unit.members.flatMap((row) => county.schools[row] ?? []).filter((school) => teaches(school, stage)),
        head: county.schools[unit.head],
        pupils,
      }))
      .filter(({ head, members, pupils }) => {
        const isReported = members.every((school) =>
          Object.values(school.teachers[stage] ?? { fullTime: null }).every((cell) => cell !== null),
        );
        return head?.ownerCode !== 10 && pupils > 0 && isReported;
      })
      // At a campus where the school itself does not teach the stage.
      .map(({ head, members, pupils }) => ({ code: (members[0] ?? head)?.code ?? "", members, pupils }))
      .sort((left, right) => (left.code < right.code ? -1 : 1))
  );
};

const largestAt = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/** One after the other to where most persons are lacking, and when none is, to where there are fewest a pupil. */
const placed = (lever: Hire, county: CountyDataset, ruleSet: RuleSet): ReadonlyMap<string, number> => {
  const { stage } = lever.target;
  const { fields, standard } = kindOf(lever);
  const places = placesIn(county, stage, ruleSet);
  const has = places.map(({ members }) =>
    sumOf(members.flatMap((school) => fields.map((field) => known(school.teachers[stage]?.[field])))),
  );
  const mean = sumOf(has) / sumOf(places.map(({ pupils }) => pupils));
  const wanted = places.map(({ pupils }) => (standard === null ? pupils * mean : (standard * pupils) / 100));
  const found = new Map<string, number>();
  for (let left = lever.count * lever.fulfilment; left > 1e-9 && places.length > 0; left -= 1) {
    const lacking = wanted.map((persons, index) => persons - known(has[index]));
    const index = Math.max(...lacking) > 1e-9 ? largestAt(lacking) : largestAt(places.map(({ pupils }, at) => -known(has[at]) / pupils));
    const step = Math.min(1, left);
    has[index] = known(has[index]) + step;
    const code = places[index]?.code ?? "";
    found.set(code, (found.get(code) ?? 0) + step);
  }
  return found;
};

/** Those hired in a year: at the school that is named, or where they are lacking. */
export const withHires = (
  county: CountyDataset,
  levers: readonly Lever[],
  year: number,
  veterans: Veterans,
  ruleSet: RuleSet,
): readonly School[] => {
  let { schools }: { readonly schools: readonly School[] } = county;
  for (const lever of inEffect(levers, "hire_teachers", year)) {
    const { target } = lever;
    const persons = lever.count * lever.fulfilment;
    const places =
      target.mode === "school" ? new Map([[target.schoolCode, persons]]) : placed(lever, { ...county, schools: [...schools] }, ruleSet);
    for (const [code, come] of places) {
      schools = withSchool(schools, code, (school) => {
        veterans.joined(school, target.stage, come, 0);
        return withNewcomers(school, target.stage, newcomers(lever, come));
      });
    }
  }
  return schools;
};
