import type { TFunction } from "i18next";
import { formatCount, formatCv, formatNumber, formatPercent, formatValue } from "~/components/format";
import type { VerdictKind } from "~/components/VerdictChip";
import { figureOf, sizeField } from "../lever-figures";
import type { Driver } from "./driver-graph";

export interface DriverText {
  readonly title: string;
  readonly value: string;
  /** Shape and word of a judgement; null for inputs. */
  readonly verdict: VerdictKind | null;
}

/** A driver in two lines. */
export const driverText = (t: TFunction, driver: Driver): DriverText => {
  switch (driver.kind) {
    case "county": {
      const { verdict, failing, open } = driver;
      const told = failing > 0 || (verdict === "not_evaluable" && open > 0);
      return {
        title: t("workspace:drivers.county"),
        value: [
          ...(told ? [] : [t(`common:verdict.${verdict}`)]),
          ...(failing > 0 ? [t("planning:result.short_of", { count: failing })] : []),
          ...(open > 0 ? [t("planning:result.also_open", { count: open })] : []),
        ].join(" · "),
        verdict,
      };
    }
    case "stage":
      return {
        title: t(`rules:stage.${driver.stage}`),
        value: t("workspace:drivers.sections_met", { met: driver.met, of: driver.of }),
        verdict: driver.verdict,
      };
    case "balance":
      return {
        title: t("rules:cv.of", { stage: t(`rules:stage.${driver.stage}`), indicator: t(`rules:indicator.${driver.indicator}.short`) }),
        value: t("workspace:drivers.against", { value: formatCv(driver.value), limit: formatCv(driver.limit) }),
        verdict: driver.verdict,
      };
    case "sections":
      return {
        title: t("workspace:drivers.sections_of", {
          stage: t(`rules:stage.${driver.stage}`),
          indicator: t(`rules:indicator.${driver.indicator}.short`),
        }),
        value: t("workspace:drivers.below", { failing: driver.failing, of: driver.of }),
        verdict: driver.verdict,
      };
    case "items":
      return {
        title: t(`workspace:result.${driver.part}`),
        value: t("workspace:drivers.sections_met", { met: driver.met, of: driver.of }),
        verdict: driver.verdict,
      };
    case "item":
      return {
        title: `${driver.item} ${t(`clauses:${driver.item}.short`)}`,
        value: t(`common:verdict.${driver.verdict}`),
        verdict: driver.verdict,
      };
    case "section":
      return {
        title: `${driver.section.schoolName} ${t(`rules:section.${driver.section.stage}`)}`,
        value: t("workspace:drivers.against_standard", {
          value: formatValue(driver.section.values[driver.indicator]),
          standard: formatValue(driver.standard),
        }),
        verdict: driver.section.states[driver.indicator],
      };
    case "resource":
      return {
        title: t(`workspace:drivers.resource.${driver.indicator}`),
        value: formatNumber(driver.value, driver.indicator === "R6" ? 1 : 0),
        verdict: null,
      };
    case "pupils":
      return { title: t("workspace:drivers.pupils"), value: formatCount(driver.value), verdict: null };
    case "lever": {
      const field = sizeField(driver.lever.type);
      const size = figureOf(driver.lever, field.name);
      const unit = field.unit === undefined ? "" : t(`planning:unit.${field.unit}`);
      return {
        title: t(`planning:lever.${driver.lever.type}`),
        value: field.share === true ? formatPercent(size, 0) : `${formatNumber(size, Number.isInteger(size) ? 0 : 1)} ${unit}`,
        verdict: null,
      };
    }
    case "missing":
      return { title: t("workspace:drivers.missing"), value: t("workspace:drivers.add"), verdict: null };
    case "missing_item":
      return {
        title: t("workspace:drivers.missing"),
        value: t("workspace:drivers.add_lever", { lever: t(`planning:lever.${driver.type}`) }),
        verdict: null,
      };
    case "assumption":
      return { title: t(`planning:assumptions.${driver.name}`), value: formatPercent(driver.value), verdict: null };
  }
};
