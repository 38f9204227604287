import { smallCounty } from "@db/seeds/small-county";
import type { CountyDataset } from "@server/statistics/contract";
import { declarationItems } from "@server/statistics/facts-contract";

/** The small county as another one's data of a year. */
export const datasetOf = (place: { readonly code: string; readonly name: string }, year = 2026): CountyDataset => {
  const dataset = smallCounty();
  return { ...dataset, county: { ...dataset.county, code: place.code, name: place.name, statisticsYear: year, fiscalYear: year - 1 } };
};

/** The small county with some figures changed: `teaching` scales every school's teaching area. */
export const scaled = (dataset: CountyDataset, teaching: number): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school) => ({
    ...school,
    facilities: { ...school.facilities, teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) * teaching },
  })),
});

export const withoutEquipment = (dataset: CountyDataset): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school) => ({ ...school, facilities: { ...school.facilities, equipmentValueWan: null } })),
});

export const wellProvided = (dataset: CountyDataset): CountyDataset => ({
  ...dataset,
  schools: dataset.schools.map((school) => ({
    ...school,
    facilities: {
      ...school.facilities,
      teachingAreaM2: (school.facilities.teachingAreaM2 ?? 0) * 1.2,
      sportsFieldAreaM2: (school.facilities.sportsFieldAreaM2 ?? 0) * 1.2,
      equipmentValueWan: (school.facilities.equipmentValueWan ?? 0) * 1.2,
      multimediaRooms: Math.ceil((school.facilities.multimediaRooms ?? 0) * 1.2),
    },
  })),
});

/** Every standard of the resources met, and of the county's own statements one denied and one not given. */
export const failingItems = (dataset: CountyDataset): CountyDataset => {
  const well = wellProvided(dataset);
  const [denied, missing] = declarationItems;
  const declarations = { ...well.county.declarations, [denied]: false };
  delete declarations[missing];
  return { ...well, county: { ...well.county, declarations } };
};
