import { type Visitor, visit } from "@test/support/browser";
import type { Browser } from "playwright-core";
import { type BenchCounty, benchPassword } from "./county";
import { frameMs, type Goal } from "./goals";

const rounds = 40;

/**
 * Moves the slider of the open lever one step, at the beginning of a frame as a hand's movements arrive; answers with
 * the milliseconds until the newest answer has been painted.
 */
const editToPaint = ({ page }: Visitor, round: number): Promise<number> =>
  page.evaluate((step) => {
    const slider = document.querySelector<HTMLInputElement>(".ws-lever--on .ws-slider__range");
    const panel = document.querySelector(".ws");
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    if (!slider || !panel || !setter) throw new Error("no slider");
    return new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const started = performance.now();
        new MutationObserver((_, observer) => {
          if (panel.getAttribute("aria-busy") !== "false") return;
          observer.disconnect();
          requestAnimationFrame(() => {
            // What is posted within a frame is heard when that frame has been painted.
            const painted = new MessageChannel();
            painted.port1.onmessage = () => resolve(performance.now() - started);
            painted.port2.postMessage(null);
          });
        }).observe(panel, { attributeFilter: ["aria-busy"] });
        setter.call(slider, String(5 + (step % 7)));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  }, round);

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

/** Slider, and canvas with every township open. */
export const measureWorkspace = async (browser: Browser, origin: string, county: BenchCounty): Promise<readonly Goal[]> => {
  const { schools, email, scenarioId } = county;
  const visitor = await visit(browser, { origin, locale: "zh-CN" });
  await visitor.signIn(email, benchPassword);
  const { page, t } = visitor;
  // The loader of this script names functions by a helper that the page does not have.
  await page.addInitScript("window.__name = (made) => made");
  await page.goto(`/planning/scenarios/${scenarioId}?tab=canvas&lever=L0`);
  await page.locator(".ws-lever--on .ws-slider__range").waitFor();
  await page.locator(".ws[aria-busy=false] .ws-result").waitFor();
  await page.locator(".ws-node").first().waitFor();
  const [painted, computed]: [number[], number[]] = [[], []];
  for (let round = -10; round < rounds; round++) {
    const took = await editToPaint(visitor, round + 10);
    if (round < 0) continue;
    painted.push(took);
    computed.push(await workerMs(visitor));
  }
  await page.getByRole("button", { name: t("workspace:canvas.unfold_all") }).click();
  await page.locator(".ws-node").nth(20).waitFor();
  const frames = await dragFrames(visitor);
  await visitor.context.close();
  return [
    { name: `slider to painted answer, ${schools} schools × 10 years`, samples: painted, most: frameMs },
    { name: `  of it the engines, ${schools} schools × 10 years`, samples: computed, most: frameMs },
    { name: `frame while a school is dragged, ${schools} schools`, samples: frames, most: frameMs },
  ];
};
