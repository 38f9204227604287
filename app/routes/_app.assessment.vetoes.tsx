import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PrintButton } from "~/components/Button";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { VerdictChip } from "~/components/VerdictChip";
import css from "~/features/compliance/compliance.css?url";
import { EligibilityTable } from "~/features/compliance/EligibilityTable";
import { ExtraTable } from "~/features/compliance/ExtraTable";
import { ItemsNotices } from "~/features/compliance/ItemsNotices";
import { itemsAction } from "~/features/compliance/items-action";
import { NoData } from "~/features/compliance/NoData";
import { StateLine } from "~/features/compliance/StateLine";
import { VetoPanel } from "~/features/compliance/VetoPanel";
import { VetoTable } from "~/features/compliance/VetoTable";
import { vetoesPageData } from "~/features/compliance/vetoes-page-data";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("items:vetoes.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => vetoesPageData(context, request);

export const action = itemsAction;

/** The parts' verdict in the words of a veto: what has not happened is not "met". */
const vetoState = { met: "clear", not_met: "occurred", not_evaluable: "undeclared" } as const;

export default function VetoesPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const verdict = (kind: "vetoes" | "eligibility") =>
    data?.verdicts ? (
      <VerdictChip
        kind={data.verdicts[kind]}
        text={kind === "vetoes" ? t(`items:vetoes.${vetoState[data.verdicts.vetoes]}`) : undefined}
        plain
      />
    ) : undefined;
  return (
    <>
      <PageHead title={t("items:vetoes.title")} state={data ? <StateLine dataset={data.dataset} ruleSet={data.ruleSet} /> : undefined}>
        {data ? <PrintButton /> : null}
      </PageHead>
      <PageBody inspector={data?.open ? <VetoPanel data={data} open={data.open} /> : null}>
        <ItemsNotices error={error} />
        {data === null ? (
          <NoData />
        ) : (
          <>
            <Card title={t("items:vetoes.caption")} note={t("items:vetoes.note")} actions={verdict("vetoes")} flush>
              {data.vetoes.length === 0 ? (
                <EmptyState title={t("items:page.not_judged")}>{t("items:page.not_judged_note")}</EmptyState>
              ) : (
                <VetoTable vetoes={data.vetoes} declarations={data.declarations} files={data.files} />
              )}
            </Card>
            {data.eligibility === null ? null : (
              <Card title={t("items:eligibility.title")} actions={verdict("eligibility")} flush>
                <EligibilityTable eligibility={data.eligibility} declarations={data.declarations} />
              </Card>
            )}
            {data.extras.length === 0 ? null : (
              <Card title={t("items:extras.title")} note={t("items:extras.note")} flush>
                <ExtraTable extras={data.extras} />
              </Card>
            )}
          </>
        )}
      </PageBody>
    </>
  );
}
