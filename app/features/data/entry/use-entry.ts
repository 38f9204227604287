import { useRevalidator } from "@remix-run/react";
import type { AppError } from "@server/kernel/errors";
import type { EntryCheck, EntryOutcome, EntryReview } from "@server/statistics/entry-contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { edited, type History, historyOf, redone, undone } from "~/features/workspace/history";
import { type Typed, type TypedCell, withTyped } from "./grid-model";
import type { FigureStore } from "./use-figures";

const quietMs = 400;

export type EntryState = "stored" | "unsaved" | "checking" | "saving" | "saved" | "refused" | "offline";

type Answer<T> = { readonly value: T } | { readonly error: AppError | null };

const post = async <T>(ask: "check" | "save", body: unknown): Promise<Answer<T>> => {
  try {
    const response = await fetch(`/data/entry-cells?ask=${ask}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { value: answer as T };
    return { error: typeof answer === "object" && answer !== null && "error" in answer ? (answer.error as AppError) : null };
  } catch {
    return { error: null };
  }
};

const nothing: Typed = new Map();

/** Typed cells with undo and redo, what the checks say of them, and how their saving stands. */
export const useEntry = (statisticsYear: number, store: FigureStore, loaded: EntryReview | null, may: boolean) => {
  const [history, setHistory] = useState<History<Typed>>(() => historyOf(nothing));
  const [review, setReview] = useState<EntryReview | null>(loaded);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [state, setState] = useState<EntryState>("stored");
  const [error, setError] = useState<AppError | null>(null);
  const revalidator = useRevalidator();
  const typed = history.present;
  const newest = useRef(typed);
  newest.current = typed;
  const stored = useRef(store);
  stored.current = store;

  const check = useCallback(
    async (asked: Typed) => {
      const answer = await post<EntryReview>("check", { statisticsYear, edits: [...asked.values()] });
      if (newest.current !== asked) return;
      setState((before) => (before === "checking" ? "unsaved" : before));
      if ("value" in answer) setReview(answer.value);
      else if (answer.error === null) setState("offline");
    },
    [statisticsYear],
  );

  useEffect(() => {
    if (!may) {
      setReview(loaded);
      return;
    }
    if (typed.size === 0) {
      setReview(loaded);
      setState((before) => (before === "saved" || before === "saving" ? before : "stored"));
      return;
    }
    setState((before) => (before === "saving" ? before : "unsaved"));
    const timer = setTimeout(() => {
      setState((before) => (before === "unsaved" ? "checking" : before));
      void check(typed);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [typed, may, check, loaded]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (newest.current.size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const type = useCallback((cells: readonly TypedCell[]) => {
    setHistory((before) => edited(before, withTyped(before.present, stored.current.figures, cells), null));
  }, []);
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);

  const save = useCallback(async (): Promise<boolean> => {
    const sent = newest.current;
    if (sent.size === 0) return true;
    setState("saving");
    setError(null);
    const answer = await post<EntryOutcome>("save", { statisticsYear, edits: [...sent.values()], reasons });
    if ("error" in answer) {
      setError(answer.error);
      setState(answer.error === null ? "offline" : "refused");
      return false;
    }
    if (answer.value.kind === "refused") {
      setReview(answer.value.review);
      setState("refused");
      return false;
    }
    // What was typed while the save was under way stays typed.
    const rest = new Map([...newest.current].filter(([key, edit]) => sent.get(key)?.text !== edit.text));
    stored.current.keep(sent);
    setHistory(historyOf(rest));
    setReasons({});
    setState("saved");
    revalidator.revalidate();
    return true;
  }, [statisticsYear, reasons, revalidator]);

  /** Gives up a typed cell for what is stored. */
  const giveUp = useCallback(
    (key: string) => {
      setHistory((before) => edited(before, new Map([...before.present].filter(([one]) => one !== key)), null));
      revalidator.revalidate();
    },
    [revalidator],
  );
  /** Keeps a typed cell over what somebody else has stored meanwhile. */
  const insist = useCallback((key: string, theirs: EntryReview["conflicts"][number]["theirs"]) => {
    setHistory((before) => {
      const edit = before.present.get(key);
      return edit === undefined ? before : edited(before, new Map(before.present).set(key, { ...edit, was: theirs }), null);
    });
  }, []);
  const giveReason = useCallback((key: string, text: string) => setReasons((before) => ({ ...before, [key]: text })), []);

  return { typed, history, review, reasons, state, error, type, undo, redo, save, giveUp, insist, giveReason };
};
export type Entry = ReturnType<typeof useEntry>;

/** A doubt that the typed figures raise; until its reason is written nothing can be saved. */
export const wantsReason = ({ reasons }: Pick<Entry, "reasons">, { fresh, severity, accepted, checkId }: EntryCheck): boolean =>
  fresh && severity === "warning" && accepted === null && !reasons[checkId];
