import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "@server/auth/contract";
import { formError, invalidInput } from "~/features/shell/respond";
import { takeLevers } from "./take-levers";

/** Carries out a form of the list: the address to go to, or what is wrong. */
export const scenariosAction = async (context: AppLoadContext, actor: Actor, fields: Readonly<Record<string, string>>) => {
  const { planning } = context.services;
  const { intent = "", id = "", name = "" } = fields;
  if (intent === "remove") {
    const removed = await planning.remove(actor, id);
    return removed.ok ? "/planning/scenarios?notice=removed" : formError(removed.error);
  }
  if (intent === "take") return takeLevers(context, actor, fields);
  if (intent === "create" && name.trim() === "") return formError(invalidInput([{ path: "name", message: "common:field.required" }]));
  const made = intent === "duplicate" ? await planning.duplicate(actor, id) : await planning.create(actor, name.trim().slice(0, 80));
  return made.ok ? `/planning/scenarios/${made.value.id}` : formError(made.error);
};
