import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import css from "~/features/compliance/compliance.css?url";
import { typedOf } from "~/features/rules/draft-form";
import { editAction, withRow } from "~/features/rules/edit-action";
import { LayerForm } from "~/features/rules/LayerForm";
import { Preview } from "~/features/rules/Preview";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("regulation:edit.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "rules.manage");
  const { rules } = context.services;
  const id = params.ruleSetId ?? "";
  const { values, title, family } = unwrap(await rules.ruleSet(actor, id));
  const [own] = unwrap(await rules.history(actor, id));
  const stored = typedOf(own?.layer ?? { entries: [], extraVetoes: [], extraIndicators: [] });
  const add = new URL(request.url).searchParams.get("add");
  return { title, values, additions: family === "quality", typed: add === null ? stored : withRow(stored, add, values) };
};

export const action = editAction;

export default function EditRulesPage() {
  const { t } = useTranslation();
  const { locale, actor } = useSession();
  const { title, values, additions, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("regulation:edit.title")} state={title[locale]} />
      <PageBody>
        <p className="muted">{t("regulation:edit.note_level", { org: actor.orgName })}</p>
        <ErrorNotice error={answer?.error} />
        {answer?.preview ? <Preview preview={answer.preview} /> : null}
        <LayerForm typed={answer?.typed ?? typed} values={values} additions={additions} error={answer?.error ?? null} />
      </PageBody>
    </>
  );
}
