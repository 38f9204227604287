import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "peers");

/** Loads a library that only the benches know. */
export const requirePeer = (name: string): unknown => createRequire(join(folder, "package.json"))(name);

/** Installs the peers once; false when the registry or this platform has none of them. */
export const installPeers = (): boolean => {
  if (existsSync(join(folder, "node_modules"))) return true;
  return spawnSync("npm", ["ci", "--prefix", folder], { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
};
