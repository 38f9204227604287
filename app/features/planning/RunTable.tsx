import { Link } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatDateTime } from "~/components/format";
import { ProgressBar } from "~/components/ProgressBar";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { resultPath } from "~/features/answers/run-paths";
import { useCan } from "~/features/shell/use-session";
import { RunForm, runWords } from "./RunForm";
import { useLiveRun } from "./RunStatus";
import { isOpen } from "./result-view";

const State = ({ run: loaded }: { readonly run: RunView }) => {
  const { t } = useTranslation();
  const run = useLiveRun(loaded);
  if (isOpen(run)) return <ProgressBar label={runWords(t, run)} value={run.state === "queued" ? null : run.progress} />;
  return (
    <>
      {t(`runs:state.${run.state}`)}
      {run.state === "failed" ? <div className="caption muted">{t(`errors:${run.errorCode ?? "run_failed"}`)}</div> : null}
    </>
  );
};

/** 运行任务: what was asked, how far it is, how it ended; cancel and retry. */
export const RunTable = ({ runs }: { readonly runs: readonly RunView[] }) => {
  const { t } = useTranslation();
  const may = useCan("run.start");
  const columns: Column<RunView>[] = [
    {
      key: "subject",
      header: t("planning:runs.subject"),
      width: "240px",
      render: (run) => <Link to={resultPath(run)}>{run.subject}</Link>,
    },
    { key: "kind", header: t("answers:receipt.kind"), width: "110px", render: (run) => t(`runs:kind.${run.kind}`) },
    { key: "state", header: t("planning:runs.progress"), width: "260px", cellClass: () => "wrap", render: (run) => <State run={run} /> },
    { key: "created", header: t("planning:runs.created"), width: "140px", render: (run) => formatDateTime(run.createdAt) },
    { key: "finished", header: t("planning:runs.finished"), width: "140px", render: (run) => formatDateTime(run.finishedAt) },
    {
      key: "act",
      header: t("province:publication.act"),
      render: (run) => {
        if (run.state === "done") return <Link to={`/planning/runs/${run.id}`}>{t("answers:receipt.open")}</Link>;
        if (!may) return null;
        return isOpen(run) ? (
          run.cancelRequested ? null : (
            <RunForm run={run} intent="cancel" label={t(run.hasBest ? "runs:stop_keep" : "runs:cancel")} back="/planning/runs" />
          )
        ) : (
          <RunForm run={run} intent="retry" label={t("runs:retry")} back="/planning/runs" />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t("planning:runs.title")}
      columns={columns}
      rows={runs}
      rowKey={(run) => run.id}
      rowHeight={44}
      empty={<EmptyState title={t("planning:runs.empty")}>{t("planning:runs.empty_text")}</EmptyState>}
      foot={<TableFoot total={runs.length} />}
    />
  );
};
