import type { LoaderFunctionArgs } from "@remix-run/node";
import { appError } from "@server/kernel/errors";
import { failure } from "~/features/shell/respond";
import { requireSession } from "~/features/shell/session";

/** Every address that no page has; strangers are asked to sign in first. */
export const loader = ({ context, request }: LoaderFunctionArgs) => {
  requireSession(context, request);
  throw failure(appError("not_found"));
};

export default function Nothing() {
  return null;
}
