import type { JobTimings } from "@server/jobs";

/** Beats until stopped. Tells once when the run is to be cancelled or its claim is lost. */
export const startBeating = (
  beat: () => Promise<"alive" | "cancel" | "lost">,
  timings: Pick<JobTimings, "beatEvery" | "staleAfter">,
  onEnd: (reason: "cancelled" | "lost") => void,
): { readonly stop: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastBeat = performance.now();
  const round = async () => {
    const answer = await beat().catch(() => "unknown" as const);
    if (stopped) return;
    if (answer === "lost") return onEnd("lost");
    if (answer === "cancel") return onEnd("cancelled");
    if (answer === "alive") lastBeat = performance.now();
    // Without a database for that long, others may take the run; nobody needs this answer then.
    else if (performance.now() - lastBeat > timings.staleAfter) return onEnd("lost");
    timer = setTimeout(round, timings.beatEvery);
  };
  timer = setTimeout(round, timings.beatEvery);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
