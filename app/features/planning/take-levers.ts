import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { leverSchema } from "@server/planning/contract";
import { z } from "zod";
import { formError, invalidInput } from "~/features/shell/respond";
import { openedTrial } from "./opened-trial";

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "no JSON" });
    return z.NEVER;
  }
});
const leversSchema = json.pipe(z.array(leverSchema).min(1).max(200));

/** 放入试算: a new trial with suggested measures, its projection under way; the address of its workspace. */
export const takeLevers = async (context: AppLoadContext, actor: Actor, fields: Readonly<Record<string, string>>) => {
  const levers = leversSchema.safeParse(fields["levers"] ?? "");
  const name = (fields["name"] ?? "").trim().slice(0, 80);
  if (!levers.success || name === "") return formError(invalidInput([{ path: "levers", message: "planning:form.invalid" }]));
  const taken = await context.services.outlook.take(actor, fields["dataset"] ?? "", name, levers.data);
  return taken.ok ? await openedTrial(context, actor, taken.value.id, Number(fields["year"])) : formError(taken.error);
};
