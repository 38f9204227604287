import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { policyKinds } from "@server/province/policy-contract";
import { useTranslation } from "react-i18next";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import planning from "~/features/planning/planning.css?url";
import { PolicyForm } from "~/features/province/PolicyForm";
import { PolicyTable } from "~/features/province/PolicyTable";
import { changePolicies } from "~/features/province/policy-action";
import css from "~/features/province/province.css?url";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("policies:title");
export const links = () => [
  { rel: "stylesheet", href: planning },
  { rel: "stylesheet", href: css },
];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const policies = unwrap(await context.services.policies.list(actor));
  const comparison = await context.services.province.compare(actor, null);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("kind");
  // A run knows no policy; the policy that it answers is told by the list.
  const answered = policies.find(({ run }) => run !== null && run.id === searchParams.get("run"));
  if (answered !== undefined) throw redirect(`/province/policies/${answered.id}`);
  return {
    policies,
    kind: policyKinds.find((one) => one === asked) ?? policyKinds[0],
    statisticsYear: comparison.ok ? comparison.value.statisticsYear : null,
  };
};

export const action = changePolicies;

export default function PoliciesPage() {
  const { t } = useTranslation();
  const { policies, kind, statisticsYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const writes = useCan("policy.write");
  return (
    <>
      <PageHead title={t("policies:title")} state={t("policies:state")} />
      <PageBody>
        {statisticsYear === null ? (
          <EmptyState title={t("province:compare.empty_title")}>{t("province:compare.empty_text")}</EmptyState>
        ) : writes ? (
          <PolicyForm kind={kind} statisticsYear={statisticsYear} error={answer?.error} />
        ) : null}
        <PolicyTable policies={policies} />
      </PageBody>
    </>
  );
}
