import { type Stage, stages } from "@server/statistics/contract";
import type { CountyColumns } from "./columns";
import { type Asked, askedSchools, countPupils, decideSchools, type Inclusion, type MovingInclusion, standingOf } from "./inclusion";
import type { Rules } from "./rules-in-force";
import { followSchools, type MovingSection, type Section, sectionsOf } from "./sections";
import { giveSupplements } from "./supplements";

/** The schools that count (参评学校) and their sections. */
export interface Counted {
  readonly inclusion: Inclusion;
  readonly sections: Readonly<Record<Stage, readonly Section[]>>;
}

/** Finds them in a year of a county. */
export type CountSchools = (columns: CountyColumns, rules: Rules) => Counted;

/** Sections of schools that are known to count. */
export const countedOf = (inclusion: Inclusion, rules: Rules): Counted => ({
  inclusion,
  sections: { primary: sectionsOf(inclusion.units, "primary", rules), junior: sectionsOf(inclusion.units, "junior", rules) },
});

/** The same while their figures follow a county. */
interface MovingCount extends Counted {
  readonly inclusion: MovingInclusion;
  readonly sections: Readonly<Record<Stage, readonly MovingSection[]>>;
}

const decide = (columns: CountyColumns, rules: Rules, asked: Asked): MovingCount => {
  const inclusion = decideSchools(columns, rules, asked);
  const { units } = inclusion;
  giveSupplements(columns, rules, units);
  return { inclusion, sections: { primary: sectionsOf(units, "primary", rules), junior: sectionsOf(units, "junior", rules) } };
};

export const countSchools: CountSchools = (columns, rules) => decide(columns, rules, askedSchools(columns, rules));

/** What counts where every school stands as it is said here. */
interface Standing {
  readonly standings: Int32Array;
  readonly counted: MovingCount;
}

/** So many are kept: between its futures a county goes to and fro where a few schools are near a line. */
const keptStandings = 32;

interface Known {
  readonly schools: CountyColumns["schools"];
  readonly asked: Asked;
  /** As the schools stand now. */
  readonly standings: Int32Array;
  /** The one last asked for first. */
  readonly found: Standing[];
}

/** Writes how the schools stand now. */
const writeStandings = (standings: Int32Array, columns: CountyColumns, rules: Rules, { units }: Asked): void => {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit !== undefined) standings[i] = standingOf(columns, unit, rules);
  }
};

const isSame = (left: Int32Array, right: Int32Array): boolean => {
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
};

/** What counts with the schools standing as they do, decided anew only where they never stood so before. */
const countedNow = ({ asked, standings, found }: Known, columns: CountyColumns, rules: Rules): MovingCount => {
  const place = found.findIndex((known) => isSame(known.standings, standings));
  const known = found[place];
  if (known === undefined) {
    const counted = decide(columns, rules, asked);
    found.unshift({ standings: standings.slice(), counted });
    if (found.length > keptStandings) found.pop();
    return counted;
  }
  if (place > 0) {
    found.splice(place, 1);
    found.unshift(known);
  }
  const { counted } = known;
  giveSupplements(columns, rules, counted.inclusion.units);
  for (const stage of stages) followSchools(counted.sections[stage], rules);
  return counted;
};

const know = (columns: CountyColumns, rules: Rules): Known => {
  const asked = askedSchools(columns, rules);
  return { schools: columns.schools, asked, standings: new Int32Array(asked.units.length), found: [] };
};

/**
 * The same for a county that is looked at again and again: what does not change is found once under the rules of a
 * day. What it answers is overwritten when it is asked again.
 */
export const repeatedCount = (): CountSchools => {
  const knownUnder = new Map<Rules, Known>();
  return (columns, rules) => {
    let known = knownUnder.get(rules);
    // Which small teaching points are merged depends on the figures in more ways than a school's standing tells.
    if (known?.schools === columns.schools && !rules.mergeSmallTeachingPoints) countPupils(columns, known.asked.units);
    else {
      known = know(columns, rules);
      knownUnder.set(rules, known);
    }
    writeStandings(known.standings, columns, rules, known.asked);
    return countedNow(known, columns, rules);
  };
};
