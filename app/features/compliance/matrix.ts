import {
  type ResourceIndicator,
  resourceIndicators,
  type SectionAssessment,
  type StageAssessment,
  type Verdict,
  verdictSchema,
} from "@server/compliance/contract";
import { z } from "zod";
import type { VerdictKind } from "~/components/VerdictChip";

/** One row of 表Ⅱ-2: what the table draws, nothing more; figures and verdicts in the order of `resourceIndicators`. */
export interface MatrixRow {
  readonly id: string;
  readonly schoolName: string;
  readonly mixedStage: boolean;
  readonly pupils: number | null;
  readonly metCount: number;
  readonly verdict: Verdict;
  readonly usesRemainder: boolean;
  /** The relief without which the school would fail, null for none. */
  readonly relief: SectionAssessment["relief"];
  readonly values: readonly (number | null)[];
  readonly kinds: readonly VerdictKind[];
}

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly townships: readonly string[];
  /** Standard and 85 % floor of each indicator; null for a stage without sections. */
  readonly limits: Readonly<Record<ResourceIndicator, { readonly standard: number; readonly floor: number }>> | null;
  readonly stage: Pick<
    StageAssessment,
    "pupils" | "sectionsTotal" | "sectionsMet" | "sectionsNotEvaluable" | "indicatorMet" | "balance" | "verdict" | "balanceVerdict"
  >;
}

const sorts = ["worst", "name", "pupils", "met", ...resourceIndicators] as const;
/** Filters and order of the matrix as they stand in the address; anything unknown falls back. */
const matrixQuerySchema = z.object({
  stage: z.enum(["primary", "junior"]).catch("primary"),
  search: z.string().trim().max(60).catch(""),
  township: z.string().max(60).nullable().catch(null),
  verdict: verdictSchema.nullable().catch(null),
  sort: z.enum(sorts).catch("worst"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
});
export type MatrixQuery = z.infer<typeof matrixQuerySchema>;

/** The matrix query of an address; an empty choice of a filter means no filter. */
export const matrixQuery = (url: URL): MatrixQuery => {
  const read = (name: string): string | null => url.searchParams.get(name) || null;
  return matrixQuerySchema.parse(
    Object.fromEntries(["stage", "search", "township", "verdict", "sort", "direction"].map((name) => [name, read(name)])),
  );
};

const verdictRank: Readonly<Record<Verdict, number>> = { not_met: 0, not_evaluable: 1, met: 2 };
const shortfall = (section: SectionAssessment): number =>
  resourceIndicators.reduce((sum, indicator) => sum + (section.indicators[indicator].shortfall ?? 0), 0);

/** Worst first: verdict, then indicators met, then how far below, ties by school code (never by pinyin). */
const worstFirst = (a: SectionAssessment, b: SectionAssessment): number =>
  verdictRank[a.verdict] - verdictRank[b.verdict] || a.metCount - b.metCount || shortfall(b) - shortfall(a) || byCode(a, b);
const byCode = (a: SectionAssessment, b: SectionAssessment): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const figure = (section: SectionAssessment, sort: MatrixQuery["sort"]): number | null => {
  if (sort === "pupils") return section.pupils;
  if (sort === "met") return section.metCount;
  return sort === "worst" || sort === "name" ? null : section.indicators[sort].value;
};

/** Missing figures stay at the end in either direction: a gap is neither small nor large. */
const compare =
  (query: MatrixQuery) =>
  (a: SectionAssessment, b: SectionAssessment): number => {
    const sign = query.direction === "asc" ? 1 : -1;
    if (query.sort === "worst") return worstFirst(a, b);
    if (query.sort === "name") return sign * byCode(a, b);
    const [left, right] = [figure(a, query.sort), figure(b, query.sort)];
    if (left === null || right === null) return left === right ? byCode(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byCode(a, b);
  };

const toRow = ({
  id,
  schoolName,
  mixedStage,
  pupils,
  metCount,
  verdict,
  usesRemainder,
  relief,
  indicators,
}: SectionAssessment): MatrixRow => ({
  id,
  schoolName,
  mixedStage,
  pupils,
  metCount,
  verdict,
  usesRemainder,
  relief,
  values: resourceIndicators.map((indicator) => indicators[indicator].value),
  kinds: resourceIndicators.map((indicator) => (indicators[indicator].borderline ? "borderline" : indicators[indicator].state)),
});

const perIndicator = <T>(read: (indicator: ResourceIndicator) => T): Record<ResourceIndicator, T> => ({
  R1: read("R1"),
  R2: read("R2"),
  R3: read("R3"),
  R4: read("R4"),
  R5: read("R5"),
  R6: read("R6"),
  R7: read("R7"),
});

/** 表Ⅱ-2 of one stage, filtered and in the order asked for. */
export const matrixOf = (stage: StageAssessment, query: MatrixQuery): Matrix => {
  const first = stage.sections[0];
  const needle = query.search.toLowerCase();
  const rows = stage.sections
    .filter((section) => query.township === null || section.township === query.township)
    .filter((section) => query.verdict === null || section.verdict === query.verdict)
    .filter(
      (section) => needle === "" || section.schoolName.toLowerCase().includes(needle) || section.schoolCode.toLowerCase().includes(needle),
    )
    .sort(compare(query))
    .map(toRow);
  const { pupils, sectionsTotal, sectionsMet, sectionsNotEvaluable, indicatorMet, balance, verdict, balanceVerdict } = stage;
  return {
    rows,
    townships: [...new Set(stage.sections.map((section) => section.township))],
    limits:
      first === undefined
        ? null
        : perIndicator((indicator) => ({ standard: first.indicators[indicator].standard, floor: first.indicators[indicator].floor })),
    stage: { pupils, sectionsTotal, sectionsMet, sectionsNotEvaluable, indicatorMet, balance, verdict, balanceVerdict },
  };
};
