import type { Lever, LeverOf } from "@server/planning/contract";
import type { School, Stage, TeacherGroup } from "@server/statistics/contract";
import { asCell, type Cell, known, sumOf } from "./figures";
import { inEffect, withSchool } from "./levers";
import { shareOfStaff, stageTeachers, teachersOf } from "./school-staff";
import type { Veterans } from "./veterans";

/** 定向交流轮岗: who goes from one school to another, and who comes home. */

type Group = Readonly<Record<keyof TeacherGroup, number>>;

interface Away {
  readonly stage: Stage;
  readonly fromCode: string;
  readonly toCode: string;
  readonly lastYear: number;
  /** As many as went. */
  readonly group: Group;
  /** Those of them who are still of the base year. */
  readonly veterans: number;
}

const groupBy = (persons: (field: keyof TeacherGroup) => number): Group => ({
  fullTime: persons("fullTime"),
  aboveRequiredEducation: persons("aboveRequiredEducation"),
  backbone: persons("backbone"),
  physicalEducation: persons("physicalEducation"),
  music: persons("music"),
  art: persons("art"),
  integratedArts: persons("integratedArts"),
});

const withGroup = (own: TeacherGroup, group: Group, sign: 1 | -1): TeacherGroup => {
  const cell = (field: keyof TeacherGroup): Cell => asCell(known(own[field]) + sign * group[field]);
  return {
    fullTime: cell("fullTime"),
    aboveRequiredEducation: cell("aboveRequiredEducation"),
    backbone: cell("backbone"),
    physicalEducation: cell("physicalEducation"),
    music: cell("music"),
    art: cell("art"),
    integratedArts: cell("integratedArts"),
  };
};

/** Share of a whole, all of it at most; nothing of nobody. */
const shareOf = (part: number, whole: number): number => (part === 0 ? 0 : Math.min(1, part / whole));

/** A group goes from one school to the other, with its part of what the staff of the school has; `ofBase` null: in proportion. */
const moved = (
  schools: readonly School[],
  { stage, fromCode, toCode }: Pick<Away, "stage" | "fromCode" | "toCode">,
  group: Group,
  veterans: Veterans,
  ofBase: number | null,
): { readonly schools: readonly School[]; readonly ofBase: number } => {
  const [from, to] = [fromCode, toCode].map((code) => schools.find((school) => school.code === code));
  if (from === undefined || to === undefined) return { schools, ofBase: 0 };
  const inStage = stageTeachers(from, stage);
  const took = ofBase ?? veterans.shareOf(fromCode, stage) * inStage * shareOf(group.fullTime, inStage);
  veterans.joined(from, stage, -group.fullTime, -took);
  veterans.joined(to, stage, group.fullTime, took);
  const papers = { school: shareOf(group.fullTime, teachersOf(from)), stage: shareOf(group.fullTime, inStage) };
  const teachers = (school: School, sign: 1 | -1): School["teachers"] => {
    const own = school.teachers[stage];
    return own === null ? school.teachers : { ...school.teachers, [stage]: withGroup(own, group, sign) };
  };
  const goes = shareOfStaff(from, stage, papers);
  const left = withSchool(schools, fromCode, (school) => ({ ...goes.leaving(school), teachers: teachers(school, -1) }));
  return { schools: withSchool(left, toCode, (school) => ({ ...goes.arriving(school), teachers: teachers(school, 1) })), ofBase: took };
};

const subjects = ["physicalEducation", "music", "art", "integratedArts"] as const;

/** Nobody has two subjects, neither among those who go nor among those who stay: what is not stated gives way. */
const withOneSubjectEach = (
  lever: LeverOf<"rotate_teachers">,
  group: Group,
  own: (field: keyof TeacherGroup) => number,
  atLeast: (having: number) => number,
): Group => {
  const open = subjects.filter((field) => lever[field] === null);
  if (open.length === subjects.length) return group;
  const stated = sumOf(subjects.filter((field) => lever[field] !== null).map((field) => group[field]));
  const byMix = sumOf(open.map((field) => group[field]));
  const there = sumOf(open.map((field) => own(field)));
  const [least, most] = [atLeast(sumOf(subjects.map((field) => own(field)))), group.fullTime];
  const fits = stated + byMix <= most + 1e-9 && stated + byMix >= least - 1e-9;
  if (fits || there === 0) return group;
  const wanted = Math.min(there, Math.max(0, (stated + byMix > most ? most : least) - stated));
  return groupBy((field) => (open.some((one) => one === field) ? (wanted * own(field)) / there : group[field]));
};

/** As stated, all others in proportion to the sender's own teachers; null where those are not known. */
const leaving = (lever: LeverOf<"rotate_teachers">, schools: readonly School[], away: readonly Away[]): Group | null => {
  const sender = schools.find(({ code }) => code === lever.fromCode)?.teachers[lever.stage];
  const guests = away.filter(({ stage, toCode }) => stage === lever.stage && toCode === lever.fromCode);
  const own = (field: keyof TeacherGroup): number => Math.max(0, known(sender?.[field]) - sumOf(guests.map(({ group }) => group[field])));
  const all = own("fullTime");
  const persons = Math.min(lever.teachers, all);
  /** With something that so many have, when all others go too. */
  const atLeast = (having: number): number => Math.min(persons, Math.max(0, persons - (all - having)));
  const group = groupBy((field) => {
    if (field === "fullTime") return persons;
    const asked = lever[field];
    if (asked !== null) return Math.max(atLeast(own(field)), Math.min(asked, own(field), persons));
    // Guests who gained it where they are seem to be more than there are teachers of the school.
    return all === 0 ? 0 : Math.min(persons, (persons * own(field)) / all);
  });
  const fitted = withOneSubjectEach(lever, group, own, atLeast);
  return Object.values(fitted).some(Number.isNaN) ? null : fitted;
};

/** In the amounts in which they came; the host neither gives what it has not, nor keeps more of anything than it keeps teachers. */
const returning = ({ group, stage }: Away, host: School): Group => {
  const has = host.teachers[stage];
  const present = known(has?.fullTime);
  const persons = Number.isNaN(present) ? group.fullTime : Math.max(0, Math.min(group.fullTime, present));
  return groupBy((field) => {
    if (field === "fullTime") return persons;
    const own = known(has?.[field]);
    const most = Number.isNaN(own) ? persons : Math.max(0, Math.min(own, persons));
    const within = Math.min(group[field], most);
    return Number.isNaN(own + present) ? within : Math.max(within, own - (present - persons));
  });
};

/** Teachers who are away, from year to year. */
export interface Rotation {
  /** Those of the base year who are away retire and leave where they work. */
  readonly age: (stay: (code: string) => number) => void;
  /** Those whose term is over come home, then others go. */
  readonly turn: (schools: readonly School[], year: number) => { readonly schools: readonly School[]; readonly went: Group | null };
}

export const rotationOf = (levers: readonly Lever[], veterans: Veterans): Rotation => {
  let away: readonly Away[] = [];
  return {
    age: (stay) => {
      away = away.map((one) => ({ ...one, veterans: one.veterans * stay(one.toCode) }));
    },
    turn: (county, year) => {
      let schools = county;
      for (const one of away.filter(({ lastYear }) => lastYear < year).toReversed()) {
        const host = schools.find(({ code }) => code === one.toCode);
        if (host === undefined) continue;
        const home = returning(one, host);
        const back = { stage: one.stage, fromCode: one.toCode, toCode: one.fromCode };
        schools = moved(schools, back, home, veterans, Math.min(one.veterans, home.fullTime)).schools;
      }
      away = away.filter(({ lastYear }) => lastYear >= year);
      let went: Group | null = null;
      for (const lever of inEffect(levers, "rotate_teachers", year)) {
        const group = leaving(lever, schools, away);
        if (group === null || group.fullTime === 0) continue;
        const { stage, fromCode, toCode } = lever;
        const after = moved(schools, { stage, fromCode, toCode }, group, veterans, null);
        schools = after.schools;
        away = [...away, { stage, fromCode, toCode, lastYear: year + lever.termYears - 1, group, veterans: after.ofBase }];
        const before: Group | null = went;
        went = groupBy((field) => (before?.[field] ?? 0) + group[field]);
      }
      return { schools, went };
    },
  };
};
