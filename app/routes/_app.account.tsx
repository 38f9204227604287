import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NoticeFromUrl } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { accountAction } from "~/features/account/actions";
import { PasswordForm } from "~/features/account/PasswordForm";
import { Sessions } from "~/features/account/Sessions";
import { readForm, unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("account:account.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  return { sessions: unwrap(await context.services.auth.sessions(actor, context.sessionToken ?? "")) };
};

export const action = async ({ context, request }: ActionFunctionArgs) =>
  accountAction(context, requireActor(context, request), await readForm(request));

export default function Account() {
  const { t } = useTranslation();
  const { sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { actor } = useSession();
  return (
    <>
      <PageHead
        title={t("account:account.title")}
        state={t("account:account.state", {
          name: actor.displayName,
          organisation: actor.orgName,
          role: t(`common:role.${actor.role}`),
        })}
      />
      <PageBody>
        <NoticeFromUrl texts={{ revoked: "account:account.revoked", password_changed: "account:account.password_changed" }} />
        <Card title={t("account:account.sessions")} note={t("account:account.sessions_note")} flush>
          <Sessions sessions={sessions} />
        </Card>
        <Card title={t("account:account.password")}>
          <div className="narrow">
            <PasswordForm error={answer?.error ?? null} />
          </div>
        </Card>
      </PageBody>
    </>
  );
}
