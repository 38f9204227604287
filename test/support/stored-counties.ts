import { smallCounty } from "@db/seeds/small-county";
import { storeDataset } from "@server/statistics";
import type { CountyDataset, DatasetHead, School } from "@server/statistics/contract";
import type { SeededOrganisation } from "./organisations";
import type { TestDatabase } from "./postgres";

interface How {
  readonly statisticsYear?: number;
  /** All teaching areas times this, so that each call gives other data. */
  readonly scale?: number;
}

const scaled = (school: School, scale: number): School => ({
  ...school,
  facilities: { ...school.facilities, teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) * scale },
});

/** Stores the small county as the data of an organisation, in the name of its planner. */
export const storeCounty = async (
  database: TestDatabase,
  place: SeededOrganisation,
  { statisticsYear = 2026, scale = 1 }: How = {},
): Promise<DatasetHead> => {
  const base = smallCounty();
  const dataset: CountyDataset = {
    ...base,
    county: { ...base.county, code: place.code, name: place.name, statisticsYear, fiscalYear: statisticsYear - 1 },
    schools: scale === 1 ? base.schools : base.schools.map((school) => scaled(school, scale)),
  };
  const { planner } = place.actors;
  const stored = await database.withTenant(planner, (tx) => storeDataset(tx, planner, { dataset, sources: {}, fileName: "县数据.xlsx" }));
  return stored.dataset;
};
