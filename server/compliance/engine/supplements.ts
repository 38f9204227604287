import type { Stage } from "@server/statistics/contract";
import { cellAt } from "./cells";
import { type CountyColumns, schoolAt } from "./columns";
import type { FurtherPath } from "./further-columns";
import type { MovingUnit, Supplement, Unit } from "./inclusion";
import type { IndicatorRule } from "./rule-set";
import type { Rules } from "./rules-in-force";

/**
 * Few schools have a supplement, so the ordinary path knows nothing of them. What a relief lets in is
 * claimed by reporting it: a cell left empty claims nothing.
 */

const visiting: readonly FurtherPath[] = [
  "staff.visitingPhysicalEducation",
  "staff.visitingMusic",
  "staff.visitingArt",
  "staff.visitingIntegratedArts",
];
const nothing: readonly FurtherPath[] = [];

/** One figure that enters a resource: where it stands, its sign, and whether the stages of the school share it. */
export interface SuppliedCell {
  readonly row: number;
  readonly path: string;
  readonly value: number;
  readonly sign: 1 | -1;
  readonly shared: boolean;
}

const reported = (columns: CountyColumns, { members }: Unit, paths: readonly FurtherPath[]): boolean =>
  paths.some((path) => members.some((row) => cellAt(columns.further[path], row) > 0));

/** R3 (规程): schools of 50 to 99 pupils in rural areas count the PE and arts teachers who come to teach there. */
const visitingTeachers = (columns: CountyColumns, { values }: Rules, unit: Unit): readonly FurtherPath[] => {
  if (!values["relief.R3.on"]) return nothing;
  const pupils = unit.pupils.primary + unit.pupils.junior + unit.pupils.senior;
  const small = pupils >= values["relief.R3.minimumPupils"] && pupils <= values["relief.R3.maximumPupils"];
  return small && values["relief.R3.localities"].includes(schoolAt(columns, unit.head).locality) ? visiting : nothing;
};

/** R5 (规程): schools in over-dense city centres count converted space on the site and leased venues close by. */
const furtherSports = (columns: CountyColumns, { values }: Rules, unit: Unit): readonly FurtherPath[] => {
  if (!values["relief.R5.on"] || cellAt(columns.further["conditions.denseCentre"], unit.head) !== 1) return nothing;
  return [
    ...(values["relief.R5.convertedSpace"] ? (["reliefSports.convertedAreaM2"] as const) : []),
    ...(values["relief.R5.leasedVenues"] ? (["reliefSports.leasedAreaM2"] as const) : []),
  ];
};

const unsplitPaths: Readonly<Partial<Record<string, FurtherPath>>> = {
  fullTime: "unsplitTeachers.fullTime",
  backbone: "unsplitTeachers.backbone",
  physicalEducation: "unsplitTeachers.physicalEducation",
  music: "unsplitTeachers.music",
  art: "unsplitTeachers.art",
  integratedArts: "unsplitTeachers.integratedArts",
};

const supplementOf = (columns: CountyColumns, rules: Rules, unit: Unit): Supplement | null => {
  const teachers = visitingTeachers(columns, rules, unit);
  const sports = furtherSports(columns, rules, unit);
  const R3 = reported(columns, unit, teachers) ? teachers : nothing;
  const R5 = reported(columns, unit, sports) ? sports : nothing;
  const unsplit = rules.values["split.unsplitTeachers"] === "by_weighted_pupils";
  return R3.length + R5.length > 0 || unsplit ? { R3, R5, unsplit } : null;
};

/** Whether a school may have one in some year, whatever its pupils are then. */
export const mayHaveSupplement = (columns: CountyColumns, rules: Rules, unit: Unit): boolean =>
  rules.values["split.unsplitTeachers"] === "by_weighted_pupils" ||
  (rules.values["relief.R3.on"] && reported(columns, unit, visiting)) ||
  reported(columns, unit, furtherSports(columns, rules, unit));

/** Gives each counted school what counts beside its ordinary figures on the day judged. */
export const giveSupplements = (columns: CountyColumns, rules: Rules, units: readonly MovingUnit[]): void => {
  const { values } = rules;
  if (!values["relief.R3.on"] && !values["relief.R5.on"] && values["split.unsplitTeachers"] === "not_evaluable") return;
  for (const unit of units) unit.supplement = supplementOf(columns, rules, unit);
};

/** The schools without what reliefs let in. */
export const withoutReliefs = (units: readonly Unit[]): readonly Unit[] =>
  units.map((unit) => (unit.supplement === null ? unit : { ...unit, supplement: { ...unit.supplement, R3: nothing, R5: nothing } }));

const reliefPaths = (rule: IndicatorRule, { supplement }: Unit): readonly FurtherPath[] =>
  rule.id === "R3" ? (supplement?.R3 ?? nothing) : rule.id === "R5" ? (supplement?.R5 ?? nothing) : nothing;

/** True for the path of a figure that counts under a relief only. */
export const isReliefPath = (path: string): boolean => path.startsWith("staff.visiting") || path.startsWith("reliefSports.");

/** True when a relief lets further figures into an indicator of a school. */
export const isRelieved = (rule: IndicatorRule, unit: Unit): boolean => reliefPaths(rule, unit).length > 0;

/** Column of the figure that stands for the stages together, where no stage has its own; null where none does. */
const unsplitPath = (
  columns: CountyColumns,
  row: number,
  stage: Stage,
  field: keyof CountyColumns["teachers"]["primary"],
): FurtherPath | null => {
  const other: Stage = stage === "primary" ? "junior" : "primary";
  const path = unsplitPaths[field];
  if (path === undefined || !Number.isNaN(cellAt(columns.teachers[stage][field], row))) return null;
  const otherOpen = Number.isNaN(cellAt(columns.teachers[other][field], row)) || cellAt(columns.pupils[other], row) === 0;
  return otherOpen && !Number.isNaN(cellAt(columns.further[path], row)) ? path : null;
};

const ownCells = (columns: CountyColumns, { numerator }: IndicatorRule, unit: Unit, stage: Stage): readonly SuppliedCell[] => {
  if (numerator.from === "facilities") {
    return unit.members.flatMap((row) =>
      numerator.terms.map(({ field, sign }) => ({
        row,
        path: `facilities.${field}`,
        value: cellAt(columns.facilities[field], row),
        sign,
        shared: true,
      })),
    );
  }
  return unit.members.flatMap((row) =>
    numerator.terms.map(({ field, sign }) => {
      const together = unit.supplement?.unsplit === true ? unsplitPath(columns, row, stage, field) : null;
      return together === null
        ? { row, path: `teachers.${stage}.${field}`, value: cellAt(columns.teachers[stage][field], row), sign, shared: false }
        : { row, path: together, value: cellAt(columns.further[together], row), sign, shared: true };
    }),
  );
};

/** Every figure that enters one indicator of one stage of a school, campuses and supplements included; NaN where one is missing. */
export const suppliedCells = (columns: CountyColumns, rule: IndicatorRule, unit: Unit, stage: Stage): readonly SuppliedCell[] => [
  ...ownCells(columns, rule, unit, stage),
  ...unit.members.flatMap((row) =>
    reliefPaths(rule, unit)
      .map((path): SuppliedCell => ({ row, path, value: cellAt(columns.further[path], row), sign: 1, shared: true }))
      .filter(({ value }) => !Number.isNaN(value)),
  ),
];
