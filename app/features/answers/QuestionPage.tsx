import { Link } from "@remix-run/react";
import type { RunReceipt, RunView } from "@server/jobs/contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "~/components/format";
import { ErrorNotice, Notice, type ShownError } from "~/components/Notice";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { RunStatus } from "~/features/planning/RunStatus";
import { isOpen } from "~/features/planning/result-view";
import { QuestionNav, type QuestionPageName, questionPath } from "./QuestionNav";

/** When it was computed, with the way to its receipt. */
export const AnswerNote = ({ run, receipt }: { readonly run: RunView; readonly receipt: RunReceipt }) => {
  const { t } = useTranslation();
  return (
    <p className="caption muted">
      {t("answers:computed", { when: formatDateTime(run.finishedAt ?? run.startedAt), hash: receipt.resultHash.slice(0, 8) })}{" "}
      <Link to={`/planning/runs/${run.id}`}>{t("answers:receipt.open")}</Link>
    </p>
  );
};

/** Frame of a question about a scenario: head, form, the run under way, the answer or why there is none. */
export const QuestionPage = ({
  scenario,
  page,
  title,
  note,
  form,
  run,
  answered,
  error,
  children,
}: {
  readonly scenario: { readonly id: string; readonly document: { readonly name: string } };
  readonly page: QuestionPageName;
  readonly title: string;
  readonly note: string;
  readonly form: ReactNode;
  readonly run: RunView | null;
  readonly answered: { readonly run: RunView; readonly receipt: RunReceipt; readonly final: boolean; readonly upToDate: boolean } | null;
  readonly error: ShownError | null;
  readonly children: ReactNode;
}) => {
  const { t } = useTranslation();
  const old = answered !== null && !answered.upToDate;
  return (
    <>
      <PageHead
        before={<Link to={questionPath(scenario.id, "result")}>{scenario.document.name}</Link>}
        title={title}
        trial
        state={
          <>
            <strong className="print-only">{scenario.document.name}</strong>
            {note}
          </>
        }
      />
      <PageBody>
        <QuestionNav scenarioId={scenario.id} page={page} />
        <ErrorNotice error={error} />
        {form}
        {run === null || run.state === "done" ? null : <RunStatus run={run} back={questionPath(scenario.id, page)} />}
        {answered === null ? (
          run !== null && isOpen(run) ? null : (
            <Card>
              <EmptyState title={t("answers:none")}>{t("answers:none_text")}</EmptyState>
            </Card>
          )
        ) : (
          <>
            {old ? <Notice tone="warn">{t("answers:outdated")}</Notice> : null}
            {answered.final ? null : <Notice tone="info">{t(isOpen(answered.run) ? "answers:best_so_far" : "answers:best_kept")}</Notice>}
            {children}
            <AnswerNote run={answered.run} receipt={answered.receipt} />
          </>
        )}
      </PageBody>
    </>
  );
};
