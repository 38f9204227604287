/**
 * `npm run demo` and `npm test` start here, straight after a clone: plain JavaScript without packages, because
 * nothing is installed yet. Installs, builds when sources changed, then hands over.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const oldestNode = [20, 19];

const say = (line) => process.stdout.write(`${line}\n`);

const fail = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]))
    fail(`Node ${oldestNode.join(".")} or newer is needed; this is ${process.versions.node}.`);
};

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
};

/** Runs a step quietly; its output is shown only when it fails. */
const run = (command, args, what, env = process.env) => {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", env, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ""}${done.stderr ?? ""}`);
  fail(done.signal ? `${what} was stopped.` : `${what} failed${done.error ? `: ${done.error.message}` : "."}`);
};

/** npm of the same installation that started us. */
const npm = (args, what) => {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) run(process.execPath, [script, ...args], what);
  else run("npm", args, what);
};

/** npm writes down what it installed; it is complete when every package of the lock file is there in its version. */
const installed = () => {
  const wanted = readJson("package-lock.json")?.packages ?? {};
  const present = readJson("node_modules/.package-lock.json")?.packages ?? {};
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || present[path]?.version === version || (optional && !present[path]),
  );
};

const sourceFolders = ["app", "server", "db", "workers", "public"];
const sourceFiles = ["package.json", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

const filesBelow = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [];

const fingerprint = () => {
  const hash = createHash("sha256");
  for (const path of [...sourceFolders.flatMap(filesBelow), ...sourceFiles.map((file) => join(root, file))].sort())
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
};

const stampPath = join(root, "build/stamp");

const built = (print) => existsSync(stampPath) && readFileSync(stampPath, "utf8") === print;

const lockPath = join(root, ".data/setup.lock");

/** Start time of a live process; a number alone may belong to another program after a restart. */
const startOf = (pid) => {
  try {
    if (process.platform !== "linux") return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return null;
  }
};

const holderOf = (lock) => {
  const [pid = "", started] = existsSync(lock) ? readFileSync(lock, "utf8").split("\n") : [];
  return { written: pid !== "", alive: startOf(pid) === started };
};

/** One setup at a time: a second command waits for the first, and a lock left by a killed one is taken over. */
const withLock = async (work) => {
  mkdirSync(dirname(lockPath), { recursive: true });
  let told = false;
  for (;;) {
    try {
      const lock = openSync(lockPath, "wx");
      writeSync(lock, `${process.pid}\n${startOf(process.pid)}`);
      closeSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = holderOf(lockPath);
    if (holder.written && !holder.alive) rmSync(lockPath, { force: true });
    else if (!told) {
      told = true;
      say("Another command is installing or building here; waiting for it.");
    }
    await delay(300);
  }
  const release = () => rmSync(lockPath, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
};

const install = () => {
  if (installed()) return;
  say("Installing packages (only when they changed) …");
  npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci");
};

const build = () => {
  const print = fingerprint();
  if (built(print)) return;
  say("Building (only when sources changed) …");
  rmSync(stampPath, { force: true });
  npm(["run", "--silent", "build"], "The build");
  writeFileSync(stampPath, print);
};

const onPath = (program) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin"].some((folder) => existsSync(join(folder, program)));

const hasChineseFont = () => {
  try {
    return execFileSync("fc-list", [":lang=zh"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() !== "";
  } catch {
    return false;
  }
};

const neededPrograms = [
  { name: "redis-server", present: () => onPath("redis-server") },
  { name: "chromium", present: () => onPath("chromium") },
  { name: "fonts-noto-cjk", present: hasChineseFont },
];

const asRoot = () => {
  if (process.getuid?.() === 0) return [];
  return onPath("sudo") && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
};

const apt = (prefix, args) => {
  const [command, ...rest] = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args];
  return spawnSync(command, rest, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
};

/** Tests drive a real Redis and a real browser; on Debian they are installed when that is allowed. */
const systemPackages = () => {
  const missing = neededPrograms.filter(({ present }) => !present()).map(({ name }) => name);
  if (missing.length === 0) return;
  const prefix = onPath("apt-get") ? asRoot() : null;
  const advice = `Tests need ${missing.join(", ")}; please install: sudo apt-get install ${missing.join(" ")}`;
  if (!prefix) fail(advice);
  say(`Installing ${missing.join(", ")} with apt …`);
  let last;
  for (let attempt = 0; attempt < 2; attempt++) {
    last = apt(prefix, ["update"]);
    if (last.status === 0) last = apt(prefix, ["install", "--yes", "--no-install-recommends", ...missing]);
    if (last.status === 0) return;
  }
  process.stderr.write(`${last?.stdout ?? ""}${last?.stderr ?? ""}`);
  fail(advice);
};

const demo = async () => {
  await withLock(() => {
    install();
    build();
  });
  await import(pathToFileURL(join(root, "build/node/server/cli/demo.js")).href);
};

const test = async (args) => {
  await withLock(() => {
    install();
    systemPackages();
    build();
  });
  const vitest = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "test" },
  });
  // A terminal sends its Ctrl-C to both of us; npm only to this process.
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => vitest.kill(name));
  vitest.once("exit", (code) => process.exit(code ?? 1));
};

checkNode();
const [command, ...args] = process.argv.slice(2);
if (command === "demo") await demo();
else if (command === "test") await test(args);
else if (command === "built") process.exit(built(fingerprint()) ? 0 : 1);
else fail("usage: bootstrap.mjs demo | test [vitest arguments] | built");
