import { Form, Link, useSearchParams, useSubmit } from "@remix-run/react";
import type { PupilFlows } from "@server/planning/contract";
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/Button";
import { formatDateTime } from "~/components/format";
import { later } from "~/components/later";
import { ErrorNotice, type ShownError } from "~/components/Notice";
import { PageBody, PageHead } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import type { ScenarioData } from "~/features/planning/load-scenario";
import { isOpen } from "~/features/planning/result-view";
import { useCan } from "~/features/shell/use-session";
import type { SharingData } from "./load-page";
import { workspaceView, workspaceViews } from "./views";
import { WorkspaceReading } from "./WorkspaceReading";

const ScenarioBody = await later("ScenarioBody", async () => (await import("~/features/planning/ScenarioBody")).ScenarioBody);
const SharingView = await later("SharingView", async () => (await import("./SharingView")).SharingView);
const Workspace = lazy(async () => ({ default: (await import("./Workspace")).Workspace }));

/** A scenario: head, tabs, and what the tab shows. The workspace stays once opened, so that its history outlives other tabs. */
export const ScenarioPage = ({
  data,
  sharing,
  flows,
  error,
}: {
  readonly data: ScenarioData;
  readonly sharing: SharingData | null;
  readonly flows: PupilFlows | null;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { scenario, dataset, run } = data;
  const mayRun = useCan("run.start");
  const mayWrite = useCan("scenario.write");
  const busy = run !== null && isOpen(run);
  const view = workspaceView(params);
  const tab = view ?? (sharing === null ? "result" : "sharing");
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (view !== null) setOpened(true);
  }, [view]);
  const asked = Number(params.get("year"));
  const flush = useRef(() => Promise.resolve());
  const submit = useSubmit();
  /** What is computed is the draft under the hand: it is stored first. */
  const start = (event: FormEvent<HTMLFormElement>) => {
    if (!opened) return;
    event.preventDefault();
    const form = event.currentTarget;
    void flush.current().then(() => submit(form));
  };
  /** Beside the tabs: the tools of the workspace stand there, so that the work itself begins higher up the screen. */
  const [tools, setTools] = useState<HTMLElement | null>(null);
  return (
    <>
      <PageHead
        before={<Link to="/planning/scenarios">{t("planning:scenarios.title")}</Link>}
        title={scenario.document.name}
        trial
        state={t("planning:scenario.state", {
          year: dataset.statisticsYear,
          version: dataset.version,
          saved: formatDateTime(scenario.updatedAt),
          draft: scenario.version,
        })}
      >
        <LinkButton to={`/planning/compare?with=${scenario.id}`}>{t("planning:scenario.compare")}</LinkButton>
        <LinkButton to={`/planning/scenarios/${scenario.id}/plan`}>{t("workspace:cheapest")}</LinkButton>
        {mayRun ? (
          <Form method="post" onSubmit={start}>
            <input type="hidden" name="intent" value="run" />
            <Button type="submit" look="primary" disabled={busy}>
              {t("planning:scenario.run")}
            </Button>
          </Form>
        ) : null}
      </PageHead>
      <PageBody>
        <div className="ws-tabs">
          <Tabs
            label={t("workspace:tabs")}
            param="tab"
            value={tab}
            items={[...workspaceViews, "result", "sharing"].map((value) => ({ value, label: t(`workspace:tab.${value}`) }))}
          />
          <div className="ws-tabs__tools" ref={setTools} />
        </div>
        <ErrorNotice error={error} />
        {opened ? (
          <Suspense fallback={<WorkspaceReading data={data} />}>
            <Workspace
              data={data}
              view={view}
              tools={tools}
              year={Number.isInteger(asked) && asked > 0 ? asked : null}
              may={mayWrite}
              flush={flush}
            />
          </Suspense>
        ) : view === null ? null : (
          <WorkspaceReading data={data} />
        )}
        {tab === "result" ? <ScenarioBody data={data} flows={flows} error={error} /> : null}
        {tab === "sharing" && sharing !== null ? <SharingView data={data} sharing={sharing} error={error} /> : null}
      </PageBody>
    </>
  );
};
