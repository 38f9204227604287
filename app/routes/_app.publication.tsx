import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { wholeOf } from "@server/compliance/whole-contract";
import { useTranslation } from "react-i18next";
import { ErrorNotice, NoticeFromUrl } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { PublicationTable } from "~/features/province/PublicationTable";
import { Publish } from "~/features/province/Publish";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("province:publication.title");

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "publication.read");
  const publications = unwrap(await context.services.province.publications(actor));
  const judged = unwrap(await context.services.compliance.assess(actor, null));
  const newest = judged && { dataset: judged.dataset, whole: wholeOf(judged.assessment) };
  return { publications, newest };
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "publication.write");
  const { intent = "", id = "" } = await readForm(request);
  const { province } = context.services;
  const result = intent === "withdraw" ? await province.withdraw(actor, id) : await province.publish(actor);
  return result.ok ? redirect(`/publication?notice=${intent === "withdraw" ? "withdrawn" : "published"}`) : formError(result.error);
};

export default function PublicationPage() {
  const { t } = useTranslation();
  const { publications, newest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("province:publication.title")} state={t("province:publication.state")} />
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <NoticeFromUrl texts={{ published: "province:publication.done", withdrawn: "province:publication.gone" }} />
        <Publish newest={newest} standing={publications.find(({ withdrawnAt }) => withdrawnAt === null) ?? null} />
        <PublicationTable publications={publications} />
      </PageBody>
    </>
  );
}
