import type { Assumptions } from "@server/planning/contract";
import type { FormReader } from "./form-fields";

/** One line a year: `2027 1180`; also 2027：1180 and full-width digits. Lines that cannot be read become NaN and are refused by the schema. */
const readSeries = (text: string): { year: number; entrants: number }[] =>
  text
    .normalize("NFKC")
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [year = "", entrants = ""] = line.split(/[\s:,=]+/);
      return { year: Number(year), entrants: entrants === "" ? Number.NaN : Number(entrants) };
    });

/** Writes a series the way `readSeries` reads it. */
export const writeSeries = (entrants: Assumptions["entrants"]): string =>
  entrants.mode === "series" ? entrants.series.map(({ year, entrants: count }) => `${year} ${count}`).join("\n") : "";

/** The assumptions form → a candidate for the schema. */
export const readAssumptions = (form: FormReader): unknown => {
  const mode = form.text("entrantsMode");
  const entrants =
    mode === "series"
      ? { mode, series: readSeries(form.text("series")) }
      : mode === "trend"
        ? { mode, annualChange: form.percent("annualChange") }
        : { mode };
  return {
    entrants,
    entrantsTrendBeyondBirths: form.percent("entrantsTrendBeyondBirths"),
    juniorLeakage: form.percent("juniorLeakage"),
    classPolicy: form.text("classPolicy"),
    classCap: { primary: form.number("capPrimary"), junior: form.number("capJunior") },
    teacherAttrition: form.percent("teacherAttrition"),
    teacherReplacement: form.percent("teacherReplacement"),
    priceGrowth: form.percent("priceGrowth"),
  };
};
