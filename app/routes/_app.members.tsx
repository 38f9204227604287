import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NoticeFromUrl } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { Added, AddMemberForm } from "~/features/account/AddMemberForm";
import { membersAction } from "~/features/account/actions";
import { MemberTable } from "~/features/account/MemberTable";
import { readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("account:members.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "members.manage");
  return { members: unwrap(await context.services.auth.members(actor)) };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "members.manage");
  return membersAction(context, actor, await readForm(request));
};

export default function Members() {
  const { t } = useTranslation();
  const { members } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { actor } = useSession();
  const added = answer && "added" in answer ? answer.added : null;
  return (
    <>
      <PageHead
        title={t("account:members.title")}
        state={t("account:members.state_line", { organisation: actor.orgName, count: members.length })}
      />
      <PageBody>
        {added ? <Added added={added} /> : <NoticeFromUrl texts={{ removed: "account:members.removed" }} />}
        <MemberTable actor={actor} members={members} />
        <Card title={t("account:members.add")}>
          <div className="narrow">
            <AddMemberForm key={added?.name} actor={actor} error={answer && "error" in answer ? answer.error : null} />
          </div>
        </Card>
      </PageBody>
    </>
  );
}
