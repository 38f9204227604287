import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "@server/platform/entries";
import { freePort } from "@server/platform/ports";
import { ended } from "@server/platform/processes";
import { afterAll, beforeAll, expect, test } from "vitest";

let dataDir: string;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "hengce-demo-"));
  await chmod(dataDir, 0o711);
  port = await freePort();
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

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

test("the demo serves pages, refuses a second start in one line, survives a kill -9 and leaves nothing behind", {
  timeout: 240_000,
}, async () => {
  const first = startDemo();
  const origin = await address(first);
  expect(origin).toBe(`http://localhost:${port}`);
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`, { headers: { host: `localhost:${port}` } });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("衡策")]);

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
