import { useSearchParams } from "@remix-run/react";
import { useCallback } from "react";

export interface Selection {
  readonly lever: string | null;
  readonly school: string | null;
  readonly selectLever: (id: string | null) => void;
  readonly selectSchool: (code: string | null) => void;
  /** Sets or, with null, removes parameters of the address in one step that the back button undoes. */
  readonly go: (patch: Readonly<Record<string, string | null>>) => void;
}

/** What is selected stands in the address, so that a link shows the same to whoever may see it. */
export const useSelection = (): Selection => {
  const [params, setParams] = useSearchParams();
  const go = useCallback(
    (patch: Readonly<Record<string, string | null>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(patch)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );
  return {
    lever: params.get("lever"),
    school: params.get("school"),
    go,
    selectLever: useCallback((id: string | null) => go({ lever: id }), [go]),
    selectSchool: useCallback((code: string | null) => go({ school: code }), [go]),
  };
};
