import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Visitor } from "@test/support/browser";
import type { Locator } from "playwright-core";

/** What a task took. */
export interface Effort {
  readonly clicks: number;
  readonly pages: number;
}

const table = readFileSync(new URL("../../docs/first-time-tasks.md", import.meta.url), "utf8");

/** The most that each task may take, as the document says. */
export const allowed: ReadonlyMap<string, Effort> = new Map(
  [...table.matchAll(/^\| ([a-z-]+) \|.*\| (\d+) \| (\d+) \|$/gm)].map(([, task = "", clicks, pages]) => [
    task,
    { clicks: Number(clicks), pages: Number(pages) },
  ]),
);

interface Hand {
  readonly click: (target: Locator) => Promise<void>;
  readonly type: (target: Locator, text: string) => Promise<void>;
  readonly visitor: Visitor;
}

const mostTabs = 250;

/** Goes to a control by Tab, as one who has no mouse does. */
const reach = async ({ page }: Visitor, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await target.evaluate((control) => control === control.ownerDocument.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} cannot be reached by Tab`);
};

const counted = async (visitor: Visitor, start: string, task: (hand: Hand) => Promise<void>): Promise<Effort> => {
  const { page } = visitor;
  let clicks = 0;
  const pages = new Set<string>();
  const note = () => pages.add(new URL(page.url()).pathname);
  page.on("framenavigated", note);
  await page.goto(start, { waitUntil: "networkidle" });
  pages.clear();
  note();
  await task({
    visitor,
    click: async (target) => {
      await reach(visitor, target);
      await page.keyboard.press("Enter");
      clicks += 1;
    },
    type: async (target, text) => {
      await reach(visitor, target);
      await page.keyboard.insertText(text);
    },
  });
  note();
  page.off("framenavigated", note);
  return { clicks, pages: pages.size };
};

/** Each task of the document, done the way that the pages themselves suggest and by keyboard alone: a click is Enter on what Tab has reached. */
export const tasks: Readonly<Record<string, (visitor: Visitor, scenarioId: string) => Promise<Effort>>> = {
  "why-fails": (visitor) =>
    counted(visitor, "/overview", async ({ click, visitor: { page, t } }) => {
      await click(
        page
          .getByRole("table", { name: t("compliance:gaps.title") })
          .getByRole("link")
          .filter({ hasText: t("compliance:gaps.why") })
          .first(),
      );
      await page
        .getByRole("complementary")
        .getByRole("table", { name: t("compliance:why.source") })
        .waitFor();
    }),

  "present-course": (visitor) =>
    counted(visitor, "/overview", async ({ click, visitor: { page } }) => {
      await click(page.locator(".overview__years a").nth(3));
      await page.locator(".overview__lacks a").first().waitFor();
    }),

  "first-measure": (visitor) =>
    counted(visitor, "/overview", async ({ click, visitor: { page, t } }) => {
      await click(page.getByRole("button", { name: t("overview:advice.take"), exact: true }).first());
      await page.waitForURL(/\/planning\/scenarios\/.*tab=canvas/);
      await page.locator(".ws-result:not(.is-stale)").waitFor();
      await page.locator(".ws-lever__price").first().waitFor();
    }),

  "cheapest-plan": (visitor) =>
    counted(visitor, "/overview", async ({ click, visitor: { page, t } }) => {
      await click(page.getByRole("button", { name: t("overview:advice.take"), exact: true }).first());
      await click(page.getByRole("link", { name: t("workspace:cheapest"), exact: true }));
      const form = page.locator("form").filter({ has: page.getByRole("button", { name: t("answers:ask"), exact: true }) });
      await form.waitFor();
      await click(form.getByRole("button", { name: t("answers:ask"), exact: true }));
      await page
        .getByRole("progressbar")
        .or(page.getByText(t("answers:receipt.open")))
        .first()
        .waitFor();
    }),

  "side-by-side": (visitor) =>
    counted(visitor, "/planning/scenarios", async ({ click, visitor: { page, t } }) => {
      await click(page.getByRole("table").locator("tbody").getByRole("link").last());
      await click(page.getByRole("link", { name: t("planning:scenario.compare"), exact: true }));
      await page.getByRole("heading", { level: 1, name: t("comparison:title") }).waitFor();
    }),

  "annual-targets": (visitor, scenarioId) =>
    counted(visitor, `/planning/scenarios/${scenarioId}?tab=canvas`, async ({ click, visitor: { page, t } }) => {
      await click(page.getByRole("link", { name: t("workspace:tab.result"), exact: true }));
      await click(
        page.getByRole("navigation", { name: t("answers:nav.label") }).getByRole("link", { name: t("answers:nav.targets"), exact: true }),
      );
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        click(page.getByRole("link", { name: t("targets:export"), exact: true })),
      ]);
      // A workbook is a zip; its name is not known to a browser without a language.
      const begins = (await readFile(await file.path())).subarray(0, 2).toString("latin1");
      if (begins !== "PK") throw new Error("no workbook came");
    }),

  "tell-others": (visitor, scenarioId) =>
    counted(visitor, `/planning/scenarios/${scenarioId}?tab=canvas`, async ({ click, type, visitor: { page, t } }) => {
      await click(page.getByRole("link", { name: t("workspace:tab.sharing"), exact: true }));
      await type(page.getByRole("textbox", { name: t("workspace:comments.text"), exact: true }), "请先看教学用房");
      await click(page.getByRole("button", { name: t("workspace:comments.add"), exact: true }));
      await page.getByText("请先看教学用房").waitFor();
    }),
};
