import type { CountyComparisonRow } from "@server/province/contract";

/** Kinds of county by the last two digits of its code (GB/T 2260): 01–20 市辖区, 21–80 县、旗, 81–99 县级市. */
export const countyTypes = ["district", "county", "city", "unknown"] as const;
export type CountyType = (typeof countyTypes)[number];

export const countyTypeOf = ({ countyCode }: Pick<CountyComparisonRow, "countyCode">): CountyType => {
  const number = /^\d{6}$/.test(countyCode) ? Number(countyCode.slice(4)) : 0;
  if (number === 0) return "unknown";
  return number <= 20 ? "district" : number <= 80 ? "county" : "city";
};

/** By the published share of pupils in rural schools: below a third, up to two thirds, above; unknown where it is not published. */
export const ruralTypes = ["urban", "mixed", "rural", "unknown"] as const;
export type RuralType = (typeof ruralTypes)[number];

export const ruralTypeOf = ({ publication }: Pick<CountyComparisonRow, "publication">): RuralType => {
  const share = publication?.digest?.likeness.ruralShare ?? null;
  if (share === null) return "unknown";
  return share < 1 / 3 ? "urban" : share <= 2 / 3 ? "mixed" : "rural";
};
