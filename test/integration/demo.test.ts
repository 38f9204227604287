import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { demoPassword } from "@db/seeds/demo/accounts";
import { projectRoot } from "@server/platform/entries";
import { freePort } from "@server/platform/ports";
import { ended } from "@server/platform/processes";
import { startBrowser, visit } from "@test/support/browser";
import { until } from "@test/support/until";
import { afterAll, beforeAll, expect, test } from "vitest";

let dataDir: string;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "hengce-demo-"));
  await chmod(dataDir, 0o711);
  port = await freePort();
});

const started: ChildProcess[] = [];

afterAll(async () => {
  // A demo that a failed test has left behind.
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
  await Promise.all(started.map((child) => until("the demo has ended", () => child.exitCode !== null || child.signalCode !== null)));
  await rm(dataDir, { recursive: true, force: true });
});

interface Demo {
  readonly process: ChildProcess;
  /** Everything it said so far. */
  readonly said: () => string;
  /** Resolves with the exit code. */
  readonly exit: Promise<number | null>;
}

const startDemo = (): Demo => {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    HOME: dataDir,
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  const child = spawn(process.execPath, [join(projectRoot, "build/node/server/cli/demo.js")], { env, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  return { process: child, said: () => said, exit: new Promise((resolve) => child.once("close", resolve)) };
};

/** Waits for the address; fails with what the demo said when it ends instead. */
const address = async (demo: Demo): Promise<string> => {
  const ready = new Promise<string>((resolve) => {
    const look = (): void => {
      const found = /ready: (http:\S+)/.exec(demo.said());
      if (found?.[1]) resolve(found[1]);
    };
    demo.process.stdout?.on("data", look);
  });
  const over = demo.exit.then((code) => Promise.reject(new Error(`ended with ${code}: ${demo.said()}`)));
  return Promise.race([ready, over]);
};

const childrenOf = async (demo: Demo): Promise<readonly number[]> => {
  const { pid } = demo.process;
  return (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim().split(" ").map(Number);
};

/** Processes that a process has started, with the words they were started by. */
const startedBy = async (pid: number): Promise<readonly { readonly pid: number; readonly words: string }[]> => {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const words = (child: number) => readFile(`/proc/${child}/cmdline`, "utf8").catch(() => "");
  return Promise.all(
    list
      .split(" ")
      .map(Number)
      .filter((child) => child > 0)
      .map(async (child) => ({ pid: child, words: await words(child) })),
  );
};

const computingBy = async (worker: number): Promise<readonly number[]> =>
  (await startedBy(worker)).filter(({ words }) => words.includes("compute")).map(({ pid }) => pid);

/** Sends a signal to each; those that are gone hear nothing. */
const signal = (pids: readonly number[], name: "SIGSTOP" | "SIGCONT"): void => {
  for (const pid of pids)
    try {
      process.kill(pid, name);
    } catch {
      // Ended meanwhile.
    }
};

/** Lets what the worker computes, which may be an example scenario beside the policy, go on by small steps until the page says how many counties are done; answers with what it holds. */
const haltWhileComputing = async (worker: number, said: () => Promise<boolean>): Promise<readonly number[]> => {
  await until("the computing has begun", async () => (await computingBy(worker)).length > 0);
  let held = await computingBy(worker);
  while (held.length > 0) {
    signal(held, "SIGSTOP");
    // What it has said so far arrives within the pauses of its writer and of the page's stream.
    for (let looks = 0; looks < 12; looks += 1) {
      if (await said()) return held;
      await pause(100);
    }
    signal(held, "SIGCONT");
    await pause(200);
    held = await computingBy(worker);
  }
  return held;
};

/** For what computes beside other tests. */
const patienceMs = 150_000;

/** A policy over all counties of the demonstration: cancelled while it computes, county by county, then asked again and finished. */
const tryPolicy = async (origin: string, demo: Demo): Promise<void> => {
  const worker = (await startedBy(demo.process.pid ?? 0)).find(({ words }) => words.includes("workers/main"))?.pid ?? 0;
  const browser = await startBrowser();
  try {
    const { page, t, signIn, complaints } = await visit(browser, { origin, locale: "zh-CN" });
    await signIn("analyst.990000@example.invalid", demoPassword);
    // The tray of the top bar tells of the run as well.
    const main = page.getByRole("main");
    const computing = main.getByText(/，第 \d+ \/ 10 县/);
    const answered = page.getByText(t("policies:answer.over", { count: 10, unpublished: 2 }));
    const cancelled = main.getByText(t("runs:state.cancelled"), { exact: true });
    // The example scenarios are computed first.
    await until("nothing is computed", async () => (await computingBy(worker)).length === 0, patienceMs);
    let subject = "";
    for (let cap = 40; !(await cancelled.isVisible()) && cap > 30; cap -= 1) {
      subject = `小学班额 ${cap}`;
      await page.goto("/province/policies?kind=class_cap");
      await page.getByRole("textbox", { name: t("policies:field.primary") }).fill(String(cap));
      await page.getByLabel(t("policies:field.name")).fill(subject);
      await page.getByRole("button", { name: t("policies:form.start") }).click();
      await page.getByRole("heading", { level: 1, name: subject }).waitFor();
      const held = await haltWhileComputing(worker, () => computing.isVisible());
      if (held.length === 0) continue;
      await main.getByRole("button", { name: t("runs:act_on", { act: t("runs:cancel"), subject }) }).click();
      // One that had answered before it was held is done; the next policy is tried.
      await cancelled.or(answered).waitFor({ timeout: patienceMs });
      signal(held, "SIGCONT");
    }
    await main.getByRole("button", { name: t("runs:act_on", { act: t("runs:retry"), subject }) }).click();
    await answered.waitFor({ timeout: patienceMs });
    const counties = page.getByRole("table", { name: t("policies:answer.caption") }).getByRole("link");
    expect(await counties.count()).toBe(10);
    await page.getByRole("link", { name: t("policies:answer.part_name.resource") }).click();
    await page.getByText(t("policies:answer.scope.resource")).waitFor();
    expect(await counties.count()).toBe(10);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
};

test("the demo serves pages, tries a policy over all its counties, refuses a second start in one line, survives a kill -9 and leaves nothing behind", {
  timeout: 420_000,
}, async () => {
  const first = startDemo();
  const origin = await address(first);
  expect(origin).toBe(`http://localhost:${port}`);
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`, { headers: { host: `localhost:${port}` } });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("衡策")]);

  await tryPolicy(origin, first);

  const second = startDemo();
  expect(await second.exit).toBe(1);
  expect(second.said().trim().split("\n")).toEqual([expect.stringContaining(`already runs at ${origin}`)]);

  const orphans = await childrenOf(first);
  expect(orphans.length).toBe(3);
  first.process.kill("SIGKILL");
  for (const pid of orphans) expect(await ended(pid, 60_000)).toBe(true);

  const squatter = createServer().listen(port, "127.0.0.1");
  const third = startDemo();
  expect(await address(third)).not.toBe(origin);
  expect(third.said()).toContain(`Port ${port} is taken; using `);
  squatter.close();

  const children = await childrenOf(third);
  third.process.kill("SIGINT");
  expect(await third.exit).toBe(0);
  for (const pid of children) expect(await ended(pid, 1000)).toBe(true);
});
