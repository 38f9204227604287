import { type CountyHabits, goodCountyHabits } from "../county-figures";
import { goodHabits, type Habits } from "../further-figures";
import { between, type KeyedRandom } from "../random";
import type { RosterSchool } from "./roster";

/**
 * What each demonstration county does beside its resources, by its name: most do all of it but one
 * thing or two, so that the thirty-two indicators fail for different reasons.
 */
export interface DemoHabits {
  readonly county: CountyHabits;
  readonly school: (school: RosterSchool, pupils: number, random: KeyedRandom) => Habits;
  /** Pupils that a class of the crowded seat is filled to; null where classes keep to the limits. */
  readonly crowdedClass: number | null;
  readonly lineage: boolean;
  readonly unsplitTeachers: boolean;
  readonly contradictoryTotals: boolean;
}

const isSeat = ({ locality, entrants, juniorWeight }: RosterSchool): boolean =>
  locality !== "rural" && (entrants >= 100 || juniorWeight >= 200);
const some = (school: RosterSchool, share: number, key: string, random: KeyedRandom): boolean => random("habit", key, school.row) < share;

/** Rural schools of 50–99 pupils share a PE teacher with others. */
const ordinarySchool = (school: RosterSchool, pupils: number, random: KeyedRandom): Habits => ({
  ...goodHabits,
  migrants: school.locality === "rural" ? 0.01 : between(random("migrants", school.row), 0.05, 0.2),
  moralEducation: some(school, 0.2, "moral", random) ? "excellent" : "good",
  visiting: school.locality === "rural" && pupils >= 50 && pupils < 100 ? 1 : 0,
});

const ordinary: DemoHabits = {
  county: goodCountyHabits,
  school: ordinarySchool,
  crowdedClass: null,
  lineage: false,
  unsplitTeachers: false,
  contradictoryTotals: false,
};

type SchoolHabit = (school: RosterSchool, random: KeyedRandom) => Partial<Habits>;
const schools =
  (habit: SchoolHabit): DemoHabits["school"] =>
  (school, pupils, random) => ({ ...ordinarySchool(school, pupils, random), ...habit(school, random) });

const special: Readonly<Record<string, Partial<DemoHabits>>> = {
  // Dense: two schools rent and convert sports space; crowded classes.
  青岫区: { crowdedClass: 52, school: schools(({ row }) => ({ denseCentre: row < 2 })) },
  // Crowded county town; its report states totals that contradict each other.
  柏渚县: { crowdedClass: 54, contradictoryTotals: true },
  // Training hours; one school was given a new code this year.
  松陂县: { lineage: true, school: schools((school, random) => ({ trained: some(school, 0.3, "trained", random) ? 0.95 : 1 })) },
  // Two statements were never made.
  岚嵎县: { county: { ...goodCountyHabits, undeclared: ["G1.layout", "Q8.homework"] } },
  // Small: its music and art rooms reach only what is asked of schools built by 2016.
  鹿汀县: { school: schools(() => ({ roomBand: 1 })) },
  // Pupils choose schools outside their zone.
  南浔湾区: { school: schools((school) => ({ inZone: isSeat(school) ? { primary: 0.95, junior: 0.91 } : goodHabits.inZone })) },
  // Hardly anyone rotates, and too many leave junior school.
  榕岭县: {
    county: { ...goodCountyHabits, rotated: 0.08, rotatedBackbone: 0.15, satisfied: 0.83 },
    school: schools((school) => ({ retention: school.locality === "rural" ? 0.925 : 0.945 })),
  },
  // Small music rooms in the towns, uneven monitoring results, one school that cannot tell its stages apart.
  云垭县: {
    unsplitTeachers: true,
    county: { ...goodCountyHabits, differenceRate: 0.16 },
    school: schools(({ locality }) => ({ roomBand: locality === "rural" ? 0 : 2 })),
  },
  // Little for training, few quota places, small schools funded by their real pupils.
  荻浦湾县: {
    county: { ...goodCountyHabits, quota: 0.45, specialFundsYuan: 5600 },
    school: schools((school, random) => ({ fundedPupils: 0, training: some(school, 0.4, "training", random) ? 0.035 : 0.06 })),
  },
  // Everything but rotation.
  霜桥县: { county: { ...goodCountyHabits, rotated: 0.08 } },
};

/** Habits of a demonstration county by its name. */
export const habitsOf = (name: string): DemoHabits => ({ ...ordinary, ...special[name] });

/** Largest class that a school forms. */
export const classLimit = (school: RosterSchool, stage: "primary" | "junior", { crowdedClass }: DemoHabits): number => {
  if (crowdedClass !== null && isSeat(school)) return crowdedClass + (stage === "junior" ? 4 : 0);
  if (school.locality === "rural") return stage === "primary" ? 39 : 44;
  return stage === "primary" ? 45 : 50;
};
