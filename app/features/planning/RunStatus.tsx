import { Link, useNavigation, useRevalidator } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "~/components/Notice";
import { ProgressBar } from "~/components/ProgressBar";
import { useCan } from "~/features/shell/use-session";
import { RunForm, runWords } from "./RunForm";
import { isOpen } from "./result-view";

/** The run as the server tells it, live; when it ends, the page's data are loaded again. */
export const useLiveRun = (loaded: RunView): RunView => {
  const [heard, setHeard] = useState<RunView | null>(null);
  const { revalidate, state } = useRevalidator();
  // Loading again while a page is being loaded would abort that, and what it brings is as new.
  const idle = useNavigation().state === "idle" && state === "idle";
  const [due, setDue] = useState(false);
  const { id } = loaded;
  const open = isOpen(loaded);
  useEffect(() => {
    if (!open) return;
    let said = "";
    const source = new EventSource(`/api/runs/${id}/events`);
    source.onmessage = (event) => {
      const run = JSON.parse(event.data) as RunView;
      setHeard(run);
      const words = run.words === null ? "" : JSON.stringify(run.words);
      const better = run.hasBest && words !== said;
      said = words;
      const ended = !isOpen(run);
      if (ended) source.close();
      if (better || ended) setDue(true);
    };
    return () => source.close();
  }, [id, open]);
  useEffect(() => {
    if (!due || !idle) return;
    setDue(false);
    revalidate();
  }, [due, idle, revalidate]);
  return open && heard?.id === id ? heard : loaded;
};

/** Progress with cancel while a run is under way; the reason when it failed or was cancelled. Nothing when it is done. */
export const RunStatus = ({ run: loaded, back }: { readonly run: RunView; readonly back?: string | undefined }) => {
  const { t } = useTranslation();
  const run = useLiveRun(loaded);
  const may = useCan("run.start");
  if (run.state === "done") return null;
  if (isOpen(run)) {
    return (
      <div className="run-status card">
        <ProgressBar label={runWords(t, run)} value={run.state === "queued" ? null : run.progress} />
        {may && !run.cancelRequested ? (
          <RunForm run={run} intent="cancel" label={t(run.hasBest ? "runs:stop_keep" : "runs:cancel")} back={back} />
        ) : null}
        <noscript>
          <Link to="." reloadDocument>
            {t("runs:refresh")}
          </Link>
        </noscript>
      </div>
    );
  }
  return (
    <Notice tone={run.state === "failed" ? "bad" : "warn"} title={t(`runs:state.${run.state}`)}>
      <div className="row">
        <span>
          {run.state === "failed" ? t(`errors:${run.errorCode ?? "run_failed"}`) : t(run.hasBest ? "runs:kept" : "runs:cancelled_text")}
        </span>
        {may ? <RunForm run={run} intent="retry" label={t("runs:retry")} back={back} /> : null}
      </div>
    </Notice>
  );
};
