import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, PrintButton } from "~/components/Button";
import { PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { loadReminders } from "~/features/review/load-reminders";
import { ReminderTables } from "~/features/review/ReminderTables";
import { yearOf } from "~/features/review/review-query";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("reminders:title");

export const loader = ({ context, request }: LoaderFunctionArgs) => loadReminders(context, request, yearOf(request));

export default function HomePage() {
  const { t } = useTranslation();
  const reminders = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t("reminders:title")}
        state={reminders ? t("reminders:state", { year: reminders.statisticsYear, counties: reminders.counties }) : undefined}
      >
        <PrintButton />
        {reminders ? <LinkButton to={`/review?year=${reminders.statisticsYear}`}>{t("reminders:open_queue")}</LinkButton> : null}
        {reminders ? <LinkButton to={`/findings?year=${reminders.statisticsYear}`}>{t("reminders:ledger")}</LinkButton> : null}
      </PageHead>
      <PageBody>
        {reminders ? (
          <ReminderTables reminders={reminders} />
        ) : (
          <EmptyState title={t("review:empty")}>{t("review:empty_above")}</EmptyState>
        )}
      </PageBody>
    </>
  );
}
