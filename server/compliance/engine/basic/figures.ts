import { type Figure, type SharedFigure, sharedFigures } from "@server/compliance/basic-contract";
import type { Stage } from "@server/statistics/contract";
import { classSizeBands } from "@server/statistics/facts-contract";
import { cellAt } from "../cells";
import type { CountyColumns, FacilityField, TeacherField } from "../columns";
import { pupilPaths, pupilsColumn } from "../inputs";
import type { Measure, Section } from "../sections";
import type { FigureTerms } from "./rule-set";

/** Figures of the returns by the names that rules use, with the dataset paths that they rest on. */

/** True for a figure that the school reports as a whole and its stages share. */
export const isShared = (figure: Figure): figure is SharedFigure => (sharedFigures as readonly Figure[]).includes(figure);

const facility = (figure: string): FacilityField => figure.slice("facilities.".length) as FacilityField;
const teacher = (figure: string): TeacherField => figure.slice("teachers.".length) as TeacherField;

const classesOver = (columns: CountyColumns, stage: Stage, limit: number): Float64Array => {
  const total = new Float64Array(columns.schools.length);
  classSizeBands.forEach(({ from }, band) => {
    const column = columns.classSizes[stage][band];
    if (from > limit && column !== undefined)
      for (let row = 0; row < total.length; row++) total[row] = cellAt(total, row) + cellAt(column, row);
  });
  return total;
};

/** The column of a figure, one cell a return. */
export const columnOf = (columns: CountyColumns, figure: Figure, stage: Stage): Float64Array => {
  switch (figure) {
    case "pupils":
      return columns.pupils[stage];
    case "classes":
      return columns.classes[stage];
    case "classesOver45":
    case "classesOver50":
    case "classesOver55":
      return classesOver(columns, stage, Number(figure.slice("classesOver".length)));
    case "basic.computers":
    case "basic.books":
      return columns.further[figure];
    case "teachers.midTitle":
      return columns.further[stage === "primary" ? "basic.midTitlePrimary" : "basic.midTitleJunior"];
    default:
      return isShared(figure) ? columns.facilities[facility(figure)] : columns.teachers[stage][teacher(figure)];
  }
};

/** Dotted dataset path (within a school) of a figure. */
export const pathOf = (figure: Figure, stage: Stage): string => {
  switch (figure) {
    case "pupils":
      return pupilPaths[stage];
    case "classes":
      return `classes.${stage}ByGrade`;
    case "classesOver45":
    case "classesOver50":
    case "classesOver55":
      return `classSizes.${stage}`;
    case "teachers.midTitle":
      return stage === "primary" ? "basic.midTitlePrimary" : "basic.midTitleJunior";
    default:
      return isShared(figure) ? figure : `teachers.${stage}.${teacher(figure)}`;
  }
};

/** The measure of signed figures for one stage. Money counts in yuan; all terms are shared or none is. */
export const measureOf = (columns: CountyColumns, terms: FigureTerms, stage: Stage): Measure => ({
  terms: terms.map(({ figure, sign }) => ({ column: columnOf(columns, figure, stage), sign })),
  toBase: terms.some(({ figure }) => figure === "facilities.equipmentValueWan") ? 10_000 : 1,
  shared: terms.some(({ figure }) => isShared(figure)),
});

/** Resource of a section in base units, after merging and splitting; NaN when a figure is missing. */
export const resourceOf = ({ terms, toBase, shared }: Measure, { unit, portion }: Section): number => {
  let total = 0;
  for (const { column, sign } of terms) for (const row of unit.members) total += sign * cellAt(column, row);
  return shared ? (total * toBase * portion.part) / portion.whole : total * toBase;
};

/** Paths of the figures that are missing for signed figures of a section, pupils among them, each once. */
export const missingOf = (columns: CountyColumns, terms: FigureTerms, { unit, stage, mixed, sharing }: Section): string[] => {
  const missing = new Set<string>();
  for (const row of unit.members) {
    for (const { figure } of terms) if (Number.isNaN(cellAt(columnOf(columns, figure, stage), row))) missing.add(pathOf(figure, stage));
    const shared = mixed && terms.some(({ figure }) => isShared(figure));
    for (const of of shared ? sharing : [stage]) {
      if (Number.isNaN(cellAt(pupilsColumn(columns, of), row))) missing.add(pupilPaths[of]);
    }
  }
  return [...missing];
};
