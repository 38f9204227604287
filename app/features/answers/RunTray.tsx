import { Link, useLocation } from "@remix-run/react";
import type { RunView } from "@server/jobs/contract";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { askJson } from "~/components/ask";
import { Icon } from "~/components/Icon";
import { ProgressBar } from "~/components/ProgressBar";
import { Tag } from "~/components/VerdictChip";
import { RunForm, runWords } from "~/features/planning/RunForm";
import { isOpen } from "~/features/planning/result-view";
import { Menu } from "~/features/shell/Menu";
import { resultPath } from "./run-paths";
import { useSeenRuns } from "./use-seen-runs";

const firstPauseMs = 2_000;
const longestPauseMs = 15_000;

/** Asked beside the pages' own loading, which a change of page would abort; null when there is no answer, to be tried again. */
const latestRuns = async (): Promise<readonly RunView[] | null> =>
  (await askJson<{ readonly runs: readonly RunView[] }>("/planning/tray"))?.runs ?? null;

/** The latest runs; asked for again, ever more rarely, while one is under way and the page is looked at. */
const useRuns = (loaded: readonly RunView[]): readonly RunView[] => {
  const [asked, setAsked] = useState<readonly RunView[]>([]);
  // A run that the page knows and the last answer does not was started since.
  const runs = asked.length > 0 && loaded.every(({ id }) => asked.some((run) => run.id === id)) ? asked : loaded;
  const waiting = runs.some(isOpen);
  useEffect(() => {
    if (!waiting) return;
    let pause = firstPauseMs;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const answer = document.visibilityState === "visible" ? await latestRuns() : null;
      if (left) return;
      if (answer !== null) setAsked(answer);
      pause = Math.min(pause * 1.5, longestPauseMs);
      timer = setTimeout(ask, pause);
    };
    timer = setTimeout(ask, pause);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [waiting]);
  return runs;
};

const Run = ({
  run,
  may,
  back,
  fresh,
}: {
  readonly run: RunView;
  readonly may: boolean;
  readonly back: string;
  /** Ended since the reader last looked. */
  readonly fresh: boolean;
}) => {
  const { t } = useTranslation();
  const open = isOpen(run);
  return (
    <li className="tray__run">
      <div className="row">
        <Link to={resultPath(run)}>{run.subject}</Link>
        <span className="caption muted">{t(`runs:kind.${run.kind}`)}</span>
        <span className="spacer" />
        {fresh ? <Tag tone="accent">{t("common:tasks.fresh")}</Tag> : null}
        {open ? null : <span className="caption">{t(`runs:state.${run.state}`)}</span>}
      </div>
      {open ? <ProgressBar label={runWords(t, run)} value={run.state === "queued" ? null : run.progress} /> : null}
      {run.state === "failed" ? <div className="caption muted">{t(`errors:${run.errorCode ?? "run_failed"}`)}</div> : null}
      <div className="row">
        {run.state === "done" || run.hasBest ? (
          <Link to={resultPath(run)} aria-label={t("runs:tray.result_of", { subject: run.subject })}>
            {t("runs:tray.result")}
          </Link>
        ) : null}
        {may && open && !run.cancelRequested ? (
          <RunForm run={run} intent="cancel" label={t(run.hasBest ? "runs:stop_keep" : "runs:cancel")} back={back} />
        ) : null}
        {may && (run.state === "failed" || run.state === "cancelled") ? (
          <RunForm run={run} intent="retry" label={t("runs:retry")} back={back} />
        ) : null}
      </div>
    </li>
  );
};

/** 任务: the latest runs in the top bar, with progress, cancel, retry and the way to the result. Opens without script. */
export const RunTray = ({
  runs: loaded,
  may,
  reader,
}: {
  readonly runs: readonly RunView[];
  readonly may: boolean;
  readonly reader: string;
}) => {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const runs = useRuns(loaded);
  const underWay = runs.filter(isOpen).length;
  const { ended, untold, look } = useSeenRuns(runs, reader);
  const told = untold.length === 0 ? null : t("common:tasks.ended", { count: untold.length });
  const seen = [t("common:topbar.tasks"), underWay, told].filter((part) => part !== null).join(" ");
  return (
    <Menu
      end
      onOpen={look}
      label={`${seen}: ${t("common:topbar.tasks_running", { count: underWay })}`}
      button={
        <>
          <span className="topbar__hide-narrow">{t("common:topbar.tasks")} </span>
          <Icon name="tasks" />
          <span className="topbar__count">{underWay}</span>{" "}
          <span role="status">
            {told === null ? null : (
              <Tag tone="accent">
                <span className="topbar__short" aria-hidden="true">
                  {untold.length}
                </span>
                <span>{told}</span>
              </Tag>
            )}
          </span>
        </>
      }
    >
      <div className="tray">
        {runs.length === 0 ? (
          <p className="menu__note muted">{t("runs:tray.empty")}</p>
        ) : (
          <ul className="tray__list" aria-label={t("runs:tray.title")}>
            {runs.map((run) => (
              <Run key={run.id} run={run} may={may} back={pathname + search} fresh={ended.has(run.id)} />
            ))}
          </ul>
        )}
        <Link to="/planning/runs" className="menu__item">
          {t("runs:tray.all")}
        </Link>
      </div>
    </Menu>
  );
};
