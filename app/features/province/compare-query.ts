import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import type { CountyComparisonRow, HeatCell } from "@server/province/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { z } from "zod";
import { mostSimilar } from "./likeness";

/** Counties shown beside the one that they are like. */
const mostLike = 9;

/** What a heat cell shows: the share of school sections below the standard, or how far the CV exceeds its limit. */
export const measures = ["schools", "cv"] as const;
export type Measure = (typeof measures)[number];

/** The 14 columns of the heat map. */
export const heatColumns: readonly { readonly key: string; readonly stage: Stage; readonly indicator: ResourceIndicator }[] =
  stages.flatMap((stage) => resourceIndicators.map((indicator) => ({ key: `${stage}-${indicator}`, stage, indicator })));

/** Ways to look at the same counties. */
export const compareViews = ["resource", "items", "ranking", "schools"] as const;

const querySchema = z.object({
  view: z.enum(compareViews).catch("resource"),
  like: z.string().max(40).nullable().catch(null),
  column: z
    .string()
    .refine((key) => heatColumns.some((column) => column.key === key))
    .catch("primary-R4"),
  year: z.coerce.number().int().min(1990).max(2100).nullable().catch(null),
  city: z.string().max(60).nullable().catch(null),
  verdict: z.enum(["met", "not_met", "not_evaluable"]).nullable().catch(null),
  measure: z.enum(measures).catch("schools"),
  sort: z.string().max(40).catch("distance"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
});
export type CompareQuery = z.infer<typeof querySchema>;

/** Filters and order of the comparison as they stand in the address. */
export const compareQuery = (url: URL): CompareQuery =>
  querySchema.parse(
    Object.fromEntries(
      ["view", "like", "column", "year", "city", "verdict", "measure", "sort", "direction"].map((name) => [
        name,
        url.searchParams.get(name) || null,
      ]),
    ),
  );

/**
 * Heat of a cell: 0 nothing to mend, else the relative excess or the share of sections known to be below. Null when it
 * cannot be judged, also when no section is known to fail but one cannot be judged: that is no pass.
 */
export const heatOf = (cell: HeatCell, measure: Measure): number | null => {
  if (measure === "cv") return cell.cvExcess;
  const { met, remainder, below, not_evaluable } = cell.sections;
  const short = remainder + below;
  const total = met + short + not_evaluable;
  return total === 0 || (short === 0 && not_evaluable > 0) ? null : short / total;
};

export const cellOf = (cells: readonly HeatCell[], stage: Stage, indicator: ResourceIndicator): HeatCell | undefined =>
  cells.find((cell) => cell.stage === stage && cell.indicator === indicator);

const figure = (row: CountyComparisonRow, query: CompareQuery): number | null => {
  const { publication } = row;
  if (publication === null) return null;
  if (query.sort === "failing") return publication.failing;
  if (query.sort === "gap") return publication.distance;
  if (query.sort === "sections") return publication.sectionsTotal === 0 ? null : publication.sectionsMet / publication.sectionsTotal;
  const column = heatColumns.find(({ key }) => key === query.sort);
  const cell = column && cellOf(publication.cells, column.stage, column.indicator);
  return cell ? heatOf(cell, query.measure) : null;
};

/** Applies filters and a chosen order; the service's order (nearest to passing first) stays when none is chosen. Missing figures come last. */
export const arrange = (all: readonly CountyComparisonRow[], query: CompareQuery): readonly CountyComparisonRow[] => {
  if (query.like !== null) return mostSimilar(all, query.like, mostLike);
  const kept = all
    .filter((row) => query.city === null || row.cityName === query.city)
    .filter((row) => query.verdict === null || row.publication?.verdict === query.verdict);
  if (query.sort === "distance") return kept;
  const sign = query.direction === "asc" ? 1 : -1;
  const byCode = (a: CountyComparisonRow, b: CountyComparisonRow) => (a.countyCode < b.countyCode ? -1 : 1);
  if (query.sort === "county") return [...kept].sort((a, b) => sign * byCode(a, b));
  return [...kept].sort((a, b) => {
    const [left, right] = [figure(a, query), figure(b, query)];
    if (left === null || right === null) return left === right ? byCode(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || byCode(a, b);
  });
};
