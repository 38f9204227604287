import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { FilterBar, plainOptions } from "~/components/FilterBar";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { FindingForm } from "~/features/review/FindingForm";
import { FindingPanel } from "~/features/review/FindingPanel";
import { FindingTable } from "~/features/review/FindingTable";
import { changeLedger } from "~/features/review/findings-action";
import { loadFindings } from "~/features/review/load-findings";
import { useCan, useSession } from "~/features/shell/use-session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("review:ledger");

export const loader = ({ context, request }: LoaderFunctionArgs) => loadFindings(context, request);
export const action = changeLedger;

export default function FindingsPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { actor } = useSession();
  const writes = useCan("finding.write");
  const overdue = data?.findings.filter((finding) => finding.overdue).length ?? 0;
  return (
    <>
      <PageHead
        title={t("review:ledger")}
        state={data ? t("review:ledger_state", { year: data.statisticsYear, total: data.findings.length, overdue }) : undefined}
      >
        <PrintButton />
      </PageHead>
      <PageBody inspector={data?.open ? <FindingPanel finding={data.open} files={data.files} error={answer?.error} /> : null}>
        {data ? (
          <>
            <FilterBar
              label={t("review:filters")}
              filters={[
                {
                  name: "year",
                  label: t("province:compare.year"),
                  value: String(data.statisticsYear),
                  options: plainOptions(data.years.map(String)),
                  always: true,
                },
              ]}
            />
            <FindingTable findings={data.findings} open={data.open?.id ?? null} />
            {writes ? (
              <FindingForm
                key={data.findings.length}
                year={data.statisticsYear}
                counties={data.counties}
                failures={data.failures}
                error={data.open ? null : answer?.error}
              />
            ) : null}
          </>
        ) : (
          <EmptyState
            title={t("review:finding.none")}
            action={actor.orgKind === "county" ? <LinkButton to="/publication">{t("review:empty_act")}</LinkButton> : undefined}
          >
            {t("review:finding.none_text")}
          </EmptyState>
        )}
      </PageBody>
    </>
  );
}
