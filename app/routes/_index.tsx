import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf } from "~/features/shell/navigation";

/** The first page of whoever comes. */
export const loader = ({ context }: LoaderFunctionArgs) => redirect(context.session ? homeOf(context.session.actor.orgKind) : "/sign-in");
