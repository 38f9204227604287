import type { Stage } from "@server/statistics/contract";
import type { TeacherField } from "../columns";

/** A figure of every return in every year: cell `row * years + year`. */
export type YearCells = Float64Array;

/** What moves from year to year in a county where nobody builds, buys, opens or closes anything. */
export interface MovingYears {
  readonly pupils: Readonly<Record<Stage, YearCells>>;
  readonly classes: Readonly<Record<Stage, YearCells>>;
  /** The most of each return in any year, by row; a figure that is not known makes it unknown. */
  readonly most: Readonly<Record<"pupils" | "classes", Readonly<Record<Stage, Float64Array>>>>;
  readonly teachers: Readonly<Record<Stage, Readonly<Record<TeacherField, YearCells>>>>;
  /** 学区内 pupils of the return at a row, of which not all are asked for. */
  readonly inZone: Readonly<Record<Stage, (row: number) => YearCells>>;
  /** 专任教师 of a return: of the whole school where it says so, else of both stages; 持证 and 五年360学时 among them. */
  readonly allTeachers: YearCells;
  readonly certified: YearCells;
  readonly trained: YearCells;
  /** 公用经费 budget of the return at a row, 万元: small schools alone are asked for it. */
  readonly funds: (row: number) => YearCells;
}
