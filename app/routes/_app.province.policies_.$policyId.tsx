import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { passingPartOf } from "@server/province/passing-contract";
import { useTranslation } from "react-i18next";
import { Button, PrintButton } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { formatDateTime } from "~/components/format";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import planning from "~/features/planning/planning.css?url";
import { RunStatus } from "~/features/planning/RunStatus";
import { PolicyAnswer } from "~/features/province/PolicyAnswer";
import { changePolicies } from "~/features/province/policy-action";
import { usePolicyText } from "~/features/province/policy-text";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("policies:title");
export const links = () => [{ rel: "stylesheet", href: planning }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "comparison.read");
  const part = passingPartOf(new URL(request.url).searchParams.get("part"));
  return unwrap(await context.services.policies.get(actor, params["policyId"] ?? "", part));
};

export const action = changePolicies;

export default function PolicyPage() {
  const { t } = useTranslation();
  const { policy, summary } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const writes = useCan("policy.write");
  const policyText = usePolicyText();
  return (
    <>
      <PageHead
        before={<Link to="/province/policies">{t("policies:title")}</Link>}
        title={policy.name}
        trial={t("policies:trial")}
        state={`${policyText(policy.change)} · ${policy.createdBy} ${formatDateTime(policy.createdAt)}`}
      >
        <PrintButton />
        {writes ? (
          <>
            <Form method="post">
              <Button type="submit" name="intent" value="restart">
                {t("policies:answer.again")}
              </Button>
            </Form>
            <ConfirmButton
              label={t("policies:answer.remove")}
              title={t("policies:answer.remove_title", { name: policy.name })}
              confirm={t("policies:answer.remove")}
              fields={{ intent: "remove" }}
              look="danger"
            >
              {t("policies:answer.remove_effect")}
            </ConfirmButton>
          </>
        ) : null}
      </PageHead>
      <PageBody>
        <ErrorNotice error={answer?.error} />
        {policy.run ? <RunStatus run={policy.run} back={`/province/policies/${policy.id}`} /> : null}
        {summary ? <PolicyAnswer policyId={policy.id} summary={summary} /> : null}
      </PageBody>
    </>
  );
}
