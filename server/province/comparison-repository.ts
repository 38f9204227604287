import type { ReaderTx } from "@db/tenant";
import { verdictSchema } from "@server/compliance/contract";
import { type CountyComparisonRow, type TrendYear, trendYears } from "./contract";
import { parseDigest } from "./digest";
import { parseCells } from "./snapshot";

export interface CountyBelow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly cityName: string | null;
}

/** Counties below the reading city or province, by code. */
export const countiesBelow = async (tx: ReaderTx): Promise<readonly CountyBelow[]> => {
  const rows = await tx
    .selectFrom("auth.organisation as county")
    .leftJoin("auth.organisation as city", "city.id", "county.city_id")
    .select(["county.id", "county.code", "county.name", "city.name as city_name"])
    .where("county.kind", "=", "county")
    .orderBy("county.code")
    .execute();
  return rows.map((row) => ({ id: row.id, code: row.code, name: row.name, cityName: row.city_name }));
};

/** Statistics years in which any county below has published, newest first. */
export const publishedYears = async (tx: ReaderTx): Promise<readonly number[]> => {
  const rows = await tx.selectFrom("county.publication").select("statistics_year").distinct().orderBy("statistics_year", "desc").execute();
  return rows.map((row) => row.statistics_year);
};

/** What stands published for one year by county id, without the snapshots themselves: a province has a hundred counties. */
export const publishedSummaries = async (
  tx: ReaderTx,
  statisticsYear: number,
): Promise<ReadonlyMap<string, NonNullable<CountyComparisonRow["publication"]>>> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select([
      "tenant_id",
      "id",
      "version",
      "statistics_year",
      "published_at",
      "rule_set_id",
      "verdict",
      "failing",
      "not_evaluable",
      "distance",
      "sections_total",
      "sections_met",
      "pupils",
      "cells",
      "digest",
    ])
    .where("statistics_year", "=", statisticsYear)
    .execute();
  return new Map(
    rows.map((row) => [
      row.tenant_id,
      {
        id: row.id,
        version: row.version,
        statisticsYear: row.statistics_year,
        publishedAt: row.published_at.toISOString(),
        ruleSetId: row.rule_set_id,
        verdict: verdictSchema.parse(row.verdict),
        failing: row.failing,
        notEvaluable: row.not_evaluable,
        distance: row.distance,
        sectionsTotal: row.sections_total,
        sectionsMet: row.sections_met,
        pupils: row.pupils,
        cells: parseCells(row.cells),
        digest: parseDigest(row.digest),
      },
    ]),
  );
};

/** Changes with every publication and every withdrawal below the reader; it says no more than how many there are and since when. */
export const standingWord = async (tx: ReaderTx): Promise<string> => {
  const row = await tx
    .selectFrom("county.publication")
    .select((eb) => [eb.fn.countAll<string>().as("count"), eb.fn.max("published_at").as("newest")])
    .executeTakeFirstOrThrow();
  return `${row.count}.${row.newest?.getTime() ?? 0}`;
};

/** How the counties below stood in the years up to one, by county id, oldest first: a few figures each, never a snapshot. */
export const publishedTrends = async (tx: ReaderTx, statisticsYear: number): Promise<ReadonlyMap<string, readonly TrendYear[]>> => {
  const rows = await tx
    .selectFrom("county.publication")
    .select(["tenant_id", "statistics_year", "verdict", "failing", "not_evaluable", "distance", "sections_total", "sections_met"])
    .where("statistics_year", ">", statisticsYear - trendYears)
    .where("statistics_year", "<=", statisticsYear)
    .where("withdrawn_at", "is", null)
    .orderBy("statistics_year")
    .execute();
  const trends = new Map<string, TrendYear[]>();
  for (const row of rows) {
    const trend = trends.get(row.tenant_id) ?? [];
    trend.push({
      year: row.statistics_year,
      verdict: verdictSchema.parse(row.verdict),
      failing: row.failing,
      notEvaluable: row.not_evaluable,
      distance: row.distance,
      sectionsTotal: row.sections_total,
      sectionsMet: row.sections_met,
    });
    trends.set(row.tenant_id, trend);
  }
  return trends;
};
