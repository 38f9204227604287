import { useEffect } from "react";

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y on the whole workspace; while a word is typed the field keeps its own. */
export const useUndoKeys = (undo: () => void, redo: () => void, enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return;
    const keys = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      const typing =
        event.target instanceof HTMLTextAreaElement ||
        (event.target instanceof HTMLInputElement && event.target.type === "text" && !event.target.inputMode);
      if (typing) return;
      const key = event.key.toLowerCase();
      const act = key === "y" || (key === "z" && event.shiftKey) ? redo : key === "z" ? undo : null;
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  }, [undo, redo, enabled]);
};
