import { type CountyColumns, type RuleSet, type Rules, type Section, schoolAt } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { pupilColumns, yearMemory } from "./columns";
import { rulesByYear } from "./rules-by-year";
import { at, type Column, type CountyState, type TeacherField, teacherFields } from "./state";

/** The three staff indicators of the seven: R1 above required education, R2 backbone, R3 PE, music and art. */
export const staffIndicators = ["R1", "R2", "R3"] as const;
export type StaffIndicator = (typeof staffIndicators)[number];

/** One judged section as the staffing rules see it. */
export interface StaffSection {
  /** Where its teachers are placed: the school itself, or the first of its campuses where it does not teach the stage. */
  readonly code: string;
  readonly row: number;
  /** The school's own row and those of the campuses that are counted with it. */
  readonly rows: readonly number[];
  readonly pupils: number;
  /** Persons that the standard asks for. */
  readonly required: Readonly<Record<StaffIndicator, number>>;
}

/** Attribute columns behind an indicator, as the rule set defines its numerator. */
export type IndicatorFields = Readonly<Record<StaffIndicator, readonly TeacherField[]>>;

export interface StaffNeeds {
  readonly sections: Readonly<Record<Stage, readonly StaffSection[]>>;
  readonly fields: IndicatorFields;
  /** Judged public sections left out because pupils or teachers are not reported. */
  readonly leftOut: Readonly<Record<Stage, number>>;
}

/** Finds them in a year of a county. */
export type FindNeeds = (state: CountyState) => StaffNeeds;

const indicatorOf = (rules: Rules, stage: Stage, indicator: StaffIndicator) =>
  rules.stages[stage].indicators.find(({ rule }) => rule.id === indicator);

const fieldsOf = (rules: Rules, indicator: StaffIndicator): readonly TeacherField[] => {
  const numerator = indicatorOf(rules, "primary", indicator)?.rule.numerator;
  return numerator?.from === "teachers" ? numerator.terms.filter((term) => term.sign === 1).map((term) => term.field) : [];
};

/** 民办: its staff are not the county's to place or to rotate. */
export const privateOwner = 10;

/** Persons at each section who have one of the attributes. */
export const heldBy = (state: CountyState, stage: Stage, sections: readonly StaffSection[], fields: readonly TeacherField[]): Column => {
  const columns = fields.map((field) => state.teachers[stage][field]);
  const held = new Float64Array(sections.length);
  sections.forEach(({ rows }, index) => {
    for (const row of rows) for (const column of columns) held[index] = at(held, index) + at(column, row);
  });
  return held;
};

/**
 * Which sections are judged this year and how many teachers their standards ask for. The compliance
 * engine decides both (inclusion, merging, pupils, standards); nothing of it is repeated here. Only
 * public schools take part in placement by rule. Sections are in order of school code, so that ties
 * do not depend on the order of the rows. Asked for every year of a run, and for every run, in one memory.
 */
export const staffNeeds = (base: CountyColumns, ruleSet: RuleSet): FindNeeds => {
  const rulesOf = rulesByYear(ruleSet);
  const memory = yearMemory(base);
  return (state) => {
    const rules = rulesOf(state.year);
    const columns = pupilColumns(state, base, memory);
    const { sections } = memory.count(columns, rules);
    const primary = staffSections(state, columns, "primary", sections.primary, rules);
    const junior = staffSections(state, columns, "junior", sections.junior, rules);
    return {
      sections: { primary: primary.sections, junior: junior.sections },
      fields: { R1: fieldsOf(rules, "R1"), R2: fieldsOf(rules, "R2"), R3: fieldsOf(rules, "R3") },
      leftOut: { primary: primary.leftOut, junior: junior.leftOut },
    };
  };
};

const staffSections = (
  state: CountyState,
  columns: CountyColumns,
  stage: Stage,
  counted: readonly Section[],
  rules: Rules,
): { readonly sections: readonly StaffSection[]; readonly leftOut: number } => {
  const teachers = teacherFields.map((field) => state.teachers[stage][field]);
  const isReported = (row: number): boolean => teachers.every((column) => !Number.isNaN(at(column, row)));
  const needOf = (indicator: StaffIndicator): ((pupils: number) => number) => {
    const found = indicatorOf(rules, stage, indicator);
    const [standard, scale] = [found?.standard ?? Number.NaN, found?.rule.scale ?? Number.NaN];
    return (pupils) => (standard * pupils) / scale;
  };
  const required = { R1: needOf("R1"), R2: needOf("R2"), R3: needOf("R3") };
  const sections: StaffSection[] = [];
  let leftOut = 0;
  for (const { unit, pupils } of counted) {
    if (schoolAt(columns, unit.head).ownerCode === privateOwner) continue;
    if (Number.isNaN(pupils) || !unit.members.every(isReported)) {
      leftOut += 1;
      continue;
    }
    const row = unit.members.find((member) => state.taught[stage][member] === 1) ?? unit.head;
    sections.push({
      code: schoolAt(columns, row).code,
      row,
      rows: unit.members,
      pupils,
      required: { R1: required.R1(pupils), R2: required.R2(pupils), R3: required.R3(pupils) },
    });
  }
  sections.sort((left, right) => (left.code < right.code ? -1 : 1));
  return { sections, leftOut };
};
