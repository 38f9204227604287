import { type UncountedPart, uncountedParts, type Whole, wholeOfYear } from "@server/compliance/whole-contract";
import { type Span, spanOf } from "@server/kernel/span";
import type { Projection, YearOutcome } from "@server/planning/contract";
import type { TFunction } from "i18next";
import type { YearStripRow } from "~/components/YearStrip";

/** What is said of a year: the whole, and its resource part (七项指标与差异系数) alone. */
export interface YearVerdict extends Whole {
  readonly year: number;
  readonly resource: Whole;
  /** Parts without a count that are not met, or cannot be judged, as the whole is. */
  readonly beside: readonly UncountedPart[];
}

type Judged = Pick<YearOutcome, "year" | "verdict" | "failing" | "notEvaluable" | "items" | "overall">;

export const yearVerdict = (outcome: Judged): YearVerdict => {
  const { year, verdict, failing, notEvaluable: open, overall } = outcome;
  const whole = wholeOfYear(outcome);
  return {
    year,
    ...whole,
    resource: { verdict, failing, open },
    beside: overall === null ? [] : uncountedParts.filter((part) => overall[part] !== "met" && overall[part] === whole.verdict),
  };
};

export interface Spans {
  readonly whole: Span;
  readonly resource: Span;
}

/** When a county passes, as a whole and in its resource part. */
export const spansOf = (years: readonly YearVerdict[]): Spans => ({
  whole: spanOf(years.map(({ year, verdict }) => ({ year, met: verdict === "met" }))),
  resource: spanOf(years.map(({ year, resource }) => ({ year, met: resource.verdict === "met" }))),
});

/** The year to look at when none is asked for: the first that passes as a whole, else in its resource part, else the last. */
export const yearShown = (
  { years, baseYear, trial }: Pick<Projection, "years" | "baseYear"> & { readonly trial: readonly Judged[] },
  asked: number | null,
): number => {
  if (asked !== null && years.includes(asked)) return asked;
  const { whole, resource } = spansOf(trial.map(yearVerdict));
  return whole.firstYear ?? resource.firstYear ?? years.at(-1) ?? baseYear;
};

type Cell = YearStripRow["cells"][number];

/** Under 无法评定 a bare count is one of what cannot be judged; under any other verdict it has to say so. */
const noteOf = (t: TFunction, { verdict, failing, open }: Whole, beside: readonly UncountedPart[]): string => {
  if (verdict === "not_evaluable" && open > 0) return t("planning:result.open", { count: open });
  const others = failing > 0 ? [] : beside.map((part) => t(`planning:result.part.${part}`));
  return [...others, ...(open > 0 ? [t("planning:result.also_open", { count: open })] : [])].join(t("compliance:gaps.separator"));
};

/** 差 n 项 with what cannot be judged under it; a year that nothing fails is said by its verdict. */
const cellOf = (t: TFunction, whole: Whole, beside: readonly UncountedPart[]): Cell => ({
  kind: whole.verdict,
  text: whole.verdict === "not_met" && whole.failing > 0 ? t("planning:result.short_of", { count: whole.failing }) : undefined,
  note: noteOf(t, whole, beside),
});

/** Cells of a year strip, of the whole. */
export const wholeCells = (t: TFunction, years: readonly (Whole & Partial<Pick<YearVerdict, "beside">>)[]): readonly Cell[] =>
  years.map((year) => cellOf(t, year, year.beside ?? []));

/** The same of the resource part. */
export const resourceCells = (t: TFunction, years: readonly Pick<YearVerdict, "resource">[]): readonly Cell[] =>
  years.map(({ resource }) => cellOf(t, resource, []));
