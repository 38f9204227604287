import type { Lever, ScenarioDocument } from "@server/planning/contract";
import type { CountyDataset, School } from "@server/statistics/contract";
import { unreportedCounty, unreportedSchool } from "@server/statistics/facts-contract";
import { county, school } from "../county";

/** A scenario small enough for paper: what is asked, the arithmetic, and every figure that must come out. */
export interface WorkedExample {
  readonly name: string;
  /** How the figures are found by hand. */
  readonly arithmetic: string;
  /** The small county of this file when left out. */
  readonly dataset?: CountyDataset;
  readonly assumptions?: Partial<ScenarioDocument["assumptions"]>;
  readonly levers?: readonly Lever[];
  /** The procedure's rules with their reliefs; the national measure when left out. */
  readonly withReliefs?: boolean;
  /**
   * Figures of 2026, 2027 and 2028: `1001 facilities.teachingAreaM2` of a school, `1001:primary R4` as judged,
   * `county quotaPlaces` of the county; null where nothing is reported.
   */
  readonly figures: Readonly<Record<string, readonly [number | null, number | null, number | null]>>;
  /** 万元 in 2026, 2027 and 2028; nothing when left out. */
  readonly costWan?: readonly [number, number, number];
}

const grades = (persons: number) =>
  [persons, persons, persons, persons, persons, persons] as [number, number, number, number, number, number];
const rooms = { music96: 1, music73: 0, music61: 0, music54: 0, art90: 1, art67: 0, art61: 0, art54: 0 };
const money = (publicFunds: number, training: number): School["money"] => ({
  publicFundsBudgetWan: publicFunds,
  publicFundsActualWan: publicFunds,
  trainingBudgetWan: training,
  trainingActualWan: training,
});
const staff = (certified: number, trained360: number): School["staff"] => ({
  ...unreportedSchool().staff,
  certified,
  trained360,
  underFiveYears: 0,
});

/**
 *                     1001 rural   1002 in a dense centre   2001 junior
 *   pupils a grade        10                40                  50        60, 240 and 150 in all
 *   teachers              10                20                  15
 *   with higher degree     6                14                  12
 *   backbone               2                 4                   2
 *   PE, music, art      1, 1, 0           2, 1, 1             1, 1, 1
 *   certified, 360 h      8, 5             20, 20              15, 15
 *   teaching area m²      600              1800                1500       no gyms
 *   sports field m²       900              2400                1800
 *   equipment 万元         12                60                  45
 *   multimedia rooms       3                 8                   6
 *   public funds 万元     4.2              16.8                13.5
 *
 * Fifty enter the primary schools a year and fifty leave them, all for 2001: nothing changes of itself.
 */
export const smallCounty: CountyDataset = (() => {
  const dataset = county([
    {
      ...school({
        code: "1001",
        primary: grades(10),
        primaryTeachers: { fullTime: 10, aboveRequiredEducation: 6, backbone: 2, physicalEducation: 1, music: 1, art: 0 },
        facilities: { teachingAreaM2: 600, sportsFieldAreaM2: 900, equipmentValueWan: 12, multimediaRooms: 3, ordinaryClassrooms: 6 },
      }),
      locality: "rural",
      staff: staff(8, 5),
      specialRooms: rooms,
      money: money(4.2, 0.1),
    },
    {
      ...school({
        code: "1002",
        primary: grades(40),
        primaryTeachers: { fullTime: 20, aboveRequiredEducation: 14, backbone: 4, physicalEducation: 2, music: 1, art: 1 },
        facilities: { teachingAreaM2: 1800, sportsFieldAreaM2: 2400, equipmentValueWan: 60, multimediaRooms: 8, ordinaryClassrooms: 12 },
      }),
      conditions: { ...unreportedSchool().conditions, denseCentre: true },
      staff: staff(20, 20),
      specialRooms: rooms,
      money: money(16.8, 0.84),
    },
    {
      ...school({
        code: "2001",
        junior: [50, 50, 50],
        juniorTeachers: { fullTime: 15, aboveRequiredEducation: 12, backbone: 2, physicalEducation: 1, music: 1, art: 1 },
        facilities: { teachingAreaM2: 1500, sportsFieldAreaM2: 1800, equipmentValueWan: 45, multimediaRooms: 6, ordinaryClassrooms: 6 },
      }),
      staff: staff(15, 15),
      specialRooms: rooms,
      money: money(13.5, 0.675),
    },
  ]);
  const facts = {
    ...unreportedCounty().facts,
    publicFundsPrimaryYuan: 700,
    publicFundsJuniorYuan: 900,
    specialPupils: 20,
    specialFundsYuan: 100_000,
    teacherPayWan: 9,
    civilServantPayWan: 10,
    seniorPlaces: 200,
    quotaPlaces: 100,
  };
  return { ...dataset, county: { ...dataset.county, facts } };
})();

/** The small county with other schools. */
export const withSchools = (schools: readonly School[]): CountyDataset => ({ ...smallCounty, schools: [...schools] });

/** The small county with births that are known. */
export const withBirths = (births: CountyDataset["county"]["births"]): CountyDataset => ({
  ...smallCounty,
  county: { ...smallCounty.county, births },
});
