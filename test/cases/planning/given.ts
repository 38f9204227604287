import type { Assumptions } from "@server/planning/contract";
import { county, lever, school } from "./county";

/** What a planner enters school by school, and a county to enter it for. */
export type Lists = Partial<Pick<Assumptions, "entrantNumbers" | "progressionRatios" | "netTransfers" | "entrantShares" | "entrants">>;

/** 50 enter a year, 10 at 1001 and 40 at 1002; 4001 teaches seniors only. */
export const givenCounty = county([
  school({ code: "1001", primary: [10, 10, 10, 10, 10, 10] }),
  school({ code: "1002", primary: [40, 40, 40, 40, 40, 40] }),
  school({ code: "2001", junior: [50, 50, 50] }),
  { ...school({ code: "4001", type: "senior" }), classes: { primaryByGrade: null, juniorByGrade: null } },
]);

export const entrantsOf = (schoolCode: string, year: number, entrants: number) => ({ schoolCode, year, entrants });
export const transfer = (schoolCode: string, grade: number, year: number, pupils: number) => ({ schoolCode, grade, year, pupils });

/** 1001 closes in 2028 and its pupils go to 1002; N001 opens in 2028. */
export const closing = lever("close_school", { schoolCode: "1001", targets: [{ schoolCode: "1002", share: 1 }], leadYears: 2 });
export const opening = lever("open_school", { code: "N001", leadYears: 2 });
