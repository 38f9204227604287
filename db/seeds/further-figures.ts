import { type School, type Stage, stagesOfType } from "@server/statistics/contract";
import { type ClassSizes, classSizeBands, type FurtherSchoolFacts, unreportedSchool } from "@server/statistics/facts-contract";

/** What the further facts of an invented school follow from. */
export type CoreSchool = Omit<School, keyof FurtherSchoolFacts>;

/** How a county or a school differs from one that has and does everything. Shares are fractions of 1. */
export interface Habits {
  /** Area band of its music and art rooms; 0 the full demand, 3 the smallest. */
  readonly roomBand: 0 | 1 | 2 | 3;
  readonly certified: number;
  readonly trained: number;
  /** Pupils of urban and town public schools that live inside the zone. */
  readonly inZone: Readonly<Record<Stage, number>>;
  readonly retention: number;
  /** Training in the budget, as a share of the public funds. */
  readonly training: number;
  /** Funds of schools under 100 pupils count at least so many pupils. */
  readonly fundedPupils: number;
  readonly denseCentre: boolean;
  readonly migrants: number;
  readonly moralEducation: "excellent" | "good" | "fair";
  /** PE teachers who come from other schools. */
  readonly visiting: number;
}

export const goodHabits: Habits = {
  roomBand: 0,
  certified: 1,
  trained: 1,
  inZone: { primary: 1, junior: 0.97 },
  retention: 0.985,
  training: 0.06,
  fundedPupils: 100,
  denseCentre: false,
  migrants: 0.06,
  moralEducation: "good",
  visiting: 0,
};

/** Yuan of public funds a pupil and year, 国家基准定额 with a local addition. */
export const publicFundsYuan = { primary: 750, junior: 970 } as const;

const sum = (cells: readonly (number | null)[]): number => cells.reduce<number>((all, cell) => all + (cell ?? 0), 0);
const money = (wan: number): number => Math.round(wan * 100) / 100;

const gradesOf = (school: CoreSchool, stage: Stage) =>
  stage === "primary"
    ? { pupils: school.pupils.primaryByGrade ?? [], classes: school.classes.primaryByGrade ?? [] }
    : { pupils: school.pupils.juniorByGrade ?? [], classes: school.classes.juniorByGrade ?? [] };

/** Sizes of all classes of a stage: each grade spread evenly over its classes. */
const classSizesOf = (school: CoreSchool, stage: Stage): readonly number[] => {
  const { pupils, classes } = gradesOf(school, stage);
  return classes.flatMap((count, grade) => {
    const all = pupils[grade] ?? 0;
    return Array.from({ length: count ?? 0 }, (_, index) => Math.floor(all / (count ?? 1)) + (index < all % (count ?? 1) ? 1 : 0));
  });
};

const bandsOf = (sizes: readonly number[]): ClassSizes => {
  const count = (index: number): number => {
    const band = classSizeBands[index];
    return band === undefined ? 0 : sizes.filter((size) => size >= band.from && size <= (band.to ?? Number.POSITIVE_INFINITY)).length;
  };
  return [count(0), count(1), count(2), count(3), count(4), count(5), count(6), count(7), count(8), count(9)];
};

const roomsOf = ({ facilities }: CoreSchool, band: Habits["roomBand"]): FurtherSchoolFacts["specialRooms"] => {
  const inBand = (rooms: number | null, at: number): number => (at === band ? (rooms ?? 0) : 0);
  const { musicRooms: music, artRooms: art } = facilities;
  return {
    music96: inBand(music, 0),
    music73: inBand(music, 1),
    music61: inBand(music, 2),
    music54: inBand(music, 3),
    art90: inBand(art, 0),
    art67: inBand(art, 1),
    art61: inBand(art, 2),
    art54: inBand(art, 3),
  };
};

const retentionOf = (school: CoreSchool, statisticsYear: number, rate: number): FurtherSchoolFacts["retention"] => {
  const past = (yearsBack: number, grade: number): number | null =>
    school.history.find(({ year }) => year === statisticsYear - yearsBack)?.juniorByGrade?.[grade] ?? null;
  const [graduates, entrants] = [past(1, 2), past(3, 0)];
  if (graduates === null || entrants === null) return unreportedSchool().retention;
  const moved = Math.ceil(entrants * rate) - graduates;
  return { graduates, entrants, transferredIn: 2 + Math.max(0, -moved), transferredOut: 2 + Math.max(0, moved), died: 0 };
};

/** Further facts of one school, in agreement with its pupils, classes, teachers and rooms. Types outside compulsory education report none. */
export const furtherFactsFor = (school: CoreSchool, statisticsYear: number, habits: Habits): FurtherSchoolFacts => {
  const stages = stagesOfType[school.type];
  const nothing = unreportedSchool();
  if (stages.length === 0) return nothing;
  const pupils = { primary: sum(school.pupils.primaryByGrade ?? []), junior: sum(school.pupils.juniorByGrade ?? []) };
  const all = pupils.primary + pupils.junior;
  const teachers = { primary: school.teachers.primary?.fullTime ?? 0, junior: school.teachers.junior?.fullTime ?? 0 };
  const staffOf = (stage: Stage): number => Math.ceil(teachers[stage] * 1.06);
  const taught = (stage: Stage): boolean => stages.includes(stage);
  const within = (stage: Stage, persons: number): number | null => (taught(stage) ? Math.floor(persons * habits.inZone[stage]) : null);
  const sizes = { primary: classSizesOf(school, "primary"), junior: classSizesOf(school, "junior") };
  const [firstPrimary, firstJunior] = [school.pupils.primaryByGrade?.[0] ?? 0, school.pupils.juniorByGrade?.[0] ?? 0];
  const funded = Math.max(1, habits.fundedPupils / Math.max(all, 1));
  const funds = ((pupils.primary * publicFundsYuan.primary + pupils.junior * publicFundsYuan.junior) * funded) / 10_000;
  const everyone = teachers.primary + teachers.junior;
  const { builtYear } = school;
  return {
    ...nothing,
    conditions: {
      builtBy2010: builtYear === null ? null : builtYear <= 2010,
      builtBy2016: builtYear === null ? null : builtYear <= 2016,
      denseCentre: habits.denseCentre,
      everyClassUnder30: [...sizes.primary, ...sizes.junior].every((size) => size < 30),
      boarding: school.locality === "rural" && taught("junior"),
    },
    enrolment: {
      migrantWorkerChildren: Math.floor(all * habits.migrants),
      inZonePrimary: within("primary", pupils.primary),
      inZoneJunior: within("junior", pupils.junior),
      entrantsPrimary: taught("primary") ? firstPrimary : null,
      entrantsJunior: taught("junior") ? firstJunior : null,
      entrantsInZonePrimary: within("primary", firstPrimary),
      entrantsInZoneJunior: within("junior", firstJunior),
      kindergarten: taught("primary") && school.locality === "rural" ? Math.floor(pupils.primary * 0.15) : 0,
    },
    retention: taught("junior") ? retentionOf(school, statisticsYear, habits.retention) : nothing.retention,
    classSizes: {
      primary: taught("primary") ? bandsOf(sizes.primary) : null,
      junior: taught("junior") ? bandsOf(sizes.junior) : null,
      unsplit: null,
    },
    staff: {
      ...nothing.staff,
      total: staffOf("primary") + staffOf("junior"),
      primaryTotal: taught("primary") ? staffOf("primary") : null,
      juniorTotal: taught("junior") ? staffOf("junior") : null,
      certified: Math.floor(everyone * habits.certified),
      trained360: Math.floor(everyone * habits.trained),
      underFiveYears: Math.floor(everyone * 0.08),
      posts: staffOf("primary") + staffOf("junior"),
      postsFilled: staffOf("primary") + staffOf("junior"),
      outsidePosts: 0,
      visitingPhysicalEducation: habits.visiting,
      visitingMusic: 0,
      visitingArt: 0,
      visitingIntegratedArts: 0,
    },
    specialRooms: roomsOf(school, habits.roomBand),
    reliefSports: habits.denseCentre
      ? { convertedAreaM2: Math.round(all * 1.5), leasedAreaM2: Math.round(all * 1.2) }
      : { convertedAreaM2: 0, leasedAreaM2: 0 },
    money: {
      publicFundsBudgetWan: money(Math.max(money(funds), 0.01) + 0.01),
      publicFundsActualWan: money(funds * 0.99),
      trainingBudgetWan: money(money(funds * habits.training) + (habits.training >= 0.05 ? 0.01 : 0)),
      trainingActualWan: money(funds * habits.training),
    },
    quality: { charter: true, informatised: true, moralEducation: habits.moralEducation },
    basic: {
      computers: Math.ceil(all * 0.13),
      books: all * 28,
      midTitlePrimary: taught("primary") ? Math.floor(teachers.primary * 0.5) : null,
      midTitleJunior: taught("junior") ? Math.floor(teachers.junior * 0.5) : null,
    },
  };
};
