import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "@db/create-database";
import { migrate } from "@db/migrate";
import { loadDemo } from "@db/seeds/load-demo";
import { today } from "@server/kernel/dates";
import { startEmbeddedPostgres } from "@server/platform/embedded-postgres";
import { projectRoot } from "@server/platform/entries";
import { startApp } from "@test/support/app";
import { startBrowser } from "@test/support/browser";
import { firstLoads, scriptBudget } from "@test/support/first-load";
import { settleCounty, settleProvince } from "./pages/county";
import { type Goal, goalHead, goalLine } from "./pages/goals";
import { measureGrid } from "./pages/grid";
import { measurePaint } from "./pages/paint";
import { measureWorkspace } from "./pages/workspace";

/*
 * What the pages cost a reader, each figure beside its goal with "met" or "not met": script that each page needs before
 * it begins, how long an edit in the workspace and a key in the grid take to reach the screen, and when the pages of
 * the demonstration are there. After a build. Times belong to the machine; more script than the budget ends with exit
 * code 1.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sayAll = (goals: readonly Goal[]): void => {
  for (const goal of goals) say(goalLine(goal));
};

const sayScripts = (): void => {
  const pages = firstLoads(projectRoot);
  say(`script before a page begins, compressed; goal ${scriptBudget / 1000} kB`);
  for (const { route, bytes } of pages)
    say(`${(bytes / 1000).toFixed(1).padStart(9)} kB  ${bytes <= scriptBudget ? "met    " : "not met"} ${route}`);
  if (pages.some(({ bytes }) => bytes > scriptBudget)) process.exitCode = 1;
};

const main = async (): Promise<void> => {
  sayScripts();
  const dataDir = await mkdtemp(join(tmpdir(), "hengce-bench-pages-"));
  await chmod(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    await createDatabase(postgres.adminUrl, "hengce");
    const databaseUrl = `postgres://hengce_app:${randomBytes(12).toString("hex")}@127.0.0.1:${postgres.port}/hengce`;
    await migrate({ adminUrl: postgres.adminUrlOf("hengce"), appUrl: databaseUrl });
    await loadDemo(databaseUrl, today(new Date()));
    await settleProvince(databaseUrl);
    const [usual, grown, large] = [
      await settleCounty(databaseUrl, 120),
      await settleCounty(databaseUrl, 240),
      await settleCounty(databaseUrl, 300),
    ];
    const app = await startApp({ databaseUrl, queue: "in_process" });
    const browser = await startBrowser();
    try {
      say(goalHead);
      say("an edit at the beginning of a frame is shown with its answer by the next one at the earliest: 16.7 ms and the painting");
      sayAll(await measureWorkspace(browser, app.origin, usual, ["canvas", "canvas as a table", "timeline", "drivers"]));
      sayAll(await measureWorkspace(browser, app.origin, large, ["canvas"]));
      sayAll(await measureGrid(browser, app.origin, grown));
      const { paint, shift } = await measurePaint(browser, app.origin);
      sayAll([...paint, ...shift]);
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
