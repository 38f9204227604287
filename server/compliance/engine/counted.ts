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

interface Known {
  readonly schools: CountyColumns["schools"];
  readonly asked: Asked;
  readonly standings: Int32Array;
  counted: MovingCount;
}

const know = (columns: CountyColumns, rules: Rules): Known => {
  const asked = askedSchools(columns, rules);
  const standings = Int32Array.from(asked.units, (unit) => standingOf(columns, unit, rules));
  return { schools: columns.schools, asked, standings, counted: decide(columns, rules, asked) };
};

/** Brings what is known up to the figures of now; what counts is decided anew only where one of them says otherwise than before. */
const follow = (known: Known, columns: CountyColumns, rules: Rules): void => {
  const { asked, standings } = known;
  const { units } = asked;
  countPupils(columns, units);
  let isSame = true;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    const standing = standingOf(columns, unit, rules);
    if (standing !== standings[i]) isSame = false;
    standings[i] = standing;
  }
  if (isSame) {
    giveSupplements(columns, rules, known.counted.inclusion.units);
    for (const stage of stages) followSchools(known.counted.sections[stage], rules);
  } else known.counted = decide(columns, rules, asked);
};

/**
 * The same for a county that is looked at again and again: what does not change is found once under the rules of a
 * day. What it answers is overwritten when it is asked again.
 */
export const repeatedCount = (): CountSchools => {
  const knownUnder = new Map<Rules, Known>();
  return (columns, rules) => {
    const known = knownUnder.get(rules);
    // Which small teaching points are merged depends on the figures in more ways than a school's standing tells.
    if (known?.schools === columns.schools && !rules.mergeSmallTeachingPoints) {
      follow(known, columns, rules);
      return known.counted;
    }
    const found = know(columns, rules);
    knownUnder.set(rules, found);
    return found.counted;
  };
};
