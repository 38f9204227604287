import type { Stage } from "@server/statistics/contract";
import { cellAt } from "./cells";
import type { CountyColumns } from "./columns";
import { add, divide, type Fraction, fractionOf, multiply, one, reduce, zero } from "./exact";
import type { Unit } from "./inclusion";
import type { IndicatorRule } from "./rule-set";
import type { Rules } from "./rules-in-force";
import { exactShareOf, type MovingPortion, type Portion, portionOf, type Sharing, sharingStages, weightsOf, writePortion } from "./split";
import { suppliedCells } from "./supplements";

/** The primary or junior section (小学部 / 初中部) of a counted school. */
export interface Section {
  readonly unit: Unit;
  readonly stage: Stage;
  readonly pupils: number;
  /** Part of the unit's facilities that goes to the section, and the same as one number. */
  readonly portion: Portion;
  readonly share: number;
  readonly mixed: boolean;
  /** Who shares the facilities of the unit; nobody unless it is mixed. */
  readonly sharing: readonly Sharing[];
}

/** The same while its figures follow its school from one year to the next. */
export interface MovingSection extends Section {
  pupils: number;
  readonly portion: MovingPortion;
  share: number;
}

const nobody: readonly Sharing[] = [];

const sectionOf = (unit: Unit, stage: Stage, split: Rules["split"]): MovingSection => {
  const weights = weightsOf(unit, split);
  const portion = portionOf(unit, stage, weights);
  return {
    unit,
    stage,
    pupils: unit.pupils[stage],
    portion,
    share: portion.part / portion.whole,
    mixed: weights !== null,
    sharing: weights === null ? nobody : sharingStages.filter((one) => weights[one] !== undefined && unit.pupils[one] !== 0),
  };
};

/** Sections of one stage. A stage with no pupils has no section. */
export const sectionsOf = (units: readonly Unit[], stage: Stage, { split }: Pick<Rules, "split">): readonly MovingSection[] =>
  units.filter(({ pupils }) => pupils[stage] !== 0).map((unit) => sectionOf(unit, stage, split));

/** Brings sections up to the pupils of their schools, as long as these still have pupils in the same stages. */
export const followSchools = (sections: readonly MovingSection[], { split }: Pick<Rules, "split">): void => {
  for (const section of sections) {
    const { unit, stage, mixed, portion } = section;
    section.pupils = unit.pupils[stage];
    const weights = mixed ? weightsOf(unit, split) : null;
    if (weights === null) continue;
    writePortion(portion, unit, stage, weights);
    section.share = portion.part / portion.whole;
  }
};

/** A reported column and the sign with which it enters a resource. */
export interface Term {
  readonly column: Float64Array;
  readonly sign: 1 | -1;
}

/** Columns that an indicator adds up for a stage, with their signs. */
const termColumns = (columns: CountyColumns, rule: IndicatorRule, stage: Stage): readonly Term[] =>
  rule.numerator.from === "teachers"
    ? rule.numerator.terms.map(({ field, sign }) => ({ column: columns.teachers[stage][field], sign }))
    : rule.numerator.terms.map(({ field, sign }) => ({ column: columns.facilities[field], sign }));

/** Resource and pupils of one section as fractions of the imported figures. Only for figures that are all there. */
export interface ExactSection {
  readonly resource: Fraction;
  readonly pupils: Fraction;
  readonly share: Fraction;
}

const exactTotal = (column: Float64Array, members: readonly number[]): Fraction =>
  members.map((row) => fractionOf(cellAt(column, row))).reduce(add, zero);

/** What a resource is made of: its columns, base units in one reported unit, and whether the stages of a school share it. */
export interface Measure {
  readonly terms: readonly Term[];
  readonly toBase: number;
  readonly shared: boolean;
}

const exactShare = (columns: CountyColumns, { split }: Pick<Rules, "split">, { unit, stage }: Section): Fraction =>
  exactShareOf(unit, stage, split, {
    primary: exactTotal(columns.pupils.primary, unit.members),
    junior: exactTotal(columns.pupils.junior, unit.members),
    senior: exactTotal(columns.pupils.senior, unit.members),
    kindergarten: split.kindergarten === 0 ? zero : exactTotal(columns.further["enrolment.kindergarten"], unit.members),
  });

/** The exact twin of a section's resource (base unit) and share, for any measure. Pupils need not be known where nothing is shared. */
export const exactResource = (
  columns: CountyColumns,
  rules: Pick<Rules, "split">,
  measure: Measure,
  section: Section,
): Omit<ExactSection, "pupils"> => {
  const total = measure.terms
    .map(({ column, sign }) => multiply({ n: BigInt(sign), d: 1n }, exactTotal(column, section.unit.members)))
    .reduce(add, zero);
  const share = measure.shared && section.mixed ? exactShare(columns, rules, section) : one;
  return { resource: reduce(multiply(multiply(total, fractionOf(measure.toBase)), share)), share };
};

/** The same with the section's pupils. */
export const exactMeasure = (columns: CountyColumns, rules: Pick<Rules, "split">, measure: Measure, section: Section): ExactSection => ({
  ...exactResource(columns, rules, measure, section),
  pupils: exactTotal(columns.pupils[section.stage], section.unit.members),
});

/** Resource (base unit) of a section whose school has a supplement. */
export const suppliedResource = (columns: CountyColumns, rule: IndicatorRule, { unit, stage, portion }: Section): number => {
  let own = 0;
  let shared = 0;
  let shares = false;
  for (const cell of suppliedCells(columns, rule, unit, stage)) {
    if (!cell.shared) own += cell.sign * cell.value;
    else {
      shared += cell.sign * cell.value;
      shares = true;
    }
  }
  return shares ? own * rule.toBase + (shared * rule.toBase * portion.part) / portion.whole : own * rule.toBase;
};

/** True when more of a resource is shared by the stages of the school: rooms and equipment, and teachers not told apart. */
const sharesMore = (columns: CountyColumns, rule: IndicatorRule, { unit, stage, mixed }: Section): boolean =>
  mixed &&
  (rule.numerator.from === "facilities" ||
    (unit.supplement?.unsplit === true &&
      suppliedCells(columns, rule, unit, stage).some(({ path }) => path.startsWith("unsplitTeachers."))));

/** Share of a section in what its school gets more of a resource. */
export const furtherShare = (columns: CountyColumns, rule: IndicatorRule, section: Section): number =>
  sharesMore(columns, rule, section) ? section.share : 1;

const exactSupplied = (columns: CountyColumns, rules: Rules, rule: IndicatorRule, section: Section): ExactSection => {
  const cells = suppliedCells(columns, rule, section.unit, section.stage);
  // The share asks for the pupils of every stage, which need not be known where nothing is shared.
  const share = section.mixed && cells.some(({ shared }) => shared) ? exactShare(columns, rules, section) : one;
  const total = cells
    .map(({ value, sign, shared }) => multiply(multiply({ n: BigInt(sign), d: 1n }, fractionOf(value)), shared ? share : one))
    .reduce(add, zero);
  return {
    resource: reduce(multiply(total, fractionOf(rule.toBase))),
    pupils: exactTotal(columns.pupils[section.stage], section.unit.members),
    share: sharesMore(columns, rule, section) ? share : one,
  };
};

/** The exact twin of the section's resource (base unit), pupils and share of what it gets more. */
export const exactSection = (columns: CountyColumns, rules: Rules, rule: IndicatorRule, section: Section): ExactSection =>
  section.unit.supplement === null
    ? exactMeasure(
        columns,
        rules,
        { terms: termColumns(columns, rule, section.stage), toBase: rule.toBase, shared: rule.numerator.from === "facilities" },
        section,
      )
    : exactSupplied(columns, rules, rule, section);

/** Value of an indicator without rounding. */
export const exactValue = (rule: IndicatorRule, exact: ExactSection): Fraction =>
  divide(multiply(exact.resource, fractionOf(rule.scale)), exact.pupils);
