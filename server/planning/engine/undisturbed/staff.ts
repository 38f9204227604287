import { settled } from "../further";
import { retiringAt } from "../retiring";
import type { Question } from "../simulate";
import { type ByStage, type Column, type CountyState, type TeacherField, teacherFields } from "../state";
import { type YearCells, yearCells } from "./cells";
import type { DrawnYears } from "./drawn-years";

/** 教师 of all years. */
export interface StaffYears {
  readonly teachers: ByStage<Readonly<Record<TeacherField, YearCells>>>;
  /** 专任教师 of a whole school: as it says, else of both stages; 持证 and 五年360学时 among them. */
  readonly all: YearCells;
  readonly certified: YearCells;
  readonly trained: YearCells;
  readonly fill: (drawn: DrawnYears) => void;
}

/** A figure in the base year and in the years after it. */
interface Figure {
  readonly first: Column;
  readonly cells: YearCells;
}

type Stage = keyof ByStage<unknown>;

/** Steps the staff of every school through all years, as `stepStaff`, `naturalGains` and `settleWholes` do year by year. */
export const staffYears = ({ model }: Question, state: CountyState, years: number): StaffYears => {
  const { teacherAttrition, teacherReplacement, upgradingRate, backboneRate } = model.assumptions;
  const figure = (first: Column): Figure => ({ first, cells: yearCells(first, years) });
  const figuresOf = (stage: Stage): Record<TeacherField, Figure> => {
    const of: Partial<Record<TeacherField, Figure>> = {};
    for (const field of teacherFields) of[field] = figure(state.teachers[stage][field]);
    return of as Record<TeacherField, Figure>;
  };
  const teachers = { primary: figuresOf("primary"), junior: figuresOf("junior") };
  const rows = state.zones.grade1.length;
  const certified = figure(state.further["staff.certified"]);
  const trained = figure(state.further["staff.trained360"]);
  const unsplit = state.further["unsplitTeachers.fullTime"];
  const all = figure(unsplit);
  const retiring = Array.from({ length: rows }, (_, row) => model.retiring.map((of) => retiringAt(of, row))).flat();
  const retiringYears = Float64Array.from(retiring);

  /** The teachers of one stage, how many of them stay, and those among them who gain what they had not. */
  const fillStage = (stage: Stage, row: number, { attrition, replacement, gains }: DrawnYears): void => {
    const { fullTime, aboveRequiredEducation, backbone, physicalEducation, music, art, integratedArts } = teachers[stage];
    let present = fullTime.first[row] as number;
    if (present === 0) return;
    let veterans = state.veterans[stage][row] as number;
    let upgraded = aboveRequiredEducation.first[row] as number;
    let backbones = backbone.first[row] as number;
    let ofSports = physicalEducation.first[row] as number;
    let ofMusic = music.first[row] as number;
    let ofArt = art.first[row] as number;
    let ofAllArts = integratedArts.first[row] as number;
    for (let year = 0, cell = row * years; year < years; year += 1, cell += 1) {
      const retire = retiringYears[cell] as number;
      let factor = 1;
      // Where nobody leaves all stays as reported, even where the number of teachers is not.
      if (present !== 0 && (teacherAttrition !== 0 || retire !== 0)) {
        const rate = Math.min(1, teacherAttrition * (attrition[cell] as number));
        const staying = (1 - retire) * (1 - rate);
        const leavers = veterans * (1 - staying) + (present - veterans) * rate;
        const refill = leavers * Math.min(1, teacherReplacement * (replacement[cell] as number));
        factor = (present - leavers + refill) / present;
        veterans *= staying;
        present *= factor;
      }
      const upgrading = Math.min(1, upgradingRate * (gains[cell] as number));
      const rising = Math.min(1, backboneRate * (gains[cell] as number));
      upgraded *= factor;
      backbones *= factor;
      if (upgrading !== 0) upgraded += Math.max(0, present - upgraded) * upgrading;
      if (rising !== 0) backbones += Math.max(0, present - backbones) * rising;
      ofSports *= factor;
      ofMusic *= factor;
      ofArt *= factor;
      ofAllArts *= factor;
      fullTime.cells[cell] = present;
      aboveRequiredEducation.cells[cell] = upgraded;
      backbone.cells[cell] = backbones;
      physicalEducation.cells[cell] = ofSports;
      music.cells[cell] = ofMusic;
      art.cells[cell] = ofArt;
      integratedArts.cells[cell] = ofAllArts;
    }
  };

  /** Persons among all teachers of a school. */
  const fillSchool = (row: number): void => {
    const [primary, junior] = [teachers.primary.fullTime, teachers.junior.fullTime];
    let before = (primary.first[row] as number) + (junior.first[row] as number);
    let [isCertified, isTrained, together] = [certified.first[row] as number, trained.first[row] as number, unsplit[row] as number];
    for (let year = 0, cell = row * years; year < years; year += 1, cell += 1) {
      const after = (primary.cells[cell] as number) + (junior.cells[cell] as number);
      if (before !== 0 && (teacherAttrition !== 0 || (retiringYears[cell] as number) !== 0)) {
        const factor = after / before;
        isCertified *= factor;
        isTrained *= factor;
        together *= factor;
      }
      isCertified = settled(isCertified, after);
      isTrained = settled(isTrained, after);
      certified.cells[cell] = isCertified;
      trained.cells[cell] = isTrained;
      all.cells[cell] = Number.isNaN(together) ? after : together;
      before = after;
    }
  };

  const cellsOf = (stage: Stage): Record<TeacherField, YearCells> => {
    const of: Partial<Record<TeacherField, YearCells>> = {};
    for (const field of teacherFields) of[field] = teachers[stage][field].cells;
    return of as Record<TeacherField, YearCells>;
  };
  return {
    teachers: { primary: cellsOf("primary"), junior: cellsOf("junior") },
    certified: certified.cells,
    trained: trained.cells,
    all: all.cells,
    fill: (drawn) => {
      for (let row = 0; row < rows; row += 1) {
        fillStage("primary", row, drawn);
        fillStage("junior", row, drawn);
        fillSchool(row);
      }
    },
  };
};
