import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Child, startChild, stopOnSignal } from "@server/platform/children";
import { projectRoot } from "@server/platform/entries";

/** `npm run dev`: the demo, built again and restarted when a source changes. A build that fails leaves the old one running. */
const folders = ["app", "server", "db", "workers"];
const quietMs = 300;

const build = (): Promise<boolean> =>
  new Promise((resolve) => {
    const npm = spawn("npm", ["run", "--silent", "build"], { cwd: projectRoot, stdio: "inherit" });
    npm.once("error", () => resolve(false));
    npm.once("exit", (code) => resolve(code === 0));
  });

let demo: Child | null = null;
let building = false;
let changed = false;

const rebuild = async (): Promise<void> => {
  if (building) return;
  building = true;
  do {
    changed = false;
    process.stdout.write("Building …\n");
    if (!(await build())) continue;
    await demo?.stop();
    const env = { ...process.env, npm_lifecycle_event: undefined };
    demo = startChild({ name: "demo", script: pathToFileURL(join(projectRoot, "build/node/server/cli/demo.js")), env });
  } while (changed);
  building = false;
};

let timer: NodeJS.Timeout | undefined;
for (const folder of folders)
  watch(join(projectRoot, folder), { recursive: true }, (_event, file) => {
    if (file === null || /\.test\.tsx?$|~$/.test(file)) return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), quietMs);
  });

stopOnSignal(async () => {
  await demo?.stop();
});
await rebuild();
