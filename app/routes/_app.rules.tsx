import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/Button";
import { ErrorNotice, NoticeFromUrl } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/compliance/compliance.css?url";
import { RuleChoiceForm, RuleSetList } from "~/features/rules/RuleSetList";
import { formError, readForm, unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("regulation:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "rules.read");
  return unwrap(await context.services.rules.list(actor));
};

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { ruleSetId = "", note = "" } = await readForm(request);
  if (note.trim() === "") return data({ error: null, noteMissing: true }, { status: 400 });
  const chosen = await context.services.rules.choose(actor, ruleSetId, note.trim().slice(0, 500));
  if (chosen.ok) return redirect("/rules?notice=chosen");
  formError(chosen.error);
  return data({ error: chosen.error, noteMissing: false }, { status: 400 });
};

export default function RulesPage() {
  const { t } = useTranslation();
  const { ruleSets, choice } = useLoaderData<typeof loader>();
  const canCompare = useCan("data.read");
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("regulation:title")} state={t("regulation:list.note")}>
        {canCompare ? <LinkButton to="/rules/compare">{t("regulation:list.compare")}</LinkButton> : null}
      </PageHead>
      <PageBody>
        <ErrorNotice error={answer?.error} />
        <NoticeFromUrl texts={{ chosen: "regulation:list.chosen_notice" }} />
        <RuleSetList ruleSets={ruleSets} choice={choice} />
        <RuleChoiceForm ruleSets={ruleSets} error={answer?.noteMissing ? t("regulation:list.choice_needed") : null} />
      </PageBody>
    </>
  );
}
