import type { WithTenant } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { canonicalDataset, loadDataset, type StoredDataset, storeDataset } from "@server/statistics";
import type { CountyDataset, DatasetHead } from "@server/statistics/contract";
import type { EntryOutcome, EntryReview } from "@server/statistics/entry-contract";

/** Stores a dataset as the actor's county would report it. */
export const storeFor = (withTenant: WithTenant, actor: Actor, content: CountyDataset): Promise<DatasetHead> =>
  withTenant({ orgId: actor.orgId, userId: actor.userId }, async (tx) => {
    const dataset = canonicalDataset({ ...content, county: { ...content.county, code: actor.orgCode, name: actor.orgName } });
    return (await storeDataset(tx, actor, { dataset, sources: {}, fileName: "本县.xlsx" })).dataset;
  });

export const loadFor = async (withTenant: WithTenant, actor: Actor, id: string): Promise<StoredDataset> => {
  const found = await withTenant({ orgId: actor.orgId, userId: actor.userId }, (tx) => loadDataset(tx, id));
  if (found === null) throw new Error("no dataset");
  return found;
};

/** The version that a save made. Throws with what forbade it. */
export const savedHead = (outcome: EntryOutcome): DatasetHead => {
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.review));
  return outcome.dataset;
};

/** What forbade a save. Throws when nothing did. */
export const refusal = (outcome: EntryOutcome): EntryReview => {
  if (outcome.kind === "saved") throw new Error("was saved");
  return outcome.review;
};

export const unwrap = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
export const codeOf = (result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } }): string | null =>
  result.ok ? null : result.error.code;
