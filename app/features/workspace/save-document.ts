import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { scenarioDocumentSchema } from "@server/planning/contract";
import { z } from "zod";
import { failureStatus } from "~/features/shell/respond";

const postedSchema = z.strictObject({ version: z.number().int().min(1), document: scenarioDocumentSchema });

/** Stores a posted document and answers in JSON: the new draft number, or the code and complaints of what was refused. */
export const saveDocument = async (context: AppLoadContext, actor: Actor, scenarioId: string, body: unknown): Promise<Response> => {
  const posted = postedSchema.safeParse(body);
  if (!posted.success) return Response.json({ code: "invalid_input" }, { status: 400 });
  const saved = await context.services.planning.save(actor, scenarioId, posted.data.version, posted.data.document);
  return saved.ok
    ? Response.json({ version: saved.value.version })
    : Response.json({ code: saved.error.code, issues: saved.error.issues ?? [] }, { status: failureStatus(saved.error) });
};
