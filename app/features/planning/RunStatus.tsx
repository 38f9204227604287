import { Form, Link, useRevalidator } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Notice } from "~/components/Notice";
import { ProgressBar } from "~/components/ProgressBar";
import { useCan } from "~/features/shell/use-session";
import { writtenParams } from "./outline-text";
import { isOpen } from "./result-view";

/** Where a run stands, in words: those of its computing when it says any. */
export const runWords = (t: TFunction, run: RunView): string => {
  if (run.cancelRequested) return t("planning:run.cancelling");
  if (run.step !== "computing" || run.words === null) return t(`planning:run.step.${run.step}`);
  return t(
    `answers:progress.${run.words.key}`,
    writtenParams(t, run.words.params, (code) => code),
  );
};

/** The run as the server tells it, live; when it ends, the page's data are loaded again. */
export const useLiveRun = (loaded: RunView): RunView => {
  const [heard, setHeard] = useState<RunView | null>(null);
  const { revalidate } = useRevalidator();
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
      if (better) revalidate();
      if (isOpen(run)) return;
      source.close();
      revalidate();
    };
    return () => source.close();
  }, [id, open, revalidate]);
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
          <RunForm run={run} intent="cancel" label={t(run.hasBest ? "answers:run.stop_keep" : "planning:run.cancel")} back={back} />
        ) : null}
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
        <span>
          {run.state === "failed"
            ? t(`errors:${run.errorCode ?? "run_failed"}`)
            : t(run.hasBest ? "answers:run.kept" : "planning:run.cancelled_text")}
        </span>
        {may ? <RunForm run={run} intent="retry" label={t("planning:run.retry")} back={back} /> : null}
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
  readonly back?: string | undefined;
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
