import { type Assumptions, ageBandStarts, type ScenarioSchool } from "@server/planning/contract";
import { assumptionLists, linesOf, numberOf, schoolWords } from "./assumption-lines";
import type { FormReader } from "./form-fields";

/** One line a year: `2027 1180`; also 2027：1180 and full-width digits. Lines that cannot be read become NaN and are refused by the schema. */
export const readYearValues = (text: string): { year: number; value: number }[] =>
  linesOf(text).map(([year, value]) => ({ year: Number(year), value: numberOf(value) }));

/** Writes values the way `readYearValues` reads them. */
export const writeYearValues = (values: readonly { readonly year: number; readonly value: number }[]): string =>
  values.map(({ year, value }) => `${year} ${value}`).join("\n");

/** Writes a series of entrants, one line a year. */
export const writeSeries = (entrants: Assumptions["entrants"]): string =>
  entrants.mode === "series" ? writeYearValues(entrants.series.map(({ year, entrants: value }) => ({ year, value }))) : "";

/** The assumptions form → a candidate for the schema. */
export const readAssumptions = (form: FormReader, schools: readonly ScenarioSchool[]): unknown => {
  const words = schoolWords(schools);
  const listOf = (name: keyof typeof assumptionLists): unknown =>
    assumptionLists[name].read(form.text(name), words, form.text("countyWord"));
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
    zoneShares: listOf("zoneShares"),
    entrantNumbers: listOf("entrantNumbers"),
    progressionRatios: listOf("progressionRatios"),
    netTransfers: listOf("netTransfers"),
    feederShares: listOf("feederShares"),
    retention: form.text("retention"),
    evidence: form.text("evidence"),
    retirement: form.text("retirement"),
    ageShares: ageBandStarts.map((age) => form.percent(`age${age}`)),
    womenShare: form.percent("womenShare"),
    schoolAges: listOf("schoolAges"),
    upgradingRate: form.percent("upgradingRate"),
    backboneRate: form.percent("backboneRate"),
    teacherAttrition: form.percent("teacherAttrition"),
    teacherReplacement: form.percent("teacherReplacement"),
    priceGrowth: form.percent("priceGrowth"),
  };
};
