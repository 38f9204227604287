import { Form, Link, useRevalidator } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Notice } from "~/components/Notice";
import { ProgressBar } from "~/components/ProgressBar";
import { useCan } from "~/features/shell/use-session";
import { isOpen } from "./result-view";

/** The run as the server tells it, live; when it ends, the page's data are loaded again. */
export const useLiveRun = (loaded: RunView): RunView => {
  const [heard, setHeard] = useState<RunView | null>(null);
  const { revalidate } = useRevalidator();
  const { id } = loaded;
  const open = isOpen(loaded);
  useEffect(() => {
    if (!open) return;
    const source = new EventSource(`/api/runs/${id}/events`);
    source.onmessage = (event) => {
      const run = JSON.parse(event.data) as RunView;
      setHeard(run);
      if (isOpen(run)) return;
      source.close();
      revalidate();
    };
    return () => source.close();
  }, [id, open, revalidate]);
  return open && heard?.id === id ? heard : loaded;
};

/** Progress with cancel while a run is under way; the reason when it failed or was cancelled. Nothing when it is done. */
export const RunStatus = ({ run: loaded }: { readonly run: RunView }) => {
  const { t } = useTranslation();
  const run = useLiveRun(loaded);
  const may = useCan("run.start");
  if (run.state === "done") return null;
  if (isOpen(run)) {
    return (
      <div className="run-status card">
        <ProgressBar
          label={t(run.cancelRequested ? "planning:run.cancelling" : `planning:run.step.${run.step}`)}
          value={run.state === "queued" ? null : run.progress}
        />
        {may && !run.cancelRequested ? <RunForm run={run} intent="cancel" label={t("planning:run.cancel")} /> : null}
        <noscript>
          <Link to="." reloadDocument>
            {t("planning:run.refresh")}
          </Link>
        </noscript>
      </div>
    );
  }
  return (
    <Notice tone={run.state === "failed" ? "bad" : "warn"} title={t(`planning:run.state.${run.state}`)}>
      <div className="row">
        <span>{run.state === "failed" ? t(`errors:${run.errorCode ?? "run_failed"}`) : t("planning:run.cancelled_text")}</span>
        {may ? <RunForm run={run} intent="retry" label={t("planning:run.retry")} /> : null}
      </div>
    </Notice>
  );
};

/** Cancel or retry, posted to the page of runs, which comes back here. */
export const RunForm = ({
  run,
  intent,
  label,
  back,
}: {
  readonly run: RunView;
  readonly intent: "cancel" | "retry";
  readonly label: string;
  readonly back?: string;
}) => {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/planning/runs" className="row">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="run" value={run.id} />
      <input
        type="hidden"
        name="back"
        value={back ?? (run.scenarioId === null ? "/planning/runs" : `/planning/scenarios/${run.scenarioId}`)}
      />
      <Button type="submit" size="small" aria-label={t("planning:run.act_on", { act: label, subject: run.subject })}>
        {label}
      </Button>
    </Form>
  );
};
