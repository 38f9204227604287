import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "@db/create-database";
import { migrate } from "@db/migrate";
import { demoPassword } from "@db/seeds/demo/accounts";
import { exampleCountyCode } from "@db/seeds/demo/scenarios";
import { loadDemo } from "@db/seeds/load-demo";
import type { Locale } from "@server/http/context";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { projectRoot } from "@server/platform/entries";
import { startApp } from "@test/support/app";
import { startBrowser, type Visitor, visit } from "@test/support/browser";
import { keptPicture } from "@test/support/looks";
import type { Browser } from "playwright-core";
import { arrives, keptFile, pictureOf, screens } from "./screens";

/**
 * Draws docs/images/*.png from the demonstration, so that the README shows what is there, and the pictures that the
 * main screens are held against (test/e2e/snapshots): `npm run screenshots` after a build.
 */
const planner = "planner.990121@example.invalid";
const analyst = "analyst.990000@example.invalid";
const folder = join(projectRoot, "docs/images");

interface Picture {
  readonly name: string;
  readonly locale: Locale;
  readonly account: string;
  readonly path: string;
  /** Goes on from the page to what the picture shows. */
  readonly open?: (visitor: Visitor) => Promise<void>;
}

const opensWorkspace = async ({ page, t }: Visitor): Promise<void> => {
  await page.getByRole("table").locator("tbody").getByRole("link").first().click();
  await page.getByRole("group", { name: t("workspace:canvas.label") }).waitFor();
};

const opensScenario = async (visitor: Visitor): Promise<void> => {
  const { page, t } = visitor;
  await opensWorkspace(visitor);
  await page.getByRole("link", { name: t("workspace:tab.result"), exact: true }).click();
  await page.getByRole("heading", { name: t("planning:result.title"), exact: true }).waitFor();
  await page.getByRole("link", { name: t("planning:view.charts") }).click();
  await page.locator(".chart__svg").first().waitFor();
};

const opensReason = async ({ page, t }: Visitor): Promise<void> => {
  await page
    .getByRole("link", { name: t("common:verdict.below") })
    .first()
    .click();
  await page.getByRole("complementary", { name: t("compliance:why.title") }).waitFor();
};

const pictures: readonly Picture[] = [
  { name: "overview", locale: "zh-CN", account: planner, path: "/overview" },
  { name: "matrix", locale: "zh-CN", account: planner, path: "/assessment/schools", open: opensReason },
  { name: "matrix-en", locale: "en", account: planner, path: "/assessment/schools", open: opensReason },
  { name: "workspace", locale: "zh-CN", account: planner, path: "/planning/scenarios", open: opensWorkspace },
  { name: "scenario", locale: "zh-CN", account: planner, path: "/planning/scenarios", open: opensScenario },
  { name: "province", locale: "zh-CN", account: analyst, path: "/province/compare" },
];

const draw = async (browser: Browser, origin: string, { name, locale, account, path, open }: Picture): Promise<void> => {
  const visitor = await visit(browser, { origin, locale, viewport: { width: 1280, height: 800 } });
  await visitor.signIn(account, demoPassword);
  await visitor.page.goto(path);
  await visitor.page.getByRole("heading", { level: 1 }).waitFor();
  await open?.(visitor);
  await visitor.page.waitForLoadState("networkidle");
  const file = join(folder, `${name}.png`);
  const { length } = await visitor.page.screenshot({ path: file, animations: "disabled" });
  process.stdout.write(`${file} ${Math.round(length / 1000)} kB\n`);
  await visitor.context.close();
};

/** The pictures of the main screens. */
const keep = async (browser: Browser, origin: string): Promise<void> => {
  const visitor = await arrives(browser, origin);
  const blank = await visitor.context.newPage();
  for (const screen of screens) {
    const webp = await keptPicture(blank, await pictureOf(visitor, screen));
    await writeFile(keptFile(screen.name), webp);
    process.stdout.write(`${keptFile(screen.name)} ${Math.round(webp.length / 1000)} kB\n`);
  }
  await visitor.context.close();
};

/** Day from which the demonstration counts its own. */
const today = "2026-11-20";

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), "hengce-screenshots-"));
  await chmod(dataDir, 0o711);
  await mkdir(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    await createDatabase(postgres.adminUrl, "hengce");
    const databaseUrl = `postgres://hengce_app:${randomBytes(12).toString("hex")}@127.0.0.1:${postgres.port}/hengce`;
    await migrate({ adminUrl: postgres.adminUrlOf("hengce"), appUrl: databaseUrl });
    // The kept pictures are of the example county alone, as in the test that looks at them.
    await loadDemo(databaseUrl, today, exampleCountyCode);
    const app = await startApp({ databaseUrl, queue: "in_process" });
    const browser = await startBrowser();
    try {
      await keep(browser, app.origin);
      await loadDemo(databaseUrl, today);
      for (const picture of pictures) await draw(browser, app.origin, picture);
    } finally {
      await browser.close();
      await app.stop();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

await main();
