import { useRevalidator, useSearchParams } from "@remix-run/react";
import {
  type GoalAnswer,
  type GoalRequest,
  type ScenarioDocument,
  type SuggestionRequest,
  type Suggestions,
  scenarioDocumentSchema,
} from "@server/planning/contract";
import { lazy, type MutableRefObject, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { LeaveGuard } from "~/components/LeaveGuard";
import { Notice } from "~/components/Notice";
import { Skeleton } from "~/components/states";
import { useSchoolName } from "~/features/planning/lever-text";
import type { ScenarioData } from "~/features/planning/load-scenario";
import { BudgetBar } from "./BudgetBar";
import { LeverList } from "./LeverList";
import { LeverTable } from "./LeverTable";
import { ResultPanel } from "./ResultPanel";
import { refusalText } from "./refusal-text";
import { SaveMark } from "./SaveMark";
import type { FromWorker, ToWorker } from "./simulation-protocol";
import { type SaveState, useAutosave } from "./use-autosave";
import { useDocument } from "./use-document";
import { useSimulation } from "./use-simulation";
import { useUndoKeys } from "./use-undo-keys";
import { VersionNote } from "./VersionNote";
import type { WorkspaceView } from "./views";
import {
  ActionsProvider,
  type ActionsState,
  AnsweredProvider,
  type AnsweredState,
  WorkspaceProvider,
  type WorkspaceState,
} from "./workspace-context";
import { YearBar } from "./YearBar";

const Canvas = lazy(async () => ({ default: (await import("./canvas/CanvasView")).CanvasView }));
const Drivers = lazy(async () => ({ default: (await import("./drivers/DriversView")).DriversView }));
const Timeline = lazy(async () => ({ default: (await import("./Timeline")).Timeline }));

const views: Readonly<Record<WorkspaceView, () => ReactNode>> = {
  canvas: () => <Canvas />,
  table: () => <LeverTable />,
  timeline: () => <Timeline />,
  drivers: () => <Drivers />,
};

/** States of saving that do not end by waiting. */
const stuck: ReadonlySet<SaveState> = new Set(["refused", "conflict", "offline"]);

/**
 * One document and its views. It stays mounted while other tabs of the scenario are read (`view` null), so that
 * the history and what is not saved yet outlive a look at the results.
 */
export const Workspace = ({
  data,
  view,
  tools,
  year,
  may: mayWrite,
  flush,
}: {
  readonly data: ScenarioData;
  readonly view: WorkspaceView | null;
  /** Where undo, redo and the state of saving are drawn. */
  readonly tools: HTMLElement | null;
  readonly year: number | null;
  readonly may: boolean;
  /** Set to what saves the last edits at once: whoever asks the server about the scenario asks about these. */
  readonly flush: MutableRefObject<() => Promise<void>>;
}) => {
  const { t } = useTranslation();
  const { scenario } = data;
  const may = mayWrite && scenario.lock === null;
  const home = `/planning/scenarios/${scenario.id}`;
  const asking = useRef(new Map<number, (message: FromWorker) => void>());
  const hear = useCallback((message: FromWorker) => {
    if (message.kind === "loaded" || message.sequence === null) return;
    asking.current.get(message.sequence)?.(message);
  }, []);
  const simulation = useSimulation(`${home}/base`, hear);
  const { ask, post, answer, computing } = simulation;
  // Where no year is asked for, the one that the first answer chose stays: an edit is seen in the year that was looked at before it.
  const chosenYear = useRef<number | null>(null);
  if (simulation.question?.year === null) chosenYear.current ??= answer?.year ?? null;
  const changed = useCallback((next: ScenarioDocument) => ask(next, year ?? chosenYear.current), [ask, year]);
  const { document, edit, undo, redo, canUndo, canRedo } = useDocument(scenario.document, changed);
  useEffect(() => ask(document, year ?? chosenYear.current), [ask, document, year]);
  const adopt = useCallback((theirs: ScenarioDocument) => void edit(() => theirs), [edit]);
  const saving = useAutosave(`${home}/document`, scenario, document, may, adopt);
  flush.current = saving.flush;
  const { revalidate } = useRevalidator();
  /** Sends a question under a number of its own, below those of projections, and hears the message that answers it. */
  const askEngines = useCallback(
    (question: (sequence: number) => ToWorker) =>
      new Promise<FromWorker>((resolve) => {
        const sequence = -1 - asking.current.size;
        asking.current.set(sequence, resolve);
        post(question(sequence));
      }),
    [post],
  );
  const held = useRef(document);
  held.current = document;
  const newest = useCallback(() => held.current, []);
  const suggest = useCallback(
    async (request: SuggestionRequest): Promise<Suggestions | null> => {
      const defaults = data.defaults.levers;
      const message = await askEngines((sequence) => ({ kind: "suggest", sequence, document: newest(), request, defaults }));
      return message.kind === "suggestions" ? message.suggestions : null;
    },
    [askEngines, newest, data.defaults.levers],
  );
  const seek = useCallback(
    async (request: GoalRequest): Promise<GoalAnswer | null> => {
      const message = await askEngines((sequence) => ({ kind: "seek", sequence, document: newest(), request }));
      return message.kind === "sought" ? message.found : null;
    },
    [askEngines, newest],
  );
  useUndoKeys(undo, redo, may && view !== null);
  // The other tabs read what is stored: they are loaded again once it is.
  const stored = saving.state === "saved" ? saving.version : null;
  useEffect(() => {
    if (view === null && stored !== null && stored !== scenario.version) revalidate();
  }, [view, stored, scenario.version, revalidate]);

  const schoolName = useSchoolName(data.schools);
  const outlines = useMemo(() => {
    const live = answer?.levers ?? [];
    const known = new Set(live.map(({ id }) => id));
    return [...live, ...data.outlines.filter(({ id }) => !known.has(id))];
  }, [answer, data.outlines]);
  const state = useMemo(
    (): WorkspaceState => ({ data, document, edit, may, answer, computing, outlines, schoolName, suggest, seek }),
    [data, document, edit, may, answer, computing, outlines, schoolName, suggest, seek],
  );
  const actions = useMemo((): ActionsState => ({ data, may, edit, schoolName, newest }), [data, may, edit, schoolName, newest]);
  const answered = simulation.question?.document ?? scenario.document;
  const ofAnswer = useMemo((): AnsweredState => ({ data, may, answer, computing, answered }), [data, may, answer, computing, answered]);
  const takeTheirs = async () => {
    const theirs = await saving.theirs();
    const parsed = scenarioDocumentSchema.safeParse(theirs?.document);
    if (theirs !== null && parsed.success) saving.takeTheirs(theirs.version, parsed.data);
  };
  const keepMine = async () => {
    const theirs = await saving.theirs();
    if (theirs !== null) saving.overwrite(theirs.version);
  };
  const [params] = useSearchParams();
  const chosen = params.get("lever");
  const guard = (
    <LeaveGuard
      unsaved={stuck.has(saving.state)}
      title={t("workspace:leave.title")}
      text={t("workspace:leave.text")}
      go={t("workspace:leave.go")}
    />
  );
  if (view === null) return guard;
  const bar = (
    <div className="ws-bar" role="toolbar" aria-label={t("workspace:bar")}>
      <Button size="small" onClick={undo} disabled={!may || !canUndo} aria-keyshortcuts="Control+Z">
        {t("workspace:undo")}
      </Button>
      <Button size="small" onClick={redo} disabled={!may || !canRedo} aria-keyshortcuts="Control+Y">
        {t("workspace:redo")}
      </Button>
      <SaveMark
        state={saving.state}
        refusal={refusalText(t, saving.issues, document, schoolName)}
        lock={scenario.lock}
        onKeepMine={() => void keepMine()}
        onTakeTheirs={() => void takeTheirs()}
      />
      <span className="spacer" />
      <VersionNote simulation={simulation} stored={data.result} document={document} />
    </div>
  );
  return (
    <WorkspaceProvider value={state}>
      <ActionsProvider value={actions}>
        <AnsweredProvider value={ofAnswer}>
          <div
            className={`ws ws--${view}${view === "drivers" && chosen !== null ? " ws--listed" : ""}`}
            aria-busy={!simulation.failed && answered !== document}
          >
            {tools === null ? null : createPortal(bar, tools)}
            {guard}
            {simulation.failed ? <Notice tone="bad">{t("workspace:failed")}</Notice> : null}
            {answer === null ? <Skeleton rows={5} /> : <YearBar />}
            <div className="ws-body">
              {view === "canvas" || (view === "drivers" && chosen !== null) ? <LeverList /> : null}
              <div className="ws-view">
                <Suspense fallback={<Skeleton rows={10} />}>{views[view]()}</Suspense>
              </div>
              <ResultPanel ms={simulation.ms} />
            </div>
            <BudgetBar />
          </div>
        </AnsweredProvider>
      </ActionsProvider>
    </WorkspaceProvider>
  );
};
