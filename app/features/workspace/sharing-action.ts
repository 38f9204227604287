import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import type { AppError } from "@server/kernel/errors";
import type { Result } from "@server/kernel/result";
import type { WorkspaceService } from "@server/planning/workspace-contract";
import { formError } from "~/features/shell/respond";

type Fields = Readonly<Record<string, string>>;
type Act = (workspace: WorkspaceService, actor: Actor, scenarioId: string, fields: Fields) => Promise<Result<unknown, AppError>>;

const acts: Readonly<Record<string, Act>> = {
  comment: (workspace, actor, id, fields) => workspace.comment(actor, id, { anchor: fields.anchor ?? "", text: fields.text ?? "" }),
  "withdraw-comment": (workspace, actor, id, fields) => workspace.withdrawComment(actor, id, fields.comment ?? ""),
  "name-version": (workspace, actor, id, fields) => workspace.nameVersion(actor, id, fields.name ?? ""),
  restore: (workspace, actor, id, fields) => workspace.restore(actor, id, fields.versionId ?? "", Number(fields.version)),
  lock: (workspace, actor, id) => workspace.lock(actor, id),
  unlock: (workspace, actor, id) => workspace.unlock(actor, id),
};

/** Carries out a form of the tab 讨论与版本; null for an intent of another tab. */
export const sharingAction = (context: AppLoadContext, actor: Actor, scenarioId: string, fields: Fields) => {
  const intent = fields.intent ?? "";
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (act === undefined) return null;
  return act(context.services.workspace, actor, scenarioId, fields).then((done) =>
    done.ok ? redirect(`/planning/scenarios/${scenarioId}?tab=sharing`) : formError(done.error),
  );
};
