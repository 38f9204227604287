import { jsonb } from "@db/json";
import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { layerLevels, type RuleLayer, ruleLayerSchema } from "./contract";
import type { LayerVersion, RuleChoice } from "./layers-contract";

const columns = ["tenant_id", "id", "version", "document", "note", "created_by_name", "created_at"] as const;

interface Row {
  readonly tenant_id: string;
  readonly id: string;
  readonly version: number;
  readonly document: unknown;
  readonly note: string;
  readonly created_by_name: string;
  readonly created_at: Date;
}

/** Versions outlive the code that wrote them, so what comes back from storage is parsed. */
const versionOf = (row: Row): LayerVersion => ({
  id: row.id,
  version: row.version,
  note: row.note,
  createdBy: row.created_by_name,
  createdAt: row.created_at.toISOString(),
  layer: ruleLayerSchema.parse(row.document),
});

const byLevel = (a: LayerVersion, b: LayerVersion): number => layerLevels.indexOf(a.layer.level) - layerLevels.indexOf(b.layer.level);

/**
 * The newest layers over a rule set that apply to the organisation, from province to county; the database shows it its
 * own and those above. With `asOf` (id of a version): as they stood when that version was saved.
 */
export const layersInForce = async (tx: TenantTx, ruleSetId: string, asOf: string | null = null): Promise<readonly LayerVersion[]> => {
  const rows = await tx
    .selectFrom("rules.layer")
    .select(columns)
    .distinctOn("tenant_id")
    .where("rule_set_id", "=", ruleSetId)
    .$if(asOf !== null, (query) =>
      query.where("created_at", "<=", (sub) => sub.selectFrom("rules.layer").select("created_at").where("id", "=", asOf)),
    )
    .orderBy("tenant_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(versionOf).sort(byLevel);
};

/** Every version of every layer over a rule set that applies to the organisation, newest first. */
export const layerVersions = async (tx: TenantTx, ruleSetId: string): Promise<readonly LayerVersion[]> => {
  const rows = await tx
    .selectFrom("rules.layer")
    .select(columns)
    .where("rule_set_id", "=", ruleSetId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(versionOf);
};

/** Versions of the organisation's own layer, newest first. */
export const ownLayers = async (tx: TenantTx, actor: Actor, ruleSetId: string): Promise<readonly LayerVersion[]> => {
  const rows = await tx
    .selectFrom("rules.layer")
    .select(columns)
    .where("tenant_id", "=", actor.orgId)
    .where("rule_set_id", "=", ruleSetId)
    .orderBy("version", "desc")
    .execute();
  return rows.map(versionOf);
};

/** Two people never write the same version: the second waits for the first. */
export const lockRules = async (tx: TenantTx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rules:${tenantId}`}, 0))`.execute(tx);
};

/** Appends a version of the organisation's own layer. */
export const insertLayer = async (
  tx: TenantTx,
  actor: Actor,
  input: { readonly ruleSetId: string; readonly version: number; readonly note: string; readonly layer: RuleLayer },
): Promise<LayerVersion> => {
  const row = await tx
    .insertInto("rules.layer")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      rule_set_id: input.ruleSetId,
      version: input.version,
      document: jsonb(input.layer),
      note: input.note,
      created_by: actor.userId,
      created_by_name: actor.displayName,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return versionOf(row);
};

/** The province's newest choice of a rule set, as the organisation sees it; null while none was made. */
export const choiceInForce = async (tx: TenantTx): Promise<RuleChoice | null> => {
  const row = await tx
    .selectFrom("rules.choice")
    .select(["version", "rule_set_id", "note", "created_by_name", "created_at"])
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    version: row.version,
    ruleSetId: row.rule_set_id,
    note: row.note,
    chosenBy: row.created_by_name,
    chosenAt: row.created_at.toISOString(),
  };
};

/** Appends a choice. */
export const insertChoice = async (
  tx: TenantTx,
  actor: Actor,
  { version, ruleSetId, note }: Pick<RuleChoice, "version" | "ruleSetId" | "note">,
): Promise<void> => {
  await tx
    .insertInto("rules.choice")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      version,
      rule_set_id: ruleSetId,
      note,
      created_by: actor.userId,
      created_by_name: actor.displayName,
    })
    .execute();
};
