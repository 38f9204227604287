import { type Visitor, visit } from "@test/support/browser";
import type { Browser } from "playwright-core";
import { type BenchCounty, benchPassword } from "./county";
import { frameMs, type Goal } from "./goals";

const rounds = 60;
/** Two frames: one for the key, one for what the grid then draws. */
const keyMs = 2 * frameMs;

/** Presses a key and answers with the milliseconds from its event until the frame after it has been painted. */
const keyToPaint = async ({ page }: Visitor, key: string): Promise<number> => {
  await page.evaluate(() => {
    const painted = new Promise<number>((resolve) => {
      const hear = () => {
        const started = performance.now();
        requestAnimationFrame(() => {
          // What is posted within a frame is heard when that frame has been painted.
          const after = new MessageChannel();
          after.port1.onmessage = () => resolve(performance.now() - started);
          after.port2.postMessage(null);
        });
      };
      document.addEventListener("keydown", hear, { capture: true, once: true });
    });
    Object.assign(window, { benchKey: painted });
  });
  await page.keyboard.press(key);
  return page.evaluate("window.benchKey");
};

/** A figure typed digit by digit, and taken over by Enter, in the grid of returns. */
export const measureGrid = async (browser: Browser, origin: string, { schools, email }: BenchCounty): Promise<readonly Goal[]> => {
  const visitor = await visit(browser, { origin, locale: "zh-CN" });
  await visitor.signIn(email, benchPassword);
  const { page } = visitor;
  await page.addInitScript("window.__name = (made) => made");
  await page.goto("/data/entry", { waitUntil: "networkidle" });
  await page.locator("td[data-place='3']").first().click();
  const [typed, entered]: [number[], number[]] = [[], []];
  for (let round = -5; round < rounds; round++) {
    const digit = await keyToPaint(visitor, String((round + 10) % 10));
    const enter = await keyToPaint(visitor, "Enter");
    if (round < 0) continue;
    typed.push(digit);
    entered.push(enter);
  }
  await visitor.context.close();
  return [
    { name: `digit in the grid to paint, ${schools} schools`, samples: typed, most: keyMs },
    { name: `Enter in the grid (value kept, next cell) to paint, ${schools} schools`, samples: entered, most: keyMs },
  ];
};
