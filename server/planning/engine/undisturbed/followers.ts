import { settled, smallSchoolPupils } from "../further";
import type { ByStage, Column, CountyState } from "../state";
import { type YearCells, yearCells } from "./cells";
import type { PupilYears } from "./pupils";

/**
 * What goes with the pupils of a school in all years, as `followPupils` and `settleWholes` say year by year: stepped for
 * the school at a row when it is asked for.
 */
export interface FollowerYears {
  readonly inZone: ByStage<(row: number) => YearCells>;
  /** 公用经费 budget, 万元. */
  readonly funds: (row: number) => YearCells;
}

const funded = (pupils: number): number => (pupils > 0 ? Math.max(pupils, smallSchoolPupils) : pupils);

export const followerYears = (state: CountyState, years: number, { pupils }: PupilYears): FollowerYears => {
  const { further, taught } = state;
  const first = {
    inZone: { primary: further["enrolment.inZonePrimary"], junior: further["enrolment.inZoneJunior"] },
    funds: further["money.publicFundsBudgetWan"],
  };
  const inZone = { primary: yearCells(first.inZone.primary, years), junior: yearCells(first.inZone.junior, years) };
  const funds = yearCells(first.funds, years);
  const pupilsOf = (grades: readonly Column[], row: number): number => grades.reduce((sum, column) => sum + (column[row] as number), 0);
  const before = {
    primary: Float64Array.from(first.funds, (_, row) => pupilsOf(state.pupils.primary, row)),
    junior: Float64Array.from(first.funds, (_, row) => pupilsOf(state.pupils.junior, row)),
  };

  const zoneOf = (stage: "primary" | "junior", row: number): YearCells => {
    const [whole, cells] = [pupils[stage], inZone[stage]];
    if (taught[stage][row] !== 1) return cells;
    let own = first.inZone[stage][row] as number;
    let was = before[stage][row] as number;
    for (let year = 0, cell = row * years; year < years; year += 1, cell += 1) {
      const is = whole[cell] as number;
      if (is !== was) own = (own * is) / was;
      own = settled(own, is);
      cells[cell] = own;
      was = is;
    }
    return cells;
  };

  const fundsOf = (row: number): YearCells => {
    if (taught.primary[row] !== 1 && taught.junior[row] !== 1) return funds;
    let own = first.funds[row] as number;
    let was = funded((before.primary[row] as number) + (before.junior[row] as number));
    for (let year = 0, cell = row * years; year < years; year += 1, cell += 1) {
      const is = funded((pupils.primary[cell] as number) + (pupils.junior[cell] as number));
      if (is !== was) own = (own * is) / was;
      funds[cell] = own;
      was = is;
    }
    return funds;
  };

  return { inZone: { primary: (row) => zoneOf("primary", row), junior: (row) => zoneOf("junior", row) }, funds: fundsOf };
};
