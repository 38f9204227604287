import type { CountyAssessment } from "@server/compliance/contract";
import { type CountyColumns, judgeCounty, type RuleSet } from "@server/compliance/engine/index";
import type { Stage } from "@server/statistics/contract";
import { columnsOfState } from "./columns";
import { type CountyState, type TeacherField, teacherFields } from "./state";

/** The three staff indicators of the seven: R1 above required education, R2 backbone, R3 PE, music and art. */
export const staffIndicators = ["R1", "R2", "R3"] as const;
export type StaffIndicator = (typeof staffIndicators)[number];

/** One judged section as the staffing rules see it. */
export interface StaffSection {
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

const fieldsOf = (ruleSet: RuleSet, indicator: StaffIndicator): readonly TeacherField[] => {
  const numerator = ruleSet.indicators.find((rule) => rule.id === indicator)?.numerator;
  return numerator?.from === "teachers" ? numerator.terms.filter((term) => term.sign === 1).map((term) => term.field) : [];
};

const scaleOf = (ruleSet: RuleSet, indicator: StaffIndicator): number =>
  ruleSet.indicators.find((rule) => rule.id === indicator)?.scale ?? Number.NaN;

/** 民办: its staff are not the county's to place or to rotate. */
export const privateOwner = 10;

/** Persons at the section who have one of the attributes. */
export const heldBy = (state: CountyState, stage: Stage, section: StaffSection, fields: readonly TeacherField[]): number => {
  let held = 0;
  for (const row of section.rows) for (const field of fields) held += state.teachers[stage][field][row] ?? Number.NaN;
  return held;
};

/**
 * Which sections are judged this year and how many teachers their standards ask for. The compliance
 * engine decides both (inclusion, merging, pupils, standards); nothing of it is repeated here. Only
 * public schools take part in placement by rule. Sections are in order of school code, so that ties
 * do not depend on the order of the rows.
 */
export const staffNeeds = (state: CountyState, base: CountyColumns, ruleSet: RuleSet): StaffNeeds => {
  const assessment = judgeCounty(columnsOfState(state, base), ruleSet, { items: false });
  const rowOf = new Map(base.schools.map((school, row) => [school.code, row]));
  const primary = staffSections(state, assessment, "primary", rowOf, ruleSet);
  const junior = staffSections(state, assessment, "junior", rowOf, ruleSet);
  return {
    sections: { primary: primary.sections, junior: junior.sections },
    fields: { R1: fieldsOf(ruleSet, "R1"), R2: fieldsOf(ruleSet, "R2"), R3: fieldsOf(ruleSet, "R3") },
    leftOut: { primary: primary.leftOut, junior: junior.leftOut },
  };
};

const staffSections = (
  state: CountyState,
  assessment: CountyAssessment,
  stage: Stage,
  rowOf: ReadonlyMap<string, number>,
  ruleSet: RuleSet,
): { readonly sections: readonly StaffSection[]; readonly leftOut: number } => {
  const sections: StaffSection[] = [];
  let leftOut = 0;
  for (const judged of assessment.stages[stage].sections) {
    const row = rowOf.get(judged.schoolCode);
    if (row === undefined || judged.ownerCode === privateOwner) continue;
    const rows = [row, ...judged.mergedFrom.flatMap((code) => rowOf.get(code) ?? [])];
    const pupils = judged.pupils ?? Number.NaN;
    const reported = rows.every((member) => teacherFields.every((field) => !Number.isNaN(state.teachers[stage][field][member])));
    if (Number.isNaN(pupils) || !reported) {
      leftOut += 1;
      continue;
    }
    const required = (indicator: StaffIndicator): number => (judged.indicators[indicator].standard * pupils) / scaleOf(ruleSet, indicator);
    sections.push({
      code: judged.schoolCode,
      row,
      rows,
      pupils,
      required: { R1: required("R1"), R2: required("R2"), R3: required("R3") },
    });
  }
  sections.sort((left, right) => (left.code < right.code ? -1 : 1));
  return { sections, leftOut };
};
