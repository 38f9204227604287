import { type EntryFigures, type EntrySchool, entryChunk } from "@server/statistics/entry-contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { askJson } from "~/components/ask";
import { bookRows, type Typed, withSaved } from "./grid-model";
import type { EntryData } from "./load-entry";

/** Counties up to this size are fetched whole in the background; larger ones as they come into view. */
const fetchedWhole = 600;

type Loaded = ReadonlyMap<string, EntryFigures>;

const fetchChunk = (dataset: string, view: string, from: number): Promise<readonly EntryFigures[] | null> =>
  askJson(`/data/entry-cells?${new URLSearchParams({ ask: "figures", dataset, view, from: String(from) })}`);

const merged = (known: Loaded, more: readonly EntryFigures[]): Loaded =>
  new Map([...known, ...more.map((one) => [one.code, one] as const)]);

export interface FigureStore {
  readonly figures: Loaded;
  /** Brings the figures of these schools, if they are not here yet. */
  readonly need: (codes: readonly string[]) => void;
  /** Shows saved cells as stored. */
  readonly keep: (saved: Typed) => void;
}

/** Stored figures of a view, chunk by chunk. Those of the version before are shown until the new ones have come. */
export const useFigures = ({ book, from, figures: first }: EntryData): FigureStore => {
  const key = `${book.dataset.id} ${book.view}`;
  const [state, setState] = useState<{ readonly key: string; readonly figures: Loaded }>(() => ({
    key,
    figures: merged(new Map(), first),
  }));
  const asked = useRef(new Set<string>());
  const newest = useRef(key);
  newest.current = key;
  const place = useMemo(() => new Map(book.schools.map(({ code }: EntrySchool, index) => [code, index])), [book.schools]);

  useEffect(() => {
    asked.current.add(`${key} ${from}`);
    const sameView = (old: string): boolean => old.endsWith(` ${book.view}`);
    setState((before) => ({ key, figures: merged(before.key === key || sameView(before.key) ? before.figures : new Map(), first) }));
  }, [key, from, first, book.view]);

  const chunk = useCallback(
    async (start: number): Promise<void> => {
      const mark = `${key} ${start}`;
      if (asked.current.has(mark)) return;
      asked.current.add(mark);
      const more = await fetchChunk(book.dataset.id, book.view, start);
      if (more === null) asked.current.delete(mark);
      else if (newest.current === key)
        setState((before) => ({ key, figures: merged(before.key === key ? before.figures : new Map(), more) }));
    },
    [key, book.dataset.id, book.view],
  );

  useEffect(() => {
    if (book.schools.length > fetchedWhole) return;
    let left = false;
    const all = async () => {
      for (let start = 0; start < book.schools.length && !left; start += entryChunk) await chunk(start);
    };
    void all();
    return () => {
      left = true;
    };
  }, [book.schools, chunk]);

  const need = useCallback(
    (codes: readonly string[]) => {
      for (const start of new Set(codes.map((code) => Math.floor((place.get(code) ?? 0) / entryChunk) * entryChunk))) void chunk(start);
    },
    [place, chunk],
  );
  const keep = useCallback(
    (saved: Typed) => setState((before) => ({ ...before, figures: withSaved(before.figures, saved, bookRows(book), book.columns) })),
    [book],
  );
  // Figures of another view have other columns: none is better than a wrong one.
  const figures = state.key.endsWith(` ${book.view}`) ? state.figures : merged(new Map(), first);
  return useMemo(() => ({ figures, need, keep }), [figures, need, keep]);
};
