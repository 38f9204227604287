import { countyOfSize } from "@db/seeds/small-county";
import type { Lever, LeverType } from "@server/planning/contract";
import type { CountyDataset } from "@server/statistics/contract";
import { lever } from "./county";

interface Places {
  readonly first: string;
  readonly second: string;
  readonly dense: string;
  readonly rural: string;
  readonly junior: string;
}

const half = (persons: number | null): number | null => (persons === null ? null : persons / 2);

/** A county of the fixture family in which every kind of lever has somewhere to act. */
export const countyWith = (seed: number): { readonly dataset: CountyDataset; readonly places: Places } => {
  const county = countyOfSize(14, seed);
  const plain = county.schools.filter(
    ({ code, type, ownerCode }) => type === "primary" && ownerCode !== 10 && county.schools.every(({ parentCode }) => parentCode !== code),
  );
  const codeOf = (index: number): string => plain[index % plain.length]?.code ?? "";
  const places = {
    first: codeOf(0),
    second: codeOf(1),
    dense: codeOf(0),
    rural: codeOf(1),
    junior: county.schools.find(({ type }) => type === "junior")?.code ?? "",
  };
  const schools = county.schools.map((school) => ({
    ...school,
    conditions: { ...school.conditions, denseCentre: school.code === places.dense },
    locality: school.code === places.rural ? ("rural" as const) : school.locality,
    // Some teachers still lack certificates and hours.
    staff: { ...school.staff, certified: half(school.staff.certified), trained360: half(school.staff.trained360) },
  }));
  return { dataset: { ...county, schools }, places };
};

type Timing = Pick<Lever, "startYear" | "leadYears">;

/** One lever of every kind, possible in the county where it takes effect within the horizon. */
export const everyKind = (
  { first, second, dense, rural, junior }: Places,
  timing: Timing,
  endYear: number,
): Readonly<Record<LeverType, Lever>> => ({
  build_classrooms: lever("build_classrooms", { schoolCode: first, ...timing }),
  build_sports: lever("build_sports", { schoolCode: second, kind: "gym", areaM2: 400, ...timing }),
  convert_sports: lever("convert_sports", { schoolCode: dense, ...timing }),
  lease_venue: lever("lease_venue", { schoolCode: dense, endYear, ...timing }),
  build_special_rooms: lever("build_special_rooms", { schoolCode: junior, kind: "art", ...timing }),
  buy_equipment: lever("buy_equipment", { schoolCode: junior, valueWan: 12.5, ...timing }),
  equip_multimedia: lever("equip_multimedia", { schoolCode: first, rooms: 3, ...timing }),
  write_off: lever("write_off", { schoolCode: second, valueWan: 1.5, multimediaRooms: 1, ...timing }),
  transfer_equipment: lever("transfer_equipment", { fromCode: first, toCode: second, valueWan: 2, ...timing }),
  hire_teachers: lever("hire_teachers", { target: { mode: "largest_deficit", stage: "junior" }, count: 7, ...timing }),
  upgrade_education: lever("upgrade_education", { schoolCode: "", stage: "junior", endYear, ...timing }),
  train_backbone: lever("train_backbone", { schoolCode: "", stage: "primary", endYear, ...timing }),
  train_360: lever("train_360", { schoolCode: "", endYear, ...timing }),
  certify_teachers: lever("certify_teachers", { schoolCode: "", endYear, ...timing }),
  rotate_teachers: lever("rotate_teachers", { fromCode: first, toCode: second, stage: "primary", teachers: 1, ...timing }),
  rotation_quota: lever("rotation_quota", { endYear, ...timing }),
  itinerant_teachers: lever("itinerant_teachers", { schoolCode: rural, endYear, ...timing }),
  close_school: lever("close_school", { schoolCode: first, targets: [{ schoolCode: second, share: 1 }], ...timing }),
  open_school: lever("open_school", { code: "N001", ...timing }),
  rezone: lever("rezone", { fromCode: first, toCode: second, stage: "primary", scope: "all_pupils", ...timing }),
  class_cap: lever("class_cap", { schoolCode: "", stage: "primary", cap: 30, ...timing }),
  public_funds: lever("public_funds", { schoolCode: "", primaryYuan: 5000, juniorYuan: 5000, ...timing }),
  training_funds: lever("training_funds", { schoolCode: "", fundsShare: 0.2, ...timing }),
  special_funds: lever("special_funds", { perPupilYuan: 50_000, ...timing }),
  teacher_pay: lever("teacher_pay", { payShare: 2, ...timing }),
  county_fact: lever("county_fact", {
    fact: "quotaPlaces",
    mode: "values",
    targetYear: null,
    values: [{ year: endYear, value: 1 }],
    ...timing,
  }),
  declare: lever("declare", { item: "all", endYear, ...timing }),
  // Every generated school has a charter.
  school_findings: lever("school_findings", { schoolCode: first, charter: "no", ...timing }),
});
