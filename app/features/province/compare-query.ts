import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { z } from "zod";
import { countyTypes, ruralTypes } from "./county-type";

/** What the resource part shows: the share of school sections below the standard, how far the CV exceeds its limit, or the county's mean. */
export const measures = ["schools", "cv", "mean"] as const;
export type Measure = (typeof measures)[number];

/** Seven indicators of two stages: the 7 means and 14 CVs. */
export const heatColumns: readonly { readonly key: string; readonly stage: Stage; readonly indicator: ResourceIndicator }[] =
  stages.flatMap((stage) => resourceIndicators.map((indicator) => ({ key: `${stage}-${indicator}`, stage, indicator })));

/** Ways to look at the same counties: the 32 items, figures by stage, small charts, ranking, schools, a few counties beside each other. */
export const compareViews = ["heat", "table", "multiples", "ranking", "schools", "sides"] as const;
export type CompareViewName = (typeof compareViews)[number];

/** What a small chart is of. */
export const panelKinds = ["county", "indicator"] as const;

/** Counties beside the reference county, by the mark that each has everywhere on the page. */
export const sideNames = ["b", "c", "d"] as const;

const code = z.string().regex(/^[0-9A-Za-z]{1,20}$/);

const querySchema = z.object({
  view: z.enum(compareViews).catch("heat"),
  year: z.coerce.number().int().min(1990).max(2100).nullable().catch(null),
  city: z.string().max(60).nullable().catch(null),
  type: z.enum(countyTypes).nullable().catch(null),
  rural: z.enum(ruralTypes).nullable().catch(null),
  verdict: z.enum(["met", "not_met", "not_evaluable", "unpublished"]).nullable().catch(null),
  /** Reference county, by code: its row is always there and marked. */
  own: code.nullable().catch(null),
  /** Only the counties most like the reference county. */
  similar: z.literal("1").nullable().catch(null),
  b: code.nullable().catch(null),
  c: code.nullable().catch(null),
  d: code.nullable().catch(null),
  /** Beside each other, also the indicators on which the counties agree. */
  all: z.literal("1").nullable().catch(null),
  /** Small multiples: one chart a county, or one an indicator. */
  by: z.enum(panelKinds).catch("county"),
  measure: z.enum(measures).catch("schools"),
  column: z
    .string()
    .refine((key) => heatColumns.some((column) => column.key === key))
    .catch("primary-R4"),
  sort: z.string().max(40).catch("distance"),
  direction: z.enum(["asc", "desc"]).catch("asc"),
});

export interface CompareQuery extends z.infer<typeof querySchema> {
  /** Codes of the counties to show; none chosen shows all. */
  readonly only: readonly string[];
}

const single = [
  "view",
  "year",
  "city",
  "type",
  "rural",
  "verdict",
  "own",
  "similar",
  ...sideNames,
  "all",
  "by",
  "measure",
  "column",
  "sort",
  "direction",
] as const;

/** Filters, choice and order of the comparison as they stand in the address; anything unknown falls back. */
export const compareQuery = ({ searchParams }: URL): CompareQuery => ({
  ...querySchema.parse(Object.fromEntries(single.map((name) => [name, searchParams.get(name) || null]))),
  // Boxes of a form come one by one, links carry them in one.
  only: [...new Set(searchParams.getAll("only").flatMap((value) => value.split(",")))].filter((one) => code.safeParse(one).success),
});

/** What a form of the page carries along so that it changes its own part of the address only. */
export const keptOf = (query: CompareQuery, except: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...single.map((name) => [name, query[name] === null ? "" : String(query[name])] as const),
      ["only", query.only.join(",")] as const,
    ].filter(([name, value]) => value !== "" && !except.includes(name)),
  );
