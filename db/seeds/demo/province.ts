import type { CountyDataset } from "@server/statistics/contract";
import { countyDatasets } from "./county";
import { countyProfiles, demoCityHeads, demoProvinceHead } from "./profiles";

export interface DemoOrganisation {
  readonly code: string;
  readonly name: string;
}

export interface DemoCounty {
  readonly organisation: DemoOrganisation & { readonly cityCode: string };
  /** One dataset a statistics year, oldest first. */
  readonly years: readonly CountyDataset[];
  /** Whether the newest year is published to city and province. */
  readonly publish: boolean;
}

export interface DemoProvince {
  readonly province: DemoOrganisation;
  readonly cities: readonly DemoOrganisation[];
  readonly counties: readonly DemoCounty[];
}

/** The demonstration province, or one county of it: invented, deterministic, the same bytes on every machine. */
export const demoProvince = (only?: string): DemoProvince => ({
  province: demoProvinceHead,
  cities: demoCityHeads,
  counties: countyProfiles
    .filter(({ code }) => only === undefined || code === only)
    .map((profile) => ({
      organisation: { code: profile.code, name: profile.name, cityCode: demoCityHeads[profile.city].code },
      years: countyDatasets(profile),
      publish: profile.publish,
    })),
});
