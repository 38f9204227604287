import type { TenantTx } from "@db/tenant";
import type { Actor } from "@server/auth/contract";
import { v7 as uuidv7 } from "uuid";
import type { CommentDraft, ScenarioComment } from "./workspace-contract";

/** Comments on a scenario, oldest first; `own` for those of the reader. */
export const commentsOf = async (tx: TenantTx, scenarioId: string, readerId: string): Promise<readonly ScenarioComment[]> => {
  const rows = await tx
    .selectFrom("county.scenario_comment")
    .select(["id", "anchor", "body", "written_by", "written_by_name", "written_at"])
    .where("scenario_id", "=", scenarioId)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    anchor: row.anchor,
    text: row.body,
    writtenBy: row.written_by_name,
    writtenAt: row.written_at.toISOString(),
    own: row.written_by === readerId,
  }));
};

export const insertComment = async (tx: TenantTx, actor: Actor, scenarioId: string, { anchor, text }: CommentDraft): Promise<void> => {
  await tx
    .insertInto("county.scenario_comment")
    .values({
      tenant_id: actor.orgId,
      id: uuidv7(),
      scenario_id: scenarioId,
      anchor,
      body: text,
      written_by: actor.userId,
      written_by_name: actor.displayName,
    })
    .execute();
};

/** False when the actor has written no such comment on the scenario. */
export const deleteOwnComment = async (tx: TenantTx, actor: Actor, scenarioId: string, commentId: string): Promise<boolean> => {
  const row = await tx
    .deleteFrom("county.scenario_comment")
    .where("id", "=", commentId)
    .where("scenario_id", "=", scenarioId)
    .where("written_by", "=", actor.userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};
