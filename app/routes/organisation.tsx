import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "~/features/shell/navigation";
import { readForm, unwrap } from "~/features/shell/respond";
import { requireSession } from "~/features/shell/session";

export const loader = () => redirect("/");

/** Goes on working for another organisation of the same person. */
export const action = async ({ context, request }: ActionFunctionArgs) => {
  requireSession(context, request);
  const { orgId = "" } = await readForm(request);
  const session = unwrap(await context.services.auth.switchOrganisation(context.sessionToken ?? "", orgId));
  return redirect(homeOf(session.actor.orgKind));
};
