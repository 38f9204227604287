import type { GoalAnswer, GoalRequest, ScenarioDocument, SuggestionRequest, Suggestions } from "@server/planning/contract";
import { createContext, useContext } from "react";
import type { ScenarioData } from "~/features/planning/load-scenario";
import type { Edit } from "./edits";
import type { LeverOutline, SimulationAnswer } from "./simulation-protocol";

/** What every view of the workspace shares: one document, one answer. */
export interface WorkspaceState {
  readonly data: ScenarioData;
  readonly document: ScenarioDocument;
  /** Applies an edit; edits with the same key in a row are one step of the history. False when it was refused. */
  readonly edit: (edit: Edit, key?: string) => boolean;
  /** The reader may change the scenario, and nobody has locked it. */
  readonly may: boolean;
  /** Newest answer; null until the first. */
  readonly answer: SimulationAnswer | null;
  readonly computing: boolean;
  /** Levers in words, also those that are switched off. */
  readonly outlines: readonly LeverOutline[];
  readonly schoolName: (code: string) => string;
  readonly suggest: (request: SuggestionRequest) => Promise<Suggestions | null>;
  readonly seek: (request: GoalRequest) => Promise<GoalAnswer | null>;
}

/** The part of it that neither an edit nor an answer changes. */
export interface ActionsState extends Pick<WorkspaceState, "data" | "may" | "edit" | "schoolName"> {
  /** The document under the hand, for what happens at a click. */
  readonly newest: () => ScenarioDocument;
}

/** The part of it that only an answer changes: what draws nothing but answers is not drawn again at the edit itself. */
export interface AnsweredState extends Pick<WorkspaceState, "data" | "may" | "answer" | "computing"> {
  /** The document that the answer is to. */
  readonly answered: ScenarioDocument;
}

const Context = createContext<WorkspaceState | null>(null);
export const WorkspaceProvider = Context.Provider;

const Answered = createContext<AnsweredState | null>(null);
export const AnsweredProvider = Answered.Provider;

export const useAnswered = (): AnsweredState => {
  const state = useContext(Answered);
  if (state === null) throw new Error("useAnswered belongs inside the workspace");
  return state;
};

const Actions = createContext<ActionsState | null>(null);
export const ActionsProvider = Actions.Provider;

export const useActions = (): ActionsState => {
  const state = useContext(Actions);
  if (state === null) throw new Error("useActions belongs inside the workspace");
  return state;
};

export const useWorkspace = (): WorkspaceState => {
  const state = useContext(Context);
  if (state === null) throw new Error("useWorkspace belongs inside the workspace");
  return state;
};
