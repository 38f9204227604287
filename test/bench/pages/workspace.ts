import { type Visitor, visit } from "@test/support/browser";
import type { Browser } from "playwright-core";
import { type BenchCounty, benchPassword } from "./county";
import { frameMs, type Goal } from "./goals";
import { mainThread } from "./main-thread";

const rounds = 40;

interface Step {
  /** Milliseconds from the edit until its answer stands in the page: the next frame shows it. */
  readonly answered: number;
  /** Milliseconds until that frame has been painted. */
  readonly painted: number;
  /** Frames after the edit's own until the one that shows the answer. */
  readonly frames: number;
}

/** Moves the slider of the open lever one step, at the beginning of a frame as a hand's movements arrive, and waits for its answer. */
const moveSlider = ({ page }: Visitor): Promise<Step> =>
  page.evaluate(() => {
    const slider = document.querySelector<HTMLInputElement>(".ws-slider__range");
    const panel = document.querySelector(".ws");
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    if (!slider || !panel || !setter) throw new Error("no slider");
    return new Promise<Step>((resolve) => {
      requestAnimationFrame(() => {
        performance.mark("bench-edit");
        const started = performance.now();
        let frames = 0;
        let counting = requestAnimationFrame(function count() {
          frames += 1;
          counting = requestAnimationFrame(count);
        });
        new MutationObserver((_, observer) => {
          if (panel.getAttribute("aria-busy") !== "false") return;
          observer.disconnect();
          const answered = performance.now() - started;
          requestAnimationFrame(() => {
            cancelAnimationFrame(counting);
            // What is posted within a frame is heard when that frame has been painted.
            const painted = new MessageChannel();
            painted.port1.onmessage = () => {
              performance.mark("bench-painted");
              resolve({ answered, painted: performance.now() - started, frames });
            };
            painted.port2.postMessage(null);
          });
        }).observe(panel, { attributeFilter: ["aria-busy"] });
        setter.call(slider, String(Number(slider.value) < 11 ? Number(slider.value) + 1 : 5));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  });

/** What the worker says that it took for its newest answer, milliseconds. */
const workerMs = ({ page }: Visitor): Promise<number> =>
  page.evaluate(() => Number(document.querySelector(".ws-result__head [role=status]")?.textContent?.match(/\d+/)?.[0] ?? Number.NaN));

/** Drags a school over the canvas; the time between frames while it moves. */
const dragFrames = async ({ page }: Visitor): Promise<readonly number[]> => {
  const box = await page.locator(".ws-node").first().boundingBox();
  if (box === null) throw new Error("no school on the canvas");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const look = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (frames.length < 400) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { benchFrames: frames });
  });
  await page.mouse.move(x + 240, y + 120, { steps: 120 });
  const frames: number[] = await page.evaluate("window.benchFrames");
  await page.mouse.up();
  return frames;
};

const views = {
  canvas: "tab=canvas",
  "canvas as a table": "tab=canvas&as=table",
  timeline: "tab=timeline",
  drivers: "tab=drivers",
} as const;
type View = keyof typeof views;

/** The slider beside one view: until its answer is painted, and what the page's main thread does for it. */
const measureSlider = async (
  browser: Browser,
  visitor: Visitor,
  { schools, scenarioId }: BenchCounty,
  view: View,
): Promise<readonly Goal[]> => {
  const { page } = visitor;
  await page.goto(`/planning/scenarios/${scenarioId}?${views[view]}&lever=L0`);
  await page.locator(".ws-slider__range").first().waitFor();
  await page.locator(".ws[aria-busy=false] .ws-result").waitFor();
  if (view === "canvas") await page.locator(".ws-node").first().waitFor();
  const steps: Step[] = [];
  const computed: number[] = [];
  for (let round = -10; round < rounds; round++) {
    const step = await moveSlider(visitor);
    if (round < 0) continue;
    steps.push(step);
    computed.push(await workerMs(visitor));
  }
  const times = await mainThread(browser, page, async () => {
    for (let round = 0; round < rounds; round++) await moveSlider(visitor);
  });
  const goal = (name: string, samples: readonly number[], most = frameMs): Goal => ({ name, samples, most });
  return [
    goal(
      `slider to painted answer, ${view}, ${schools} schools × 10 years`,
      steps.map(({ painted }) => painted),
    ),
    goal(
      "  of it until the answer stands in the page",
      steps.map(({ answered }) => answered),
    ),
    goal("  of it the engines, whole milliseconds", computed),
    goal(
      "  frames from the edit's to the one that shows the answer",
      steps.map(({ frames }) => frames),
      1,
    ),
    goal(
      "  main thread, the edit's frame and the answer's, traced",
      times.map(({ all }) => all),
    ),
    ...(["script", "styles and layout", "painting"] as const).map((part) =>
      goal(
        `    of it ${part}`,
        times.map(({ of }) => of[part]),
      ),
    ),
  ];
};

/** Slider beside some views, and canvas with every township open. */
export const measureWorkspace = async (
  browser: Browser,
  origin: string,
  county: BenchCounty,
  beside: readonly View[],
): Promise<readonly Goal[]> => {
  const visitor = await visit(browser, { origin, locale: "zh-CN" });
  await visitor.signIn(county.email, benchPassword);
  const { page, t } = visitor;
  // The loader of this script names functions by a helper that the page does not have.
  await page.addInitScript("window.__name = (made) => made");
  const sliders: Goal[] = [];
  for (const view of beside) sliders.push(...(await measureSlider(browser, visitor, county, view)));
  await page.goto(`/planning/scenarios/${county.scenarioId}?tab=canvas`);
  await page.getByRole("button", { name: t("workspace:canvas.unfold_all") }).click();
  await page.locator(".ws-node").nth(20).waitFor();
  const frames = await dragFrames(visitor);
  await visitor.context.close();
  return [...sliders, { name: `frame while a school is dragged, ${county.schools} schools`, samples: frames, most: frameMs }];
};
