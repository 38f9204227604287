import { type ActionFunctionArgs, redirect } from "@remix-run/node";

export const loader = () => redirect("/");

/** Ends the session on the server, not only in this browser. */
export const action = async ({ context }: ActionFunctionArgs) => {
  if (context.sessionToken) await context.services.auth.signOut(context.sessionToken);
  return redirect("/sign-in?signed-out=1", {
    headers: { "Set-Cookie": context.sessionCookie.clear(), "Clear-Site-Data": '"storage"' },
  });
};
