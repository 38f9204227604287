import { type CountyComparisonRow, type Digest, trendYears } from "@server/province/contract";
import type { PassingPart } from "@server/province/passing-contract";
import type { TFunction } from "i18next";
import { formatCount, formatMoneyWan, formatNumber, formatPercent } from "~/components/format";
import type { CompareColumn, Drawn } from "./drawn";
import type { MoneyByCounty } from "./least-money";
import { type PassingByBaseline, passingOf } from "./passing";

const blank: Drawn = { kind: "text", text: "" };
type Baseline = Digest["baseline"];

/** Sections that do not meet, told apart from those that cannot be judged; where that is not published, nobody can say of either. */
const standingOf = ({ sectionsTotal, sectionsMet, digest }: NonNullable<CountyComparisonRow["publication"]>) => {
  const rest = sectionsTotal - sectionsMet;
  const unknown = digest?.sectionsNotEvaluable ?? rest;
  return { failing: rest - unknown, unknown };
};

/** Columns that tell which county it is and how it stands; every view has some of them. */
export const leadColumns = (t: TFunction, statisticsYear: number, moneyByCounty: MoneyByCounty) => {
  const unpublished = t("province:compare.unpublished");
  const word = {
    met: t("common:verdict.met"),
    not_met: t("common:verdict.not_met"),
    not_evaluable: t("common:verdict.not_evaluable"),
  } as const;

  const county: CompareColumn = {
    key: "county",
    head: t("province:compare.county"),
    label: t("province:compare.county"),
    width: 96,
    align: "start",
    order: () => null,
    draw: ({ countyName, publication }) => ({
      kind: "county",
      text: countyName,
      to: publication === null ? null : `/province/counties/${publication.id}`,
    }),
    file: [
      { head: t("comparing:code"), value: ({ countyCode }) => countyCode },
      { head: t("province:compare.county"), value: ({ countyName }) => countyName },
    ],
  };
  const city: CompareColumn = {
    key: "city",
    head: t("province:compare.city"),
    label: t("province:compare.city"),
    width: 76,
    align: "start",
    order: null,
    draw: ({ cityName }) => (cityName === null ? blank : { kind: "city", text: cityName }),
    file: [{ head: t("province:compare.city"), value: ({ cityName }) => cityName }],
  };
  const verdict: CompareColumn = {
    key: "verdict",
    head: t("compliance:matrix.verdict"),
    label: t("compliance:matrix.verdict"),
    width: 86,
    align: "start",
    order: null,
    draw: ({ publication }) =>
      publication === null
        ? { kind: "text", text: unpublished }
        : { kind: "verdict", verdict: publication.verdict, text: word[publication.verdict] },
    file: [
      {
        head: t("compliance:matrix.verdict"),
        value: ({ publication }) => (publication === null ? unpublished : word[publication.verdict]),
      },
    ],
  };
  const failing: CompareColumn = {
    key: "failing",
    head: t("province:compare.failing_title"),
    label: t("province:compare.failing"),
    width: 50,
    align: "end",
    order: ({ publication }) => publication?.failing ?? null,
    draw: ({ publication }) => ({ kind: "text", text: formatCount(publication?.failing) }),
    file: [
      { head: t("province:compare.failing"), value: ({ publication }) => publication?.failing ?? null },
      { head: t("comparing:not_evaluable_items"), value: ({ publication }) => publication?.notEvaluable ?? null },
    ],
  };
  const gap: CompareColumn = {
    key: "gap",
    head: t("province:compare.gap_title"),
    label: t("province:compare.gap"),
    width: 62,
    align: "end",
    order: ({ publication }) => publication?.distance ?? null,
    draw: ({ publication }) => ({ kind: "text", text: formatNumber(publication?.distance, 2) }),
    file: [{ head: t("province:compare.gap"), value: ({ publication }) => publication?.distance ?? null }],
  };
  const sections: CompareColumn = {
    key: "sections",
    head: t("province:compare.sections_met"),
    label: t("province:compare.sections"),
    width: 64,
    align: "end",
    order: ({ publication }) =>
      publication === null || publication.sectionsTotal === 0 ? null : publication.sectionsMet / publication.sectionsTotal,
    draw: ({ publication }) => ({
      kind: "text",
      text: publication === null ? formatCount(null) : `${publication.sectionsMet}/${publication.sectionsTotal}`,
    }),
    file: [
      { head: t("province:compare.sections_met"), value: ({ publication }) => publication?.sectionsMet ?? null },
      { head: t("province:compare.sections"), value: ({ publication }) => publication?.sectionsTotal ?? null },
    ],
  };
  const share: CompareColumn = {
    ...sections,
    key: "sections",
    head: t("comparing:share_met"),
    label: t("comparing:share_met"),
    width: 168,
    align: "start",
    draw: ({ publication }) =>
      publication === null
        ? { kind: "text", text: formatPercent(null) }
        : {
            kind: "bar",
            met: publication.sectionsMet,
            ...standingOf(publication),
            text: t("comparing:share_text", {
              share: formatPercent(publication.sectionsTotal === 0 ? null : publication.sectionsMet / publication.sectionsTotal),
              met: publication.sectionsMet,
              total: publication.sectionsTotal,
            }),
          },
  };

  const passingText = (passing: PassingByBaseline): string => {
    if (passing.kind === "unpublished") return t("comparing:passing.unpublished");
    if (passing.kind === "now") return t("comparing:passing.now");
    if (passing.kind === "never" || passing.kind === "unknown") return t(`comparing:passing.${passing.kind}`, { year: passing.until });
    const values = { year: passing.year, count: passing.years };
    return passing.lasts ? t("comparing:passing.year", values) : t("comparing:passing.short", values);
  };
  const yearsOf = (key: string, part: PassingPart): CompareColumn => ({
    key,
    head: t(`comparing:passing.title.${part}`),
    label: t(`comparing:passing.label.${part}`),
    width: 118,
    align: "start",
    order: (row) => {
      const passing = passingOf(row, part);
      return passing.kind === "now" ? 0 : passing.kind === "year" ? passing.years : null;
    },
    draw: (row) => ({ kind: "text", text: passingText(passingOf(row, part)) }),
    file: [{ head: t(`comparing:passing.title.${part}`), value: (row) => passingText(passingOf(row, part)) }],
  });
  const years = yearsOf("years", "whole");
  const resourceYears = yearsOf("resource_years", "resource");

  const moneyText = ({ countyId, publication }: CountyComparisonRow): string => {
    if (publication === null) return t("comparing:passing.unpublished");
    const least = moneyByCounty[countyId];
    if (least === undefined) return t("comparing:money.not_computed");
    return typeof least === "string"
      ? t(`comparing:money.${least}`)
      : t("comparing:money.value", { cost: formatMoneyWan(least.costWan), year: least.targetYear });
  };
  const knownMoney = (countyId: string) => {
    const least = moneyByCounty[countyId];
    return typeof least === "object" ? least : null;
  };
  const money: CompareColumn = {
    key: "money",
    head: t("comparing:money.title"),
    label: t("comparing:money.label"),
    width: 152,
    align: "start",
    order: ({ countyId }) => knownMoney(countyId)?.costWan ?? null,
    draw: (row) => ({ kind: "text", text: moneyText(row) }),
    file: [
      { head: t("comparing:money.title"), value: ({ countyId }) => knownMoney(countyId)?.costWan ?? null },
      { head: t("comparing:money.year"), value: ({ countyId }) => knownMoney(countyId)?.targetYear ?? null },
      { head: t("comparing:money.words"), value: moneyText },
    ],
  };
  const lacking: CompareColumn = {
    key: "whole",
    head: t("comparing:money.whole_then"),
    label: t("comparing:money.whole_label"),
    width: 150,
    align: "start",
    order: null,
    draw: ({ countyId }) => ({ kind: "text", text: knownMoney(countyId)?.rest ?? "" }),
    file: [{ head: t("comparing:money.whole_then"), value: ({ countyId }) => knownMoney(countyId)?.rest ?? null }],
  };

  const lookedBack = Array.from({ length: trendYears }, (_, index) => statisticsYear - trendYears + 1 + index);
  const trend: CompareColumn = {
    key: "trend",
    head: t("comparing:trend.title", { from: lookedBack[0], to: statisticsYear }),
    label: t("comparing:trend.label"),
    width: 76,
    align: "start",
    order: null,
    draw: (row) => {
      const values = lookedBack.map((year) => row.trend.find((one) => one.year === year)?.failing ?? null);
      if (values.every((value) => value === null)) return blank;
      return {
        kind: "spark",
        values,
        failing: row.publication?.verdict === "not_met",
        text: lookedBack.map((year, index) => `${year}: ${formatCount(values[index])}`).join(", "),
      };
    },
    file: lookedBack.map((year) => ({
      head: t("comparing:trend.of", { year }),
      value: (row) => row.trend.find((one) => one.year === year)?.failing ?? null,
    })),
  };

  /** As many items as the county is short of in a year of its baseline, counted like the years behind it where that is published. */
  const short = ({ failing: count, whole }: Baseline[number]): number => count + (whole?.itemsFailing ?? 0);
  const ahead = Array.from({ length: 11 }, (_, index) => statisticsYear + index);
  const baseline: CompareColumn = {
    key: "baseline",
    head: t("comparing:baseline.title"),
    label: t("comparing:baseline.label"),
    width: 76,
    align: "start",
    order: null,
    draw: ({ publication }) => {
      const course = publication?.digest?.baseline ?? [];
      if (course.length === 0) return { kind: "text", text: publication === null ? "" : t("comparing:passing.unpublished") };
      return {
        kind: "spark",
        values: course.map(short),
        failing: course.slice(-1).some((one) => short(one) > 0),
        text: course.map((one) => `${one.year}: ${formatCount(short(one))}`).join(", "),
      };
    },
    file: ahead.map((year) => ({
      head: t("comparing:baseline.of", { year }),
      value: ({ publication }) => {
        const found = publication?.digest?.baseline.find((one) => one.year === year);
        return found === undefined ? null : short(found);
      },
    })),
  };
  return { county, city, verdict, failing, gap, sections, share, years, resourceYears, money, lacking, trend, baseline };
};
