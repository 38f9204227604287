import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { can } from "@server/auth/permissions";
import { appError } from "@server/kernel/errors";
import { navigationFor, pageBelow } from "~/features/shell/navigation";
import { failure } from "~/features/shell/respond";
import { requireSession } from "~/features/shell/session";

/** Every address that no page has; strangers are asked to sign in first, and one that was cut off leads to the page it means. */
export const loader = ({ context, request }: LoaderFunctionArgs) => {
  const { actor } = requireSession(context, request);
  const navigation = navigationFor(actor.orgKind, (permission) => can(actor, permission));
  const meant = pageBelow(new URL(request.url).pathname, navigation);
  if (meant !== null) throw redirect(meant);
  throw failure(appError("not_found"));
};

export default function Nothing() {
  return null;
}
