import { type Assumptions, ageBandStarts } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { formatCount, formatExact } from "~/components/format";
import { assumptionLists, type SchoolWords } from "./assumption-lines";
import { writeSeries } from "./assumptions-form";

/** One assumption in words. */
export interface AssumptionText {
  /** Path that its source is filed under. */
  readonly path: string;
  readonly label: string;
  /** A list has an entry a line. */
  readonly value: string;
  /** How an entry of a list reads. */
  readonly form?: string;
}

/** A share as it was typed, in percent, with all its digits. */
const percent = (share: number): string => `${formatExact(Number((share * 100).toFixed(4)))}%`;

const entrantsText = (t: TFunction, { entrants }: Assumptions): string => {
  const mode = t(`planning:assumptions.mode.${entrants.mode}`);
  if (entrants.mode === "trend") return `${mode} ${percent(entrants.annualChange)}`;
  return entrants.mode === "series" ? `${mode}\n${writeSeries(entrants)}` : mode;
};

/** Every assumption in words, in the order of the form. */
export const assumptionTexts = (t: TFunction, assumptions: Assumptions, words: SchoolWords): readonly AssumptionText[] => {
  const label = (name: string): string => t(`planning:assumptions.${name}`);
  const county = label("county_word");
  const choice = (path: "entrantShares" | "retention" | "evidence" | "retirement"): AssumptionText => ({
    path,
    label: label(path),
    value: t(`planning:assumptions.option.${assumptions[path]}`),
  });
  const list = <K extends keyof typeof assumptionLists>(path: K): AssumptionText => {
    const { write } = assumptionLists[path];
    const value = write(assumptions[path], words, county);
    return value === ""
      ? { path, label: label(path), value: label("none_given") }
      : { path, label: label(path), value, form: t(`planning:assumptions.${path}_hint`, { county }) };
  };
  const share = (
    path:
      | "entrantsTrendBeyondBirths"
      | "juniorLeakage"
      | "womenShare"
      | "upgradingRate"
      | "backboneRate"
      | "teacherAttrition"
      | "teacherReplacement"
      | "priceGrowth",
  ): AssumptionText => ({ path, label: label(path), value: percent(assumptions[path]) });
  const cap = (path: string, name: string, pupils: number): AssumptionText => ({
    path,
    label: label(name),
    value: `${formatCount(pupils)} ${t("planning:unit.persons")}`,
  });
  return [
    { path: "entrants", label: label("entrants"), value: entrantsText(t, assumptions) },
    choice("entrantShares"),
    list("zoneShares"),
    share("entrantsTrendBeyondBirths"),
    share("juniorLeakage"),
    list("entrantNumbers"),
    list("progressionRatios"),
    list("netTransfers"),
    list("feederShares"),
    { path: "classPolicy", label: label("classPolicy"), value: t(`planning:assumptions.policy.${assumptions.classPolicy}`) },
    cap("classCap.primary", "capPrimary", assumptions.classCap.primary),
    cap("classCap.junior", "capJunior", assumptions.classCap.junior),
    choice("retirement"),
    {
      path: "ageShares",
      label: label("ageShares"),
      value: ageBandStarts
        .map((from, index) => `${t("planning:assumptions.age", { from })} ${percent(assumptions.ageShares[index] ?? 0)}`)
        .join("\n"),
    },
    share("womenShare"),
    list("schoolAges"),
    share("upgradingRate"),
    share("backboneRate"),
    choice("retention"),
    choice("evidence"),
    share("teacherAttrition"),
    share("teacherReplacement"),
    share("priceGrowth"),
  ];
};
