import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { SchoolCard } from "./school-cards";

/** Everything the card of a school shows, written: it looks nothing up. */
export interface SchoolSaid {
  readonly card: SchoolCard;
  readonly facts: string;
  readonly badges: readonly { readonly id: string; readonly text: string; readonly price: string }[];
  readonly more: string;
}

/** Everything the head of a township shows. */
export interface TownshipSaid {
  readonly title: string;
  readonly note: string;
  readonly folded: boolean;
  readonly toggle: string;
  readonly verdict: SchoolCard["verdict"];
}

/** What the sheet says, by code of a school and by name of a township. */
export interface Said {
  readonly schools: ReadonlyMap<string, SchoolSaid>;
  readonly townships: ReadonlyMap<string, TownshipSaid>;
}

/**
 * What the sheet says, beside the sheet: an answer changes the words of a few cards and moves nothing, so the sheet
 * itself, which would look at every node, does not hear of it.
 */
export interface SaidStore {
  readonly now: () => Said;
  readonly say: (said: Said) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onToggle: (township: string) => void;
}

export const saidStore = (first: Said, onToggle: SaidStore["onToggle"]): SaidStore => {
  let said = first;
  const listeners = new Set<() => void>();
  return {
    now: () => said,
    say: (next) => {
      said = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onToggle,
  };
};

const Context = createContext<SaidStore | null>(null);
export const SaidProvider = Context.Provider;

export const useSaidStore = (): SaidStore => {
  const store = useContext(Context);
  if (store === null) throw new Error("useSaidStore belongs inside the sheet");
  return store;
};

/** One part of what is said; the component is drawn again only when that part is another. */
export const useSaid = <T>(part: (said: Said) => T): T => {
  const store = useSaidStore();
  const snapshot = useCallback(() => part(store.now()), [store, part]);
  return useSyncExternalStore(store.subscribe, snapshot);
};
