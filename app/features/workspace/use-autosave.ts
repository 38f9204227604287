import type { FieldIssue } from "@server/kernel/errors";
import type { ScenarioDocument } from "@server/planning/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { askJson } from "~/components/ask";

export type SaveState = "saved" | "unsaved" | "saving" | "conflict" | "refused" | "offline" | "locked";

const quiet = 800;
/** Saving is said only when it takes long enough to be read. */
const saidAfter = 300;
const again = 5000;

interface Answer {
  readonly state: SaveState;
  readonly version: number | null;
  readonly issues?: readonly FieldIssue[];
}

/** Posts a document; the answer is the new draft number or why not. */
const save = async (address: string, version: number, document: ScenarioDocument): Promise<Answer> => {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ version, document }),
    });
    const body: unknown = await response.json();
    const stored = typeof body === "object" && body !== null && "version" in body ? Number(body.version) : null;
    if (response.ok && stored !== null) return { state: "saved", version: stored };
    const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";
    if (code === "scenario_changed_elsewhere") return { state: "conflict", version: null };
    if (code === "scenario_locked") return { state: "locked", version: null };
    if (response.status >= 500) return { state: "offline", version: null };
    // Our own server's complaints, field by field.
    const issues = typeof body === "object" && body !== null && "issues" in body && Array.isArray(body.issues) ? body.issues : [];
    return { state: "refused", version: null, issues };
  } catch {
    return { state: "offline", version: null };
  }
};

export interface Autosave {
  readonly state: SaveState;
  /** Why the server refused what is under the hand. */
  readonly issues: readonly FieldIssue[];
  /** Saves what is not saved yet, without the pause; resolves when that has ended. */
  readonly flush: () => Promise<void>;
  readonly version: number;
  /** What the server has; null when it does not answer. */
  readonly theirs: () => Promise<{ readonly version: number; readonly document: unknown } | null>;
  /** Goes on from the stored draft with the document under the hand. */
  readonly overwrite: (version: number) => void;
  readonly takeTheirs: (version: number, document: ScenarioDocument) => void;
}

/** The stored document with its draft number. */
const load = async (address: string): Promise<{ readonly version: number; readonly document: unknown } | null> => {
  const body = await askJson<unknown>(address);
  return typeof body === "object" && body !== null && "version" in body && "document" in body
    ? { version: Number(body.version), document: body.document }
    : null;
};

/**
 * Saves the document a moment after the last edit. `saved` is said only when the server has the very document
 * that is shown. A conflict stops saving until the reader has chosen: `overwrite` her own, or load the other.
 */
export const useAutosave = (
  address: string,
  stored: { readonly document: ScenarioDocument; readonly version: number },
  document: ScenarioDocument,
  enabled: boolean,
  /** Makes a document that was stored elsewhere (by a form of this scenario) the one under the hand. */
  adopt: (theirs: ScenarioDocument) => void,
): Autosave => {
  const version = useRef(stored.version);
  const kept = useRef(stored.document);
  const newest = useRef(document);
  newest.current = document;
  const sending = useRef(false);
  /** A conflict or a lock: nothing is sent until the reader has chosen. */
  const halted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [state, setState] = useState<SaveState>("saved");
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const underWay = useRef<Promise<void>>(Promise.resolve());

  const post = useCallback(async (): Promise<void> => {
    const sent = newest.current;
    if (sent === kept.current) return setState("saved");
    sending.current = true;
    const saying = setTimeout(() => setState("saving"), saidAfter);
    const answer = await save(address, version.current, sent);
    clearTimeout(saying);
    sending.current = false;
    if (answer.version !== null) {
      version.current = answer.version;
      kept.current = sent;
    }
    halted.current = answer.state === "conflict" || answer.state === "locked";
    if (answer.state === "saved" && newest.current !== sent) return post();
    setState(answer.state);
    setIssues(answer.issues ?? []);
    if (answer.state === "offline") timer.current = setTimeout(() => void send.current(), again);
  }, [address]);
  const send = useRef((): Promise<void> => Promise.resolve());
  send.current = () => {
    if (!sending.current) underWay.current = post();
    return underWay.current;
  };
  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (!halted.current) await send.current();
  }, []);

  useEffect(() => {
    if (!enabled || document === kept.current) return;
    clearTimeout(timer.current);
    if (halted.current) return;
    if (!sending.current) setState("unsaved");
    timer.current = setTimeout(() => void send.current(), quiet);
    return () => clearTimeout(timer.current);
  }, [document, enabled]);

  // Whoever goes on to another page has done so after her last edit.
  useEffect(() => {
    if (!enabled) return;
    return () => {
      if (newest.current !== kept.current) void flush();
    };
  }, [enabled, flush]);

  // Undoing back to what is stored leaves nothing to save.
  useEffect(() => {
    if (document === kept.current && !sending.current) setState((before) => (before === "unsaved" ? "saved" : before));
  }, [document]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (newest.current !== kept.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const overwrite = useCallback((theirs: number) => {
    version.current = theirs;
    halted.current = false;
    void send.current();
  }, []);
  const takeTheirs = useCallback(
    (theirs: number, theirDocument: ScenarioDocument) => {
      version.current = theirs;
      kept.current = theirDocument;
      halted.current = false;
      setState("saved");
      adopt(theirDocument);
    },
    [adopt],
  );
  // A form of the scenario's other tabs has stored a newer draft.
  useEffect(() => {
    if (stored.version > version.current && newest.current === kept.current) takeTheirs(stored.version, stored.document);
  }, [stored, takeTheirs]);
  const theirs = useCallback(() => load(address), [address]);
  return { state, issues, flush, version: version.current, theirs, overwrite, takeTheirs };
};
