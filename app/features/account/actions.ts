import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { type Actor, addMemberSchema } from "@server/auth/contract";
import type { FieldIssue } from "@server/kernel/errors";
import { appError } from "@server/kernel/errors";
import { formError, invalidInput } from "~/features/shell/respond";

type Form = Readonly<Record<string, string>>;

/** Ends one session, or changes the password and with it ends all others. */
export const accountAction = async ({ services, sessionToken }: AppLoadContext, actor: Actor, form: Form) => {
  if (form["intent"] === "revoke") {
    const result = await services.auth.revokeSession(actor, form["sessionId"] ?? "");
    return result.ok ? redirect("/account?notice=revoked") : formError(result.error);
  }
  if (form["intent"] !== "password") return formError(appError("invalid_input"));
  const { current = "", next = "", repeat } = form;
  if (next !== repeat) return formError(invalidInput([{ path: "repeat", message: "account:account.password_differs" }]));
  const result = await services.auth.changePassword(actor, sessionToken ?? "", { current, next });
  return result.ok ? redirect("/account?notice=password_changed") : formError(result.error);
};

const complaints: Readonly<Record<string, string>> = {
  email: "account:members.email_invalid",
  displayName: "account:members.name_invalid",
  role: "account:members.role_invalid",
};

/** Adds a member (and hands back a new person's start password, once) or removes one. */
export const membersAction = async ({ services }: AppLoadContext, actor: Actor, form: Form) => {
  if (form["intent"] === "remove") {
    const result = await services.auth.removeMember(actor, form["userId"] ?? "");
    return result.ok ? redirect("/members?notice=removed") : formError(result.error);
  }
  if (form["intent"] !== "add") return formError(appError("invalid_input"));
  const input = addMemberSchema.safeParse({ email: form["email"], displayName: form["displayName"], role: form["role"] });
  if (!input.success) {
    const paths = new Set(input.error.issues.map((issue) => String(issue.path[0])));
    return formError(
      invalidInput([...paths].flatMap((path): FieldIssue[] => (complaints[path] ? [{ path, message: complaints[path] }] : []))),
    );
  }
  const result = await services.auth.addMember(actor, input.data);
  return result.ok
    ? { added: { name: result.value.member.displayName, startPassword: result.value.startPassword } }
    : formError(result.error);
};
