import { type Assumptions, ageBandStarts } from "@server/planning/contract";
import type { FormReader } from "./form-fields";

const linesOf = (text: string): string[][] =>
  text
    .normalize("NFKC")
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/[\s:,=]+/));

const numberOf = (cell: string | undefined): number => (cell === undefined || cell === "" ? Number.NaN : Number(cell));
const shareOf = (cell: string | undefined): number => Number((numberOf(cell?.replace("%", "")) / 100).toFixed(6));
const percentOf = (share: number): number => Number((share * 100).toFixed(4));

/** One line a year: `2027 1180`; also 2027：1180 and full-width digits. Lines that cannot be read become NaN and are refused by the schema. */
export const readYearValues = (text: string): { year: number; value: number }[] =>
  linesOf(text).map(([year, value]) => ({ year: Number(year), value: numberOf(value) }));

/** Writes values the way `readYearValues` reads them. */
export const writeYearValues = (values: readonly { readonly year: number; readonly value: number }[]): string =>
  values.map(({ year, value }) => `${year} ${value}`).join("\n");

/** Writes a series of entrants, one line a year. */
export const writeSeries = (entrants: Assumptions["entrants"]): string =>
  entrants.mode === "series" ? writeYearValues(entrants.series.map(({ year, entrants: value }) => ({ year, value }))) : "";

/** One line a school: `code 30`, in percent. */
export const writeZones = (zones: Assumptions["zoneShares"]): string =>
  zones.map(({ schoolCode, share }) => `${schoolCode} ${percentOf(share)}`).join("\n");

/** One line a way: `from to 60`, in percent. */
export const writeFeeders = (feeders: Assumptions["feederShares"]): string =>
  feeders.map(({ fromCode, toCode, share }) => `${fromCode} ${toCode} ${percentOf(share)}`).join("\n");

/** The assumptions form → a candidate for the schema. */
export const readAssumptions = (form: FormReader): unknown => {
  const mode = form.text("entrantsMode");
  const entrants =
    mode === "series"
      ? { mode, series: readYearValues(form.text("series")).map(({ year, value }) => ({ year, entrants: value })) }
      : mode === "trend"
        ? { mode, annualChange: form.percent("annualChange") }
        : { mode };
  return {
    entrants,
    entrantsTrendBeyondBirths: form.percent("entrantsTrendBeyondBirths"),
    juniorLeakage: form.percent("juniorLeakage"),
    classPolicy: form.text("classPolicy"),
    classCap: { primary: form.number("capPrimary"), junior: form.number("capJunior") },
    entrantShares: form.text("entrantShares"),
    zoneShares: linesOf(form.text("zoneShares")).map(([schoolCode, share]) => ({ schoolCode, share: shareOf(share) })),
    feederShares: linesOf(form.text("feederShares")).map(([fromCode, toCode, share]) => ({ fromCode, toCode, share: shareOf(share) })),
    retention: form.text("retention"),
    evidence: form.text("evidence"),
    retirement: form.text("retirement"),
    ageShares: ageBandStarts.map((age) => form.percent(`age${age}`)),
    womenShare: form.percent("womenShare"),
    upgradingRate: form.percent("upgradingRate"),
    backboneRate: form.percent("backboneRate"),
    teacherAttrition: form.percent("teacherAttrition"),
    teacherReplacement: form.percent("teacherReplacement"),
    priceGrowth: form.percent("priceGrowth"),
  };
};
