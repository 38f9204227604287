import type { Browser, Page } from "playwright-core";
import { z } from "zod";

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().default(0),
      /** Time of the thread's own, microseconds: what other programs take is not in it. */
      tdur: z.number().default(0),
    }),
  ),
});

/** What a trace calls the work of a frame, by what it is for. */
const parts = {
  script: ["FunctionCall"],
  "styles and layout": ["UpdateLayoutTree", "Layout"],
  painting: ["PrePaint", "Paint", "Layerize", "Commit"],
} as const;
type Part = keyof typeof parts;

/** Milliseconds of the main thread's own time that a step took, with what it went into. */
interface StepTime {
  readonly all: number;
  readonly of: Readonly<Record<Part, number>>;
}

/** Traces steps of a page, each between the marks `bench-edit` and `bench-painted`. */
export const mainThread = async (browser: Browser, page: Page, steps: () => Promise<void>): Promise<readonly StepTime[]> => {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "blink.user_timing"] });
  await steps();
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mark = traceEvents.find(({ name }) => name === "bench-edit");
  const own = traceEvents.filter(({ pid, tid }) => pid === mark?.pid && tid === mark.tid);
  const times = (wanted: string) => own.flatMap(({ name, ts }) => (name === wanted ? [ts] : [])).sort((a, b) => a - b);
  const painted = times("bench-painted");
  return times("bench-edit").map((from, step) => {
    const to = painted[step] ?? from;
    const within = own.filter(({ ts, dur }) => ts + dur > from && ts < to);
    const sum = (names: readonly string[]) => within.reduce((all, { name, tdur }) => all + (names.includes(name) ? tdur : 0), 0) / 1000;
    return {
      all: sum(["ThreadControllerImpl::RunTask"]),
      of: { script: sum(parts.script), "styles and layout": sum(parts["styles and layout"]), painting: sum(parts.painting) },
    };
  });
};
