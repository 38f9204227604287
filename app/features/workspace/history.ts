/** One undo history of a document, shared by all views. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Edits with the same key in a row (a slider being dragged) are one step. */
  readonly key: string | null;
}

const mostSteps = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], key: null });

/** The next state; what was undone is given up. */
export const edited = <T>(history: History<T>, present: T, key: string | null): History<T> => {
  if (present === history.present) return history;
  const joins = key !== null && key === history.key && history.past.length > 0;
  return { past: joins ? history.past : [...history.past, history.present].slice(-mostSteps), present, future: [], key };
};

export const undone = <T>(history: History<T>): History<T> => {
  const before = history.past.at(-1);
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], key: null };
};

export const redone = <T>(history: History<T>): History<T> => {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future, key: null };
};
