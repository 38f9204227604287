import type { ReaderTx, TenantTx, WithReader, WithTenant } from "@db/tenant";
import { recordAudit } from "@server/audit/record";
import type { Actor } from "@server/auth/contract";
import { denial } from "@server/auth/permissions";
import { assessStored } from "@server/compliance";
import { canonicalJson } from "@server/kernel/canonical-json";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { yearClosed } from "@server/review/year-closed";
import { loadDataset, newestDataset } from "@server/statistics";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { byDistanceToPass } from "./compare";
import { countiesBelow, publishedSummaries, publishedTrends, publishedYears, standingWord } from "./comparison-repository";
import type { CountyComparison, ProvinceService, PublicationHead, PublicationPayload } from "./contract";
import { digestOf, stripsOf } from "./digest";
import { heatCells } from "./heat-cells";
import { publishedDataOf } from "./published-data";
import { insertPublishedData, publishedStrips } from "./published-data-repository";
import {
  insertPublication,
  lockPublications,
  ownOrganisation,
  publicationHead,
  publicationHeads,
  publishedSnapshot,
  standingPublication,
  withdrawPublication,
} from "./repository";
import { tableFile } from "./table-file";

const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const contextOf = (actor: Actor) => ({ orgId: actor.orgId, userId: actor.userId });

/** Publishing in the county's own transaction. An unchanged judgement that already stands is not published again. */
const publishNewest = async (tx: TenantTx, actor: Actor): Promise<Result<PublicationHead, AppError>> => {
  await lockPublications(tx, actor.orgId);
  const newest = await newestDataset(tx, null);
  const judged = newest === null ? null : await assessStored(tx, actor, newest.id);
  const stored = newest === null ? null : await loadDataset(tx, newest.id);
  if (judged === null || stored === null) return err(appError("no_dataset"));
  const organisation = await ownOrganisation(tx, actor.orgId);
  if (organisation === null) return err(appError("forbidden"));
  const payload: PublicationPayload = {
    format: "hengce.publication/1",
    datasetHash: judged.dataset.contentHash,
    fiscalYear: judged.dataset.fiscalYear,
    assessment: judged.assessment,
  };
  const standing = await standingPublication(tx, judged.dataset.statisticsYear);
  if (standing !== null && canonicalJson(standing.payload) === canonicalJson(payload)) return ok(standing.head);
  const refused = await yearClosed(tx, judged.dataset.statisticsYear);
  if (refused) return err(refused);
  if (standing !== null) await withdrawPublication(tx, standing.head.id);
  const data = await publishedDataOf(tx, stored.dataset);
  const id = uuidv7();
  const head = await insertPublication(tx, {
    id,
    tenantId: actor.orgId,
    organisation,
    publishedByName: actor.displayName,
    cells: heatCells(judged.assessment),
    digest: digestOf(judged.assessment, data.dataset, data.years),
    payload,
  });
  await insertPublishedData(tx, {
    tenantId: actor.orgId,
    publicationId: id,
    dataset: data.dataset,
    baseline: data.baseline,
    strips: stripsOf(judged.assessment),
  });
  await recordAudit(tx, actor, "publication.publish", head.id, {
    version: head.version,
    statisticsYear: head.statisticsYear,
    datasetHash: head.datasetHash,
    replaced: standing?.head.id ?? null,
  });
  return ok(head);
};

const comparisonOf = async (tx: ReaderTx, statisticsYear: number | null): Promise<Result<CountyComparison, AppError>> => {
  const years = await publishedYears(tx);
  const year = statisticsYear ?? years[0];
  if (year === undefined) return err(appError("nothing_published"));
  // Asked one after the other without waiting in between: they go to the database in one trip.
  const [counties, publications, trends] = await Promise.all([countiesBelow(tx), publishedSummaries(tx, year), publishedTrends(tx, year)]);
  const rows = counties.map((county) => ({
    countyId: county.id,
    countyCode: county.code,
    countyName: county.name,
    cityName: county.cityName,
    trend: trends.get(county.id) ?? [],
    publication: publications.get(county.id) ?? null,
  }));
  return ok({
    statisticsYear: year,
    years,
    published: rows.filter((row) => row.publication !== null).length,
    total: rows.length,
    rows: rows.sort(byDistanceToPass),
  });
};

/** Publication by counties, comparison by cities and provinces. */
export const createProvinceService = ({
  withTenant,
  withReader,
}: {
  readonly withTenant: WithTenant;
  readonly withReader: WithReader;
}): ProvinceService => ({
  publish: async (actor) => {
    const denied = denial(actor, "publication.write");
    return denied ? err(denied) : withTenant(contextOf(actor), (tx) => publishNewest(tx, actor));
  },

  withdraw: async (actor, publicationId) => {
    const denied = denial(actor, "publication.write");
    if (denied) return err(denied);
    if (!isId(publicationId)) return err(appError("not_found"));
    return withTenant(contextOf(actor), async (tx) => {
      await lockPublications(tx, actor.orgId);
      const before = await publicationHead(tx, publicationId);
      const refused = before === null || before.withdrawnAt !== null ? null : await yearClosed(tx, before.statisticsYear);
      if (refused) return err(refused);
      const withdrawn = await withdrawPublication(tx, publicationId);
      if (withdrawn === null) return err(appError(before === null ? "not_found" : "conflict"));
      await recordAudit(tx, actor, "publication.withdraw", publicationId, { version: withdrawn.version });
      return ok(withdrawn);
    });
  },

  publications: async (actor) => {
    const denied = denial(actor, "publication.read");
    return denied ? err(denied) : ok(await withTenant(contextOf(actor), publicationHeads));
  },

  standing: async (actor) => {
    const denied = denial(actor, "comparison.read");
    return denied ? err(denied) : ok(await withReader(contextOf(actor), standingWord));
  },

  compare: async (actor, statisticsYear) => {
    const denied = denial(actor, "comparison.read");
    return denied ? err(denied) : withReader(contextOf(actor), (tx) => comparisonOf(tx, statisticsYear));
  },

  table: async (actor, format, table) => {
    const denied = denial(actor, "comparison.read");
    return denied ? err(denied) : ok(await tableFile(format, table));
  },

  strips: async (actor, asked) => {
    const denied = denial(actor, "comparison.read");
    if (denied) return err(denied);
    const countyIds = asked.countyIds.filter(isId);
    return ok(await withReader(contextOf(actor), (tx) => publishedStrips(tx, { ...asked, countyIds })));
  },

  published: async (actor, publicationId) => {
    const own = actor.orgKind === "county";
    const denied = denial(actor, own ? "publication.read" : "comparison.read");
    if (denied) return err(denied);
    if (!isId(publicationId)) return err(appError("not_found"));
    const read = (tx: TenantTx | ReaderTx) => publishedSnapshot(tx, publicationId);
    const snapshot = await (own ? withTenant(contextOf(actor), read) : withReader(contextOf(actor), read));
    return snapshot === null ? err(appError("not_found")) : ok(snapshot);
  },
});
