import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { NoticeFromUrl } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import css from "~/features/compliance/compliance.css?url";
import { groupOf, groups } from "~/features/rules/groups";
import { LayerHistory, Layers } from "~/features/rules/Layers";
import { ValueTable } from "~/features/rules/ValueTable";
import { unwrap } from "~/features/shell/respond";
import { requireActor, requirePermission } from "~/features/shell/session";
import { useCan, useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("regulation:title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  requirePermission(actor, "rules.read");
  const { rules } = context.services;
  const id = params.ruleSetId ?? "";
  const asked = new URL(request.url).searchParams.get("group");
  const view = unwrap(await rules.ruleSet(actor, id));
  const present = groups.filter((one) => view.values.some(({ key }) => groupOf(key) === one));
  const group = present.find((one) => one === asked) ?? present[0] ?? "R";
  const values = view.values.filter(({ key }) => groupOf(key) === group);
  return { group, present, view: { ...view, values }, history: unwrap(await rules.history(actor, id)) };
};

export default function RuleSetPage() {
  const { t } = useTranslation();
  const { locale } = useSession();
  const canManage = useCan("rules.manage");
  const { group, present, view, history } = useLoaderData<typeof loader>();
  const editPath = canManage ? `/rules/${view.id}/edit` : null;
  return (
    <>
      <PageHead title={view.title[locale]} state={t("regulation:view.version", { version: view.version })}>
        <PrintButton />
        {editPath === null ? null : (
          <LinkButton to={editPath} look="primary">
            {t("regulation:view.edit")}
          </LinkButton>
        )}
      </PageHead>
      <PageBody>
        <NoticeFromUrl texts={{ saved: "regulation:edit.saved" }} />
        {present.length < 2 ? null : (
          <Tabs
            label={t("regulation:view.group")}
            param="group"
            value={group}
            items={present.map((one) => ({ value: one, label: t(`regulation:group.${one}`) }))}
          />
        )}
        <Card title={t("regulation:view.caption")} note={t("regulation:view.note")} flush>
          <ValueTable values={view.values} editPath={editPath} />
        </Card>
        <Layers view={view} />
        <LayerHistory history={history} />
      </PageBody>
    </>
  );
}
