import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

/** Between two questions, ms: with the moment for which the server keeps its answer, a page is never a second behind. */
const pause = 600;
const over = Symbol("over");

/** What stands published below the reader now, in one word; null while the server does not answer, `over` when the session has ended. */
const ask = async (signal: AbortSignal): Promise<string | typeof over | null> => {
  try {
    const response = await fetch("/api/publications/standing", { signal });
    if (response.status >= 500) return null;
    if (response.status === 401) return over;
    return response.ok ? await response.text() : String(response.status);
  } catch {
    // No answer, or half of one when the page is left meanwhile.
    return null;
  }
};

/**
 * Loads the open page anew as soon as a county below publishes or withdraws, so that nothing withdrawn stays on a screen.
 * `loaded` is the word of the page's own data; null: nothing is read from below. A page that nobody sees asks nothing.
 */
export const useStanding = (loaded: string | null): void => {
  const { revalidate, state } = useRevalidator();
  const idle = useNavigation().state === "idle" && state === "idle";
  const watches = loaded !== null;
  const [shown, setShown] = useState(loaded);
  const [heard, setHeard] = useState(loaded);
  useEffect(() => {
    if (!watches) return;
    const left = new AbortController();
    let timer = 0;
    const look = async (): Promise<void> => {
      const word = document.visibilityState === "visible" ? await ask(left.signal) : null;
      if (left.signal.aborted) return;
      if (word === over) {
        // A new document keeps nothing of what this one has read, and asks to sign in. Asked for once: each further time would begin it anew.
        left.abort();
        window.clearTimeout(timer);
        window.location.reload();
        return;
      }
      if (word !== null) setHeard(word);
      // Woken in the middle of a question: the later answer goes on alone.
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void look(), pause);
    };
    const wake = (): void => {
      window.clearTimeout(timer);
      if (!left.signal.aborted) void look();
    };
    timer = window.setTimeout(() => void look(), pause);
    document.addEventListener("visibilitychange", wake);
    return () => {
      left.abort();
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [watches]);
  useEffect(() => {
    if (heard === shown || !idle) return;
    setShown(heard);
    revalidate();
  }, [heard, shown, idle, revalidate]);
};
