import { jsonb } from "@db/json";
import type { ReaderTx, TenantTx } from "@db/tenant";
import type { ResourceIndicator } from "@server/compliance/contract";
import type { ScenarioDocument } from "@server/planning/contract";
import type { CountyDataset, Stage } from "@server/statistics/contract";
import { sql } from "kysely";
import { type Strip, type Strips, stripSchema } from "./digest";

/** Keeps the data of a publication, in the transaction that publishes. */
export const insertPublishedData = async (
  tx: TenantTx,
  entry: {
    readonly tenantId: string;
    readonly publicationId: string;
    readonly dataset: CountyDataset;
    readonly baseline: ScenarioDocument;
    readonly strips: Strips;
  },
): Promise<void> => {
  await tx
    .insertInto("county.published_data")
    .values({
      tenant_id: entry.tenantId,
      publication_id: entry.publicationId,
      dataset: jsonb(entry.dataset),
      baseline: jsonb(entry.baseline),
      strips: jsonb(entry.strips),
    })
    .execute();
};

export interface PublishedCounty {
  readonly countyId: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly publicationId: string;
  readonly datasetHash: string;
  /** As stored: ten thousand schools are parsed by the child that computes, not here. Null for a snapshot published before its data were published along. */
  readonly data: { readonly dataset: unknown; readonly baseline: unknown } | null;
}

const standing = (tx: TenantTx | ReaderTx, statisticsYear: number) =>
  tx
    .selectFrom("county.publication as publication")
    .leftJoin("county.published_data as data", (join) =>
      join.onRef("data.tenant_id", "=", "publication.tenant_id").onRef("data.publication_id", "=", "publication.id"),
    )
    .where("publication.statistics_year", "=", statisticsYear)
    .where("publication.withdrawn_at", "is", null)
    .orderBy("publication.county_code");

/** Data of all counties below that stand published for a year, for a worker on behalf of the province. */
export const publishedCounties = async (tx: TenantTx, statisticsYear: number): Promise<readonly PublishedCounty[]> => {
  const rows = await standing(tx, statisticsYear)
    .select([
      "publication.tenant_id as countyId",
      "publication.county_code as countyCode",
      "publication.county_name as countyName",
      "publication.id as publicationId",
      "publication.dataset_hash as datasetHash",
      "data.dataset",
      "data.baseline",
    ])
    .execute();
  return rows.map(({ dataset, baseline, ...county }) => ({
    ...county,
    data: dataset === null || baseline === null ? null : { dataset, baseline },
  }));
};

/** Sections of the named counties in one indicator, by county; those that do not stand published are left out. */
export const publishedStrips = async (
  tx: ReaderTx,
  {
    statisticsYear,
    stage,
    indicator,
    countyIds,
  }: {
    readonly statisticsYear: number;
    readonly stage: Stage;
    readonly indicator: ResourceIndicator;
    readonly countyIds: readonly string[];
  },
): Promise<ReadonlyMap<string, Strip>> => {
  if (countyIds.length === 0) return new Map();
  const rows = await standing(tx, statisticsYear)
    .where("publication.tenant_id", "in", countyIds)
    .select(["publication.tenant_id as countyId", sql<unknown>`data.strips #> ${sql.val([stage, indicator])}::text[]`.as("strip")])
    .execute();
  return new Map(rows.flatMap(({ countyId, strip }) => (strip === null ? [] : [[countyId, stripSchema.parse(strip)] as const])));
};
