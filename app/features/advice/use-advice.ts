import type { SuggestionRequest, SuggestionTarget } from "@server/planning/contract";
import { useEffect, useState } from "react";
import { startEngines } from "~/features/workspace/engine-worker";
import type { FromWorker } from "~/features/workspace/simulation-protocol";

type Advice =
  | { readonly state: "asking" }
  | { readonly state: "failed" }
  | ({ readonly state: "found" } & Pick<Extract<FromWorker, { kind: "suggestions" }>, "suggestions" | "schoolNames">);

/** What to ask of which data. `target`: an indicator, an item, or what the county should do next. */
export interface AdviceQuestion {
  readonly datasetId: string;
  readonly year: number;
  /** The same object as long as the same is asked. */
  readonly target: SuggestionTarget;
  readonly most: number;
}

/** The cheapest measures for a target, simulated by the engines in a worker of this page; nothing of it costs the server a moment. */
export const useAdvice = ({ datasetId, year, target, most }: AdviceQuestion): Advice => {
  const [advice, setAdvice] = useState<Advice>({ state: "asking" });
  useEffect(() => {
    const request: SuggestionRequest = { year, target, most };
    const hear = (data: FromWorker): void => {
      if (data.kind === "loaded") engines.post({ kind: "advise", sequence: 1, request });
      else if (data.kind === "suggestions") setAdvice({ state: "found", suggestions: data.suggestions, schoolNames: data.schoolNames });
      else if (data.kind === "failed") setAdvice({ state: "failed" });
    };
    const engines = startEngines(`/planning/county-base?dataset=${datasetId}`, hear, () => setAdvice({ state: "failed" }));
    return engines.end;
  }, [datasetId, year, target, most]);
  return advice;
};
