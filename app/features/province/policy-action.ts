import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { policyKinds } from "@server/province/policy-contract";
import { formError, invalidInput, readForm } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { readPolicy } from "./policy-form";

/** Starts, repeats or removes a policy trial. */
export const changePolicies = async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "policy.write");
  const { intent = "", kind: asked = "", ...form } = await readForm(request);
  const { policies } = context.services;
  const id = params["policyId"] ?? "";
  if (intent === "restart") {
    const again = await policies.restart(actor, id);
    return again.ok ? redirect(`/province/policies/${id}`) : formError(again.error);
  }
  if (intent === "remove") {
    const removed = await policies.remove(actor, id);
    return removed.ok ? redirect("/province/policies") : formError(removed.error);
  }
  const kind = policyKinds.find((one) => one === asked);
  const wanted = kind === undefined ? null : readPolicy(kind, form);
  if (!wanted?.success) {
    const paths = wanted?.error.issues.map(({ path }) => String(path.at(-1) ?? "name")) ?? ["name"];
    return formError(invalidInput(paths.map((path) => ({ path, message: "policies:issues.value" }))));
  }
  const started = await policies.start(actor, wanted.data);
  return started.ok ? redirect(`/province/policies/${started.value.id}`) : formError(started.error);
};
