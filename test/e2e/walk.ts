import { type Visitor, violations } from "@test/support/browser";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { View } from "./views";

const desk = { width: 1366, height: 850 };
const phone = { width: 400, height: 850 };
/** What the margins leave of A4 at 96 px an inch, upright and lying, as in app/styles/print.css. */
const sheets = { auto: { width: 688, height: 971 }, wide: { width: 1032, height: 703 } };

/** Pixels by which the page itself would scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Until the view says its facts, and whatever it says is said in words. */
const says = async ({ page }: Visitor, { facts, path }: View, where: string): Promise<void> => {
  const read = async () => (await page.getByRole("main").allInnerTexts()).join();
  const unsaid = async () => {
    const text = await read();
    return facts.filter((fact) => !text.includes(fact));
  };
  await expect.poll(unsaid, { message: `${path} ${where}`, timeout: 30_000 }).toEqual([]);
  expect((await read()).match(/\{\{|\bNaN\b|\bundefined\b|\[object|\b[a-z]+:[a-z_]+\.[a-z_.]+/g), `${path} ${where}`).toBeNull();
};

/** What a sheet of paper would lose: parts that end beyond it or in a box that scrolls, and tables whose heads do not repeat. */
const lostOnPaper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const lost: string[] = [];
    for (const part of document.querySelectorAll("main, main *")) {
      const { width, height, right } = part.getBoundingClientRect();
      if (width <= 1 || height <= 1 || !part.checkVisibility() || part.closest(".visually-hidden, svg") !== null) continue;
      const cut = getComputedStyle(part).overflowX !== "visible" && part.scrollWidth > part.clientWidth + 1;
      const headless =
        part instanceof HTMLTableElement && part.tHead !== null && getComputedStyle(part.tHead).display !== "table-header-group";
      if (right > edge || cut || headless) lost.push(`${part.tagName}.${part.className}: ${part.textContent?.slice(0, 40)}`);
    }
    return lost;
  });

const print = async (visitor: Visitor, view: View): Promise<void> => {
  const { page, t } = visitor;
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const lying = await page.getByRole("main").evaluate((main) => getComputedStyle(main).getPropertyValue("page") === "wide");
  await page.setViewportSize(sheets[lying ? "wide" : "auto"]);
  await says(visitor, view, "on paper");
  expect.soft(await lostOnPaper(page), `${view.path} on paper`).toEqual([]);
  expect(await page.locator(".print-head").isVisible(), view.path).toBe(true);
  for (const bar of [page.getByRole("navigation", { name: t("common:nav.label") }), page.getByRole("banner"), page.locator("main .btn")])
    expect(await bar.filter({ visible: true }).count(), view.path).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
};

/**
 * A view on a planner's screen, on a phone and on paper, loaded once. `first`: colours, and names on the wide screen,
 * come from the same places in every language, so one language stands for all.
 */
export const walk = async (visitor: Visitor, view: View, first: boolean): Promise<void> => {
  const { page } = visitor;
  await page.setViewportSize(desk);
  expect((await page.goto(view.path))?.status(), view.path).toBe(200);
  await page.getByRole("heading", { level: 1, name: view.heading }).waitFor();
  if (view.drawn !== undefined) await page.locator(view.drawn).first().waitFor();
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await says(visitor, view, `at ${size.width}`);
    expect.soft(await overflow(page), `${view.path} at ${size.width}`).toBe(0);
    if (first || size === phone) expect.soft(await violations(page, { contrast: first })).toEqual([]);
  }
  await print(visitor, view);
};
