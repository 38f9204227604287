import type { ScenarioDocument } from "@server/planning/contract";
import { useCallback, useRef, useState } from "react";
import type { Edit } from "./edits";
import { edited, type History, historyOf, redone, undone } from "./history";

export interface EditableDocument {
  readonly document: ScenarioDocument;
  readonly edit: (edit: Edit, key?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The document under the hand with its one history. Edits are applied at once to the newest state, however many come in one frame. */
export const useDocument = (loaded: ScenarioDocument, onChange: (document: ScenarioDocument) => void): EditableDocument => {
  const newest = useRef<History<ScenarioDocument>>(historyOf(loaded));
  const [history, setHistory] = useState(newest.current);
  const move = useCallback(
    (next: History<ScenarioDocument>) => {
      newest.current = next;
      onChange(next.present);
      setHistory(next);
    },
    [onChange],
  );
  const edit = useCallback(
    (change: Edit, key?: string): boolean => {
      const next = change(newest.current.present);
      if (next === null) return false;
      move(edited(newest.current, next, key ?? null));
      return true;
    },
    [move],
  );
  return {
    document: history.present,
    edit,
    undo: useCallback(() => move(undone(newest.current)), [move]),
    redo: useCallback(() => move(redone(newest.current)), [move]),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
};
