import { type Stage, stages } from "@server/statistics/contract";
import { schoolAt } from "../columns";
import type { Unit } from "../inclusion";
import { atMost, type Check, clearlyAtMost, eachCheck, figureDecimals, isMet, isNotMet, isOpen, met, notMet, open } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, missingOf, type SchoolCheck } from "./context";
import { quantity } from "./quantity";
import { builtBy, type Condition, either, isOn, migrantsAbove } from "./reliefs";

/** G4: 学校规模. Counted schools after merging; 一贯制 schools by both compulsory stages together. */

export const sizeRelief = "relief.G4.on";

/** Pupils that a school may have: as a rule, and under the relief. */
interface Limit {
  readonly limit: number;
  readonly relieved: number;
}

interface Size {
  readonly stage: Stage | null;
  readonly pupils: number;
  /** Pupils that are there even when others are not reported. */
  readonly known: number;
  readonly bound: Limit;
}

type Limits = Readonly<Record<Stage | "nine_year" | "twelve_year", Limit>>;

const limitsOf = ({ rules: { values } }: ItemContext): Limits => ({
  primary: { limit: values["G4.limit.primary"], relieved: values["relief.G4.limit.primary"] },
  junior: { limit: values["G4.limit.junior"], relieved: values["relief.G4.limit.junior"] },
  nine_year: { limit: values["G4.limit.mixed"], relieved: values["relief.G4.limit.nineYear"] },
  twelve_year: { limit: values["G4.limit.mixed"], relieved: values["relief.G4.limit.twelveYear"] },
});

const sizesOf = ({ columns }: ItemContext, unit: Unit, limits: Limits): readonly Size[] => {
  const { type } = schoolAt(columns, unit.head);
  const { primary, junior } = unit.pupils;
  if (type === "nine_year" || type === "twelve_year") {
    return [{ stage: null, pupils: primary + junior, known: (primary || 0) + (junior || 0), bound: limits[type] }];
  }
  const sizes: Size[] = [];
  for (const stage of stages) {
    const pupils = unit.pupils[stage];
    if (pupils !== 0) sizes.push({ stage, pupils, known: pupils || 0, bound: limits[stage] });
  }
  return sizes;
};

const checkSize = ({ rules }: ItemContext, pupils: number, known: number, limit: number): Check => {
  if (Number.isNaN(pupils)) return known > limit ? notMet : open;
  const decimals = figureDecimals(rules);
  return clearlyAtMost(pupils, limit, decimals) ?? atMost(quantity(pupils), quantity(limit), decimals, rules);
};

const reliefCondition = (context: ItemContext, unit: Unit): Condition => {
  const { values } = context.rules;
  if (!isOn(context.rules, sizeRelief)) return false;
  return either(
    builtBy(context, unit, values["relief.G4.builtBy"], { path: "conditions.builtBy2010", year: 2010 }),
    migrantsAbove(context, unit, values["relief.G4.migrantShare"]),
  );
};

/** How G4 is asked of a school whose pupils change: together or stage by stage, and up to how many of them. */
export interface SizeBound {
  readonly stage: Stage | null;
  readonly limit: number;
  /** The limit under the relief; null where it hangs on the pupils whether that applies. */
  readonly relieved: number | null;
}

export const sizeBounds = (context: ItemContext, unit: Unit): readonly SizeBound[] => {
  const { values } = context.rules;
  const isOld = builtBy(context, unit, values["relief.G4.builtBy"], { path: "conditions.builtBy2010", year: 2010 });
  const applies: Condition = isOn(context.rules, sizeRelief) ? (isOld === true ? true : null) : false;
  return sizesOf(context, unit, limitsOf(context)).map(({ stage, bound: { limit, relieved } }) => ({
    stage,
    limit,
    relieved: applies === false ? limit : applies === null ? null : Math.max(limit, relieved),
  }));
};

interface Judged {
  readonly check: Check;
  readonly relieved: boolean;
  readonly doubtful: boolean;
}

const judgeSize = (context: ItemContext, unit: Unit, { pupils, known, bound }: Size): Judged => {
  const plain = checkSize(context, pupils, known, bound.limit);
  const condition = isNotMet(plain) && reliefCondition(context, unit);
  if (condition === false) return { check: plain, relieved: false, doubtful: false };
  const eased = checkSize(context, pupils, known, Math.max(bound.limit, bound.relieved));
  if (condition === true || isNotMet(eased)) return { check: eased, relieved: isMet(eased), doubtful: false };
  return { check: open, relieved: false, doubtful: true };
};

const missingInputs = (context: ItemContext, unit: Unit, size: Size, doubtful: boolean): readonly Input[] => [
  ...(doubtful
    ? [
        ...missingOf(context, unit.head, ["conditions.builtBy2010"]),
        ...unit.members.flatMap((row) => missingOf(context, row, ["enrolment.migrantWorkerChildren"])),
      ]
    : []),
  ...unit.members.flatMap((row) =>
    stages
      .filter((stage) => (size.stage ?? stage) === stage && Number.isNaN(context.columns.pupils[stage][row] ?? Number.NaN))
      .map((stage) => inputOf(context, row, `pupils.${stage}ByGrade`)),
  ),
];

interface Entry extends Judged {
  readonly unit: Unit;
  readonly size: Size;
}

/** The limit that a school is held to, in the end. */
const limitOf = (context: ItemContext, { unit, size: { bound }, check }: Entry): number =>
  isNotMet(check) && reliefCondition(context, unit) === true ? Math.max(bound.limit, bound.relieved) : bound.limit;

const entriesOf = (context: ItemContext, limits: Limits): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const unit of context.inclusion.units) {
    for (const size of sizesOf(context, unit, limits)) {
      const { check, relieved, doubtful } = judgeSize(context, unit, size);
      entries.push({ unit, size, check, relieved, doubtful });
    }
  }
  return entries;
};

export const schoolSize = (context: ItemContext): Finding => {
  const limits = limitsOf(context);
  const least = Math.min(limits.primary.limit, limits.junior.limit, limits.nine_year.limit, limits.twelve_year.limit);
  const decimals = figureDecimals(context.rules);
  const checkUnit = (unit: Unit): Check => {
    // A school below every limit as a whole is below the limit of each of its stages.
    const { primary, junior } = unit.pupils;
    if (clearlyAtMost(primary + junior, least, decimals) === met) return met;
    return eachCheck(sizesOf(context, unit, limits), (size) => judgeSize(context, unit, size).check);
  };
  return finding(eachCheck(context.inclusion.units, checkUnit), () => {
    const entries = entriesOf(context, limits);
    const { values } = context.rules;
    const over = { overPrimary: 0, overJunior: 0, overMixed: 0 };
    for (const { size, check } of entries) {
      if (isNotMet(check)) over[size.stage === null ? "overMixed" : size.stage === "primary" ? "overPrimary" : "overJunior"]++;
    }
    return {
      figures: over,
      limits: { overPrimary: values["G4.limit.primary"], overJunior: values["G4.limit.junior"], overMixed: values["G4.limit.mixed"] },
      schools: entries.map((entry): SchoolCheck => {
        const { unit, size, check } = entry;
        return {
          row: unit.head,
          stage: size.stage,
          check,
          severity: size.known / size.bound.limit,
          figures: { pupils: size.pupils, limit: limitOf(context, entry) },
        };
      }),
      missing: entries.flatMap(({ unit, size, check, doubtful }) => (isOpen(check) ? missingInputs(context, unit, size, doubtful) : [])),
      reliefs: entries.flatMap(({ unit, relieved }) => (relieved ? [{ id: sizeRelief, row: unit.head }] : [])),
    };
  });
};
