import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { demoPassword } from "@db/seeds/demo/accounts";
import { exampleCountyCode } from "@db/seeds/demo/scenarios";
import { projectRoot } from "@server/platform/entries";
import { takenOver, type Visitor, visit } from "@test/support/browser";
import type { Browser, Locator } from "playwright-core";

/** The main screens with the demonstration's example county, whose pictures are kept in `snapshots/`. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly media?: "print";
  /** Goes on from the page to what the picture shows, and waits until it is all there. */
  readonly open?: (visitor: Visitor) => Promise<unknown>;
}

const phone = { width: 400, height: 850 };

/** The newest example scenario: the one that was projected last. */
const pathOfPlan = async ({ page }: Visitor): Promise<string> => {
  await page.goto("/planning/scenarios");
  const plan = page.getByRole("table").locator("tbody").getByRole("link").first();
  return new URL((await plan.getAttribute("href")) ?? "", page.url()).pathname;
};

const opensPlan = async (visitor: Visitor, tab: string): Promise<void> => {
  const { page, t } = visitor;
  await page.goto(`${await pathOfPlan(visitor)}?tab=${tab}&year=2029`);
  await page.getByRole("button", { name: t("workspace:undo") }).waitFor();
  await page.locator(".ws-result:not(.is-stale)").waitFor();
};

const opensReason = async ({ page, t }: Visitor): Promise<void> => {
  await page
    .getByRole("link", { name: t("common:verdict.below") })
    .first()
    .click();
  await page.getByRole("complementary", { name: t("compliance:why.title") }).waitFor();
};

const advised = ({ page }: Visitor): Promise<void> => page.locator(".measures li").first().waitFor();
const drawn = ({ page }: Visitor): Promise<void> => page.locator(".ws-school-node, .react-flow__node").first().waitFor();

export const screens: readonly Screen[] = [
  { name: "overview", path: "/overview", open: advised },
  { name: "overview-phone", path: "/overview", viewport: phone, open: advised },
  { name: "overview-paper", path: "/overview", media: "print" },
  { name: "matrix", path: "/assessment/schools", open: opensReason },
  { name: "entry", path: "/data/entry?view=all" },
  { name: "entry-county", path: "/data/entry?view=countyFacts&panel=checks&compare=1" },
  {
    name: "workspace-canvas",
    path: "/planning/scenarios",
    open: async (visitor) => {
      await opensPlan(visitor, "canvas");
      await drawn(visitor);
    },
  },
  { name: "workspace-table", path: "/planning/scenarios", open: (visitor) => opensPlan(visitor, "table") },
  { name: "workspace-timeline", path: "/planning/scenarios", open: (visitor) => opensPlan(visitor, "timeline") },
];

/** What differs from day to day, and is not looked at: days left, the time of a computation. */
const volatile = ({ page, t }: Visitor): Locator[] => [
  page.locator(".card", { has: page.getByRole("heading", { name: t("reminders:card") }) }),
  page.locator(".ws-result__head [role=status]"),
];

/** A planner of the example county; the same window, language, time zone and no motion on every machine. */
export const arrives = async (browser: Browser, origin: string): Promise<Visitor> => {
  const visitor = await visit(browser, { origin, locale: "zh-CN", viewport: { width: 1366, height: 850 } });
  await visitor.signIn(`planner.${exampleCountyCode}@example.invalid`, demoPassword);
  // Projections that are still under way would be seen on the pages.
  await visitor.page.goto(await pathOfPlan(visitor));
  await visitor.page.getByRole("heading", { name: visitor.t("planning:result.title"), exact: true }).waitFor({ timeout: 120_000 });
  // Seen once when all have ended, they are not told on every page.
  const { page } = visitor;
  await page.goto("/overview", { waitUntil: "networkidle" });
  // A tray that is opened before its script has come is not looked into.
  await takenOver(page);
  await page.locator(".topbar__count", { hasText: /^0$/ }).waitFor({ timeout: 120_000 });
  await page
    .locator("summary")
    .filter({ has: page.locator(".topbar__count") })
    .click();
  // A tray that is folded again at once was not open for its script: the browser tells of both in one event.
  await page.locator(".topbar__count ~ [role=status]").filter({ hasText: /\S/u }).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  return visitor;
};

/** A screenshot (.png) of the screen. */
export const pictureOf = async (visitor: Visitor, { path, viewport, media, open }: Screen): Promise<Buffer> => {
  const { page } = visitor;
  await page.setViewportSize(viewport ?? { width: 1366, height: 850 });
  await page.emulateMedia({ media: media ?? "screen" });
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await open?.(visitor);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => null));
  return page.screenshot({ animations: "disabled", caret: "hide", mask: volatile(visitor), maskColor: "#ffffff" });
};

/** Whether the machine has the typeface in which the pictures were drawn: in another one every line is of another length. */
export const hasKeptTypeface = ({ page }: Visitor): Promise<boolean> =>
  page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d");
    const widthIn = (font: string): number => {
      if (context === null) throw new Error("no canvas");
      context.font = `100px ${font}`;
      return context.measureText("Hengce 2026").width;
    };
    return widthIn('"Noto Sans CJK SC", monospace') !== widthIn("monospace");
  });

export const keptFile = (name: string): string => join(projectRoot, "test/e2e/snapshots", `${name}.webp`);
export const kept = (name: string): Promise<Buffer> => readFile(keptFile(name));
