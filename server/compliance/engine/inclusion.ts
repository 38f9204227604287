import type { InclusionDecision } from "@server/compliance/contract";
import { cellAt, codeAt, totalOf } from "./cells";
import type { CountyColumns, SchoolIdentity } from "./columns";
import type { FurtherPath } from "./further-columns";
import type { Rules } from "./rules-in-force";

/** What became of one return and why. */
export interface ReturnDecision {
  readonly decision: InclusionDecision["decision"];
  readonly reason: InclusionDecision["reason"];
  /** Row of the counted school that the return belongs to, −1 when it is not counted. */
  readonly unit: number;
}

/**
 * Figures that count for a school beside its ordinary ones: what a relief lets in (放宽条款), and teachers
 * whose return does not tell the stages apart.
 */
export interface Supplement {
  /** Further cells of an indicator under its relief, shared by the stages of a mixed school. */
  readonly R3: readonly FurtherPath[];
  readonly R5: readonly FurtherPath[];
  /** Teachers not told apart by stage are shared by weighted pupils. */
  readonly unsplit: boolean;
}

/** A counted school (参评学校): its own return and the campuses added to it. */
export interface Unit {
  /** Row of the school whose name, type and place the unit keeps. */
  readonly head: number;
  /** Rows added up, the head first. */
  readonly members: readonly number[];
  /** Pupils of all members; NaN when one of them is missing. */
  readonly pupils: Readonly<Record<"primary" | "junior" | "senior" | "kindergarten", number>>;
  /** What counts beside the ordinary figures; null, as for nearly all schools, for nothing. */
  readonly supplement: Supplement | null;
}

/** The same while its figures follow a county from one year to the next. */
export interface MovingUnit extends Unit {
  readonly pupils: { primary: number; junior: number; senior: number; kindergarten: number };
  supplement: Supplement | null;
}

export interface Inclusion {
  readonly decisions: readonly ReturnDecision[];
  /** Counted schools in the order of the returns. */
  readonly units: readonly Unit[];
}

/** What decides who counts. `owners` (举办者): the codes that count, every owner when left out. */
export type InclusionRules = Pick<Rules, "excludedTypes" | "teachingPointMinimum" | "mergeSmallTeachingPoints" | "mergeCampuses"> & {
  readonly owners?: readonly number[];
  readonly excludePartialSchools?: boolean;
};

const neverCounts = ({ type, ownerCode }: SchoolIdentity, { excludedTypes, owners }: InclusionRules): boolean =>
  excludedTypes.includes(type) || owners?.includes(ownerCode) === false;

const neverReason = ({ type }: SchoolIdentity): ReturnDecision["reason"] =>
  type === "vocational" ? "vocational" : type === "special" ? "special_education" : "owner_not_counted";

/** Row of the counted school that a campus is added to; its own row when there is none. */
const parentOfCampus = (schools: readonly SchoolIdentity[], row: number, rules: InclusionRules): number => {
  let target = row;
  for (let step = 0; step <= schools.length; step++) {
    const school = schools[target];
    if (school === undefined || school.countsAsSchool || school.type === "teaching_point") return target;
    const parent = schools[school.parent];
    if (parent === undefined || neverCounts(parent, rules)) return target;
    target = school.parent;
  }
  return row; // parents that point at each other
};

const rowsOfHeads = (home: Int32Array): Map<number, number[]> => {
  const rows = new Map<number, number[]>();
  home.forEach((head, row) => {
    if (head < 0) return;
    const members = rows.get(head);
    if (members === undefined) rows.set(head, [row]);
    else if (row === head) members.unshift(row);
    else members.push(row);
  });
  return rows;
};

/** Counts the pupils of schools anew. */
export const countPupils = (columns: CountyColumns, units: readonly MovingUnit[]): void => {
  const { primary, junior, senior } = columns.pupils;
  const kindergarten = columns.further["enrolment.kindergarten"];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    const { pupils, members, head } = unit;
    if (members.length === 1) {
      pupils.primary = cellAt(primary, head);
      pupils.junior = cellAt(junior, head);
      pupils.senior = cellAt(senior, head);
      pupils.kindergarten = cellAt(kindergarten, head);
      continue;
    }
    pupils.primary = totalOf(primary, members);
    pupils.junior = totalOf(junior, members);
    pupils.senior = totalOf(senior, members);
    pupils.kindergarten = totalOf(kindergarten, members);
  }
};

const unitOf = (columns: CountyColumns, head: number, members: readonly number[]): MovingUnit => {
  const unit = { head, members, pupils: { primary: 0, junior: 0, senior: 0, kindergarten: 0 }, supplement: null };
  countPupils(columns, [unit]);
  return unit;
};

/** True when several stages share the school's rooms. A stage whose pupils are missing is taken to be there. */
export const isMixedStage = ({ pupils }: Unit): boolean =>
  Number(pupils.primary !== 0) + Number(pupils.junior !== 0) + Number(pupils.senior !== 0) > 1;

const countedReason = (unit: Unit, school: SchoolIdentity, mergeCampuses: boolean): ReturnDecision["reason"] => {
  if (Number.isNaN(unit.pupils.primary + unit.pupils.junior)) return "pupils_missing";
  if (school.type === "teaching_point") return "teaching_point_large";
  if (mergeCampuses && !school.countsAsSchool) return "campus_without_parent";
  return isMixedStage(unit) ? "mixed_stage" : "ordinary";
};

const gradesOf = { primary: 6, junior: 3 } as const;

/**
 * 年级不全: a stage that is taught lacks a grade. Campuses may each teach some of the grades, so theirs are
 * added; teaching points seldom have all grades and are not meant.
 */
const isPartial = (columns: CountyColumns, unit: Unit, school: SchoolIdentity): boolean =>
  school.type !== "teaching_point" &&
  (["primary", "junior"] as const).some(
    (stage) => unit.pupils[stage] > 0 && totalOf(columns.grades[stage], unit.members) < gradesOf[stage],
  );

const decideHead = (columns: CountyColumns, unit: Unit, school: SchoolIdentity, rules: InclusionRules): ReturnDecision => {
  const { primary, junior, senior } = unit.pupils;
  const excluded = (reason: ReturnDecision["reason"]): ReturnDecision => ({ decision: "excluded", reason, unit: -1 });
  if (primary === 0 && junior === 0) return excluded(school.type === "senior" || senior > 0 ? "senior_only" : "no_pupils");
  if (school.type === "teaching_point" && primary + junior < rules.teachingPointMinimum) return excluded("teaching_point_small");
  if (rules.excludePartialSchools === true && isPartial(columns, unit, school)) return excluded("partial_school");
  return {
    decision: isMixedStage(unit) ? "split" : "included",
    reason: countedReason(unit, school, rules.mergeCampuses),
    unit: unit.head,
  };
};

/** What a counted return reports and the rules leave aside: the reader is told so. */
export const notesOf = (
  columns: CountyColumns,
  row: number,
  { unit }: ReturnDecision,
  kindergartenWeight: number,
): InclusionDecision["notes"] =>
  unit >= 0 && kindergartenWeight === 0 && cellAt(columns.further["enrolment.kindergarten"], row) > 0 ? ["kindergarten_ignored"] : [];

/** Adds small teaching points to the school that they belong to, where that reading is chosen and the school exists. */
const mergeSmallTeachingPoints = (columns: CountyColumns, home: Int32Array, rules: InclusionRules): ReadonlySet<number> => {
  const merged = new Set<number>();
  for (const [head, members] of rowsOfHeads(home)) {
    const school = columns.schools[head];
    if (school?.type !== "teaching_point") continue;
    const { primary, junior } = unitOf(columns, head, members).pupils;
    const centre = codeAt(home, school.parent);
    if (!(primary + junior < rules.teachingPointMinimum) || centre < 0 || centre === head) continue;
    if (columns.schools[centre]?.type === "teaching_point") continue;
    for (const row of members) home[row] = centre;
    merged.add(head);
  }
  return merged;
};

/** The schools that may count, before any figure says whether they do: which returns are added up for each. */
export interface Asked {
  /** Row of the school that each return belongs to, −1 for those that never count. */
  readonly home: Int32Array;
  readonly mergedPoints: ReadonlySet<number>;
  /** In the order of the returns. */
  readonly units: readonly MovingUnit[];
}

export const askedSchools = (columns: CountyColumns, rules: InclusionRules): Asked => {
  const { schools } = columns;
  const home = new Int32Array(schools.length);
  schools.forEach((school, row) => {
    home[row] = neverCounts(school, rules) ? -1 : rules.mergeCampuses ? parentOfCampus(schools, row, rules) : row;
  });
  const mergedPoints = rules.mergeSmallTeachingPoints ? mergeSmallTeachingPoints(columns, home, rules) : new Set<number>();
  const units = [...rowsOfHeads(home)].sort(([a], [b]) => a - b).map(([head, rows]) => unitOf(columns, head, rows));
  return { home, mergedPoints, units };
};

/** The same with units whose figures may move on. */
export interface MovingInclusion extends Inclusion {
  readonly units: readonly MovingUnit[];
}

/** Decides which of the schools count, by their pupils as last counted. */
export const decideSchools = (columns: CountyColumns, rules: InclusionRules, asked: Asked): MovingInclusion => {
  const { schools } = columns;
  const units: MovingUnit[] = [];
  const headDecisions = new Map<number, ReturnDecision>();
  for (const unit of asked.units) {
    const school = schools[unit.head];
    if (school === undefined) continue;
    const decision = decideHead(columns, unit, school, rules);
    headDecisions.set(unit.head, decision);
    if (decision.unit >= 0) units.push(unit);
  }
  const decisions = schools.map((school, row): ReturnDecision => {
    const head = codeAt(asked.home, row);
    const own = headDecisions.get(head);
    if (own === undefined) return { decision: "excluded", reason: neverReason(school), unit: -1 };
    if (head === row || own.unit < 0) return own;
    return { decision: "merged", reason: asked.mergedPoints.has(row) ? "teaching_point_small" : "campus_merged", unit: head };
  });
  return { decisions, units };
};

/**
 * Decides which returns count as schools (参评范围), which are added to another, and which are left out.
 * Special and vocational schools never count; a campus not counted as a school (不计校数) is added to its
 * parent and keeps the parent's type; teaching points follow their own rule; private schools count.
 */
export const includeReturns = (columns: CountyColumns, rules: InclusionRules): Inclusion =>
  decideSchools(columns, rules, askedSchools(columns, rules));

const standingOfPupils = (pupils: number): number => (pupils === 0 ? 0 : Number.isNaN(pupils) ? 2 : 1);

/**
 * All that the year's figures decide about a school, in one number: which of its stages have pupils, lack them or do
 * not report them, and whether it is too small or lacks grades. The rest is said by what the school is and by the rules.
 */
export const standingOf = (columns: CountyColumns, unit: Unit, rules: InclusionRules): number => {
  const { primary, junior, senior, kindergarten } = unit.pupils;
  const school = rules.excludePartialSchools === true ? columns.schools[unit.head] : undefined;
  return (
    standingOfPupils(primary) |
    (standingOfPupils(junior) << 2) |
    (standingOfPupils(senior) << 4) |
    (standingOfPupils(kindergarten) << 6) |
    (Number(primary + junior < rules.teachingPointMinimum) << 8) |
    (Number(school !== undefined && isPartial(columns, unit, school)) << 9)
  );
};
