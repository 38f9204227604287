import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInSchema } from "@server/auth/contract";
import { appError } from "@server/kernel/errors";
import { useTranslation } from "react-i18next";
import { BrandMark } from "~/components/Icon";
import { Card } from "~/components/page";
import { DemoAccounts, SignInForm } from "~/features/account/SignInForm";
import { LanguageForm } from "~/features/shell/LanguageForm";
import { formError, readForm } from "~/features/shell/respond";
import { safePath } from "~/features/shell/safe-next";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("account:sign_in.title");

export const loader = ({ context, request }: LoaderFunctionArgs) => {
  const search = new URL(request.url).searchParams;
  const next = safePath(search.get("next"));
  if (context.session) throw redirect(next ?? "/");
  return { next, email: search.get("email") ?? "", signedOut: search.has("signed-out"), demoAccounts: context.demoAccounts };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const form = await readForm(request);
  const input = signInSchema.safeParse({ email: form["email"], password: form["password"] });
  if (!input.success) return formError(appError("sign_in_failed"));
  const result = await context.services.auth.signIn({
    ...input.data,
    remoteAddress: context.remoteAddress,
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
  });
  if (!result.ok) return formError(result.error);
  const { token, expiresAt } = result.value;
  return redirect(safePath(form["next"]) ?? "/", { headers: { "Set-Cookie": context.sessionCookie.set(token, expiresAt) } });
};

export default function SignIn() {
  const { t } = useTranslation();
  const { next, email, signedOut, demoAccounts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main className="entrance">
      <div className="entrance__brand">
        <BrandMark size={28} />
        {t("common:product")}
      </div>
      <p className="muted">{t("common:product_line")}</p>
      <div className="entrance__card stack">
        <h1 className="visually-hidden">{t("account:sign_in.title")}</h1>
        <Card title={t("account:sign_in.title")}>
          <SignInForm email={email} next={next} error={answer?.error ?? null} signedOut={signedOut} />
        </Card>
        {demoAccounts ? (
          <Card>
            <DemoAccounts accounts={demoAccounts} />
          </Card>
        ) : null}
      </div>
      <div className="entrance__languages">
        <LanguageForm itemClass="btn btn--quiet" />
      </div>
    </main>
  );
}
