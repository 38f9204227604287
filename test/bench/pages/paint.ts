import { demoPassword } from "@db/seeds/demo/accounts";
import { visit } from "@test/support/browser";
import type { Browser } from "playwright-core";
import type { Goal } from "./goals";

const rounds = 5;
/** What counts as a good page in the field. */
const goodMs = 2500;

const county = "planner.990122@example.invalid";
const province = "analyst.990000@example.invalid";
const pages = [
  { email: county, path: "/overview" },
  { email: county, path: "/assessment/schools" },
  { email: county, path: "/assessment/balance" },
  { email: county, path: "/data/entry" },
  { email: county, path: "/planning/scenarios" },
  { email: province, path: "/province/compare" },
] as const;

interface Vitals {
  readonly paint: number;
  readonly shift: number;
}

/** The largest contentful paint of a page and how much of it jumped, in a browser that knows nothing yet. */
const vitalsOf = async (browser: Browser, origin: string, email: string, path: string): Promise<readonly Vitals[]> => {
  const visitor = await visit(browser, { origin, locale: "zh-CN" });
  await visitor.signIn(email, demoPassword);
  const storageState = await visitor.context.storageState();
  await visitor.context.close();
  const seen: Vitals[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ baseURL: origin, storageState, locale: "zh-CN", viewport: { width: 1366, height: 850 } });
    const page = await context.newPage();
    await page.addInitScript(`
      window.benchVitals = { paint: 0, shift: 0 };
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) benchVitals.paint = entry.startTime; })
        .observe({ type: "largest-contentful-paint", buffered: true });
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) benchVitals.shift += entry.value; })
        .observe({ type: "layout-shift", buffered: true });`);
    await page.goto(path, { waitUntil: "networkidle" });
    seen.push(await page.evaluate("window.benchVitals"));
    await context.close();
  }
  return seen;
};

/** Pages of the demonstration: largest contentful paint, and the sum of layout shifts in thousandths. */
export const measurePaint = async (browser: Browser, origin: string): Promise<{ readonly paint: Goal[]; readonly shift: Goal[] }> => {
  const measured: { readonly path: string; readonly vitals: readonly Vitals[] }[] = [];
  for (const { email, path } of pages) measured.push({ path, vitals: await vitalsOf(browser, origin, email, path) });
  return {
    paint: measured.map(({ path, vitals }) => ({
      name: `largest contentful paint of ${path}`,
      samples: vitals.map(({ paint }) => paint),
      most: goodMs,
    })),
    shift: measured.map(({ path, vitals }) => ({
      name: `layout shift of ${path}, thousandths`,
      samples: vitals.map(({ shift }) => shift * 1000),
      most: 10,
    })),
  };
};
